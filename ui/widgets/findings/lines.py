"""One line of the page ตรวจทาน as a value, and the lines that findings and boards make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ita_desktop.model.findings import Finding
from ita_desktop.session.checking.boards import Board, BoardLine, Standing
from ita_desktop.session.checking.leaving import may_be_left
from ita_desktop.session.checking.rows import (
    OFFICE,
    FoundRow,
    count_words,
    counts_of,
    group_words,
    other_documents,
)
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.lists import joined
from ui.widgets.forms.form_rows import SEVERITY_SIGNS

MEND, LEAVE, BACK = "mend", "leave", "back"
"""What can be done with a finding in its line, beside going there."""

ACT_WORDS = {MEND: "แก้ให้", LEAVE: "ปล่อยไว้…", BACK: "ตรวจอีก"}

Sign = tuple[str, str]
"""Icon and colour role."""

_STANDING: dict[Standing, Sign] = {
    Standing.THERE: ("circle-check", "good"),
    Standing.LOOK: ("triangle-alert", "amber"),
    Standing.NOTE: ("info", "hint"),
    Standing.MISSING: ("circle-alert", "danger"),
    Standing.ASK: ("user", "hint"),
}
_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Line:
    """``key`` tells it from the others, ``head`` is a group's heading, ``shut`` one that is closed
    at first, ``title`` what it says, ``record`` and ``field`` where, ``more`` what is told behind,
    ``state`` what stands at the right end. A click goes to ``finding``, else to the document
    ``goal`` and its ``option``."""

    key: tuple[str, ...]
    sign: Sign
    title: str
    record: str = ""
    field: str = ""
    more: str = ""
    state: str = ""
    state_role: str = "hint"
    said: str = ""
    """What is told of the sign to whom cannot see it."""
    head: bool = False
    shut: bool = False
    faded: bool = False
    acts: tuple[str, ...] = ()
    finding: Finding | None = None
    goal: str = ""
    option: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands, in one line."""
        return " – ".join(filter(None, (self.record, self.field)))

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        return ": ".join(filter(None, (self.said, self.title, self.place, self.more, self.state)))


def finding_lines(
    rows: Sequence[FoundRow], document: str = "", *, read_only: bool = False
) -> tuple[Line, ...]:
    """A heading for each group with what was found below it; ``document`` is the one that all rows
    are wanted of, or empty."""
    made: list[Line] = []
    for group, members in groupby(rows, key=lambda one: document or one.group):
        held = tuple(members)
        counts = counts_of(held)
        made.append(
            Line(
                ("group", group),
                ("file-text", "accent"),
                group_words(group),
                state=count_words(counts) or "ปล่อยไว้ทั้งหมด",
                head=True,
                goal=group,
                lines=tuple(_of_row(one, group, read_only=read_only) for one in held),
            )
        )
    return tuple(made)


def _of_row(row: FoundRow, group: str, *, read_only: bool) -> Line:
    finding = row.finding
    others = other_documents(row, group)
    named = joined(others[:_MOST_NAMED])
    rest = len(others) - _MOST_NAMED
    more = to_thai(f"{named} และอีก {rest} ฉบับ") if rest > 0 else named
    left = row.reason is not None
    if left:
        acts: tuple[str, ...] = (BACK,)
        told = f"ปล่อยไว้ เหตุผล: {row.reason or 'ไม่ได้ระบุ'}"
    else:
        mends = (MEND,) if finding.repair is not None else ()
        acts = (*mends, LEAVE) if may_be_left(finding) else mends
        told = row.remedy
    return Line(
        _key(finding),
        ("check", "hint") if left else SEVERITY_SIGNS[finding.severity],
        row.problem,
        row.record,
        row.field,
        told,
        f"มีผลต่อ{more}{'' if group == OFFICE else 'ด้วย'}" if more and not left else "",
        said=finding.severity.label,
        faded=left,
        acts=() if read_only else acts,
        finding=finding,
    )


def _key(finding: Finding) -> tuple[str, ...]:
    return (finding.code, finding.record_id, finding.field, finding.problem)


def board_lines(boards: Sequence[Board]) -> tuple[Line, ...]:
    """A heading for each document, below it what has to be in it."""
    made: list[Line] = []
    for board in boards:
        readiness = board.readiness
        kind = readiness.kind
        sign = ("circle-check", "good") if readiness.ready else ("circle-alert", "danger")
        item = next((one.item for one in board.lines if one.item), "")
        made.append(
            Line(
                ("board", kind.id),
                sign,
                f"{kind.short_title} (ข้อ {item})" if item else kind.short_title,
                state=readiness.words,
                state_role="good" if readiness.ready else "danger",
                head=True,
                shut=readiness.ready,
                goal=kind.id,
                lines=tuple(_of_board(one, kind.id) for one in board.lines),
            )
        )
    return tuple(made)


def _of_board(line: BoardLine, document: str) -> Line:
    key = ("board", document, line.words)
    several = len(line.findings) > 1
    sign, role = _STANDING[line.standing]
    told = line.findings and not line.source
    source = (line.told if told else "", line.item and f"องค์ประกอบของข้อ {line.item}", line.source)
    return Line(
        key,
        (sign, role),
        line.words,
        more=" · ".join(filter(None, source)),
        state=line.standing.value if told else line.told,
        state_role=role,
        said="" if told else line.standing.value,
        finding=line.findings[0] if len(line.findings) == 1 else None,
        goal=document,
        option=line.option,
        lines=tuple(_below(one, key) for one in line.findings) if several else (),
    )


def _below(finding: Finding, key: tuple[str, ...]) -> Line:
    words = finding.remedy if finding.code.startswith("missing-") else finding.problem
    return Line(
        (*key, *_key(finding)),
        SEVERITY_SIGNS[finding.severity],
        words,
        said=finding.severity.label,
        finding=finding,
    )
