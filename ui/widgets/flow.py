"""A layout that sets widgets in lines as words are set: the next line when one is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right, then down. The last widget may be told to take what is left of its line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self.last_takes_rest = 0
        """Logical pixels the last widget needs at least; 0 for as wide as it likes to be."""

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at ``place``."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._set(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._set(rect, really=True)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSize().width(), self.heightForWidth(max(self._width(), 1)))

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _width(self) -> int:
        parent = self.parentWidget()
        return self.geometry().width() or (parent.width() if parent else 400)

    def _set(self, rect: QRect, *, really: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y, height = inner.x(), inner.y(), 0
        shown = [item for item in self._items if not item.isEmpty()]
        for item in shown:
            stretched = bool(self.last_takes_rest) and item is shown[-1]
            hint = item.sizeHint()
            width = self.last_takes_rest if stretched else min(hint.width(), inner.width())
            if x > inner.x() and x + width > inner.x() + inner.width():
                x, y, height = inner.x(), y + height + self._gap, 0
            if stretched:
                width = max(inner.x() + inner.width() - x, 0)
            tall = hint.height()
            if item.hasHeightForWidth():
                tall = item.heightForWidth(width)
            if really:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, tall)))
            x += width + self._gap
            height = max(height, tall)
        return y + height - rect.y() + margins.bottom()
