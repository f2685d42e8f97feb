"""Free texts read by all the rules: of measures and their reports, analyses, captions, wordings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum, auto
from functools import lru_cache

from ita_desktop.checks.measures.repeats import repeats_measure
from ita_desktop.checks.noting import noted
from ita_desktop.checks.same import Same, passages_of
from ita_desktop.checks.texts.agency_words import (
    issuing_building,
    other_kind_of_self,
    other_kinds_words,
)
from ita_desktop.checks.texts.codes import damaged_codes
from ita_desktop.checks.texts.counts import (
    counts_in_items,
    counts_in_lines,
    counts_in_text,
    gaps_in_items,
    numbering_gaps,
)
from ita_desktop.checks.texts.days import (
    backward_ranges,
    cut_years,
    impossible_days,
    impossible_years,
    misspelt_months,
    undotted_months,
)
from ita_desktop.checks.texts.divisions import misspelt_divisions
from ita_desktop.checks.texts.faults import Fault, TextFacts
from ita_desktop.checks.texts.letters import latin_in_words, mixed_digits
from ita_desktop.checks.texts.levels import levels_of_figures
from ita_desktop.checks.texts.measures import outcome_only_rounds, survey_questions
from ita_desktop.checks.texts.names import misspelt_names
from ita_desktop.checks.texts.own_agency import (
    OWN_PLACES,
    another_agency,
    another_maker,
    another_place,
)
from ita_desktop.checks.texts.phrases import advice_for_results, words_twice
from ita_desktop.checks.texts.spelling import misspellings, signs_in_words, spread_letters
from ita_desktop.checks.texts.years import (
    done_outside_the_year,
    era_missing,
    other_years,
    year_of_wording,
)
from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.findings import Finding, Repair, Spot
from ita_desktop.model.records import DocumentSetup, Measure, OwnWording, Record

Rule = Callable[[str, TextFacts], Iterable[Fault]]

_EVERYWHERE: tuple[Rule, ...] = (
    era_missing,
    misspelt_names,
    misspelt_divisions,
    another_place,
    other_kinds_words,
    other_kind_of_self,
    issuing_building,
    misspellings,
    spread_letters,
    signs_in_words,
    words_twice,
    latin_in_words,
    damaged_codes,
)
_OF_FIGURES: tuple[Rule, ...] = (
    impossible_days,
    misspelt_months,
    undotted_months,
    backward_ranges,
    impossible_years,
    cut_years,
    mixed_digits,
    levels_of_figures,
    lambda text, _facts: counts_in_text(text),
    lambda text, _facts: counts_in_lines(text),
    lambda text, _facts: numbering_gaps((text,)),
)
"""Rules that have nothing to say of a text without a figure."""

_FIGURE = re.compile("[0-9๐-๙]")
ABOUT_ALL = frozenset({"announced-count", "numbering-gap"})
"""Codes of what is only known once the whole text is there: not said while it is being typed."""

_DONE = frozenset({"outputs", "outcomes", "caption"})
"""Fields beside the results that tell what was done, and pictures of it."""


class _Tells(Enum):
    """What a text tells of, which some rules depend on."""

    PLAN = auto()
    DONE = auto()
    RESULT = auto()
    """What was done, and not what came of it."""
    WORDING = auto()
    OWN_NAME = auto()
    """A wording that names the agency itself and no other."""


def text_findings(records: Iterable[Record], facts: TextFacts) -> Iterator[Finding]:
    """What is wrong in the texts of records, in the order of their fields.

    What was found in a record is remembered, so that after an edit only what changed is read.
    """
    for record in records:
        yield from _of_record(Same(record), facts)


def typed_findings(record: Record, facts: TextFacts) -> tuple[Finding, ...]:
    """What is wrong in the texts of one record as they are being typed: each text is remembered by
    itself, so that after a key only the text in hand is read."""
    return _read(Same(record), facts)


@lru_cache(maxsize=4096)
def _of_record(same: Same[Record], facts: TextFacts) -> tuple[Finding, ...]:
    return _read(same, facts)


def _read(same: Same[Record], facts: TextFacts) -> tuple[Finding, ...]:
    record, faults = same.record, _reader(facts)
    found = [
        _told(one, record.id, field, text)
        for field, text in passages_of(same)
        for one in faults(_tells(record, field), text)
    ]
    for field in fields_of(type(record)):
        if field.kind is Kind.ITEMS:
            found += (
                _told(one, record.id, field.name, text)
                for rule in (counts_in_items, gaps_in_items)
                for text, one in rule(getattr(record, field.name))
            )
    if isinstance(record, Measure):
        found += (
            *survey_questions(record),
            *repeats_measure(record, record),
            *outcome_only_rounds(record),
        )
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4)
def _reader(facts: TextFacts) -> Callable[[_Tells, str], tuple[Fault, ...]]:
    """Reads texts against the same facts, and each of them once: many stand in many measures."""

    @lru_cache(maxsize=32768)
    def read(tells: _Tells, text: str) -> tuple[Fault, ...]:
        return tuple(_faults(tells, text, facts))

    return read


def _faults(tells: _Tells, text: str, facts: TextFacts) -> Iterator[Fault]:
    of_wording = tells in (_Tells.WORDING, _Tells.OWN_NAME)
    if of_wording:
        naming = tells is _Tells.OWN_NAME
        yield from (another_agency if naming else another_maker)(text, facts)
    if tells is _Tells.RESULT:
        yield from advice_for_results(text, facts)
    for rule in _EVERYWHERE:
        yield from rule(text, facts)
    if not _FIGURE.search(text):
        return
    yield from (year_of_wording if of_wording else other_years)(text, facts)
    if tells in (_Tells.DONE, _Tells.RESULT):
        yield from done_outside_the_year(text, facts)
    for rule in _OF_FIGURES:
        yield from rule(text, facts)


def _tells(record: Record, field: str) -> _Tells:
    """What the text of a field tells of."""
    if isinstance(record, (OwnWording, DocumentSetup)):
        name = record.name if isinstance(record, OwnWording) else field
        return _Tells.OWN_NAME if name.endswith(OWN_PLACES) else _Tells.WORDING
    if field == "results":
        return _Tells.RESULT
    return _Tells.DONE if field in _DONE else _Tells.PLAN


def _told(fault: Fault, record_id: str, field: str, text: str) -> Finding:
    """A fault of a text as a finding of its field."""
    return noted(
        fault.severity,
        fault.code,
        fault.problem,
        fault.remedy,
        record_id,
        field,
        Repair(text, fault.new) if fault.new is not None else None,
        Spot(text, *fault.span) if fault.span else Spot.whole(text),
    )
