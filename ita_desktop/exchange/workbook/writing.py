"""An office as an Excel workbook: one sheet a kind of record, or the same empty, to be filled."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.exchange.workbook.cells import NO, YES, Written, text_of
from ita_desktop.exchange.workbook.columns import (
    Column,
    columns_of,
    held,
    place_of_record,
    sheet_title,
)
from ita_desktop.exchange.workbook.kept import kept_of, packed
from ita_desktop.exchange.workbook.looks import HEAD_HEIGHT, Looks, lines_in, row_height, tab_colour
from ita_desktop.exchange.workbook.names import Names, Place
from ita_desktop.exchange.workbook.plain import choice_label
from ita_desktop.exchange.workbook.read_me import READ_ME, write_read_me
from ita_desktop.model.fields import Kind
from ita_desktop.model.records import RECORDS, OwnField, Record, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.dates import format_date

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MARK = "ita"
"""What the hidden first row begins with, before the table's name."""

HIDDEN, CHOICES = "ข้อมูลของโปรแกรม", "รายการให้เลือก"
NAMES_ROW, HEADING_ROW, FIRST_ROW = 0, 1, 2
"""Rows, from 0: the hidden names of the fields, the headings, the first record."""

SPARE = 500
"""Rows below the last record that still offer lists to pick from."""

_PAGE = 210
"""Width of the columns that a page of A4 takes at a size that can be read."""

_FORMATS = {Kind.INTEGER: "0", Kind.NUMBER: "#,##0.##########"}


@dataclass(frozen=True, slots=True)
class Sender:
    """Of whom and when a workbook is made; ``edit`` is the id of the file's last edit."""

    made: datetime
    edit: str = ""


def workbook_of(snapshot: Snapshot, sender: Sender, *, template: bool = False) -> bytes:
    """The whole office as an .xlsx file; ``template`` leaves out the records, and keeps the
    columns and the lists to pick from."""
    from xlsxwriter.workbook import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_properties(
        {"title": READ_ME, "author": snapshot.office.full_name, "created": sender.made}
    )
    _Writer(book, snapshot, template).write(sender)
    book.close()
    return out.getvalue()


