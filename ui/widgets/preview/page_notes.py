"""Findings drawn over the pages of the preview: a line under the words, told by the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip

from ita_desktop.model.findings import Finding
from ita_desktop.session.papers.marked_pages import PageMark
from ui.colours import LIGHT
from ui.widgets.forms.form_rows import sign_of
from ui.widgets.page_layout import POINT
from ui.widgets.preview.pdf_view import PdfView

_LINE = 1.4
"""Points of the line under words."""
_BELOW = 1.0
"""Points between the words and the line."""
_BAR = 2.5
"""Points of the bar beside a place of which only the field is known."""
_TINT, _CHOSEN = 30, 90
"""Alpha of the colour over words, and over those of what is chosen."""


@dataclass(frozen=True)
class _Drawn:
    """One box of a mark, in points of its page."""

    mark: PageMark
    page: int
    rect: QRectF


class PageNotes(QObject):
    """The marks of one view. ``wanted`` carries the finding that was clicked."""

    wanted = Signal(object)

    def __init__(self, view: PdfView) -> None:
        super().__init__(view)
        self._view = view
        self._drawn: tuple[_Drawn, ...] = ()
        self._chosen: frozenset[Finding] = frozenset()
        view.over_pages = self._paint
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    @property
    def marks(self) -> tuple[PageMark, ...]:
        """What is marked."""
        return tuple(dict.fromkeys(one.mark for one in self._drawn))

    @property
    def chosen(self) -> frozenset[Finding]:
        """The findings that stand out."""
        return self._chosen

    def show(self, marks: Sequence[PageMark]) -> None:
        """Mark these and nothing else."""
        self._drawn = tuple(
            _Drawn(
                mark, box.page, QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom))
            )
            if mark.exact
            else _Drawn(mark, box.page, QRectF(box.left + 2, box.top, _BAR, box.bottom - box.top))
            for mark in marks
            for box in mark.boxes
        )
        self._view.viewport().update()

    def choose(self, findings: Iterable[Finding]) -> None:
        """Let these stand out."""
        chosen = frozenset(findings)
        if chosen != self._chosen:
            self._chosen = chosen
            self._view.viewport().update()

    def at(self, point: QPointF) -> PageMark | None:
        """The mark under a point of the view."""
        for one in self._drawn:
            rect = self._on_screen(one)
            if rect is not None and rect.adjusted(-2, -3, 2, 4).contains(point):
                return one.mark
        return None

    def place_of(self, finding: Finding) -> QRectF | None:
        """Where the first box of a finding stands in the view, in logical pixels."""
        first = next((one for one in self._drawn if one.mark.finding == finding), None)
        return self._on_screen(first) if first is not None else None

    # ---- Qt

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self.at(QPointF(event.pos()))
            if mark is None:
                return False
            told = " · ".join(filter(None, (mark.finding.problem, mark.finding.remedy)))
            QToolTip.showText(event.globalPos(), told, self._view)
            return True
        if isinstance(event, QMouseEvent):
            mark = self.at(event.position()) if self._drawn else None
            shape = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(shape)
            let_go = event.type() is QEvent.Type.MouseButtonRelease
            if mark is not None and let_go and event.button() is Qt.MouseButton.LeftButton:
                self.wanted.emit(mark.finding)
                return True
        return False

    # ---- inner workings

    def _on_screen(self, one: _Drawn) -> QRectF | None:
        if one.page >= self._view.page_count:
            return None
        page, scale = self._view.on_screen(one.page), self._view.zoom * POINT
        rect = one.rect
        return QRectF(
            page.left() + rect.left() * scale,
            page.top() + rect.top() * scale,
            rect.width() * scale,
            rect.height() * scale,
        )

    def _paint(self, painter: QPainter) -> None:
        seen = QRectF(self._view.viewport().rect())
        painter.setPen(Qt.PenStyle.NoPen)
        for one in self._drawn:
            rect = self._on_screen(one)
            if rect is None or not rect.intersects(seen.adjusted(0, -8, 0, 8)):
                continue
            # On paper, which is white in the dark too.
            colour = QColor(getattr(LIGHT, sign_of(one.mark.finding)[1]))
            scale = self._view.zoom * POINT
            if not one.mark.exact:
                painter.fillRect(rect, colour)
                continue
            below = _BELOW * scale
            tint = QColor(colour)
            tint.setAlpha(_CHOSEN if one.mark.finding in self._chosen else _TINT)
            painter.fillRect(rect.adjusted(-1, -below, 1, below), tint)
            line = QRectF(rect.left() - 1, rect.bottom() + below, rect.width() + 2, 0)
            line.setHeight(max(_LINE * scale, 1.5))
            painter.fillRect(line, colour)
