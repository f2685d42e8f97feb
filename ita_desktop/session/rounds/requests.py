"""Results asked of divisions: a PDF to print and a workbook to fill in, one each a division."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ita_desktop.documents.build import safe_name
from ita_desktop.documents.requests import Asked, request_document, request_name
from ita_desktop.errors import UserError
from ita_desktop.exchange.requests.writing import RequestSender, request_workbook
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Division, YearWork
from ita_desktop.model.responsibility import measures_of
from ita_desktop.model.rounds import MONTHS, asked_in, due_date, round_of
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.papers.exporting import made_folder, require_free, write_file
from ita_desktop.session.papers.rendering import Renderer
from ita_desktop.session.papers.suffixes import PDF
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.nearness import nearest
from ita_desktop.thai.text import fold

EXCEL = ".xlsx"
KINDS = (PDF, EXCEL)


def asked_of(snapshot: Snapshot, year: YearWork, month: int, division: Division) -> Asked:
    """What a division is asked for in a round; perhaps no measure at all."""
    measures = tuple(
        one for one in measures_of(snapshot, year.id, division.id) if asked_in(one, month)
    )
    due = due_date(year, round_of(snapshot, year, month))
    return Asked(year, month, division, due, measures)


def all_asked(
    snapshot: Snapshot, year: YearWork, month: int, divisions: Sequence[Id] = ()
) -> tuple[Asked, ...]:
    """What divisions are asked for, all of them by default; those with nothing are left out."""
    wanted = [one for one in snapshot.of(Division) if not divisions or one.id in divisions]
    found = (asked_of(snapshot, year, month, one) for one in wanted)
    return tuple(one for one in found if one.measures)


def require_round(month: int) -> int:
    """The month of a round there is. Raises UserError for another."""
    if month not in MONTHS:
        known = ", ".join(map(str, MONTHS))
        raise UserError(to_thai(f"ไม่มีรอบ {month} เดือน"), f"เลือกจากรอบ {known} เดือน")
    return month


def division_named(snapshot: Snapshot, name: str) -> Division:
    """The division of that name or short name. Raises UserError naming the likely one."""
    names = {
        fold(words): one
        for one in snapshot.of(Division)
        for words in (one.name, one.short_name)
        if words
    }
    wanted = fold(name)
    if wanted in names:
        return names[wanted]
    meant = names.get(nearest(wanted, names, limit=0.35))
    known = ", ".join(one.name for one in snapshot.of(Division)) or "ยังไม่มี"
    hint = f"น่าจะเป็น “{meant.name}”" if meant else f"สำนัก/กองที่มี: {known}"
    raise UserError(f"ไม่พบสำนัก/กองชื่อ “{name}”", hint)


def request_targets(
    asked: Sequence[Asked], folder: Path, kinds: Sequence[str] = KINDS
) -> dict[tuple[Id, str], Path]:
    """Where the files of each division are written, by its id and the kind of file."""
    return {
        (one.division.id, suffix): folder / (safe_name(request_name(one)) + suffix)
        for one in asked
        for suffix in kinds
    }


def make_requests(
    session: Session,
    asked: Sequence[Asked],
    folder: Path,
    *,
    kinds: Sequence[str] = KINDS,
    overwrite: bool = False,
    renderer: Renderer | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] = lambda _done: None,
) -> tuple[Path, ...]:
    """Write the request of each division into a folder; all are made before the first is written.

    ``progress`` is told how many are made; nothing is written where ``cancelled`` came true.
    Raises UserError where nobody is asked for anything, where a file of one of the names stands
    and ``overwrite`` is False, and where the folder refuses.
    """
    if not asked:
        raise UserError(
            "ไม่มีมาตรการที่ต้องขอผลในรอบนี้",
            "เพิ่มมาตรการ หรือระบุสำนัก/กองผู้รับผิดชอบและการกำกับติดตามของมาตรการก่อน",
        )
    targets = request_targets(asked, folder, kinds)
    for target in targets.values():
        require_free(target, overwrite, session.path)
    renderer = renderer or Renderer(session.store.attachment)
    made: dict[tuple[Id, str], bytes] = {}
    for one in asked:
        for suffix in kinds:
            if cancelled():
                return ()
            made[one.division.id, suffix] = _made(session, one, suffix, renderer)
            progress(len(made))
    made_folder(folder)
    for key, target in targets.items():
        write_file(target, made[key], overwrite=overwrite, office_file=session.path)
    return tuple(targets.values())


def _made(session: Session, asked: Asked, suffix: str, renderer: Renderer) -> bytes:
    if suffix == PDF:
        document = request_document(session.snapshot, asked)
        return renderer.paper(document, session.changed).data
    sender = RequestSender(
        made=session.changed,
        lineage=session.store.facts.lineage,
        edit=session.store.last_edit() or "",
    )
    return request_workbook(session.snapshot, asked, sender)
