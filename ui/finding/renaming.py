"""After a name was changed in a form: a quiet line that texts still say the old one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from ita_desktop.session.searching.renames import (
    NAMED,
    Renamed,
    left_words,
    places_left,
    renamed,
)
from ita_desktop.session.searching.searching import TextIndex
from ui.widgets.bars import Banner
from ui.widgets.editors.editor import editor_around
from ui.workspace import Workspace

_KINDS = frozenset(NAMED)
_NAMES = frozenset({"name", "title", "first_name", "last_name"})
"""The fields that a name is made of: it is whole once the hand has left them all."""


class RenameWatch(QObject):
    """Waits until the hand has left the field of a name, then looks where the old one stands."""

    def __init__(self, workspace: Workspace, banners: QBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._banners = banners
        self._before = workspace.session.snapshot
        self.banner: Banner | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)
        self._waits = False
        workspace.changed.connect(self._on_changed)
        workspace.closed.connect(self._settle)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_changed(self, kinds: frozenset[type]) -> None:
        named = kinds & _KINDS
        if len(kinds) > 1 or not named:  # something larger: an import, a merge, a replacement
            if named:
                self._settle()
            return
        self._waits = True

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not _names_something(now):
            self._later.start(0)  # the form saves what was typed last first

    def _look(self) -> None:
        if not self._waits:
            return
        found = renamed(self._before, self._workspace.session.snapshot)
        self._settle()
        if len(found) != 1 or self._workspace.session.read_only:
            return
        index = TextIndex(self._workspace.session.snapshot)
        places = places_left(index, found[0], self._workspace.year.action_year)
        if places:
            self._tell(found[0], places)

    def _settle(self) -> None:
        """From here on names count as they are now."""
        self._waits = False
        self._before = self._workspace.session.snapshot
        self._forget()

    def _tell(self, one: Renamed, places: int) -> None:
        banner = Banner("amber", "info")
        banner.tell(left_words(one, places))
        banner.offer("ดูและแทนที่…", lambda: self._show(one))
        banner.offer("ไม่ต้อง", self._forget)
        self._banners.addWidget(banner)
        self.banner = banner

    def _show(self, one: Renamed) -> None:
        self._forget()
        self._workspace.find(one.old, one.new)

    def _forget(self) -> None:
        banner, self.banner = self.banner, None
        if banner is not None:
            banner.hide()
            banner.deleteLater()


def _names_something(widget: QWidget) -> bool:
    editor = editor_around(widget)
    return editor is not None and editor.field.name in _NAMES
