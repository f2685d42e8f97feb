"""Measures that say nothing of their own: survey questions, repeated rows, bare rounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ita_desktop.checks.noting import noted
from ita_desktop.checks.texts.days import MONTH_NAME
from ita_desktop.checks.texts.faults import HANGING
from ita_desktop.model.findings import Finding, Severity, Spot
from ita_desktop.model.records import Measure, RoundReport
from ita_desktop.model.repairs import item_texts
from ita_desktop.thai.text import fold

_QUESTION = re.compile(
    r"(?:มากน้อย\s*เพียง\s?(?:ใด|ไร)|(?<!ใด)หรือไม่(?!ก็)|หรือไม่อย่างไร)\s*[?)”\"]*\s*$"
)
_ADDRESSED = re.compile("หน่วยงานของท่าน|ท่าน(?:เคย|คิด|เชื่อ|เห็น|ได้รับ|สามารถ)|(?:แก่|ต่อ)ท่าน")
"""Words by which a survey speaks to whoever answers it."""

_ROUND = re.compile("รอบ|ไตรมาส|เดือน")
_ROUNDS = re.compile(
    r"(?:รายงาน|ติดตาม|กำกับ|การ|ดำเนิน|ผล|ครั้ง|และ|รอบ|ราย|ทุก|ไตรมาส|เดือน|ที่|ปีละ|ปีงบประมาณ|พ\.ศ\."
    rf"|ถึง|ระหว่าง|{MONTH_NAME}|[0-9\s,./()–-])+"
)
_REPORTED = re.compile(r"รายงานผล(?:การดำเนิน(?:งาน|การ))?(?:\s?ตาม(?!ที่)[^0-9]{0,80}?)?")
"""What stands before the rounds of a measure: that its results are reported."""

_REPORTED_ROUNDS = re.compile(
    rf"{_REPORTED.pattern}(?:[\s:–-]*(?:และ)?รอบ\s?[0-9]{{1,2}}\s?เดือน)+\s*"
)


def survey_questions(measure: Measure) -> Iterator[Finding]:
    """A measure that is the question of the survey: it asks where it should say what is done."""
    for field, text in (
        ("title", measure.title),
        *(("sub_measures", one) for one in item_texts(measure.sub_measures)),
    ):
        if _QUESTION.search(text) or _ADDRESSED.search(text):
            yield noted(
                Severity.LOOK_AT,
                "survey-question",
                f"“{_end(text)}” เป็นข้อคำถามของแบบวัด ไม่ใช่มาตรการ",
                "เขียนสิ่งที่หน่วยงานจะทำเพื่อให้คะแนนข้อนี้ดีขึ้น",
                measure.id,
                field,
                spot=Spot.whole(text),
            )


def questions_as_measures(
    measures: Sequence[Measure], questions: Mapping[str, str]
) -> Iterator[Finding]:
    """Measures whose name is, word for word, a question of the survey; ``questions`` are codes by
    what :func:`asked` makes of their words."""
    for measure in measures:
        code = questions.get(asked(measure.title))
        if code and not _QUESTION.search(measure.title):
            yield noted(
                Severity.LOOK_AT,
                "survey-question",
                f"“{_end(measure.title)}” เป็นข้อคำถาม {code} ของแบบวัด ไม่ใช่มาตรการ",
                "เขียนสิ่งที่หน่วยงานจะทำเพื่อให้คะแนนข้อนี้ดีขึ้น",
                measure.id,
                "title",
                spot=Spot.whole(measure.title),
            )


def asked(text: str) -> str:
    """The words of a question for comparing, without how it ends."""
    return _QUESTION.sub("", fold(text)).replace(" ", "")


def outcome_only_rounds(record: Measure | RoundReport) -> Iterator[Finding]:
    """Outcomes that only name rounds of monitoring."""
    outcomes = list(item_texts(record.outcomes))
    rounds = [_only_rounds(one) for one in outcomes]
    if any(rounds) and all(
        only or _REPORTED.fullmatch(fold(one)) for only, one in zip(rounds, outcomes, strict=True)
    ):
        yield noted(
            Severity.LOOK_AT,
            "outcome-only-rounds",
            f"ผลลัพธ์มีเพียงรอบการติดตาม “{outcomes[0]}”",
            "เขียนสิ่งที่ดีขึ้นเพราะมาตรการนี้ รอบการติดตามกรอกในช่องการกำกับติดตาม",
            record.id,
            "outcomes",
            spot=Spot.whole(outcomes[0]),
        )


def repeated_measures(measures: Sequence[Measure]) -> Iterator[Finding]:
    """Measures with the same name as one before them."""
    first: dict[str, int] = {}
    for place, measure in enumerate(measures, 1):
        field = "title" if measure.title else "sub_measures"
        text = measure.title or "\n".join(item_texts(measure.sub_measures))
        name = fold(text).replace(" ", "")
        if name and first.setdefault(name, place) != place:
            yield noted(
                Severity.LOOK_AT,
                "repeated-measure",
                f"ชื่อซ้ำกับมาตรการที่ {first[name]}",
                "ลบรายการที่ซ้ำ หรือแก้ชื่อให้ต่างกัน",
                measure.id,
                field,
                spot=Spot.whole(measure.name),
            )


def _only_rounds(text: str) -> bool:
    said = fold(text)
    bare = _ROUNDS.fullmatch(said) and _ROUND.search(said)
    return bool(bare or _REPORTED_ROUNDS.fullmatch(said))


def _end(text: str, limit: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"…{line[-limit:].lstrip(HANGING)}"
