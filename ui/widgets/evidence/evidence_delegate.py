"""How a row of the list of evidence is painted: thumbnail, caption, the measure over each group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImageReader, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from ui.theme import GRID, colours
from ui.widgets.measures.measure_delegate import MeasureDelegate
from ui.widgets.measures.measure_rows import MeasureRow
from ui.widgets.row_ground import has_keys, paint_ground
from ui.widgets.text.word_elide import word_lines

THUMBNAIL = QSize(112, 84)
"""Logical pixels of the field a thumbnail is fitted into."""

NO_CAPTION = "ยังไม่มีคำบรรยาย"
_UNSEEN = "ไม่พบภาพ"
_PAD = 6
_LINES = 3

Load = Callable[[str], bytes | None]
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EvidenceRow(MeasureRow):
    """One picture; ``title`` is its caption. The first of a measure bears its name as ``heading``,
    the others none."""

    picture: str = ""
    heading: str = ""


class EvidenceDelegate(MeasureDelegate):
    """Paints the rows of one list; ``load`` gives a picture's bytes by its SHA-256."""

    def __init__(self, view: QListView, load: Load) -> None:
        super().__init__(view)
        self._load = load
        self._seen: dict[tuple[str, float], QPixmap] = {}

    def heading_height(self, row: EvidenceRow) -> int:
        """Logical pixels over the picture for the name of its measure."""
        return self._view.fontMetrics().height() + 2 * _PAD if row.heading else 0

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = _row(index)
        words = _LINES * self._view.fontMetrics().height()
        return QSize(
            GRID * 10,
            max(THUMBNAIL.height(), words) + 2 * _PAD + self.heading_height(row),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = _row(index)
        scheme = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(option.rect)
        if row.heading:
            self._paint_heading(painter, place, row.heading)
            place.setTop(place.top() + self.heading_height(row))
        inner = QStyleOptionViewItem(option)
        inner.rect = place
        paint_ground(painter, inner, focused=has_keys(inner))
        field = QRect(place.topLeft() + QPoint(GRID, _PAD), THUMBNAIL)
        self._paint_picture(painter, field, row.picture)
        left = field.right() + GRID + GRID // 2
        width = max(40, place.right() - GRID - left)
        font = QFont(self._view.font())
        font.setItalic(not row.title)
        painter.setFont(font)
        painter.setPen(QColor(scheme.text if row.title else scheme.amber))
        metrics = QFontMetrics(font)
        top = place.top() + _PAD
        for words in self._caption(row.title, metrics, width):
            painter.drawText(QPoint(left, top + metrics.ascent()), words)
            top += metrics.height()
        painter.restore()

    def _caption(self, title: str, metrics: QFontMetrics, width: int) -> list[str]:
        key = (title, width, "caption")
        if key not in self._cut:
            if len(self._cut) > 2_000:
                self._cut.clear()
            self._cut[key] = word_lines(title or NO_CAPTION, metrics, width, _LINES)
        return self._cut[key]

    def _paint_heading(self, painter: QPainter, place: QRect, heading: str) -> None:
        font = QFont(self._view.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        width = place.width() - 2 * GRID
        painter.setFont(font)
        painter.setPen(QColor(colours().accent))
        [words] = word_lines(heading, metrics, width, 1) or [""]
        painter.drawText(QPoint(place.left() + GRID, place.top() + _PAD + metrics.ascent()), words)

    def _paint_picture(self, painter: QPainter, field: QRect, digest: str) -> None:
        picture = self._thumbnail(digest, painter.device().devicePixelRatioF())
        if picture.isNull():
            painter.setPen(QPen(QColor(colours().hint), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(field).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setFont(self._view.font())
            painter.drawText(field, Qt.AlignmentFlag.AlignCenter, _UNSEEN)
            return
        size = picture.deviceIndependentSize().toSize()
        corner = field.center() - QPoint(size.width() // 2, size.height() // 2)
        painter.drawPixmap(corner, picture)

    def _thumbnail(self, digest: str, ratio: float) -> QPixmap:
        key = (digest, ratio)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) > 500:
                self._seen.clear()
            found = small_picture(self._load(digest) if digest else None, THUMBNAIL, ratio)
            if not found.isNull():  # a medium that is away may come back
                self._seen[key] = found
        return found


def small_picture(data: bytes | None, size: QSize, ratio: float) -> QPixmap:
    """A picture fitted into ``size`` logical pixels; a null one where it cannot be read."""
    if not data:
        return QPixmap()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():  # a JPEG is read at a fraction of its points: many times quicker
        reader.setScaledSize(whole.scaled(size * ratio, Qt.AspectRatioMode.KeepAspectRatio))
    made = QPixmap.fromImage(reader.read())
    made.setDevicePixelRatio(ratio)
    return made


def _row(index: _Index) -> EvidenceRow:
    row: EvidenceRow = index.data(Qt.ItemDataRole.UserRole)
    return row
