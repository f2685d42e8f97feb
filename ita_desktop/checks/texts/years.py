"""Years in free text: other years than the work's, years without an era, days outside the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.checks.texts.days import LAST_YEAR, MONTH_NAME, MONTH_SIGNS, slip
from ita_desktop.checks.texts.faults import Fault, TextFacts, replaced, says_any
from ita_desktop.model.findings import Severity
from ita_desktop.thai.dates import BUDDHIST_OFFSET, buddhist_year, fiscal_year_span
from ita_desktop.thai.digits import like_typed, to_arabic
from ita_desktop.thai.months import month_number

_DIGIT = "[0-9๐-๙]"
_ERA = r"(?:\s*พ\.\s?ศ\.)"
_YEAR = re.compile(
    rf"(?:ปีงบประมาณ|ประจำปี|(?<![ก-๎])ปี|ในปี|ปีที่(?:ผ่านมา|แล้ว)){_ERA}?\s*(?P<year>[2๒][5-6๕-๖]{_DIGIT}{{2}})(?!{_DIGIT})"
    rf"(?!\s*[-–—]|\s*(?:ถึง|และ))"
)
_ANY_YEAR = re.compile(rf"(?<![0-9๐-๙/])[2๒][5๕]{_DIGIT}{{2}}(?!{_DIGIT})")
_SINCE = re.compile(r"(?:ตั้งแต่|นับแต่|เริ่ม(?:ใน)?|เมื่อ)\s*$")
_ROW = 3
"""Different years from which a text compares years rather than naming one."""

_RANGE_BEFORE = re.compile(r"(?:[-–—]|ถึง|และ)\s*$")
_COMPARED = re.compile(r"(?:เทียบ\S*|กับ|จาก|กว่า|เดิม|ตั้งแต่|นับแต่)\s*$")
_NO_ERA = re.compile(
    rf"ปีงบประมาณ\s*(?P<year>[2๒][5-6๕-๖]{_DIGIT}{{2}}(?!{_DIGIT})|[5-7๕-๗]{_DIGIT}(?![0-9๐-๙.,/])"
    r"|\{(?:action|score|assessment)_year\})"
)
_WHEN = (
    rf"(?:(?P<day>{_DIGIT}{{1,2}})\s*(?:[-–—]\s*{_DIGIT}{{1,2}}\s*)?)?(?P<month>{MONTH_NAME}){_ERA}?\s*"
    rf"(?P<year>[2๒][5๕]{_DIGIT}{{2}}|(?<=\.)\s?[5-7๕-๗]{_DIGIT})(?!{_DIGIT})"
)
_DONE = re.compile(
    rf"(?P<lead>ตั้งแต่(?:วันที่|เดือน)?|เมื่อวันที่|ระหว่างวันที่|วันที่(?<!\Sวันที่)|เมื่อเดือน|ในเดือน|เมื่อ)\s*{_WHEN}"
)
_NOT_DONE = re.compile(
    r"(?:จาก|เดิม|ค้าง|เทียบ|ก่อนหน้า|ปีก่อน|ตั้งแต่|นับแต่|ถึง|ระหว่าง|มีผล|ประกาศ|คำสั่ง|หนังสือ|ระเบียบ|มติ"
    r"|ผลการประเมิน|บันทึก)[^\n]{0,40}$"
)
"""What stands before a date that is not that of the act: of a paper, or of how it was before."""

_SURE = "เมื่อวันที่"
_BEGUN = "ตั้งแต่"
_AGAIN = re.compile(rf"(?:{MONTH_NAME}){_ERA}?\s*{_DIGIT}{{2}}")


def other_years(text: str, facts: TextFacts) -> Iterator[Fault]:
    """Years further than one from the three of the work; laws, and years set side by side, are
    let be."""
    named = list(_YEAR.finditer(text)) if "ปี" in text else []
    if not named or len(set(_ANY_YEAR.findall(text))) >= _ROW:
        return
    years = facts.years
    for found in named:
        year = int(to_arabic(found["year"]))
        if "ศ" in found[0] and year > LAST_YEAR:
            continue  # told as a year that cannot be
        before = text[: found.start()]
        if _RANGE_BEFORE.search(before) or _SINCE.search(before):
            continue
        if years[0] - 1 <= year <= years[-1] + 1:
            continue
        meant = [one for one in years if slip(one, year)]
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
    """Years typed into a document's wording that are none of the three of the work; those it
    compares with are let be."""
    named = list(_YEAR.finditer(text))
    compares = len(set(_ANY_YEAR.findall(text))) >= _ROW
    for found in named:
        year, before = int(to_arabic(found["year"])), text[: found.start()]
        spared = _RANGE_BEFORE.search(before) or compares or _COMPARED.search(before)
        if year not in facts.years and not spared:
            yield Fault(
                Severity.MUST_MEND,
                "document-year",
                f"ถ้อยคำของเอกสารบอกปี {year} แต่งานนี้เป็นของปี {_listed(facts.years)}",
                "ใช้ช่องเติมปีแทนการพิมพ์เลขปี จะได้ตรงกับงานทุกปี",
                span=found.span("year"),
            )


def era_missing(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """``ปีงบประมาณ ๒๕๖๙`` without พ.ศ., and ``ปีงบประมาณ ๖๙``."""
    for found in _NO_ERA.finditer(text):
        year = found["year"]
        whole = like_typed(f"25{to_arabic(year)}", year) if len(year) == 2 else year
        yield Fault(
            Severity.LOOK_AT,
            "era-missing",
            f"“ปีงบประมาณ {year}” ขาด พ.ศ. ควรเป็น “ปีงบประมาณ พ.ศ. {whole}”",
            "เติม พ.ศ. หน้าเลขปี",
            replaced(text, *found.span(), f"ปีงบประมาณ พ.ศ. {whole}"),
            found.span(),
        )


def done_outside_the_year(text: str, facts: TextFacts) -> Iterator[Fault]:
    """What was done on a day or in a month before the action year or after it."""
    if not says_any(text, MONTH_SIGNS):
        return
    first, last = fiscal_year_span(facts.action_year)
    for found in _DONE.finditer(text):
        year = buddhist_year(to_arabic(found["year"].strip()))
        sure = found["lead"] == _SURE
        if year is None or not (sure or not _NOT_DONE.search(text[: found.start()])):
            continue
        if found["lead"].startswith(_BEGUN) and _AGAIN.search(text, found.end()):
            continue  # begun then, and told when it was done
        when = (year - BUDDHIST_OFFSET, month_number(found["month"]))
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


def _listed(years: tuple[int, ...]) -> str:
    return " หรือ ".join(map(str, years))
