"""The board of completeness: for every document what has to be there, what is, and what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ita_desktop.checks.papers.required_elements import ElementState, element_states
from ita_desktop.documents.build import context_of, setup_of
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import (
    Division,
    Evidence,
    IssueAnalysis,
    Measure,
    Office,
    Record,
    RoundReport,
    Score,
    ScoreYear,
    YearWork,
)
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.checking.readiness import PART_NOT_READY, Readiness
from ita_desktop.thai.digits import to_thai, to_thai_but_codes


class Standing(Enum):
    """How one line of the board stands."""

    THERE = "มีครบ"
    LOOK = Severity.LOOK_AT.label
    NOTE = Severity.NOTE.label
    """Nothing is wrong; something will be written or put in by hand, say."""
    MISSING = "ต้องแก้ไข"
    ASK = "ตรวจด้วยตนเอง"
    """The program cannot tell."""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One thing that has to be in a document: what it is called, how it stands, ``told`` in words,
    what was found of it, and of a required element where it comes from (``source``)."""

    words: str
    standing: Standing
    told: str
    findings: tuple[Finding, ...] = ()
    source: str = ""
    item: str = ""
    option: str = ""
    """The option of the document in which it is filled, where it is one."""


@dataclass(frozen=True, slots=True)
class Board:
    """One document with its lines, what its item requires first."""

    readiness: Readiness
    lines: tuple[BoardLine, ...]


@dataclass(frozen=True, slots=True)
class _Need:
    """What a document needs of itself: for which kinds, and which findings are about it."""

    words: str
    asked: Callable[[DocumentKind], bool]
    about: Callable[[Finding, type[Record] | None], bool]
    field: str = ""
    """The option in which it is filled."""


def _option(words: str, field: str, *codes: str) -> _Need:
    return _Need(
        words,
        lambda kind: field in kind.options,
        lambda finding, _kind: finding.field == field or finding.code in codes,
        field,
    )


def _of_records(
    words: str,
    asked: Callable[[DocumentKind], bool],
    *kinds: type[Record],
    codes: Sequence[str] = (),
) -> _Need:
    return _Need(words, asked, lambda finding, kind: kind in kinds or finding.code in codes)


_NEEDS: tuple[_Need, ...] = (
    _of_records(
        "ข้อมูลของมาตรการ",
        lambda kind: kind.paper is not None,
        Measure,
        RoundReport,
        codes=("no-measures", "missing-status", "missing-results", "cannot-without-reason"),
    ),
    _of_records(
        "คะแนนผลการประเมิน",
        lambda kind: kind.about_scores,
        Score,
        ScoreYear,
        codes=("no-scores", "missing-score", "indicator-without-measure"),
    ),
    _of_records(
        "ผลการวิเคราะห์ทุกประเด็น",
        lambda kind: kind.id == "analysis",
        IssueAnalysis,
        codes=("no-issues", "no-analysis", "issue-without-measure"),
    ),
    _of_records(
        "ภาพหลักฐานและคำบรรยาย",
        lambda kind: kind.needs == "evidence",
        Evidence,
        codes=("no-evidence",),
    ),
    _Need(
        "เอกสารในเล่มพร้อม", lambda kind: kind.bundle, lambda one, _kind: one.code == PART_NOT_READY
    ),
    _option("แบบตาราง", "layout", "no-columns", "layout-column-gone"),
    _option("ส่วนราชการเจ้าของเรื่อง", "division_id"),
    _option("วันที่", "dated", "date-blank"),
    _option("ผู้ลงนาม", "signers", "missing-signers", "signer-not-executive", "signer-unnamed"),
    _option("ความเห็นตามลำดับชั้น", "opinions", "no-opinions", "opinion-unnamed"),
    _Need(
        "ถ้อยคำของเอกสาร",
        lambda kind: bool(kind.wordings),
        lambda finding, _kind: finding.field.startswith(OF_TEXT),
        "texts",
    ),
    _Need("ตราครุฑ", lambda kind: kind.garuda, lambda one, _kind: one.field == "garuda"),
    _of_records(
        "ข้อมูลหน่วยงาน", lambda _kind: True, Office, Division, YearWork, codes=("no-divisions",)
    ),
)
"""In the order in which they are shown; a finding belongs to the first that it is about."""

