"""The tables of a Word file: merged cells, automatic numbers and tracked changes resolved."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ita_desktop.errors import UserError
from ita_desktop.exchange.tables import GridCell, Table, table_of
from ita_desktop.exchange.word_numbers import WordNumbers
from ita_desktop.exchange.word_text import W, WordText, blocks, row_cells, table_rows
from ita_desktop.thai.text import clean

WORD_SUFFIX = ".docx"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""How files of Word before 2007 begin, and files locked with a password."""

_LARGEST = 300_000_000
"""Bytes a file may unpack to: what no honest document reaches."""

_MOST_MERGED = 63
"""Columns of one of Word's tables."""

_MOST_BEFORE = 6
_REMEDY = "เปิดแฟ้มนั้นใน Word แล้วบันทึกใหม่เป็นชนิด “เอกสาร Word (.docx)” จากนั้นนำเข้าอีกครั้ง"


def read_word_file(path: Path) -> tuple[Table, ...]:
    """The tables of a Word file that say something, in their order.

    Raises UserError where the file cannot be read or is no Word file.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"ไม่พบแฟ้ม “{path}”", "ตรวจชื่อแฟ้ม หรือเลือกแฟ้มใหม่") from error
    except IsADirectoryError as error:
        raise UserError(f"“{path}” เป็นโฟลเดอร์ ไม่ใช่แฟ้ม", "ระบุชื่อแฟ้ม Word") from error
    except OSError as error:
        raise UserError(
            f"อ่านแฟ้ม “{path.name}” ไม่ได้", "ปิดแฟ้มนั้นในโปรแกรมอื่นก่อน หรือคัดลอกมาไว้ในเครื่องแล้วลองใหม่"
        ) from error
    return read_word_tables(data, path.name)


def read_word_tables(data: bytes, name: str) -> tuple[Table, ...]:
    """The tables of a Word file's bytes; ``name`` is the file's, for what cannot be read.

    Raises UserError where they are no Word file.
    """
    body, text = _opened(data, name)
    found: list[Table] = []
    before: list[str] = []
    for block in blocks(body):
        if block.tag == f"{W}p":
            before.append(clean(text.paragraph(block)))
            continue
        said = tuple(filter(None, before))[-_MOST_BEFORE:]
        found += _tables(block, text, said)
        before = []
    return tuple(found)


def _opened(data: bytes, name: str) -> tuple[Any, WordText]:
    """The body of the document, and what reads its words."""
    if data.startswith(_OLD_WORD):
        raise UserError(f"“{name}” เป็นแฟ้ม Word รุ่นเก่า (.doc) หรือแฟ้มที่ตั้งรหัสผ่านไว้", _REMEDY)
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _LARGEST:
                raise UserError(f"แฟ้ม “{name}” ใหญ่เกินไป", "คัดลอกเฉพาะตารางไปไว้ในแฟ้ม Word ใหม่")
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        roots = {
            one.reltype: getattr(one.target_part, "element", None)
            for one in document.part.rels.values()
            if one.reltype in (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.STYLES)
        }
    except UserError:
        raise
    # The library tells broken files by errors of the many libraries below it.
    except Exception as error:
        raise UserError(f"“{name}” ไม่ใช่แฟ้ม Word (.docx) หรือแฟ้มเสียหาย", _REMEDY) from error
    if body is None:
        raise UserError(f"“{name}” ไม่มีเนื้อหา", _REMEDY)
    numbers = WordNumbers.of(
        roots.get(RELATIONSHIP_TYPE.NUMBERING), roots.get(RELATIONSHIP_TYPE.STYLES)
    )
    return body, WordText(numbers)


def _tables(table: Any, text: WordText, before: tuple[str, ...]) -> Iterator[Table]:
    """The table, or those inside it where it is only a frame around them."""
    rows = list(table_rows(table))
    cells = [cell for row in rows for cell in row_cells(row)]
    inner = list(blocks(cells[0])) if len(cells) == 1 else []
    if any(one.tag == f"{W}tbl" for one in inner):
        said = list(before)
        for one in inner:
            if one.tag == f"{W}tbl":
                yield from _tables(one, text, tuple(said)[-_MOST_BEFORE:])
                said = []
            elif words := clean(text.paragraph(one)):
                said.append(words)
        return
    made = table_of([_row(row, text) for row in rows], _heading_rows(rows), before)
    if made is not None:
        yield made


def _row(row: Any, text: WordText) -> list[GridCell]:
    given = row.find(f"{W}trPr")
    at = _number(given, "gridBefore")
    found: list[GridCell] = []
    for cell in row_cells(row):
        asked = cell.find(f"{W}tcPr")
        across = min(max(1, _number(asked, "gridSpan", 1)), _MOST_MERGED)
        words = text.cell(cell)  # read even where it is not shown: its paragraphs are counted
        if _goes_on(asked, "hMerge") and found:
            last = found[-1]
            found[-1] = dataclasses.replace(last, across=last.across + across)
        else:
            found.append(GridCell(words, at, across, from_above=_goes_on(asked, "vMerge")))
        at += across
    return found


def _goes_on(asked: Any, name: str) -> bool:
    """Whether a cell only goes on with the one above (``vMerge``) or to the left (``hMerge``)."""
    merged = asked.find(f"{W}{name}") if asked is not None else None
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def _heading_rows(rows: list[Any]) -> int:
    """How many rows at the top Word repeats on every page."""
    count = 0
    for row in rows:
        given = row.find(f"{W}trPr")
        repeated = given.find(f"{W}tblHeader") if given is not None else None
        if repeated is None or repeated.get(f"{W}val") in ("0", "false", "off"):
            break
        count += 1
    return count


def _number(parent: Any, name: str, otherwise: int = 0) -> int:
    child = parent.find(f"{W}{name}") if parent is not None else None
    try:
        return int(child.get(f"{W}val", otherwise)) if child is not None else otherwise
    except ValueError:
        return otherwise
