"""The lines of a text box, broken where Thai words end.

Without libthai Qt breaks Thai in the middle of words. Here the lines of each paragraph are laid
out with the program's own breaks, so nothing has to be put into the text: cursor, undo, copying
and input methods see exactly what was typed.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit

from ui.widgets.text.breaks import word_breaks


class ThaiLayout(QPlainTextDocumentLayout):
    """Lays out the paragraphs of one text box."""

    def __init__(self, document: QTextDocument, box: QPlainTextEdit) -> None:
        super().__init__(document)
        self._box = box

    def blockBoundingRect(self, block: QTextBlock):  # type: ignore[no-untyped-def]  # noqa: N802
        if block.isValid() and not block.layout().lineCount():
            self._lay(block)
        return super().blockBoundingRect(block)

    def documentChanged(self, place: int, removed: int, added: int) -> None:  # noqa: N802
        super().documentChanged(place, removed, added)
        block = self.document().findBlock(place)
        last = self.document().findBlock(place + added)
        while block.isValid():
            self._lay(block)
            if block == last:
                break
            block = block.next()
        self.documentSizeChanged.emit(self.documentSize())
        self.update.emit()

    def lay_again(self) -> None:
        """Lay everything out anew: the words have become known."""
        self.documentChanged(0, 0, max(0, self.document().characterCount() - 1))

    def height(self) -> float:
        """Of all paragraphs, in logical pixels, with the document's margins."""
        total = 2 * self.document().documentMargin()
        block = self.document().firstBlock()
        while block.isValid():
            total += self.blockBoundingRect(block).height()
            block = block.next()
        return total

    def _lay(self, block: QTextBlock) -> None:
        margin = self.document().documentMargin()
        width = self._box.viewport().width() - 2 * margin
        layout = block.layout()
        text = _with_preedit(block.text(), layout)
        ends = word_breaks().ends(text)
        option = QTextOption(self.document().defaultTextOption())
        option.setWrapMode(
            QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
            if ends is None
            else QTextOption.WrapMode.WrapAnywhere
        )
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(max(1.0, width))
            if ends:
                _end_at_a_word(line, text, ends)
            line.setPosition(QPointF(margin, y))
            y += line.height()
        layout.endLayout()
        block.setLineCount(layout.lineCount())


def _with_preedit(text: str, layout: QTextLayout) -> str:
    """What the layout really shows while an input method composes."""
    place = layout.preeditAreaPosition()
    return f"{text[:place]}{layout.preeditAreaText()}{text[place:]}" if place >= 0 else text


def _end_at_a_word(line: QTextLine, text: str, ends: tuple[int, ...]) -> None:
    """Shorten a full line to the last place where it may be broken.

    The new width lies halfway between the last letter that stays and the first that goes: Qt
    rounds widths, and anything tighter lets it take a letter too few or too many.
    """
    start = line.textStart()
    end = start + line.textLength()
    if end >= len(text):
        return
    place = bisect_right(ends, end) - 1
    if place < 0 or not start < ends[place] < end:
        return
    last = max(start + 1, len(text[: ends[place]].rstrip(" ")))
    goes = ends[place] + 1
    while goes < end and _x(line, goes) <= _x(line, ends[place]):
        goes += 1
    line.setLineWidth((_x(line, last) + _x(line, goes)) / 2)


def _x(line: QTextLine, place: int) -> float:
    """Where the cursor stands before a letter, in logical pixels."""
    found = cast("float | tuple[float, int]", line.cursorToX(place))
    return found[0] if isinstance(found, tuple) else found
