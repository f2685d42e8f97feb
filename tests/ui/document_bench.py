"""The documents page beside its preview, and hands for it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.documents.build import setup_of
from ita_desktop.model.records import DocumentSetup
from ita_desktop.session.session import Session
from ui.pages.documents import DocumentsPage
from ui.theme import apply_theme
from ui.widgets.editors.editor import Editor
from ui.widgets.editors.layout_editor import LayoutEditor
from ui.widgets.editors.option_editor import OptionEditor
from ui.widgets.editors.wording_box import WordingBox
from ui.widgets.editors.wordings_editor import WordingsEditor
from ui.widgets.preview.preview import Preview
from ui.workspace import Workspace


class Bench:
    """A page shown beside the preview, as the desk has them."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.session = session
        self.workspace = Workspace(session)
        self.preview = Preview(self.workspace)
        self.page = DocumentsPage(self.workspace)
        qtbot.addWidget(self.page)
        qtbot.addWidget(self.preview)
        self.page.resize(520, 680)
        self.page.show()
        qtbot.waitExposed(self.page)

    @property
    def setup(self) -> DocumentSetup:
        """The set-up of the document in hand, as the file holds it."""
        workspace = self.workspace
        return setup_of(self.session.snapshot, workspace.year, workspace.document)

    def editor(self, name: str) -> Editor:
        return self.page.options.form.editors[name]

    def option(self, name: str) -> OptionEditor:
        found = self.editor(name)
        assert isinstance(found, OptionEditor)
        return found

    def layouts(self) -> LayoutEditor:
        found = self.editor("layout")
        assert isinstance(found, LayoutEditor)
        return found

    def box(self, name: str) -> WordingBox:
        found = self.editor("texts")
        assert isinstance(found, WordingsEditor)
        return found.boxes[name]


def bench_of(qtbot: QtBot, session: Session) -> Iterator[Bench]:
    """A page shown, and closed again."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app)
    bench = Bench(qtbot, session)
    yield bench
    bench.preview.close_job()
    bench.workspace.close()
    session.close()


def type_text(bench: Bench, box: WordingBox, text: str) -> None:
    """Type as a hand does: Thai goes in by key events."""
    box.box.setFocus()
    for letter in text:
        QApplication.sendEvent(
            box.box,
            QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter),
        )
