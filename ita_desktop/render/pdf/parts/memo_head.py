"""หัวบันทึกข้อความ: the Garuda at the left, the title on its feet, dotted lines to write on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ita_desktop.documents import saraban
from ita_desktop.documents.blocks import BODY_SIZE, HeadLine, MemoHead, Run, Source
from ita_desktop.render.pdf.file.pictures import Picture
from ita_desktop.render.pdf.file.structure import Element
from ita_desktop.render.pdf.flow import Unseen
from ita_desktop.render.pdf.galley import Galley
from ita_desktop.render.pdf.ink import DOTS
from ita_desktop.render.pdf.lines import words_width
from ita_desktop.render.pdf.pages import Pages
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Setter, Shape
from ita_desktop.render.pdf.parts.emblem import Seal, set_seal
from ita_desktop.render.pdf.tagging import Tagging

_LABEL_GAP = 6.0
"""Points between a label and the line behind it."""
_ENTRY_GAP = 8.0
"""Points between two entries of a row."""
_LABEL_SHARE = 0.6
"""The most that a label takes of its entry's width."""
_BESIDE_TITLE = 6.0
"""Points between the Garuda and the longest title."""
_UNDER_BASELINE = 0.2
"""The part of an exact line that lies under its baseline."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A label and the words behind it. Lengths are points from the left margin."""

    label: Galley
    words: Galley
    left: float
    start: float
    """Where words and dots begin."""
    end: float
    source: Source | None


@dataclass(slots=True)
class _Hand:
    """An entry of which the words from line ``start`` are still to be shown."""

    entry: _Entry
    tagging: Tagging
    start: int = field(default=0)

    @property
    def done(self) -> bool:
        return self.start >= len(self.entry.words.lines)


@dataclass(frozen=True, slots=True)
class MemoTop:
    """A measured head, at the top of a page of its own. Lengths are points."""

    seal: Seal
    title: Galley
    title_left: float
    rows: tuple[tuple[_Entry, ...], ...]
    rise: float
    """How much lower the baseline of a label is than that of words on the same top edge."""
    unseen: tuple[Unseen, ...]
    source: Source | None
    before: float = 0.0
    after: float = 0.0
    height: float = 0.0
    head: float = 0.0
    keep_with_next: bool = False

    @property
    def missing(self) -> tuple[tuple[str, Source | None], ...]:
        """Characters that could not be printed."""
        entries = [entry for row in self.rows for entry in row]
        found = [(entry.label.missing + entry.words.missing, entry.source) for entry in entries]
        return self.title.missing + tuple(
            (character, source) for missing, source in found for character, _ in missing
        )

    def pour(self, pages: Pages) -> None:
        """Begin a page with it."""
        pages.end_page()
        pages.begin()
        left, top = pages.frame.left, saraban.MEMO_GARUDA_TOP * POINTS_PER_MM
        self.seal.show(pages, left, top)
        if self.source is not None:
            pages.anchor(self.source, top, top + self.seal.height)
        title, baseline = self.title, saraban.MEMO_TITLE_BASELINE * POINTS_PER_MM
        if title.lines:
            pages.y = baseline - title.lines[0].baseline
            pages.bookmark(" ".join(line.text for line in title.lines), 0)
            x, count = left + self.title_left, len(title.lines)
            pages.show(title, 0, count, x, pages.y, pages.tagging("H1"))
            baseline += title.lines[-1].baseline - title.lines[0].baseline
        pages.y = baseline + saraban.MEMO_TITLE_LINE * _UNDER_BASELINE
        for row in self.rows:
            self._pour_row(pages, row)
        pages.fresh = False

    def _pour_row(self, pages: Pages, row: tuple[_Entry, ...]) -> None:
        """Labels and the words behind them, which take as many lines as they need."""
        structure = pages.paper.structure
        hands = [_Hand(entry, Tagging(structure, Element(pages.parent, "P"))) for entry in row]
        begins = True
        while begins or not all(hand.done for hand in hands):
            if not begins:
                pages.turn()
            top = pages.y
            pages.y = max([top, *(self._show(pages, hand, top, begins) for hand in hands)])
            begins = False

    def _show(self, pages: Pages, hand: _Hand, top: float, begins: bool) -> float:
        """Show of an entry what fits from ``top``; where that ends."""
        entry, frame = hand.entry, pages.frame
        low, y = top, top
        if begins:
            label = entry.label
            x, count = frame.left + entry.left, len(label.lines)
            low += pages.show(label, 0, count, x, top, hand.tagging)
            y += self.rise
        words, start = entry.words, hand.start
        if hand.done:
            return low
        end = max(words.fit(start, frame.bottom - y), start + 1)
        for line in words.lines[start:end]:
            dotted = y + line.baseline - words.lines[start].top + saraban.DOTS_BELOW
            pages.ink.broken(frame.left + entry.start, frame.left + entry.end, dotted, DOTS)
        x = frame.left + entry.start
        low = max(low, y + pages.show(words, start, end, x, y, hand.tagging))
        hand.start = end
        if entry.source is not None:
            pages.anchor(entry.source, top, low)
        return low


def set_memo_head(
    setter: Setter, block: MemoHead, width: float, picture: Picture | None
) -> MemoTop:
    """Measure a memo's head for a text area ``width`` points wide."""
    seal = set_seal(setter, picture, saraban.MEMO_GARUDA * POINTS_PER_MM, width / 4)
    beside = seal.width + _BESIDE_TITLE
    title = setter.centred((block.title,), width - 2 * beside, saraban.MEMO_TITLE_SIZE, bold=True)
    rise = (saraban.MEMO_LABEL_SIZE - BODY_SIZE) * setter.metrics.ascent
    return MemoTop(
        seal=seal,
        title=_on_exact_lines(title) if block.title else Galley(),
        title_left=beside,
        rows=tuple(tuple(_row(setter, row, width)) for row in block.lines),
        rise=rise,
        unseen=() if picture is not None else (Unseen(True, block.source),),
        source=block.source,
    )


def _row(setter: Setter, row: tuple[HeadLine, ...], width: float) -> list[_Entry]:
    """The entries of a row, which share its width evenly."""
    share = width / max(len(row), 1)
    entries = []
    for at, line in enumerate(row):
        left = at * share
        end = left + share - (_ENTRY_GAP if at + 1 < len(row) else 0.0)
        measured = setter.measurer.measure((Run(line.label, bold=True),))
        shape = Shape((end - left) * _LABEL_SHARE, saraban.MEMO_LABEL_SIZE)
        label = setter.set(measured, shape, None)
        widest = max((words_width(one.words) for one in label.lines), default=0.0)
        start = left + widest * saraban.MEMO_LABEL_SIZE / 1000 + _LABEL_GAP
        words = setter.set(
            setter.measurer.measure((Run(line.words),)), Shape(end - start, BODY_SIZE), None
        )
        entries.append(_Entry(label, words, left, start, end, line.source))
    return entries


def _on_exact_lines(galley: Galley) -> Galley:
    """The title on lines of exactly their height."""
    pitch = saraban.MEMO_TITLE_LINE
    lines = tuple(
        line._replace(
            top=at * pitch,
            bottom=(at + 1) * pitch,
            baseline=(at + 1 - _UNDER_BASELINE) * pitch,
        )
        for at, line in enumerate(galley.lines)
    )
    return replace(galley, lines=lines)
