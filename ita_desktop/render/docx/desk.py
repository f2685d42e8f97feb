"""What the makers of pieces share: measures, styles, words, pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ita_desktop.documents.blocks import BODY_SIZE, Run, Text
from ita_desktop.render.docx.drawings import Drawings
from ita_desktop.render.docx.markup import Element, runs
from ita_desktop.render.docx.wardrobe import Wardrobe
from ita_desktop.render.pdf.lines import balanced_room
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Setter
from ita_desktop.render.pdf.table_set import TableSetter
from ita_desktop.render.pdf.words import clean
from ita_desktop.thai.words import Breaker

Pictures = Callable[[str], bytes | None]

_NO_BREAK = "\u00a0"
_SLACK = 600.0
"""1/1000 em that centred lines get over what they measure here: Word may find them wider."""


@dataclass(frozen=True, slots=True)
class Desk:
    """For one document. What is measured is measured in the typeface of the PDF."""

    setter: Setter
    tables: TableSetter
    breaker: Breaker
    wardrobe: Wardrobe
    drawings: Drawings
    pictures: Pictures

    @property
    def below_baseline(self) -> float:
        """Points by which a line reaches below the words, or the picture, that stand on it."""
        metrics = self.setter.metrics
        return (metrics.leading - metrics.ascent) * BODY_SIZE

    def runs(self, text: Text, *, bold: bool = False) -> tuple[Element, ...]:
        """Text for a paragraph whose style is ``bold`` or not."""
        return tuple(runs(self._held(text), bold=bold))

    def plain(self, words: str) -> tuple[Element, ...]:
        """Words in the style of their paragraph."""
        return self.runs((Run(words),))

    def aside(self, text: Text, size: float, width: float) -> float:
        """Millimetres to indent centred lines by on either side so that they come out alike long.

        Nothing where every line has room in ``width`` millimetres.
        """
        em = size / 1000 / POINTS_PER_MM
        room, widest, torn = width / em, 0.0, False
        for words in self.setter.measurer.measure(text).lines:
            whole = sum(word.width + word.gap for word in words) - (words[-1].gap if words else 0)
            torn = torn or whole > room
            widest = max(widest, balanced_room(words, room) if whole > room else whole)
        return max((room - widest - _SLACK) / 2 * em, 0.0) if torn else 0.0

    def _held(self, text: Text) -> Text:
        """The text with the spaces at which no line may end as Word is told of them: those of
        ``พ.ศ. ๒๕๖๙`` and ``ประเด็นที่ ๑``."""
        cleaned = [clean(run.text) for run in text]
        whole = "".join(cleaned)
        held = "\n".join(map(self._held_line, whole.split("\n")))
        made: list[Run] = []
        start = 0
        for run, words in zip(text, cleaned, strict=True):
            made.append(Run(held[start : start + len(words)], run.bold, run.italic))
            start += len(words)
        return tuple(made)

    def _held_line(self, line: str) -> str:
        if " " not in line:
            return line
        segments = self.breaker.segments(line)
        held = "".join(one.text.replace(" ", _NO_BREAK) + " " * one.spaces for one in segments)
        return held if len(held) == len(line) else line
