"""Sentences that a careful supervisor marks, and sentences that he lets pass, put to the checker.

``wrong.tsv`` and ``clean.tsv`` hold one a line: its kind, the office in whose file it stands (see
:mod:`tests.checks.supervisor.offices`), the field, the words. In the words `` ¶ `` parts the items
of a list, ``¶>`` puts an item below the one before it, and ``\\n`` begins a line.
Fields are those of a measure, and beside them:

- ``wording:NAME``: a document's own text; ``memo.number``: the number of the memo;
- ``analysis.FIELD``: of the first issue; ``order``: the subject of a committee's order;
- ``same:FIELD``: the field says the measure's title word for word; ``same-done:FIELD``: the title
  is the same sentence with ให้มีการ before it.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ita_desktop.documents.party_reading import exact_choice
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import DocumentSetup, IssueAnalysis, Record
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Item, Items, OrderRef, OwnText
from ita_desktop.session.checking.readiness import PART_NOT_READY, readiness
from tests.checks.supervisor.offices import FOLDER, office

RULES: Mapping[str, frozenset[str]] = {
    kind: frozenset(codes.split())
    for kind, codes in (
        ("agency-name", "misspelt-name own-kind another-agency misspelling"),
        ("place-name", "misspelt-district misspelt-province misspelling"),
        ("other-kind", "other-agency-kind"),
        ("own-kind", "own-kind"),
        ("issuer", "issuing-building"),
        ("wrong-year", "document-year other-year cover-year impossible-year"),
        ("era-missing", "era-missing"),
        ("impossible-date", "impossible-day misspelt-month misspelling"),
        ("result-before", "result-outside-year"),
        ("damaged-code", "unread-reference damaged-code"),
        ("count", "announced-count"),
        ("numbering", "numbering-gap"),
        ("spread", "spread-letters"),
        ("sign", "sign-in-word latin-in-word"),
        ("misspelling", "misspelling"),
        ("word-letter", "misspelling"),
        ("survey", "survey-question"),
        ("repeat", "result-repeats-measure"),
        ("rounds", "outcome-only-rounds"),
        ("level", "stated-level figure-level stated-score"),
        ("twice", "words-twice"),
        ("advice", "result-is-advice"),
        ("mixed-digits", "mixed-digits"),
        ("responsible", "responsible-unknown misspelling"),
    )
}
"""Which rules of the checker may catch a mistake of each kind."""

_DONE = "ให้มีการ"


@dataclass(frozen=True)
class Case:
    """One line of a file: ``kind`` is the mistake, or what a clean sentence is about."""

    kind: str
    office: str
    field: str
    words: str


def cases(name: str) -> tuple[Case, ...]:
    """The cases of ``wrong.tsv`` or ``clean.tsv``."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(Case(*line.split("\t")) for line in lines if line and not line.startswith("#"))


def said_of(case: Case) -> list[Finding]:
    """What the checker says of the office with the words in it, beyond what it says without."""
    before = office(case.office)
    return new_findings(case.office, before.after(Edit("ทดลอง", (_typed(before, case),))))


def caught(kind: str, findings: Iterable[Finding]) -> bool:
    """Whether a rule for mistakes of that kind spoke."""
    return any(one.code in RULES[kind] for one in findings)


def new_findings(key: str, after: Snapshot) -> list[Finding]:
    """What is found in a changed office that is not found in the whole one."""
    known = Counter(_base(key))
    return list((Counter(_findings(after)) - known).elements())


@cache
def _base(key: str) -> tuple[Finding, ...]:
    return tuple(_findings(office(key)))


def _findings(snapshot: Snapshot) -> Iterator[Finding]:
    found = {
        one: None for paper in readiness(snapshot, snapshot.years[0]) for one in paper.findings
    }
    return (one for one in found if one.code != PART_NOT_READY)


def _typed(snapshot: Snapshot, case: Case) -> Change:
    words = case.words.replace("\\n", "\n")
    year = snapshot.years[0]
    head, _, name = case.field.partition(":")
    if head == "wording":
        setup = DocumentSetup.of(year.id, name.partition(".")[0])
        return _change(snapshot, setup, texts=(OwnText(name, words),))
    if case.field == "memo.number":
        return _change(snapshot, DocumentSetup.of(year.id, "memo"), number=words)
    if case.field.startswith("analysis."):
        analysis = IssueAnalysis.of(year.id, 1)
        return _change(snapshot, analysis, **{case.field.removeprefix("analysis."): words})
    measure = snapshot.measures(year.id)[0]
    if head in ("same", "same-done"):
        title = (_DONE if head == "same-done" else "") + words
        return _change(snapshot, measure, title=title, **{name: (Item(words),)})
    if case.field == "order":
        return _change(snapshot, measure, responsible=(OrderRef("๑๒/๒๕๖๘", words),))
    if case.field == "responsible":
        return _change(snapshot, measure, responsible=(exact_choice(words, snapshot),))
    if case.field == "references":
        return _change(snapshot, measure, references=read_references(words, year.score_year).values)
    whole = case.field in ("title", "indicator", "note")
    return _change(snapshot, measure, **{case.field: words if whole else _items(words)})


def _change(snapshot: Snapshot, record: Record, **values: object) -> Change:
    before = snapshot.find(record.id)
    return Change(before, dataclasses.replace(before or record, **values))  # type: ignore[arg-type]


def _items(words: str) -> Items:
    made: list[Item] = []
    for part in words.split("¶"):
        if part.startswith(">"):
            top = made.pop()
            made.append(dataclasses.replace(top, items=(*top.items, Item(part[1:].strip()))))
        else:
            made.append(Item(part.strip()))
    return tuple(made)
