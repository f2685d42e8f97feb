"""Documents → plain text that reads well in a diff: for golden files and quick looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    Contents,
    Cover,
    Document,
    Emblem,
    Heading,
    ListBlock,
    MemoHead,
    OpinionBlock,
    Orientation,
    PageBreak,
    Paragraph,
    PhotoGrid,
    Row,
    Rule,
    Signature,
    Space,
    Table,
    Text,
)
from ita_desktop.thai.digits import to_thai

_INDENT = "    "
_ALIGNMENTS = {Align.CENTER: "กึ่งกลาง", Align.RIGHT: "ชิดขวา", Align.THAI: "กระจาย"}


def to_text(document: Document) -> str:
    """The document as text: one line a paragraph, tables as indented cells, bold as ``**``."""
    lines = [document.title, f"โดย {document.author}"]
    for section in document.sections:
        landscape = section.page.orientation is Orientation.LANDSCAPE
        part = f" {section.part}" if section.part else ""
        lines += ["", f"=== หน้า{'แนวนอน' if landscape else 'แนวตั้ง'}{part} ==="]
        parts = tuple(one.part for one in document.sections if one.part)
        for block in section.blocks:
            lines.append("")
            lines += _lines(block, parts)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _lines(block: Block, parts: tuple[str, ...] = ()) -> Iterator[str]:
    match block:
        case Paragraph():
            mark = _ALIGNMENTS.get(block.align, "")
            yield from _paragraph(block.text, f"[{mark}] " if mark else "")
        case Heading():
            for line in block.lines:
                yield f"{'#' * max(block.level, 1)} {line}"
        case ListBlock():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Cover():
            yield "[ปก]"
            for line in block.title:
                yield _INDENT + line
            yield _INDENT + ("(ภาพตรา)" if block.picture else "(ไม่มีภาพตรา)")
            for line in block.agency:
                yield _INDENT + line
        case Emblem():
            words = "ภาพตรา" if block.picture else "ไม่มีภาพตรา"
            yield f"[ตราครุฑ {block.height:g} มม. {words}]"
        case MemoHead():
            yield f"[{block.title}]"
            for row in block.lines:
                yield _INDENT + "  ".join(f"{one.label} {one.words or '……'}" for one in row)
        case Rule():
            yield "- - - - -"
        case Signature():
            yield "[ลงชื่อ]"
            for line in (block.closing, f"({block.name})", *block.position):
                if line:
                    yield _INDENT + line
        case OpinionBlock():
            yield f"[{block.title}]"
            for _ in range(block.lines):
                yield _INDENT + "……"
            for line in (f"({block.name})", *block.position):
                yield _INDENT + line
        case Chart():
            yield from _chart(block)
        case PhotoGrid():
            yield f"[ภาพ หน้าละ {block.columns * block.rows}]"
            for photo in block.photos:
                yield f"{_INDENT}({'ภาพ' if photo.picture else 'ไม่มีภาพ'}) {photo.caption}"
        case Contents():
            yield f"# {block.title}"
            for part in parts:
                yield _INDENT + part
        case PageBreak():
            yield "--- ขึ้นหน้าใหม่ ---"
        case Space():
            yield f"[เว้น {block.points:g} พอยต์]"
        case _:
            assert_never(block)


def _chart(chart: Chart) -> Iterator[str]:
    yield f"[แผนภูมิ {chart.title}]" + (f" {chart.axis_label}" if chart.axis_label else "")
    shown = to_thai if chart.thai_digits else str
    for series in chart.series:
        pairs = zip(chart.categories, series.values, strict=True)
        told = (
            f"{name} {'-' if value is None else shown(f'{value:.2f}')}" for name, value in pairs
        )
        yield f"{_INDENT}{series.name}: {' · '.join(told)}"
    if chart.target is not None:
        yield f"{_INDENT}{chart.target_label} {shown(f'{chart.target:g}')}"


def _paragraph(text: Text, mark: str = "") -> Iterator[str]:
    words = "".join(
        f"**{run.text}**" if run.bold else f"_{run.text}_" if run.italic else run.text
        for run in text
    )
    first, *others = words.split("\n")
    yield mark + first
    for line in others:
        yield "  " + line


def _list(block: ListBlock) -> Iterator[str]:
    for item in block.items:
        label = f"{item.label} " if item.label else ""
        for line in _paragraph(item.text, label):
            yield _INDENT * min(max(item.level, 0), 1) + line


def _table(table: Table) -> Iterator[str]:
    yield f"[ตาราง {len(table.columns)} คอลัมน์]" + (f" {table.caption}" if table.caption else "")
    for number, row in enumerate(table.header, start=1):
        yield from _row(f"หัวตาราง {number}", row)
    for number, row in enumerate(table.rows, start=1):
        yield from _row(f"แถว {number}", row)


def _row(name: str, row: Row) -> Iterator[str]:
    yield f"  {name}"
    for place, cell in enumerate(row.cells, start=1):
        if cell is not None:
            yield from _cell(place, cell)


def _cell(place: int, cell: Cell) -> Iterator[str]:
    over = f"{place}" if cell.colspan == 1 else f"{place}-{place + cell.colspan - 1}"
    down = f" (รวม {cell.rowspan} แถว)" if cell.rowspan > 1 else ""
    lines = [line for block in cell.content for line in _lines(block)]
    if len(lines) < 2:
        yield f"{_INDENT}{over}{down}: {lines[0] if lines else ''}"
        return
    yield f"{_INDENT}{over}{down}:"
    for line in lines:
        yield _INDENT * 2 + line
