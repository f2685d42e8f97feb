"""Days, months and years in free text that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ita_desktop.checks.texts.faults import Fault, TextFacts, replaced, says_any
from ita_desktop.model.findings import Severity
from ita_desktop.thai.dates import BUDDHIST_OFFSET, day_problem, month_problem
from ita_desktop.thai.digits import like_typed, to_arabic
from ita_desktop.thai.months import MONTHS, SHORT_MONTHS, month_number
from ita_desktop.thai.nearness import slip_distance

_DIGIT = "[0-9๐-๙]"
_ERA = r"(?:\s*พ\.\s?ศ\.)"
MONTH_NAME = "|".join(re.escape(name) for name in chain(MONTHS, SHORT_MONTHS))
"""A pattern of every month, in full and abbreviated."""

MONTH_SIGNS = ("าคม", "ายน", "พันธ์", ".ค.", ".ย.", ".พ.")
"""One of them is in every name of a month."""

_BARE = tuple(name.replace(".", "") for name in SHORT_MONTHS)
"""Abbreviated months without their dots."""

_FIRST = rf"{_DIGIT}(?<![0-9๐-๙/.].)"
"""The first figure of a number; what stands before it is asked behind it, which is quicker."""

_DAY = re.compile(
    rf"(?P<day>{_FIRST}{_DIGIT}?)\s*(?:เดือน\s*)?(?P<month>{MONTH_NAME})"
    rf"(?:{_ERA}?\s*(?P<year>[2๒]{_DIGIT}{{3}})(?!{_DIGIT}))?"
)
_NUMERIC = re.compile(
    rf"(?P<day>{_FIRST}{_DIGIT}?)/(?P<month>{_DIGIT}{{1,2}})/"
    rf"(?P<year>[2๒][5๕]{_DIGIT}{{2}}"
    rf"|(?<=วันที่ ../../)[5-7๕-๗]{_DIGIT}|(?<=วันที่ ./../)[5-7๕-๗]{_DIGIT})"
    rf"(?![{'0-9๐-๙'}/])"
)
_ODD_MONTH = re.compile(
    rf"(?:(?P<day>{_FIRST}{_DIGIT}?)\s+(?:เดือน\s*)?|เดือน\s*)(?P<month>[ก-๎]{{4,12}})"
    rf"{_ERA}?\s+(?P<year>[2๒][5๕]{_DIGIT}{{2}})(?!{_DIGIT})"
)
_CUT_MONTH = re.compile(
    rf"วันที่\s*(?P<day>{_DIGIT}{{1,2}})\s+(?P<month>[ก-ฮ]\.?){_ERA}?\s+(?P<year>[2๒][5๕]{_DIGIT}{{2}})(?!{_DIGIT})"
)
_UNDOTTED = re.compile(
    rf"(?P<day>{_FIRST}{_DIGIT}?)\s*(?P<month>{'|'.join(_BARE)})\.?\s*"
    rf"(?P<year>[2๒][5๕]{_DIGIT}{{2}}|[5-7๕-๗]{_DIGIT})(?!{_DIGIT})"
)
_CUT_YEAR = re.compile(
    rf"(?P<day>{_DIGIT}(?<!{_DIGIT}.){_DIGIT}?)\s*(?:{MONTH_NAME}){_ERA}?\s*(?P<year>[2๒][5๕]{_DIGIT})(?!{_DIGIT})"
    r"(?!\s*(?:คน|ราย|เรื่อง|ครั้ง|ชุด|แห่ง|บาท|ครัวเรือน|หลัง|คัน|ฉบับ|เล่ม|ต้น|ตัว|จุด))"
)
_DAYS = re.compile(
    rf"(?:วันที่|ระหว่าง)\s*(?P<words>(?P<first>{_DIGIT}{{1,2}})\s*[-–—]\s*(?P<last>{_DIGIT}{{1,2}})\s*(?:{MONTH_NAME}))"
)
_ONE_MONTH = rf"(?:{MONTH_NAME}){_ERA}?\s*(?:[2๒][5๕])?[5-7๕-๗]{_DIGIT}(?!{_DIGIT})"
_MONTHS = re.compile(rf"(?P<first>{_ONE_MONTH})\s*(?:[-–—]|ถึง)\s*(?P<last>{_ONE_MONTH})")
_MONTH_OF = re.compile(rf"(?P<month>{MONTH_NAME}){_ERA}?\s*(?P<year>{_DIGIT}+)")
_SPACED_YEAR = re.compile(rf"\s[2๒][5๕]{_DIGIT}{{2}}")
_JOINTS = ("-", "–", "—", "ถึง")
_NEAR = 2
"""Characters by which a word may differ from a month's name to be taken for it."""

