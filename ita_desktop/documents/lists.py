"""Lists as they are printed: labels written out, one item a line, nested at most two deep."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.documents.blocks import ListBlock, ListItem, Paragraph, text
from ita_desktop.model.layouts import ListStyle
from ita_desktop.model.values import Item, Items, plain_items


def list_of(
    items: Items, style: ListStyle, *, single: bool = False
) -> tuple[Paragraph | ListBlock, ...]:
    """The blocks of a list. A lone item is a plain paragraph, its sub-items a list below it,
    unless ``single`` asks for its label."""
    filled = tuple(item for item in items if item.text or item.items)
    if len(filled) == 1 and not single:
        lone = filled[0]
        lead = (Paragraph(text(lone.text)),) if lone.text else ()
        return (*lead, *list_of(lone.items, style, single=True))
    if not filled:
        return ()
    return (ListBlock(tuple(_labelled(filled, style))),)


def lines_of(lines: Sequence[str], style: ListStyle) -> tuple[Paragraph | ListBlock, ...]:
    """Plain lines as a list."""
    return list_of(plain_items(*lines), style)


def _labelled(items: Items, style: ListStyle) -> list[ListItem]:
    laid: list[ListItem] = []
    for number, item in enumerate(items, 1):
        laid.append(ListItem(label_of(style, number), text(item.text), 0))
        laid.extend(
            ListItem(label_of(style, number, sub), text(inner.text), 1)
            for sub, inner in enumerate(_filled(item), 1)
        )
    return laid


def _filled(item: Item) -> Items:
    return tuple(inner for inner in item.items if inner.text)


def label_of(style: ListStyle, number: int, sub: int = 0) -> str:
    """``1.`` and ``1.1``, a dash, or nothing; digits are converted with the document."""
    match style:
        case ListStyle.NUMBER:
            return f"{number}.{sub}" if sub else f"{number}."
        case ListStyle.DASH:
            return "-"
        case ListStyle.NONE:
            return ""
