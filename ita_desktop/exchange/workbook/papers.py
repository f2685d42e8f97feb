"""What belongs to the making of documents, in a cell: layout columns, parts, own texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from ita_desktop.documents.catalog import DOCUMENTS, document_kind
from ita_desktop.documents.columns import column_choices
from ita_desktop.documents.layouts import layouts_in
from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import Cell, one_line
from ita_desktop.exchange.workbook.names import Place
from ita_desktop.exchange.workbook.people import BAR
from ita_desktop.model.fields import Field
from ita_desktop.model.layouts import CellAlign, LayoutColumn, ListStyle
from ita_desktop.model.values import OwnText
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.text import fold

_E = TypeVar("_E", bound=Enum)
_HEAD = re.compile(r"^\[(?P<name>[^\[\]]+)\]$")
_WIDTH = re.compile(r"^กว้าง\s*(?P<share>[0-9.]+)\s*%$")
_GROUP, _LIST, _MERGED = "กลุ่ม: ", "รายการ: ", "รวมช่องที่ซ้ำ"
_GUIDE = f"พิมพ์เช่น มาตรการ{BAR}ช่องข้อมูล{BAR}กว้าง 40%{BAR}กึ่งกลาง"


def document_title(document_id: str) -> str:
    """The short title of a document by its id; an unknown id as it is."""
    kind = document_kind(document_id)
    return kind.short_title if kind else document_id


def find_document(words: str) -> str:
    """The id of the document of that title or id. Raises UserError naming the titles."""
    wanted = fold(words)
    for kind in DOCUMENTS:
        if wanted in (fold(kind.short_title), fold(kind.title), kind.id):
            return kind.id
    known = ", ".join(f"“{kind.short_title}”" for kind in DOCUMENTS)
    raise UserError(f"ไม่มีเอกสารชื่อ “{words}”", f"ใช้ชื่อเอกสารในโปรแกรม: {known}")


def write_document(_field: Field, value: str, _place: Place) -> str:
    """A document by its title."""
    return document_title(value)


def read_document(_field: Field, cell: Cell, _place: Place) -> str:
    """The id of the document named. Raises UserError."""
    return find_document(one_line(cell.text))


def write_documents(_field: Field, values: tuple[str, ...], _place: Place) -> str:
    """The titles, one a line."""
    return "\n".join(one_line(document_title(one)) for one in values)


def read_documents(_field: Field, cell: Cell, _place: Place) -> tuple[str, ...]:
    """The ids of the documents named. Raises UserError."""
    return tuple(find_document(line) for line in map(one_line, cell.text.split("\n")) if line)


def write_own_texts(_field: Field, values: tuple[OwnText, ...], place: Place) -> str:
    """Each text below its name in square brackets."""
    labels = _wording_labels(place)
    return "\n".join(f"[{labels.get(one.name, one.name)}]\n{one.text}" for one in values)


def read_own_texts(_field: Field, cell: Cell, place: Place) -> tuple[OwnText, ...]:
    """The texts by their names. Raises UserError for a name that the document does not know."""
    labels = _wording_labels(place)
    names = {fold(label): name for name, label in labels.items()} | {one: one for one in labels}
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in cell.text.split("\n"):
        match = _HEAD.match(line.strip())
        if match:
            name = names.get(fold(match["name"]))
            if name is None:
                known = ", ".join(f"[{label}]" for label in labels.values())
                raise UserError(f"ไม่มีถ้อยคำชื่อ “{match['name']}”", f"ใช้ชื่อในวงเล็บเหลี่ยม: {known}")
            current = found.setdefault(name, [])
        elif current is None:
            raise UserError(
                f"ไม่ทราบว่า “{line[:40]}” เป็นถ้อยคำใด", "ใส่ชื่อถ้อยคำในวงเล็บเหลี่ยมไว้บรรทัดบน เช่น [คำนำ]"
            )
        else:
            current.append(line)
    return tuple(OwnText(name, "\n".join(lines)) for name, lines in found.items())


def _wording_labels(place: Place) -> Mapping[str, str]:
    kind = document_kind(place.document)
    return {one.name: one.label for one in kind.wordings} if kind else {}


def write_layout(_field: Field, value: str, place: Place) -> str:
    """A layout of the document by its title."""
    titles = {one.id: one.title for one in layouts_in(place.snapshot, place.document)}
    return titles.get(value, value)


def read_layout(_field: Field, cell: Cell, place: Place) -> str:
    """The id of the layout named. Raises UserError naming those of the document."""
    layouts = layouts_in(place.snapshot, place.document)
    wanted = fold(one_line(cell.text))
    for one in layouts:
        if wanted in (fold(one.title), fold(one.id)):
            return one.id
    known = ", ".join(f"“{one.title}”" for one in layouts) or "เว้นว่างไว้ เอกสารนี้ไม่มีแบบตารางให้เลือก"
    raise UserError(f"ไม่มีแบบตารางชื่อ “{cell.text}” สำหรับเอกสารนี้", f"แบบที่มี: {known}")


def write_wording(_field: Field, value: str, _place: Place) -> str:
    """A wording by the document that says it and its label there."""
    return _wording_titles().get(value, value)


def read_wording(_field: Field, cell: Cell, _place: Place) -> str:
    """The name of the wording. Raises UserError for one that no document says."""
    wanted = fold(one_line(cell.text))
    for name, title in _wording_titles().items():
        if wanted in (fold(title), fold(name)):
            return name
    raise UserError(f"ไม่มีถ้อยคำชื่อ “{cell.text}”", "พิมพ์ชื่อเอกสาร ตามด้วย : และชื่อถ้อยคำ อย่างแถวอื่นในแผ่นนี้")


def _wording_titles() -> Mapping[str, str]:
    return {
        one.name: f"{kind.short_title}: {one.label}"
        for kind in reversed(DOCUMENTS)
        for one in kind.wordings
    }


def write_columns(_field: Field, values: tuple[LayoutColumn, ...], place: Place) -> str:
    """``หัวคอลัมน์ | ช่องข้อมูล | กว้าง 40% | กึ่งกลาง | กลุ่ม: …``, one column a line."""
    labels = {one.name: one.label for one in column_choices(place.snapshot)}
    return "\n".join(_column(one, labels) for one in values)


def _column(one: LayoutColumn, labels: Mapping[str, str]) -> str:
    parts = (
        one.heading,
        labels.get(one.field, one.field),
        f"กว้าง {one.share * 100:g}%" if one.share is not None else "",
        one.align.label if one.align is not CellAlign.LEFT else "",
        f"{_GROUP}{one.group}" if one.group else "",
        f"{_LIST}{one.list_style.label}" if one.list_style else "",
        _MERGED if one.merged else "",
    )
    head, *more = map(one_line, parts)
    return BAR.join((head, *filter(None, more)))


def read_columns(_field: Field, cell: Cell, place: Place) -> tuple[LayoutColumn, ...]:
    """The columns of a layout. Raises UserError for a part that says nothing known."""
    names = {fold(one.label): one.name for one in reversed(column_choices(place.snapshot))}
    lines = filter(None, map(one_line, cell.text.split("\n")))
    return tuple(_read_column(line, names) for line in lines)


def _read_column(line: str, names: Mapping[str, str]) -> LayoutColumn:
    heading, *parts = (part.strip() for part in line.split("|"))
    field = names.get(fold(parts[0])) if parts else None
    if field is None:
        named = parts[0] if parts else line
        raise UserError(f"ไม่มีช่องข้อมูลชื่อ “{named}”", f"ใช้ชื่อช่องอย่างที่หน้าแบบตารางแสดง {_GUIDE}")
    share, align, group, style, merged = None, CellAlign.LEFT, "", None, False
    for part in filter(None, parts[1:]):
        width = _WIDTH.match(to_arabic(part))
        if width:
            share = _share(width["share"])
        elif part == _MERGED:
            merged = True
        elif part.startswith(_GROUP.strip()):
            group = part.removeprefix(_GROUP.strip()).strip()
        elif part.startswith(_LIST.strip()):
            style = _labelled(ListStyle, part.removeprefix(_LIST.strip()).strip())
        else:
            align = _labelled(CellAlign, part)
    return LayoutColumn(field, heading, share, align, group, style, merged)


def _share(words: str) -> float:
    try:
        share = float(words) / 100
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise UserError(f"ความกว้าง “{words}%” ใช้ไม่ได้", "พิมพ์ความกว้างมากกว่า 0% ไม่เกิน 100%")
    return share


def _labelled(choices: type[_E], words: str) -> _E:
    for one in choices:
        if fold(str(getattr(one, "label", one.value))) == fold(words):
            return one
    raise UserError(f"ไม่เข้าใจ “{words}” ในคอลัมน์ของแบบตาราง", _GUIDE)
