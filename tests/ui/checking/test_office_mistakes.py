"""From what is found of an office's records to where each is mended, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import Record
from ita_desktop.session.checking.readiness import all_findings, readiness
from ita_desktop.storage.sample import sample_records
from ita_desktop.storage.store import create_file
from tests.checks.office_mistakes import IN_OFFICE
from tests.checks.text_mistakes import IN_TEXT, PLACES
from ui.desk import page_of
from ui.pages.documents import DocumentsPage
from ui.settings import open_settings
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    ids = count(1)
    path = tmp_path / "ศรีสำราญ.itadb"
    create_file(path, sample_records(lambda: f"id-{next(ids)}")).close()
    made = Window(open_settings())
    made.resize(1366, 768)
    assert made.open_path(path)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_file()
    made.close()
    made.deleteLater()


def test_every_finding_leads_to_the_page_of_its_record(window: Window) -> None:
    assert window.workspace is not None and window.desk is not None
    workspace, session = window.workspace, window.workspace.session
    sample = session.snapshot
    led: set[tuple[type[Record], str]] = set()
    entered = [(one.rule, one.enter(sample)) for one in IN_OFFICE]
    entered += [(IN_TEXT[0].rule, one.put(sample, IN_TEXT[0].text)) for one in PLACES]
    for rule, records in entered:
        changes = tuple(Change(sample.find(one.id), one) for one in records)
        kinds = {(type(one)) for one in records}
        if all((kind, rule) in led for kind in kinds):
            continue
        session.commit(Edit("ทดสอบ", changes))
        found = all_findings(readiness(session.snapshot, workspace.year))
        for finding in (one for one in found if one.code == rule):
            record = session.snapshot.find(finding.record_id)
            if record is None or (type(record), rule) in led:
                continue
            workspace.show_finding(finding)
            QApplication.processEvents()
            assert window.desk.page_name == page_of(type(record)), (rule, finding)
            if isinstance(window.desk.page, DocumentsPage) and hasattr(record, "document"):
                assert workspace.document == record.document, (rule, finding)
            led.add((type(record), rule))
        session.undo()
        assert session.snapshot.records == sample.records
    assert len(led) > 40
