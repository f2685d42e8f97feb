"""Codes that a year's list does not have, stand in two issues, or in none; wordings that repeat."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from ita_desktop.checks.measures.readings import unread_references
from ita_desktop.checks.noting import noted
from ita_desktop.checks.same import Same, passages_of
from ita_desktop.model.catalogue import Catalogue, catalogue_of, item_codes, tool_of
from ita_desktop.model.findings import Finding, Severity, Spot
from ita_desktop.model.records import CatalogueYear, Issue, IssueAnalysis, Measure, YearWork
from ita_desktop.model.references import Reference, UnreadReference, format_reference
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.lists import joined
from ita_desktop.thai.text import fold

_IN_TEXT = re.compile(r"([IEOieo])(?<![A-Za-z].) ?([0-9๐-๙]{1,2})(?![0-9๐-๙A-Za-z.])")
_CALLED = re.compile(r"(?:ข้อ(?:คำถาม)?|รหัส|อ้างอิง(?:จาก)?|แบบตรวจ|แบบวัด|[IEO]IT)[\s(]*$")
_MOST_NAMED = 8
"""Codes that one finding names; of more it says how many."""


def measure_codes(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """References of the year's measures that their year's list does not have."""
    known = _catalogues(snapshot)
    wrong = cache(lambda of_year, code: _is_wrong(code, known(of_year)))
    return tuple(
        _no_such(code, known(of_year), measure.id, "references")
        for measure in snapshot.measures(year.id)
        for of_year, code in _dated_codes(Same(measure))
        if wrong(of_year, code)
    )


@lru_cache(maxsize=4096)
def _dated_codes(same: Same[Measure]) -> tuple[tuple[int, str], ...]:
    """The codes that a measure refers to, each with its year (พ.ศ.)."""
    return tuple(
        (one.year, format_reference(one))
        for one in same.record.references
        if isinstance(one, Reference) and one.year is not None
    )


def analysis_codes(snapshot: Snapshot, year: YearWork) -> tuple[Finding, ...]:
    """Codes that analyses name, as the lowest or in their texts, and the list does not have."""
    known = _catalogues(snapshot)
    catalogue = known(year.score_year)
    found: list[Finding] = []
    for issue in catalogue.issues:
        analysis = snapshot.get(IssueAnalysis, IssueAnalysis.of(year.id, issue.number).id)
        if analysis is None:
            continue
        found += _unknown(known, analysis.lowest, analysis, "lowest")
        for field in ("finding", "advice"):
            codes = codes_in(str(getattr(analysis, field)))
            found += (
                _no_such(code, catalogue, analysis.id, field)
                for code in dict.fromkeys(codes)
                if _is_wrong(code, catalogue)
            )
    return tuple(found)


def text_codes(
    snapshot: Snapshot, year: YearWork, measures: Iterable[Measure]
) -> tuple[Finding, ...]:
    """Codes that texts of measures name and that neither the year of the scores nor that of the
    assessment has, where both lists are complete."""
    known = _catalogues(snapshot)
    years = sorted({year.score_year, year.assessment_year})
    wrong = cache(lambda code: all(_is_wrong(code, known(one)) for one in years))
    return tuple(
        noted(
            Severity.LOOK_AT,
            "unknown-code",
            f"ไม่มีข้อ {code} ในบัญชี ITA ปี {' และปี '.join(map(str, years))}",
            "ตรวจรหัส หรือเพิ่มข้อนี้ในบัญชี ITA",
            measure.id,
            field,
            spot=Spot(text, start, end),
        )
        for measure in measures
        for field, text, code, start, end in _named_codes(Same(measure))
        if wrong(code)
    )


@lru_cache(maxsize=4096)
def _named_codes(same: Same[Measure]) -> tuple[tuple[str, str, str, int, int], ...]:
    """The codes that texts of a measure call questions or items, each with where it stands."""
    return tuple(
        (field, text, _code(one), *one.span())
        for field, text in passages_of(same)
        for one in _IN_TEXT.finditer(text)
        if one[1].isupper() and _CALLED.search(text, 0, one.start())
    )


def codes_in(text: str) -> list[str]:
    """The codes that a text names, as ``O34``."""
    return [_code(one) for one in _IN_TEXT.finditer(text)]


def _code(found: re.Match[str]) -> str:
    return f"{found[1].upper()}{int(to_arabic(found[2]))}"


def _catalogues(snapshot: Snapshot) -> Callable[[int], Catalogue]:
    """The catalogues of the file by year, each put together once."""
    return cache(lambda year: catalogue_of(snapshot, year))


def _unknown(
    known: Callable[[int], Catalogue],
    references: Iterable[Reference | UnreadReference],
    record: Measure | IssueAnalysis | Issue,
    field: str,
) -> Iterator[Finding]:
    for one in references:
        if isinstance(one, Reference) and one.year is not None:
            catalogue = known(one.year)
            code = format_reference(one)
            if _is_wrong(code, catalogue):
                yield _no_such(code, catalogue, record.id, field)


def _is_wrong(code: str, catalogue: Catalogue) -> bool:
    tool = tool_of(code)
    return tool is not None and catalogue.complete(tool) and catalogue.item(code) is None


def _no_such(code: str, catalogue: Catalogue, record_id: str, field: str) -> Finding:
    return noted(
        Severity.MUST_MEND,
        "unknown-code",
        f"ไม่มีข้อ {code} ในบัญชี ITA ปี {catalogue.year}",
        "ตรวจรหัสและปี หรือเพิ่มข้อนี้ในบัญชี ITA",
        record_id,
        field,
    )


def catalogue_findings(snapshot: Snapshot, year: int) -> tuple[Finding, ...]:
    """What does not fit together in the catalogue of a year (พ.ศ.)."""
    known = _catalogues(snapshot)
    catalogue = known(year)
    return (
        *(
            finding
            for issue in catalogue.issues
            for finding in (
                *unread_references(issue.codes, issue.id, "codes", year),
                *_unknown(known, issue.codes, issue, "codes"),
            )
        ),
        *_twice(catalogue),
        *_same_words(catalogue),
        *_uncovered(catalogue),
    )


def _twice(catalogue: Catalogue) -> Iterator[Finding]:
    first: dict[str, Issue] = {}
    for issue in catalogue.issues:
        for code in item_codes(issue):
            before = first.setdefault(code, issue)
            if before is not issue:
                yield noted(
                    Severity.LOOK_AT,
                    "code-in-two-issues",
                    f"ข้อ {code} อยู่ทั้งในประเด็นที่ {before.number} และประเด็นที่ {issue.number}",
                    "เก็บไว้ในประเด็นเดียว",
                    issue.id,
                    "codes",
                )


def _same_words(catalogue: Catalogue) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for item in catalogue.items:
        words = fold(item.words)
        before = first.setdefault(words, item.code)
        if words and before != item.code:
            yield noted(
                Severity.LOOK_AT,
                "same-wording",
                f"ข้อ {before} กับ {item.code} ปี {catalogue.year} ข้อความเหมือนกัน",
                "ตรวจข้อความกับแบบวัดของปีนั้น",
                item.id,
                "words",
            )


def _uncovered(catalogue: Catalogue) -> Iterator[Finding]:
    if not catalogue.issues:
        return
    covered = {code for issue in catalogue.issues for code in item_codes(issue)}
    left = [one.code for one in catalogue.items if one.code not in covered]
    if left:
        more = f" และอีก {len(left) - _MOST_NAMED} ข้อ" if len(left) > _MOST_NAMED else ""
        named = " ".join(left[:_MOST_NAMED]) + more if more else joined(left)
        yield noted(
            Severity.NOTE,
            "codes-without-issue",
            f"ยังไม่อยู่ในประเด็นใดของปี {catalogue.year}: {named}",
            "เพิ่มลงในประเด็นที่ตรงเรื่อง ถ้าจะวิเคราะห์ข้อนั้น",
            CatalogueYear.key(catalogue.year),
        )
