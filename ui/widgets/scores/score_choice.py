"""Choosing which score a row of a pasted table is of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.model.catalogue import Catalogue
from ita_desktop.model.score_names import full_name
from ita_desktop.session.scores.score_views import LEVEL, OTHERS, score_rows
from ita_desktop.thai.digits import to_thai, to_thai_but_codes

NOT_USED = "ไม่ใช้แถวนี้"

_Index = QModelIndex | QPersistentModelIndex


def score_choices(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Every score a row may be of: code and name, in the order of the sheet."""
    codes = [
        row.key
        for row in score_rows(catalogue)
        if row.key != LEVEL and not row.key.startswith(OTHERS)
    ]
    return (("", NOT_USED), *((code, full_name(code, catalogue)) for code in codes))


class ScoreChoiceDelegate(QStyledItemDelegate):
    """A box of all scores in the place of the name, while it is being chosen."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        box = QComboBox(parent)
        for code, name in self._choices:
            box.addItem(to_thai_but_codes(name), code)
        box.setAccessibleName(to_thai(f"แถวที่ {index.row()} เป็นคะแนนของ"))
        box.activated.connect(lambda _index: self._take(box))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.UserRole))))

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: _Index
    ) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData(), Qt.ItemDataRole.UserRole)

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
