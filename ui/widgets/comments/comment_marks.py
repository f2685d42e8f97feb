"""Comments beside the fields of a form: a small mark with their number, and a menu to write one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from ita_desktop.model.records import Comment, Record
from ita_desktop.session.review.comments import open_comments
from ita_desktop.thai.digits import to_thai
from ui.icons import icon
from ui.widgets.forms.form_rows import FieldRow
from ui.workspace import Workspace

_SMALL = QSize(16, 16)
_KEYS = "Ctrl+Alt+M"


class CommentMarks(QObject):
    """Marks the rows of a form that comments are about.

    In a copy under review every row offers to be commented on; elsewhere only the menu does.
    """

    def __init__(
        self, workspace: Workspace, rows: Callable[[], Mapping[str, FieldRow]], form: QWidget
    ) -> None:
        super().__init__(form)
        self._workspace = workspace
        self._rows = rows
        self._form = form
        self._record: Record | None = None
        self._marks: dict[FieldRow, QToolButton] = {}
        self._whole: QToolButton | None = None
        workspace.changed.connect(self._on_changed)
        shortcut = QShortcut(QKeySequence(_KEYS), form)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_keys)

    def add(self, row: FieldRow) -> None:
        """A row was made."""
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(lambda place: self._show_menu(row, place))

    def whole_mark(self) -> QToolButton:
        """The mark of comments about the record as a whole, for whoever shows its heading."""
        if self._whole is None:
            self._whole = self._make_mark(self._form, "")
            self.show_record(self._record)
        return self._whole

    def show_record(self, record: Record | None) -> None:
        """Show the marks of another record."""
        self._record = record
        snapshot = self._workspace.session.snapshot
        about = record.id if record is not None else ""
        counts = Counter(
            one.field for one in snapshot.each(Comment) if one.about_id == about and not one.settled
        )
        if record is None:
            counts.clear()
        for name, row in self._rows().items():
            mark = self._marks.get(row)
            if mark is None and (counts[name] or self._reviewing):
                mark = self._marks[row] = self._make_mark(row, name)
                row.add_mark(mark)
            if mark is not None:
                self._show_mark(mark, name, row.editor.field.label, counts[name])
        if self._whole is not None:
            self._show_mark(self._whole, "", "ทั้งรายการ", counts[""])

    def comment(self, name: str) -> None:
        """Show the comments about a field, or about the record where ``name`` is empty, and let
        one be written."""
        from ui.widgets.comments.comment_dialog import write_comment

        row = self._rows().get(name)
        if self._record is None or (name and row is None):
            return
        if row is not None:
            row.editor.flush()
        label = row.editor.field.label if row is not None else ""
        write_comment(self._form, self._workspace, self._record, name, label)

    # ---- inner workings

    @property
    def _reviewing(self) -> bool:
        session = self._workspace.session
        return bool(session.store.facts.sent) and not session.read_only

    def _show_mark(self, mark: QToolButton, name: str, label: str, count: int) -> None:
        mark.setVisible(bool(count) or self._reviewing)
        mark.setIcon(icon("message-square" if count else "message-square-plus", _role(count)))
        mark.setText(to_thai(str(count)) if count else "")
        style = Qt.ToolButtonStyle
        mark.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if count else style.ToolButtonIconOnly
        )
        offer = f"ให้ความเห็นช่องนี้ ({_KEYS})" if name else "ให้ความเห็นต่อทั้งรายการ"
        mark.setToolTip(self._words(name) if count else offer)
        mark.setAccessibleName(
            to_thai(f"ความเห็น {count} ข้อ เรื่อง {label}") if count else f"ให้ความเห็นเรื่อง {label}"
        )

    def _make_mark(self, parent: QWidget, name: str) -> QToolButton:
        mark = QToolButton(parent)
        mark.setIconSize(_SMALL)
        mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab walks the fields
        mark.clicked.connect(lambda _on=False: self.comment(name))
        return mark

    def _words(self, name: str) -> str:
        from ui.widgets.comments.comment_dialog import comment_head

        assert self._record is not None
        found = open_comments(self._workspace.session.snapshot, self._record.id, name)
        return "\n\n".join(f"{comment_head(one)}\n{one.words}" for one in found)

    def _show_menu(self, row: FieldRow, place: QPoint) -> None:
        if self._record is None:
            return
        menu = QMenu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = row.editor.field.name
        action = menu.addAction(icon("message-square-plus"), f"ให้ความเห็น…\t{_KEYS}")
        action.triggered.connect(lambda: self.comment(name))
        action.setEnabled(not self._workspace.session.read_only)
        menu.popup(row.mapToGlobal(place))

    def _on_keys(self) -> None:
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parentWidget()
        if widget is not None:
            self.comment(widget.editor.field.name)

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if Comment in kinds:
            self.show_record(self._record)


def _role(count: int) -> str:
    return "amber" if count else "hint"
