"""The sheet of scores in the model Qt asks: rows that fold, a column for each year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ita_desktop.model.score_reading import read_score, score_words
from ita_desktop.model.scoring import Scores
from ita_desktop.session.scores.score_views import (
    LEVEL,
    ScoreCell,
    ScoreRow,
    code_in,
    level_reason,
    level_words,
    marks,
    score_rows,
    year_cells,
)
from ita_desktop.session.scores.scores import ScoreKey

_Index = QModelIndex | QPersistentModelIndex
_Roles = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class CellFace:
    """What one cell shows: its words, and how they are meant."""

    words: str = ""
    typed: bool = False
    """Whether the clerk typed it; else it follows from other scores."""
    wanted: str = ""
    """What it ought to be, where it does not follow."""
    problem: str = ""
    mark: str = ""
    open: bool = True
    """Whether something can be typed there."""


class ScoreModel(QAbstractTableModel):
    """``years`` newest first; ``own`` is the year whose questions are the rows.

    ``unread`` keeps what was typed and is no number, by year and code, until it is mended.
    """

    def __init__(self, number: Callable[[object], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.years: tuple[int, ...] = ()
        self.own = 0
        self.all_rows: tuple[ScoreRow, ...] = ()
        self.rows: tuple[ScoreRow, ...] = ()
        self.folded: frozenset[str] = frozenset()
        self.unread: dict[ScoreKey, str] = {}
        self.scores: dict[int, Scores] = {}
        self._codes: dict[int, dict[str, str]] = {}
        self._cells: dict[int, dict[str, ScoreCell]] = {}

    # ---- what the page tells

    def show(self, scores: Mapping[int, Scores], own: int) -> None:
        """Show these years; the same rows and years only change what they say."""
        years = tuple(sorted(scores, reverse=True))
        rows = score_rows(scores[own].catalogue)
        before = (self.years, self.own, self.all_rows)
        catalogues = {year: one.catalogue for year, one in self.scores.items()}
        anew = (years, own, rows) != before
        if anew:
            self.beginResetModel()
        changed = [year for year in years if anew or self.scores.get(year) != scores[year]]
        self.scores = dict(scores)
        self.years, self.own, self.all_rows = years, own, rows
        for year in changed:
            known = scores[year].catalogue
            if anew or catalogues.get(year) != known:
                self._codes[year] = {row.key: code_in(row, known, year == own) for row in rows}
            self._cells[year] = year_cells(scores[year], self._codes[year], marks(scores[year]))
        self.rows = self._unfolded()
        if anew:
            self.endResetModel()
            return
        for year in changed:
            column = years.index(year)
            self.dataChanged.emit(self.index(0, column), self.index(len(self.rows) - 1, column))

    def fold(self, keys: frozenset[str]) -> None:
        """Fold these rows, unfold all others."""
        self.beginResetModel()
        self.folded = keys
        self.rows = self._unfolded()
        self.endResetModel()

    def keep_unread(self, key: ScoreKey, text: str) -> None:
        """Keep what was typed and cannot be read; "" forgets it."""
        if self.unread.get(key, "") == text:
            return
        if text:
            self.unread[key] = text
        else:
            self.unread.pop(key, None)
        if self.rows and self.years:
            last = self.index(len(self.rows) - 1, len(self.years) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _unfolded(self) -> tuple[ScoreRow, ...]:
        return tuple(row for row in self.all_rows if not self.folded & set(row.above))

    # ---- what the view asks

    def place_of(self, key: str) -> int:
        """The row of a key among those not folded away, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def cell(self, index: _Index) -> ScoreCell:
        """What a year says in a row."""
        if not index.isValid():
            return ScoreCell()
        year, row = self.years[index.column()], self.rows[index.row()]
        return self._cells.get(year, {}).get(row.key, ScoreCell())

    def key_at(self, index: _Index) -> ScoreKey | None:
        """Year and code of a cell; None where no score can stand."""
        cell = self.cell(index)
        return (self.years[index.column()], cell.code) if cell.code else None

    def place_of_score(self, key: ScoreKey) -> tuple[ScoreRow, int] | None:
        """The row, perhaps folded away, and the column of a score."""
        year, code = key
        for row_key, found in self._codes.get(year, {}).items():
            if found == code and year in self.years:
                row = next(one for one in self.all_rows if one.key == row_key)
                return row, self.years.index(year)
        return None

    def face(self, index: _Index) -> CellFace:
        """How a cell looks."""
        year, row = self.years[index.column()], self.rows[index.row()]
        if row.key == LEVEL:
            return CellFace(level_words(self.scores[year]), mark="", open=False)
        cell = self.cell(index)
        if not cell.code:
            return CellFace(open=False)
        if text := self.unread.get((year, cell.code)):
            return CellFace(text, typed=True, problem=read_score(text).problem)
        value = cell.value
        return CellFace(
            self._number(score_words(value)) if value is not None else "",
            cell.typed is not None,
            self._number(score_words(cell.wanted)) if cell.wanted is not None else "",
            cell.problem,
            cell.mark,
        )

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.years)

    def data(self, index: _Index, role: int = _Roles.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (_Roles.DisplayRole, _Roles.EditRole):
            return self.face(index).words
        if role == _Roles.ToolTipRole:
            return self.told(index)
        if role == _Roles.AccessibleTextRole:
            row, year = self.rows[index.row()], self.years[index.column()]
            said = self.face(index).words or "ว่าง"
            return f"{row.label} {row.words} ปี {year} {said}"
        if role == _Roles.AccessibleDescriptionRole:
            return self.told(index)
        return None

    def told(self, index: _Index) -> str:
        """What there is to say of a cell beside its figure: in Thai, one sentence a line."""
        year, row = self.years[index.column()], self.rows[index.row()]
        if row.key == LEVEL:
            return level_reason(self.scores[year])
        face, cell = self.face(index), self.cell(index)
        if not cell.code:
            return "" if row.item is None else (
                f"ปี {year} ไม่มีข้อที่ข้อความตรงกัน"
                f" ถ้าจะกรอกข้อคำถามของปีนั้น ให้เลือก “ข้อคำถามตามปี” เป็น {year}"
            )  # fmt: skip
        lines = []
        if cell.code != row.key:
            lines.append(f"ปี {year} คือข้อ {cell.code}")
        if face.problem:
            lines.append(face.problem)
            if (year, cell.code) in self.unread and cell.typed is not None:
                lines.append(f"คะแนนเดิม {score_words(cell.typed)} ยังอยู่ในแฟ้มงาน")
        if cell.wanted is not None:
            lines.append(f"ควรเป็น {score_words(cell.wanted)} ตามคะแนนที่นำมาคำนวณ")
        elif cell.typed is None and cell.computed is not None:
            lines.append("คำนวณจากคะแนนอื่น พิมพ์ทับได้ถ้าผลที่ประกาศต่างไป")
        if face.mark:
            lines.append(face.mark)
        return "\n".join(lines)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _Roles.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if across and section < len(self.years) and role == _Roles.DisplayRole:
            return self._number(self.years[section])
        if not across and section < len(self.rows):
            row = self.rows[section]
            if role == _Roles.DisplayRole:
                return f"{row.label} {row.words}".strip()
            if role == _Roles.UserRole:
                return row
            if role == _Roles.ToolTipRole:
                return _row_told(row)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        always = flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemNeverHasChildren
        return always | flags.ItemIsEditable if self.cell(index).code else always


def _row_told(row: ScoreRow) -> str:
    lines = [f"{row.label} {row.words}".strip()]
    if row.item is not None:
        lines += [f"- {one.text}" for one in row.item.sub_items]
        if not row.item.certain:
            lines.append("ถ้อยคำข้อนี้ยังไม่ยืนยัน แก้ได้ในหน้าบัญชี ITA")
    return "\n".join(lines)


def above_all(rows: Sequence[ScoreRow]) -> frozenset[str]:
    """The keys of every row that others are folded under."""
    return frozenset(row.key for row in rows if row.folds)
