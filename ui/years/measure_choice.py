"""The measures of a year as a list to tick, each with its state and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QWidget

from ita_desktop.model.ids import Id
from ita_desktop.model.values import Status
from ita_desktop.session.years.beginning import Candidate
from ita_desktop.thai.digits import to_thai_but_codes
from ui.theme import GRID
from ui.years.tick_table import TickTable

_HEADS = ("", "มาตรการ โครงการ หรือกิจกรรม", "สถานะ", "ผลของปีนี้")
_STATE = 2


class MeasureChoice(TickTable):
    """Measures that have been brought already cannot be ticked."""

    def __init__(self, candidates: Sequence[Candidate], parent: QWidget | None = None) -> None:
        self._candidates = tuple(candidates)
        metrics = QFontMetrics(QGuiApplication.font())
        widest = max(metrics.horizontalAdvance(one.label) for one in Status)
        rows = [_words(one) for one in self._candidates]
        fixed = {_STATE: widest + 3 * GRID}
        super().__init__("มาตรการที่จะนำไปปีใหม่", _HEADS, rows, fixed, parent)
        for row, one in enumerate(self._candidates):
            if one.brought:
                self.bar_from(row)

    @property
    def chosen(self) -> tuple[Id, ...]:
        """The ids of the measures that are ticked, in order."""
        return tuple(
            one.measure.id for row, one in enumerate(self._candidates) if self.is_ticked(row)
        )

    def choose(self, wanted: Callable[[Candidate], bool]) -> None:
        """Tick those wanted, and no others."""
        self.tick(lambda row: wanted(self._candidates[row]))


def _words(one: Candidate) -> tuple[str, str, str]:
    status = one.measure.status
    state = "นำไปแล้ว" if one.brought else status.label if status else "ยังไม่ระบุ"
    result = to_thai_but_codes(one.result) or "ยังไม่ได้กรอกผล"
    return (to_thai_but_codes(one.measure.name) or "(ยังไม่มีชื่อ)", state, result)
