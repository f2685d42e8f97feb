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
_NAMES = frozenset({"name", "short_name", "title", "first_name", "last_name"})
"""The fields that a name is made of: it is whole once the hand has left them all."""

_MOST = 2
"""Names that are told of at once: of one record its name and its abbreviation."""


class RenameWatch(QObject):
    """Waits until the hand has left the field of a name, then looks where the old one stands."""

    def __init__(self, workspace: Workspace, banners: QBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._place = banners
        self._before = workspace.session.snapshot
        self.banners: list[Banner] = []
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
        several = len({one.record.id for one in found}) != 1 or len(found) > _MOST
        if several or self._workspace.session.read_only:
            return
        index = TextIndex(self._workspace.session.snapshot)
        for one in found:
            places = places_left(index, one, self._workspace.year.action_year)
            if places:
                self._tell(one, places)

    def _settle(self) -> None:
        """From here on names count as they are now."""
        self._waits = False
        self._before = self._workspace.session.snapshot
        self._forget()

    @property
    def banner(self) -> Banner | None:
        """The line told last that still stands."""
        return self.banners[-1] if self.banners else None

    def _tell(self, one: Renamed, places: int) -> None:
        banner = Banner("amber", "info")
        banner.tell(left_words(one, places))
        banner.offer("ดูและแทนที่…", lambda: self._show(banner, one))
        banner.offer("ไม่ต้อง", lambda: self._drop(banner))
        self._place.addWidget(banner)
        self.banners.append(banner)

    def _show(self, banner: Banner, one: Renamed) -> None:
        self._drop(banner)
        self._workspace.find(one.old, one.new)

    def _drop(self, banner: Banner) -> None:
        if banner in self.banners:
            self.banners.remove(banner)
            banner.hide()
            banner.deleteLater()

    def _forget(self) -> None:
        for banner in tuple(self.banners):
            self._drop(banner)


def _names_something(widget: QWidget) -> bool:
    editor = editor_around(widget)
    return editor is not None and editor.field.name in _NAMES
