"""Years and days in free text: other years than the work's, days that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ita_desktop.checks.texts.faults import Fault, TextFacts, replaced
from ita_desktop.model.findings import Severity
from ita_desktop.thai.dates import day_problem, fiscal_year_span
from ita_desktop.thai.digits import like_typed, to_arabic
from ita_desktop.thai.months import MONTHS, SHORT_MONTHS

_DIGIT = "[0-9๐-๙]"
_ERA = r"(?:\s*พ\.\s?ศ\.)"
_YEAR = re.compile(
    rf"(?:ปีงบประมาณ|ประจำปี|(?<![ก-๎])ปี|ในปี){_ERA}?\s*(?P<year>[2๒][5-6๕-๖]{_DIGIT}{{2}})(?!{_DIGIT})"
    rf"(?!\s*[-–—]|\s*(?:ถึง|และ))"
)
_ROW = 3
"""Different years from which a text compares years rather than naming one."""

_RANGE_BEFORE = re.compile(r"(?:[-–—]|ถึง|และ)\s*$")
_NO_ERA = re.compile(rf"ปีงบประมาณ\s*(?=[2๒][5-6๕-๖]{_DIGIT}{{2}}(?!{_DIGIT}))")
_MONTH = "|".join(re.escape(name) for name in chain(MONTHS, SHORT_MONTHS))
_DAY = re.compile(
    rf"(?<!{_DIGIT})(?<![/.])(?P<day>{_DIGIT}{{1,2}})\s*(?:เดือน\s*)?(?P<month>{_MONTH})"
    rf"(?:{_ERA}?\s*(?P<year>[2๒]{_DIGIT}{{3}})(?!{_DIGIT}))?"
)
_DONE = re.compile(
    rf"เมื่อวันที่\s*(?P<day>{_DIGIT}{{1,2}})\s*(?P<month>{_MONTH}){_ERA}?\s*(?P<year>[2๒]{_DIGIT}{{3}})"
)


def other_years(text: str, facts: TextFacts) -> Iterator[Fault]:
    """Years further than one from the three of the work; laws, and years set side by side, are
    let be."""
    years = facts.years
    named = list(_YEAR.finditer(text))
    if len({found["year"] for found in named}) >= _ROW:
        return
    for found in named:
        year = int(to_arabic(found["year"]))
        if years[0] - 1 <= year <= years[-1] + 1 or _RANGE_BEFORE.search(text[: found.start()]):
            continue
        meant = [one for one in years if _slip(one, year)]
        hint = meant or years
        start, end = found.span("year")
        words = like_typed(str(hint[0]), found["year"])
        yield Fault(
            Severity.LOOK_AT,
            "other-year",
            f"ข้อความบอกปี {year} แต่งานนี้เป็นของปี {_listed(years)}",
            f"ถ้าพิมพ์ผิด น่าจะเป็น {_listed(tuple(hint))}",
            replaced(text, start, end, words) if len(meant) == 1 else None,
            found.span(),
        )


def year_of_wording(text: str, facts: TextFacts) -> Iterator[Fault]:
    """Years typed into a document's wording that are none of the three of the work."""
    for found in _YEAR.finditer(text):
        year = int(to_arabic(found["year"]))
        if year not in facts.years and not _RANGE_BEFORE.search(text[: found.start()]):
            yield Fault(
                Severity.MUST_MEND,
                "document-year",
                f"ถ้อยคำของเอกสารบอกปี {year} แต่งานนี้เป็นของปี {_listed(facts.years)}",
                "ใช้ช่องเติมปีแทนการพิมพ์เลขปี จะได้ตรงกับงานทุกปี",
                span=found.span("year"),
            )


def era_missing(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """``ปีงบประมาณ ๒๕๖๙`` without พ.ศ."""
    for found in _NO_ERA.finditer(text):
        year = text[found.end() : found.end() + 4]
        yield Fault(
            Severity.LOOK_AT,
            "era-missing",
            f"“ปีงบประมาณ {year}” ขาด พ.ศ. ควรเป็น “ปีงบประมาณ พ.ศ. {year}”",
            "เติม พ.ศ. หน้าเลขปี",
            replaced(text, found.start(), found.end(), "ปีงบประมาณ พ.ศ. "),
            (found.start(), found.end() + len(year)),
        )


def impossible_days(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """Days that the month does not have."""
    for found in _DAY.finditer(text):
        day, month = int(to_arabic(found["day"])), _month(found["month"])
        year = int(to_arabic(found["year"])) if found["year"] else None
        if problem := day_problem(day, month, year):
            yield Fault(
                Severity.MUST_MEND,
                "impossible-day",
                f"“{found[0]}” ไม่มีในปฏิทิน: {problem}",
                "ตรวจวันที่กับเอกสารต้นเรื่อง",
                span=found.span(),
            )


def done_before_the_year(text: str, facts: TextFacts) -> Iterator[Fault]:
    """What was done on a day before the action year or after it."""
    first, last = fiscal_year_span(facts.action_year)
    for found in _DONE.finditer(text):
        when = (int(to_arabic(found["year"])) - 543, _month(found["month"]))
        if (first.year, first.month) <= when <= (last.year, last.month):
            continue
        where = "ก่อน" if when < (first.year, first.month) else "หลัง"
        yield Fault(
            Severity.LOOK_AT,
            "result-outside-year",
            f"“{found[0]}” อยู่{where}ปีงบประมาณ พ.ศ. {facts.action_year}"
            f" ซึ่งเริ่ม 1 ตุลาคม {facts.action_year - 1} ถึง 30 กันยายน {facts.action_year}",
            "ตรวจปีของวันที่ หรือรายงานเฉพาะสิ่งที่ทำในปีนี้",
            span=found.span(),
        )


def _month(name: str) -> int:
    names = MONTHS if name in MONTHS else SHORT_MONTHS
    return names.index(name) + 1


def _slip(one: int, other: int) -> bool:
    """Whether one digit differs, or two neighbours stand the wrong way round."""
    left, right = str(one), str(other)
    differing = [at for at in range(4) if left[at] != right[at]]
    turned = len(differing) == 2 and sorted(left) == sorted(right)
    return len(differing) == 1 or turned


def _listed(years: tuple[int, ...]) -> str:
    return " หรือ ".join(map(str, years))
