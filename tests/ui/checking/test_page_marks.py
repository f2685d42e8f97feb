"""Marks on the pages of the preview: told by the mouse, leading to the field, not for paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ita_desktop.model.records import Measure
from ita_desktop.model.values import plain_items
from ita_desktop.session.papers.rendering import Renderer
from ita_desktop.session.session import Session
from tests.aids.small_office import office_session
from ui.colours import LIGHT
from ui.theme import apply_theme
from ui.widgets.preview.preview import Preview
from ui.workspace import Workspace


class Bench:
    """A preview of the plan, with a mistake in the last measure."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot = qtbot
        self.session = session
        self.write("ประกาศมาตราการ", "ประเมินผล")
        self.workspace = Workspace(session)
        self.workspace.choose_document("plan")
        self.preview = Preview(self.workspace)
        qtbot.addWidget(self.preview)
        self.preview.resize(640, 700)
        self.preview.show()
        qtbot.waitExposed(self.preview)
        self.preview.job.start()

    def write(self, *steps: str) -> None:
        measure = self.session.snapshot.get(Measure, "m3")
        assert measure is not None
        self.session.change(measure, steps=plain_items(*steps))

    def marks(self, count: int) -> None:
        """Wait until the pages are shown and bear so many marks."""
        preview = self.preview

        def shown() -> bool:
            return preview.current and preview.view.sharp and len(preview.notes.marks) == count

        self.qtbot.waitUntil(shown, timeout=20_000)

    def place(self) -> QPoint:
        """The middle of the words marked, in the view."""
        [mark] = self.preview.notes.marks
        rect = self.preview.notes.place_of(mark.finding)
        assert rect is not None
        return rect.center().toPoint()

    def inked(self) -> bool:
        """Whether the line under the words is drawn in amber."""
        place = self.place()
        image = self.preview.view.viewport().grab().toImage()
        amber = QColor(LIGHT.amber)
        return any(image.pixelColor(place.x(), place.y() + y) == amber for y in range(15))


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app)
    session = office_session(tmp_path)
    made = Bench(qtbot, session)
    yield made
    made.preview.close_job()
    made.workspace.close()
    session.close()


def test_the_words_are_marked_once_the_page_is_shown_and_no_more_once_mended(
    bench: Bench,
) -> None:
    bench.marks(1)
    [mark] = bench.preview.notes.marks
    bench.preview.view.bring(mark.boxes[0].page, mark.boxes[0].top, mark.boxes[0].bottom)
    assert mark.exact and bench.inked()
    bench.workspace.mend(mark.finding)
    bench.marks(0)
    bench.session.undo()
    bench.marks(1)


def test_the_mouse_is_told_what_is_wrong_and_a_click_leads_to_the_field(bench: Bench) -> None:
    bench.marks(1)
    [mark] = bench.preview.notes.marks
    view = bench.preview.view
    view.bring(mark.boxes[0].page, mark.boxes[0].top, mark.boxes[0].bottom)
    place = bench.place()
    asked = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), asked)
    assert "มาตรการ" in QToolTip.text()
    QTest.mouseMove(view.viewport(), place)
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    with (
        bench.qtbot.waitSignal(bench.workspace.wanted) as wanted,
        bench.qtbot.waitSignal(bench.workspace.pointed) as pointed,
    ):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == ["m3", "steps"] and pointed.args == [mark.finding]
    beside = place + QPoint(0, 60)
    QTest.mouseMove(view.viewport(), beside)
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_what_is_found_in_the_field_in_hand_stands_out(bench: Bench) -> None:
    bench.marks(1)
    [mark] = bench.preview.notes.marks
    assert bench.preview.notes.chosen == frozenset()
    bench.workspace.attend("m3", "title")
    assert bench.preview.notes.chosen == frozenset()
    bench.workspace.attend("m3", "steps")
    assert bench.preview.notes.chosen == {mark.finding}
    bench.write("ประกาศมาตราการใหม่")
    bench.qtbot.waitUntil(lambda: bench.preview.notes.marks[0].finding != mark.finding)
    assert bench.preview.notes.chosen == {bench.preview.notes.marks[0].finding}


def test_another_document_bears_its_own_marks(bench: Bench) -> None:
    bench.marks(1)
    bench.workspace.choose_document("preface")
    assert bench.preview.notes.marks == ()
    bench.marks(0)
    bench.workspace.choose_document("plan")
    bench.marks(1)


def test_the_file_that_is_exported_knows_of_no_mark(bench: Bench) -> None:
    bench.marks(1)
    workspace, made = bench.workspace, bench.preview.rendered
    assert made is not None
    plain = Renderer(bench.session.store.attachment)
    request = bench.session.request(workspace.year, "plan")
    assert made.data == plain.pdf(request).data