_REST = "อื่น ๆ"
_UNCONFIRMED = "ยังไม่ได้ตรวจกับคู่มือ"
"""What the source of an element that no text confirms says, or is made to say."""


def boards(snapshot: Snapshot, year: YearWork, documents: Sequence[Readiness]) -> tuple[Board, ...]:
    """The board of every document of the year."""
    return tuple(_board(snapshot, year, one) for one in documents)


def _board(snapshot: Snapshot, year: YearWork, readiness: Readiness) -> Board:
    kind = readiness.kind
    states = element_states(context_of(snapshot, year, kind), kind)
    open_findings = set(readiness.findings)
    proven = {finding for state in states for finding in state.missing}
    lines = [_element_line(state, open_findings) for state in states]
    lines += _own_lines(snapshot, year, readiness, proven)
    return Board(readiness, tuple(lines))


def _element_line(state: ElementState, open_findings: set[Finding]) -> BoardLine:
    element = state.element
    missing = tuple(one for one in state.missing if one in open_findings)
    source = element.source
    if not element.certain and _UNCONFIRMED not in source:
        source = f"{source} {_UNCONFIRMED}".lstrip()
    if not state.checked:
        told, standing = "โปรแกรมตรวจข้อนี้ให้ไม่ได้ โปรดตรวจด้วยตนเอง", Standing.ASK
    elif missing:
        counted = f"มีแล้ว {state.held} จาก {state.wanted} {state.counted}"
        told = counted if state.wanted else missing[0].problem
        standing = Standing.MISSING
    elif state.missing:
        told, standing = "ปล่อยไว้ตามเดิม บันทึกเหตุผลไว้แล้ว", Standing.NOTE
    else:
        told = f"มีครบทั้ง {state.wanted} {state.counted}" if state.wanted else "มีครบ"
        standing = Standing.THERE
    return BoardLine(
        element.words,
        standing,
        to_thai_but_codes(told),
        missing,
        source,
        state.item,
    )


def _own_lines(
    snapshot: Snapshot, year: YearWork, readiness: Readiness, proven: set[Finding]
) -> Iterator[BoardLine]:
    """What the document needs beside required elements; what those tell is not told again."""
    kind = readiness.kind
    asked = [one for one in _NEEDS if one.asked(kind)]
    held: dict[str, list[Finding]] = {words: [] for words in (*(one.words for one in asked), _REST)}
    for finding in readiness.findings:
        if finding in proven:
            continue
        record = snapshot.find(finding.record_id) if finding.record_id else None
        about = type(record) if record is not None else None
        need = next((one for one in asked if one.about(finding, about)), None)
        held[need.words if need is not None else _REST].append(finding)
    setup = setup_of(snapshot, year, kind.id)
    for need in asked:
        free = need.field == "signers" and kind.signer is None and not setup.signers
        there = "ไม่ได้กำหนด เอกสารนี้ไม่บังคับ" if free else "มีแล้ว"
        yield _line(need.words, held[need.words], need.field, there)
    if held[_REST]:
        yield _line(_REST, held[_REST])


def _line(words: str, found: Sequence[Finding], option: str = "", there: str = "มีแล้ว") -> BoardLine:
    errors = [one for one in found if one.severity is Severity.MUST_MEND]
    if errors:
        told, standing = _told(errors), Standing.MISSING
    elif found:
        looked = any(one.severity is Severity.LOOK_AT for one in found)
        told, standing = _told(found), Standing.LOOK if looked else Standing.NOTE
    else:
        told, standing = there, Standing.THERE
    return BoardLine(words, standing, told, tuple(found), option=option)


def _told(found: Sequence[Finding]) -> str:
    first = found[0].problem
    return first if len(found) == 1 else to_thai(f"{first} และอีก {len(found) - 1} รายการ")
