"""Changes of scores that texts state, held against the scores of the two years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from ita_desktop.checks.noting import noted
from ita_desktop.checks.same import Same, passages_of
from ita_desktop.model.catalogue import tool_of
from ita_desktop.model.findings import Finding, Severity, Spot
from ita_desktop.model.records import Record, YearWork
from ita_desktop.model.score_names import short_name
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.scoring import TOLERANCE, TOTAL, Scores, indicator_code
from ita_desktop.thai.seeking import seeker
from ita_desktop.thai.text import fold

_CHANGE = re.compile(
    r"(?P<way>เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง)(?:จากปี\s*(?:งบประมาณ\s*)?(?:พ\.ศ\.\s*)?(?:ที่ผ่านมา|ก่อน|25[0-9]{2}))?"
    r"\s*(?:เป็นจำนวน|จำนวน)?\s*(?P<by>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s*คะแนน"
)
_SUBJECT = re.compile(
    r"ตัวชี้วัด(?:ที่)?\s*(?P<indicator>[0-9]{1,2})(?![0-9.])|(?<![a-z])(?P<tool>iit|eit|oit)(?![a-z])"
    r"|(?<![a-z])(?P<code>[ieo] ?[0-9]{1,2})(?![0-9a-z])|(?P<total>ภาพรวม|คะแนนรวม)"
)
_DOWN = ("ลดลง", "ต่ำลง")


def stated_changes(
    records: Iterable[Record], year: YearWork, known: Mapping[int, Scores]
) -> tuple[Finding, ...]:
    """Where a text says that a score rose or fell by so much, and the scores say otherwise.

    A text does not always tell which years it means: it is held against the years of the scores
    and of the action, each beside the one before, and let through where it fits either. ``known``
    are the scores of every year.
    """
    pairs = [
        (known[one - 1], known[one])
        for one in dict.fromkeys((year.action_year, year.score_year))
        if one in known and one - 1 in known
    ]
    if not pairs:
        return ()
    return tuple(finding for record in records for finding in _of_record(record, pairs))


def _of_record(record: Record, pairs: list[tuple[Scores, Scores]]) -> Iterator[Finding]:
    for field, passage, text in texts_of_scores(Same(record)):
        for stated, problem in _of_text(text, pairs):
            yield noted(
                Severity.LOOK_AT,
                "stated-change",
                problem,
                "ตรวจตัวเลขกับคะแนนของทั้งสองปี",
                record.id,
                field,
                spot=spot_of(passage, stated),
            )


@lru_cache(maxsize=4096)
def texts_of_scores(same: Same[Record]) -> tuple[tuple[str, str, str], ...]:
    """The texts of a record that speak of scores: field, text as typed, and folded."""
    return tuple(
        (field, text, fold(text))
        for field, text in passages_of(same)
        if "คะแนน" in text or "ระดับ" in text
    )


def _of_text(text: str, pairs: list[tuple[Scores, Scores]]) -> Iterator[tuple[str, str]]:
    """Changes that a folded text states and the scores do not: its words, and what is wrong."""
    for stated in _CHANGE.finditer(text):
        code = subject_of(text[: stated.start()])
        by = Decimal(stated["by"]) * (-1 if stated["way"] in _DOWN else 1)
        known = [(before, after) for before, after in pairs if _both(before, after, code)]
        changes = [_change(before, after, code) for before, after in known]
        if not code or not known or any(abs(one - by) <= TOLERANCE for one in changes):
            continue
        (before, after), real = known[0], changes[0]
        way = "เพิ่มขึ้น" if real >= 0 else "ลดลง"
        yield (
            stated[0],
            f"ข้อความบอกว่า{short_name(code)}{stated['way']} {stated['by']} คะแนน"
            f" แต่จากปี {before.year} ถึงปี {after.year} {way} {score_words(abs(real))} คะแนน",
        )


def spot_of(passage: str, folded: str) -> Spot | None:
    """Where words that were read folded stand in the text as typed."""
    pattern = seeker(folded)
    found = pattern.search(passage) if pattern else None
    return Spot(passage, *found.span()) if found else Spot.whole(passage)


def subject_of(before: str) -> str:
    """The code of the score named last before a change, or ""."""
    named = list(_SUBJECT.finditer(before))
    if not named:
        return ""
    last = named[-1]
    if last["indicator"]:
        return indicator_code(int(last["indicator"]))
    if last["tool"]:
        return last["tool"].upper()
    return TOTAL if last["total"] else last["code"].replace(" ", "").upper()


def _both(before: Scores, after: Scores, code: str) -> bool:
    """Whether both years have the score; a question only where it is the same one in both."""
    if not code or before.value(code) is None or after.value(code) is None:
        return False
    if tool_of(code) is None:
        return True
    old, new = before.catalogue.item(code), after.catalogue.item(code)
    return old is not None and new is not None and fold(old.words) == fold(new.words)


def _change(before: Scores, after: Scores, code: str) -> Decimal:
    return (after.value(code) or Decimal(0)) - (before.value(code) or Decimal(0))