_YEAR = re.compile(
    rf"(?:(?P<era>พ\.\s?ศ\.)|(?:{MONTH_NAME}))\s*(?P<year>{_DIGIT}{{4}})(?!{_DIGIT})"
)
_ODD_YEAR = re.compile(
    rf"{_DIGIT}(?:(?<![2๒]){_DIGIT}|(?<=[2๒])[0-26-9๐-๒๖-๙]){_DIGIT}{{2}}(?!{_DIGIT})"
)
"""Four figures that are no year from 2300 to 2599."""

_FIRST_YEAR, LAST_YEAR = 2300, 2600
"""Years พ.ศ. that an office may name, from old laws to far plans."""

_COMMON_ERA = range(1900, 2101)


def impossible_days(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """Days that the month does not have, by its name or its number."""
    for found in _DAY.finditer(text) if says_any(text, MONTH_SIGNS) else ():
        year = int(to_arabic(found["year"])) if found["year"] else None
        if year is not None and not _FIRST_YEAR <= year <= LAST_YEAR:
            year = None
        yield from _impossible(found, day_problem(_day(found), month_number(found["month"]), year))
    for found in _NUMERIC.finditer(text) if "/" in text else ():
        month, year = int(to_arabic(found["month"])), int(to_arabic(found["year"]))
        year += 2500 if year < 100 else 0
        problem = month_problem(str(month), None) if not 1 <= month <= 12 else ""
        yield from _impossible(found, problem or day_problem(_day(found), month, year))


def misspelt_months(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """``๒๙ สี่นาคม ๒๕๖๙``, ``วันที่ ๗ ก ๒๕๖๙``: a month, by where it stands, under no name of one."""
    if not _SPACED_YEAR.search(text):
        return
    for found in _CUT_MONTH.finditer(text):
        yield Fault(
            Severity.MUST_MEND,
            "misspelt-month",
            f"“{found[0]}” ชื่อเดือนไม่ครบ",
            "พิมพ์ชื่อเดือนให้เต็ม",
            span=found.span("month"),
        )
    for found in _ODD_MONTH.finditer(text):
        word = found["month"]
        if word in MONTHS or any(name in word and word != name + name[-1] for name in MONTHS):
            continue
        distances = sorted((slip_distance(word, name), name) for name in MONTHS)
        (distance, right), (second, _other) = distances[:2]
        if distance > _NEAR or distance == second:
            continue
        problem = f"ไม่มีเดือน “{word}” น่าจะเป็น “{right}”"
        if found["day"] and (wrong := day_problem(_day(found), month_number(right), None)):
            problem = f"{problem} และ{wrong}"
        start, end = found.span("month")
        yield Fault(
            Severity.MUST_MEND,
            "misspelt-month",
            problem,
            f"แก้เป็น “{right}”",
            replaced(text, start, end, right),
            (start, end),
        )


def backward_ranges(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """``วันที่ ๒๘ - ๓ มีนาคม`` and ``ต.ค. ๖๙ - ก.ย. ๖๙``: an end before its start."""
    if not (says_any(text, MONTH_SIGNS) and says_any(text, _JOINTS)):
        return
    for found in _DAYS.finditer(text):
        if int(to_arabic(found["first"])) > int(to_arabic(found["last"])):
            yield _backward(found["words"], found.span("words"))
    for found in _MONTHS.finditer(text):
        if _when(found["first"]) > _when(found["last"]):
            yield _backward(found[0], found.span())


def _when(words: str) -> tuple[int, int]:
    """The year, in two figures, and the month that words name."""
    found = _MONTH_OF.match(words)
    if found is None:
        return (0, 0)
    return int(to_arabic(found["year"])) % 100, month_number(found["month"])


def _backward(words: str, span: tuple[int, int]) -> Fault:
    return Fault(
        Severity.MUST_MEND,
        "end-before-start",
        f"“{words}” วันสิ้นสุดอยู่ก่อนวันเริ่ม",
        "ตรวจวัน เดือน และปีของทั้งสองข้าง",
        span=span,
    )


def undotted_months(text: str, _facts: TextFacts) -> Iterator[Fault]:
    """``๕ มค. ๒๕๖๙``: an abbreviated month without its dots."""
    for found in _UNDOTTED.finditer(text):
        start, end = found.span("month")
        end += text.startswith(".", end)
        right = SHORT_MONTHS[_BARE.index(found["month"])]
        yield Fault(
            Severity.LOOK_AT,
            "misspelt-month",
            f"ชื่อย่อเดือน “{text[start:end]}” ที่ถูกคือ “{right}”",
            f"แก้เป็น “{right}”",
            replaced(text, start, end, right),
            (start, end),
        )


def impossible_years(text: str, facts: TextFacts) -> Iterator[Fault]:
    """``พ.ศ. ๒๐๒๖`` and ``มีนาคม ๒๙๖๙``: years that are none of the Buddhist era."""
    if not _ODD_YEAR.search(text):
        return
    for found in _YEAR.finditer(text):
        year = int(to_arabic(found["year"]))
        if _FIRST_YEAR <= year <= LAST_YEAR:
            continue
        common = year in _COMMON_ERA
        meant = [year + BUDDHIST_OFFSET] if common else [y for y in facts.years if slip(y, year)]
        start, end = found.span("year")
        sure = f" น่าจะเป็น {' หรือ '.join(map(str, meant))}" if meant else ""
        yield Fault(
            Severity.MUST_MEND if found["era"] or not common else Severity.LOOK_AT,
            "impossible-year",
            f"“{found[0]}” ไม่ใช่ปี พ.ศ. ที่ใช้ได้{sure}",
            "พิมพ์ปีเป็น พ.ศ. ให้ถูก",
            replaced(text, start, end, like_typed(str(meant[0]), found["year"]))
            if len(meant) == 1
            else None,
            found.span(),
        )


def cut_years(text: str, facts: TextFacts) -> Iterator[Fault]:
    """``๒๙ มีนาคม ๒๕๖``: a year of which a figure is missing."""
    if not says_any(text, MONTH_SIGNS):
        return
    for found in _CUT_YEAR.finditer(text):
        cut = to_arabic(found["year"])
        meant = [one for one in facts.years if str(one).startswith(cut)]
        hint = f" น่าจะเป็น {' หรือ '.join(map(str, meant))}" if meant else ""
        yield Fault(
            Severity.MUST_MEND,
            "impossible-year",
            f"“{found[0]}” ปีมีเพียงสามหลัก{hint}",
            "พิมพ์ปี พ.ศ. ให้ครบสี่หลัก",
            span=found.span("year"),
        )


def slip(one: int, other: int) -> bool:
    """Whether two years differ by one digit, or by two neighbours the wrong way round."""
    left, right = str(one), str(other)
    differing = [at for at in range(4) if left[at] != right[at]]
    turned = len(differing) == 2 and sorted(left) == sorted(right)
    return len(differing) == 1 or turned


def _impossible(found: re.Match[str], problem: str) -> Iterator[Fault]:
    if problem:
        yield Fault(
            Severity.MUST_MEND,
            "impossible-day",
            f"“{found[0]}” ไม่มีในปฏิทิน: {problem}",
            "ตรวจวันที่กับเอกสารต้นเรื่อง",
            span=found.span(),
        )


def _day(found: re.Match[str]) -> int:
    return int(to_arabic(found["day"]))
