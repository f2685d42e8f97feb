"""Levels and scores that texts state, held against the scores of the year they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ita_desktop.checks.noting import noted
from ita_desktop.checks.same import Same
from ita_desktop.checks.scores.stated_changes import spot_of, subject_of, texts_of_scores
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import Record
from ita_desktop.model.score_names import short_name
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.scoring import TOLERANCE, Scores
from ita_desktop.thai.text import fold

_YEAR = re.compile(r"(?:ปี|ปีงบประมาณ|ประจำปี)\s*(?:พ\.\s?ศ\.\s*)?(25[0-9]{2})")
_OTHERS = re.compile(r"\{(?:action|assessment)_year\}|ปีก่อน|ปีที่ผ่านมา")
"""What names another year than that of the scores without a figure."""

_WISHED = re.compile(r"(?:เป้าหมาย|เพื่อ|ให้|ยกระดับ|คาด|มุ่ง|ควร|จะ|เกณฑ์|หาก|ถ้า|หมายถึง)[^\n]{0,40}$")
"""What stands before a level that is aimed at or explained, not reached."""

_STATED = re.compile(
    r"(?P<subject>ภาพรวม|คะแนนรวม|ตัวชี้วัด(?:ที่)?\s*[0-9]{1,2}"
    r"|(?<![a-z])(?:iit|eit|oit)(?![a-z])|(?<![a-z])[ieo] ?[0-9]{1,2})"
    r"\s*(?:(?:ได้รับ|ได้|มี|คะแนน|เฉลี่ย|เท่ากับ|จำนวน|อยู่ที่|คือ)\s*){0,4}(?P<value>[0-9]{1,3}\.[0-9]{2})\s*คะแนน"
)


def stated_scores(
    records: Iterable[Record], known: Mapping[int, Scores], score_year: int
) -> tuple[Finding, ...]:
    """Where a text says of a level or a score what the scores do not give.

    A text is of the last year (พ.ศ.) named before, else of ``score_year``; ``known`` are the scores
    of every year.
    """
    return tuple(finding for record in records for finding in _of_record(record, known, score_year))


def _of_record(record: Record, known: Mapping[int, Scores], score_year: int) -> Iterator[Finding]:
    for field, passage, text in texts_of_scores(Same(record)):
        for stated in _STATED.finditer(text):
            scores = _meant(text[: stated.start()], known, score_year)
            code = subject_of(stated["subject"])
            value = scores.value(code) if scores else None
            if scores and value is not None and abs(value - Decimal(stated["value"])) > TOLERANCE:
                yield noted(
                    Severity.LOOK_AT,
                    "stated-score",
                    f"ข้อความบอกว่า{short_name(code)}ได้ {stated['value']}"
                    f" แต่คะแนนของปี {scores.year} คือ {score_words(value)}",
                    "ตรวจตัวเลขกับคะแนนในหน้าคะแนน ITA",
                    record.id,
                    field,
                    spot=spot_of(passage, stated["value"]),
                )
        yield from _levels(record, field, passage, text, known, score_year)


def _levels(
    record: Record,
    field: str,
    passage: str,
    text: str,
    known: Mapping[int, Scores],
    score_year: int,
) -> Iterator[Finding]:
    names = {fold(one.name) for scores in known.values() for one in scores.catalogue.levels}
    if not names or "ระดับ" not in text:
        return
    among = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    for stated in re.finditer(rf"ระดับ\s*[“\"]?({among})", text):
        before = text[: stated.start()]
        scores = _meant(before, known, score_year)
        level = scores.level() if scores else None
        if scores is None or level is None or _WISHED.search(before):
            continue
        if fold(level.name) != stated[1]:
            yield noted(
                Severity.MUST_MEND if level.certain else Severity.LOOK_AT,
                "stated-level",
                f"ข้อความบอกระดับ “{stated[1]}” แต่คะแนนของปี {scores.year} ให้ระดับ “{level.name}”",
                f"แก้เป็น “{level.name}” หรือใช้ช่องเติม {{level}}",
                record.id,
                field,
                spot=spot_of(passage, stated[1]),
            )


def _meant(before: str, known: Mapping[int, Scores], score_year: int) -> Scores | None:
    """The scores of the year that a text names last; of the work where it names none."""
    years = _YEAR.findall(before)
    if years:
        return known.get(int(years[-1]))
    return None if _OTHERS.search(before) else known.get(score_year)
