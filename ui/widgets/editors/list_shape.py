"""A list as lines with levels: what the keys of the list editor do to it, as pure functions.

A line is (level, text); level 1 belongs to the nearest line of level 0 above it, and the first line
is always of level 0.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.model.values import Item, Items
from ita_desktop.thai.text import clean

Line = tuple[int, str]
Lines = list[Line]


def lines_of(items: Items) -> Lines:
    """The lines of a list."""
    lines: Lines = []
    for item in items:
        lines.append((0, item.text))
        lines.extend((1, inner.text) for inner in item.items)
    return lines


def items_of(lines: Lines) -> Items:
    """The list the lines say; empty lines are left out, unless something belongs to them."""
    items: list[tuple[str, list[Item]]] = []
    for level, typed in lines:
        text = clean(typed)
        if level and items:
            if text:
                items[-1][1].append(Item(text))
        else:
            items.append((text, []))
    return tuple(Item(text, tuple(inner)) for text, inner in items if text or inner)


def numbers_of(lines: Lines) -> list[tuple[int, int]]:
    """The number of each line as (number, sub-number), sub-number 0 for level 0."""
    numbers: list[tuple[int, int]] = []
    number = sub = 0
    for level, _ in lines:
        if level and number:
            sub += 1
        else:
            number, sub = number + 1, 0
        numbers.append((number, sub))
    return numbers


def settled(lines: Lines) -> Lines:
    """The lines with their levels made possible: the first stands at level 0."""
    return [(level if at else 0, text) for at, (level, text) in enumerate(lines)]


def block_of(lines: Lines, at: int) -> int:
    """How many lines move with a line: itself and what belongs to it."""
    if lines[at][0]:
        return 1
    end = at + 1
    while end < len(lines) and lines[end][0]:
        end += 1
    return end - at


def split_line(lines: Lines, at: int, place: int) -> Lines:
    """Enter: the line parted at ``place``; below a line with sub-items a sub-item begins."""
    level, text = lines[at]
    below = 1 if level == 0 and block_of(lines, at) > 1 else level
    return [*lines[:at], (level, text[:place]), (below, text[place:]), *lines[at + 1 :]]


def joined_with_above(lines: Lines, at: int) -> Lines:
    """The line's text put behind the line above it."""
    level, text = lines[at - 1]
    return settled([*lines[: at - 1], (level, text + lines[at][1]), *lines[at + 1 :]])


def without(lines: Lines, at: int) -> Lines:
    """The lines without one; what belonged to it belongs to the line above."""
    return settled([*lines[:at], *lines[at + 1 :]])


def nested(lines: Lines, at: int, level: int) -> Lines:
    """The line at another level; a line that is nested takes its sub-items with it."""
    return settled([*lines[:at], (level, lines[at][1]), *lines[at + 1 :]])


def pasted(
    lines: Lines, at: int, place: int, found: Sequence[tuple[int, str]]
) -> tuple[Lines, int]:
    """Pasted items put in at a place of a line, which is parted around them.

    ``found`` holds their levels as pasted; below a sub-item all are sub-items. Returns the lines
    and where the last pasted one stands.
    """
    level, typed = lines[at]
    new = [(min(1, level + below), words) for below, words in found]
    before, after = typed[:place].strip(), typed[place:].strip()
    if before:
        new.insert(0, (level, before))
    if after:
        new.append((level, after))
    last = at + len(new) - (2 if after else 1)
    return settled([*lines[:at], *new, *lines[at + 1 :]]), last


def drop_places(lines: Lines, at: int) -> list[int]:
    """Before which lines a line may be put (``len(lines)`` is behind the last)."""
    size = block_of(lines, at)
    if lines[at][0]:
        return list(range(1, len(lines) + 1))
    outside = [place for place in range(len(lines) + 1) if not at < place < at + size]
    return [place for place in outside if place == len(lines) or lines[place][0] == 0]


def moved(lines: Lines, at: int, before: int) -> tuple[Lines, int]:
    """The line with what belongs to it put before another; the lines, and where it is now."""
    size = block_of(lines, at)
    block = lines[at : at + size]
    rest = [*lines[:at], *lines[at + size :]]
    target = before if before <= at else before - size
    return settled([*rest[:target], *block, *rest[target:]]), target


def stepped(lines: Lines, at: int, direction: int) -> tuple[Lines, int]:
    """The line moved up or down by one place among those where it may stand."""
    size = block_of(lines, at)
    places = [place for place in drop_places(lines, at) if not at <= place <= at + size]
    if direction < 0:
        before = [place for place in places if place < at]
        return moved(lines, at, before[-1]) if before else (lines, at)
    after = [place for place in places if place > at + size]
    return moved(lines, at, after[0]) if after else (lines, at)