class _Writer:
    """Fills one workbook."""

    def __init__(self, book: Workbook, snapshot: Snapshot, template: bool) -> None:
        self._book = book
        self._snapshot = snapshot
        self._names = Names(snapshot)
        self._template = template
        self._looks = Looks(book)
        self._lists: dict[tuple[str, ...], str] = {}
        """Where each list to pick from stands, by what is in it."""

    def write(self, sender: Sender) -> None:
        read_me = self._book.add_worksheet(READ_ME)
        records = {kind: self._records(kind) for kind in RECORDS}
        sheets = {kind: self._book.add_worksheet(sheet_title(kind)) for kind in RECORDS}
        self._choices = self._book.add_worksheet(CHOICES)
        hidden = self._book.add_worksheet(HIDDEN)
        hidden.write_row(0, 0, (MARK, "1", sender.edit))
        row = 1
        for kind, sheet in sheets.items():
            columns = columns_of(self._snapshot, kind)
            self._head(sheet, kind, columns)
            for at, record in enumerate(records[kind], start=FIRST_ROW):
                place = place_of_record(self._names, record)
                texts = self._row(sheet, at, record, columns, place)
                hidden.write_string(row, 0, kind.TABLE)
                hidden.write_string(row, 1, record.id)
                for column, piece in enumerate(
                    packed(kept_of(record, columns, texts, place)), start=2
                ):
                    hidden.write_string(row, column, piece)
                row += 1
            self._tail(sheet, columns, len(records[kind]))
        self._choices.very_hidden()
        hidden.very_hidden()
        made = f"ทำเมื่อ {format_date(sender.made.date())}"
        what = "แบบฟอร์มเปล่าสำหรับกรอกใน Excel" if self._template else "ข้อมูลทั้งแฟ้มงาน"
        title = self._snapshot.office.full_name if self._snapshot.office.name else "ข้อมูลหน่วยงาน"
        counts = {kind: len(found) for kind, found in records.items()}
        write_read_me(read_me, self._looks, f"{title} — {what}", made, counts)
        read_me.activate()

    def _records(self, kind: type[Record]) -> tuple[Record, ...]:
        if self._template and kind is not OwnField:  # its columns stand on the measures' sheet
            return ()
        return self._snapshot.of(kind)

    def _head(self, sheet: Worksheet, kind: type[Record], columns: Sequence[Column]) -> None:
        looks = self._looks
        sheet.set_tab_color(tab_colour(kind))
        sheet.write_string(NAMES_ROW, 0, f"{MARK}:{kind.TABLE}")
        sheet.set_row(NAMES_ROW, None, None, {"hidden": True})
        sheet.set_row(HEADING_ROW, HEAD_HEIGHT)
        sheet.set_column(0, 0, 10, looks.free, {"hidden": True})
        sheet.write_string(HEADING_ROW, 0, "รหัส", looks.heading)
        for at, column in enumerate(columns, start=1):
            number = _FORMATS.get(column.field.kind)
            free = looks.free_number(number) if number else looks.free
            sheet.set_column(at, at, _width(column), free)
            sheet.write_string(NAMES_ROW, at, column.name)
            sheet.write_string(HEADING_ROW, at, column.heading, looks.heading)
            if guide := _guide(column):
                lines = sum(1 + len(line) // 38 for line in guide.split("\n"))
                size = {"width": 320, "height": 24 + 24 * lines}
                font = {"font_name": "TH Sarabun New", "font_size": 14, "color": "#FFF9E5"}
                sheet.write_comment(HEADING_ROW, at, guide, {**size, **font})
        sheet.freeze_panes(FIRST_ROW, _frozen(columns))

    def _row(
        self, sheet: Worksheet, at: int, record: Record, columns: Sequence[Column], place: Place
    ) -> list[str]:
        """Fill one row; what its cells say."""
        sheet.write_string(at, 0, record.id)
        texts: list[str] = []
        for place_of, column in enumerate(columns, start=1):
            written = column.form.write(column.field, held(record, column), place)
            texts.append(text_of(written))
            self._cell(sheet, at, place_of, written, texts[-1])
        pairs = zip(columns, texts, strict=True)
        lines = (lines_in(text, _width(column)) for column, text in pairs)
        sheet.set_row(at, row_height(max(lines, default=1)))
        return texts

    def _cell(self, sheet: Worksheet, row: int, column: int, written: Written, text: str) -> None:
        if isinstance(written, int):
            sheet.write_number(row, column, written, self._looks.cell("0"))
        elif isinstance(written, Decimal):
            exponent = written.as_tuple().exponent
            places = -exponent if isinstance(exponent, int) else 0
            number = "#,##0" + (f".{'0' * places}" if places else "")
            sheet.write_number(row, column, float(written), self._looks.cell(number))
        elif text:
            sheet.write_string(row, column, text, self._looks.cell())
        else:
            sheet.write_blank(row, column, None, self._looks.cell())

    def _tail(self, sheet: Worksheet, columns: Sequence[Column], count: int) -> None:
        last = FIRST_ROW + count - 1
        for at, column in enumerate(columns, start=1):
            if options := self._options(column):
                sheet.data_validation(
                    *(FIRST_ROW, at, max(last, FIRST_ROW) + SPARE, at),
                    {
                        "validate": "list",
                        "source": self._list(options),
                        "show_error": False,  # the import says more, and all at once
                    },
                )
        sheet.autofilter(HEADING_ROW, 0, max(last, HEADING_ROW), len(columns))
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + SPARE + 1}"})
        sheet.set_landscape()
        sheet.set_paper(9)
        across = sum(map(_width, columns))
        sheet.fit_to_pages(1 + int(across / _PAGE), 0)
        sheet.repeat_rows(HEADING_ROW)
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        sheet.set_footer("&L&A&Rหน้า &P / &N")

    def _options(self, column: Column) -> tuple[str, ...]:
        """What may be picked in a column."""
        match column.field.kind:
            case Kind.FLAG:
                return (YES, NO)
            case Kind.CHOICE:
                return tuple(choice_label(one) for one in column.field.choices or ())
            case Kind.LINK:
                return self._names.all(column.field.target)
        return ()

    def _list(self, options: tuple[str, ...]) -> str:
        """Where a list to pick from stands on its sheet: each is written once."""
        if options not in self._lists:
            column = len(self._lists)
            for row, option in enumerate(options):
                self._choices.write_string(row, column, option)
            from xlsxwriter.utility import xl_range_abs

            where = xl_range_abs(0, column, len(options) - 1, column)
            self._lists[options] = f"='{CHOICES}'!{where}"
        return self._lists[options]


def _width(column: Column) -> int:
    """The width of a column: as its kind needs, and its heading on two lines."""
    if column.field.target == YearWork.TABLE:
        return 14
    return max(column.form.width, min(len(column.heading) // 2 + 4, 30))


def _guide(column: Column) -> str:
    """What is told about a column: its hint, an example, how its kind is typed."""
    field = column.field
    example = f"ตัวอย่าง: {field.example}" if field.example else ""
    return "\n".join(filter(None, (field.hint, example, column.form.guide)))


def _frozen(columns: Sequence[Column]) -> int:
    """How many columns stay in sight: up to the one by which a row is known."""
    width = 0
    for at, column in enumerate(columns, start=1):
        width += _width(column)
        if column.field.kind in (Kind.TEXT, Kind.LONG_TEXT) or width > 50:
            return at + 1 if width <= 60 else 1
    return 1
