"""The first look through a large file: its window stands meanwhile, and nothing stale is told."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import Measure, Record
from ita_desktop.model.values import plain_items
from ita_desktop.session.checking.readiness import all_findings, readiness
from ita_desktop.session.checking.rows import counts_of
from ita_desktop.storage.store import create_file
from ita_desktop.thai.digits import to_thai
from tests.aids.small_office import office_records
from ui.pages.overview import OverviewPage
from ui.widgets.text.labels import WrapLabel
from ui.window import Window
from ui.workspace import Workspace

WRONG = "ประกาศมาตราการของหน่วยงาน"


def many(count: int) -> tuple[Record, ...]:
    records = office_records()
    [model] = [one for one in records if isinstance(one, Measure) and one.id == "m3"]
    more = (
        dataclasses.replace(
            model,
            id=f"x{number}",
            rank=f"9{number:04}",
            title=f"มาตรการที่ {number} ของกองคลัง",
            note=WRONG if number == count - 1 else "",
        )
        for number in range(count)
    )
    return (*records, *more)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    large = tmp_path / "large.itadb"
    create_file(large, many(120)).close()
    return large


def opened(window: Window, path: Path) -> Workspace:
    """The large file in a window that had no turn since."""
    window.show()
    assert window.open_path(path)
    assert window.workspace is not None and window.workspace.looking
    return window.workspace


def said(window: Window) -> str:
    assert window.status is not None
    return window.status.findings.text()


def overview(window: Window) -> list[str]:
    assert window.desk is not None
    page = window.desk.page
    assert isinstance(page, OverviewPage)
    return [one.text() for one in page.widget().findChildren(WrapLabel)]


def errors(window: Window) -> str:
    assert window.workspace is not None
    workspace = window.workspace
    fresh = all_findings(readiness(workspace.session.snapshot, workspace.year))
    return to_thai(f"ต้องแก้ไข {sum(one.severity.name == 'MUST_MEND' for one in fresh)} รายการ")


def test_the_window_stands_and_tells_later(qtbot: QtBot, bare_window: Window, path: Path) -> None:
    workspace = opened(bare_window, path)
    assert said(bare_window) == "กำลังตรวจ…"
    assert any("ในอีกสักครู่" in one for one in overview(bare_window))
    qtbot.waitUntil(lambda: said(bare_window) != "กำลังตรวจ…")
    assert not workspace.looking
    assert said(bare_window) == errors(bare_window)
    qtbot.waitUntil(lambda: not any("ในอีกสักครู่" in one for one in overview(bare_window)))
    assert any(one.finding.record_id == "x119" for one in workspace.found)


def test_who_asks_meanwhile_is_told_all(bare_window: Window, path: Path) -> None:
    workspace = opened(bare_window, path)
    assert bare_window.desk is not None
    bare_window.desk.show_page("checking")
    codes = {one.finding.code for one in workspace.found if one.finding.record_id == "x119"}
    assert "misspelling" in codes
    assert sum(counts_of(workspace.found).values()) > 120


def test_an_edit_meanwhile_is_counted(qtbot: QtBot, bare_window: Window, path: Path) -> None:
    workspace = opened(bare_window, path)
    session = workspace.session
    [last] = [one for one in session.snapshot.of(Measure) if one.id == "x119"]
    session.change(last, note="", outputs=plain_items(WRONG))
    assert workspace.looking
    qtbot.waitUntil(lambda: said(bare_window) != "กำลังตรวจ…")
    assert said(bare_window) == errors(bare_window)
    told = [one.finding for one in workspace.found if one.finding.record_id == "x119"]
    assert [one.field for one in told if one.code == "misspelling"] == ["outputs"]


def test_another_name_of_the_office_has_all_texts_looked_at_again(
    qtbot: QtBot, bare_window: Window, path: Path
) -> None:
    workspace = opened(bare_window, path)
    qtbot.waitUntil(lambda: not workspace.looking)
    session = workspace.session
    session.change(session.snapshot.office, name="ศรีสำราญใหม่")
    assert workspace.looking
    qtbot.waitUntil(lambda: not workspace.looking)
    session.change(session.snapshot.office, telephone="๐๔๓ ๑๒๓ ๔๕๖")
    assert not workspace.looking


def test_a_file_may_be_closed_meanwhile(qtbot: QtBot, bare_window: Window, path: Path) -> None:
    workspace = opened(bare_window, path)
    assert bare_window.close_file()
    assert not workspace.looking
    qtbot.wait(20)
    assert bare_window.workspace is None


def test_a_small_file_is_checked_at_once(office_window: Window) -> None:
    assert office_window.workspace is not None and not office_window.workspace.looking
    assert said(office_window) == errors(office_window)
