"""What Ctrl+V does on the sheet of scores: figures go in place, a table is looked at first."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ita_desktop.model.records import Score
from ita_desktop.model.score_reading import read_score
from ita_desktop.session.intake.pasted_scores import block_of_scores, read_scores, read_values
from ita_desktop.session.scores.catalogues import year_catalogue
from ita_desktop.session.scores.scores import ScoreKey, set_scores
from ita_desktop.storage.backup_names import Reason
from ita_desktop.thai.digits import to_thai
from ui.widgets.scores.paste_scores import PasteScoresDialog
from ui.widgets.scores.score_sheet import ScoreSheet
from ui.workspace import Workspace


class ScorePaste(QObject):
    """Fills scores from the clipboard, in one undoable edit. ``text_pasted`` brings words that
    were pasted into one cell, as if they had been typed there."""

    text_pasted = Signal(object, str)

    def __init__(self, workspace: Workspace, sheet: ScoreSheet, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.sheet = sheet
        self._parent = parent

    def paste(self) -> None:
        """Fill scores from the clipboard: a block of figures at once, a table after a look."""
        if self._workspace.session.read_only:
            return
        data = QGuiApplication.clipboard().mimeData()
        text, html = data.text(), data.html() if data.hasHtml() else ""
        if not text.strip() and not html:
            self._workspace.notice("ยังไม่มีอะไรให้วาง ให้เลือกและคัดลอกคะแนนหรือตารางก่อน")
        elif cells := block_of_scores(text):
            self._paste_block(cells)
        elif "\n" not in text.strip() and "\t" not in text and "<t" not in html.lower():
            if self.sheet.key is not None:
                self.text_pasted.emit(self.sheet.key, text.strip())
        else:
            self._paste_table(text, html)

    def _paste_block(self, cells: tuple[tuple[str, ...], ...]) -> None:
        """Figures go where they stand, from the cell in hand on."""
        rows, first = self.sheet.rows, self.sheet.currentIndex()
        values: dict[ScoreKey, Decimal | None] = {}
        homeless = 0
        for down, row in enumerate(cells):
            for right, cell in enumerate(row):
                place, column = first.row() + down, first.column() + right
                inside = place < rows.rowCount() and column < rows.columnCount()
                key = rows.key_at(rows.index(place, column)) if inside else None
                value = read_score(cell).value
                if key is not None and value is not None:
                    values[key] = value
                elif value is not None:
                    homeless += 1
        self._fill(values)
        if first.isValid():
            last = rows.index(
                min(first.row() + len(cells), rows.rowCount()) - 1,
                min(first.column() + len(cells[0]), rows.columnCount()) - 1,
            )
            self.sheet.select_block(first, last)
        said = f"วางคะแนน {len(values)} ค่า"
        left = f" อีก {homeless} ค่าไม่มีช่องให้ลง" if homeless else ""
        self._workspace.notice(to_thai(said + left), undo=bool(values))

    def paste_table(self) -> bool:
        """Show a table of scores that was copied, to be looked at before it is taken over; False
        where none was."""
        data = QGuiApplication.clipboard().mimeData()
        text, html = data.text(), data.html() if data.hasHtml() else ""
        like_table = "\t" in text or "\n" in text.strip() or "<t" in html.lower()
        if self._workspace.session.read_only or block_of_scores(text) or not like_table:
            return False
        return self._offer_table(text, html)

    def _paste_table(self, text: str, html: str) -> None:
        if not self._offer_table(text, html):
            self._workspace.notice("ไม่พบคะแนนในสิ่งที่คัดลอกไว้")

    def _offer_table(self, text: str, html: str) -> bool:
        """Let the clerk look at what was read of a table; False where it holds no score."""
        snapshot = self._workspace.session.snapshot
        pasted = read_scores(text, html, snapshot, self.sheet.rows.own)
        if not any(pasted.columns):
            return False
        dialog = PasteScoresDialog(
            pasted,
            year_catalogue(snapshot, pasted.year),
            self.sheet.rows.years,
            lambda one: read_values(one, snapshot),
            self._held,
            self._parent,
        )
        try:
            if dialog.exec():
                count = self._fill(dialog.values)
                self._workspace.notice(to_thai(f"วางคะแนน {count} ค่าแล้ว"), undo=True)
        finally:
            dialog.deleteLater()
        return True

    def _fill(self, values: dict[ScoreKey, Decimal | None]) -> int:
        if len(values) > 1:
            self._workspace.backups.before(Reason.IMPORT)
        for key in values:
            self.sheet.rows.keep_unread(key, "")
        set_scores(self._workspace.session, values, to_thai(f"วางคะแนน {len(values)} ค่า"))
        return len(values)

    def _held(self, key: ScoreKey) -> Decimal | None:
        found = self._workspace.session.snapshot.get(Score, Score.of(*key).id)
        return found.value if found is not None else None
