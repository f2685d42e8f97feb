"""Outlines: the sections of an announcement as plain text, and as what they say.

In the text a line that begins with ``# `` is a heading, ``- `` an item, ``-- `` a sub-item; any
other line is a paragraph. The form edits sections; the file, the workbook and a diff hold the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop.model.values import Item, Items


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A heading, paragraphs of lead-in, and items two deep; each may be empty."""

    heading: str = ""
    lead: tuple[str, ...] = ()
    items: Items = ()


def parse_outline(text: str) -> tuple[OutlineSection, ...]:
    """The sections of an outline's text. Never fails: what has no mark is a paragraph.

    A paragraph after items begins a section without a heading.
    """
    sections: list[OutlineSection] = []
    for line in text.splitlines():
        words = line.strip()
        mark, _, rest = words.partition(" ")
        last = sections[-1] if sections else None
        if not words:
            continue
        if mark == "#":
            sections.append(OutlineSection(heading=rest.strip()))
        elif mark in ("-", "--"):
            items = last.items if last else ()
            if mark == "--" and items:
                parent = items[-1]
                grown = Item(parent.text, (*parent.items, Item(rest.strip())))
                items = (*items[:-1], grown)
            else:
                items = (*items, Item(rest.strip()))
            section = last or OutlineSection()
            sections[-1:] = [OutlineSection(section.heading, section.lead, items)]
        elif last is None or last.items:
            sections.append(OutlineSection(lead=(words,)))
        else:
            sections[-1] = OutlineSection(last.heading, (*last.lead, words))
    return tuple(sections)


def outline_text(sections: Sequence[OutlineSection]) -> str:
    """The text of sections: what :func:`parse_outline` reads back."""
    lines: list[str] = []
    for section in sections:
        if section.heading:
            lines.append(f"# {_line(section.heading)}")
        lines += [_line(words) for words in section.lead]
        for item in section.items:
            lines.append(f"- {_line(item.text)}")
            lines += [f"-- {_line(inner.text)}" for inner in item.items]
    return "\n".join(lines)


def _line(words: str) -> str:
    return " ".join(words.split())
