"""A request written: one sheet to fill in, for one division and one round."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ita_desktop.documents.requests import Asked
from ita_desktop.exchange.requests.columns import (
    DATE_COLUMN,
    DATE_MARK,
    DATE_ROW,
    FIRST_ROW,
    GIVEN,
    HEADING_ROW,
    MARK,
    NAMES_ROW,
    TITLE_ROW,
    WIDTHS,
    filled_columns,
    heading_of,
)
from ita_desktop.exchange.workbook.cells import text_of
from ita_desktop.exchange.workbook.columns import Column, held, place_of_record
from ita_desktop.exchange.workbook.kept import kept_of, packed
from ita_desktop.exchange.workbook.lists import write_items
from ita_desktop.exchange.workbook.looks import HEAD_HEIGHT, Looks, lines_in, row_height
from ita_desktop.exchange.workbook.names import Names
from ita_desktop.exchange.workbook.people import write_responsible
from ita_desktop.exchange.workbook.plain import choice_label
from ita_desktop.exchange.workbook.writing import HIDDEN
from ita_desktop.model.fields import Kind, field_of
from ita_desktop.model.records import Measure, RoundReport
from ita_desktop.model.rounds import report_of
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.timeline_styles import TimelineStyle, format_timeline

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEET = "แบบรายงานผล"

_HOW = (
    "กรอกเฉพาะช่องสีขาว · สถานะเลือกจากรายการ · หลายข้อพิมพ์ข้อละบรรทัด (กด Alt+Enter ขึ้นบรรทัดใหม่)"
    " · มาตรการที่ไม่สามารถดำเนินการได้ให้บอกเหตุผล · บันทึกเป็น .xlsx แล้วส่งแฟ้มนี้คืน"
)
_FIRST_SHEET = "xl/worksheets/sheet1.xml"
_ROW = re.compile(rb'<row r="([0-9]+)"[^>]*>')
_LEAST_LINES = 5
"""Lines of room that every measure gets."""


@dataclass(frozen=True, slots=True)
class RequestSender:
    """Of which file and when a request is made: ``lineage`` is the file's own mark, ``edit`` the
    id of its last edit."""

    made: datetime
    lineage: str
    edit: str = ""


def request_workbook(snapshot: Snapshot, asked: Asked, sender: RequestSender) -> bytes:
    """The request as an .xlsx file."""
    from xlsxwriter.workbook import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_urls": False})
    office = snapshot.office.full_name
    book.set_properties({"title": SHEET, "author": office, "created": sender.made})
    _Writer(book, snapshot, asked).write(sender)
    book.close()
    return _growing(out.getvalue())


def _growing(data: bytes) -> bytes:
    """The workbook with the heights of the measures' rows as a beginning only: XlsxWriter fixes
    every height it is given, and a row that is fixed does not grow with what is typed into it."""

    def freed(found: re.Match[bytes]) -> bytes:
        row = found[0]
        return row.replace(b' customHeight="1"', b"") if int(found[1]) > FIRST_ROW else row

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == _FIRST_SHEET:
                content = _ROW.sub(freed, content)
            new.writestr(part, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


class _Writer:
    """Fills one workbook."""

    def __init__(self, book: Workbook, snapshot: Snapshot, asked: Asked) -> None:
        self._book = book
        self._snapshot = snapshot
        self._asked = asked
        self._looks = Looks(book)
        self._columns = filled_columns(snapshot)
        self._names = Names(snapshot)

    def write(self, sender: RequestSender) -> None:
        sheet = self._book.add_worksheet(SHEET)
        hidden = self._book.add_worksheet(HIDDEN)
        asked = self._asked
        mark = (asked.year.action_year, asked.month, asked.division.id, sender.lineage)
        sheet.write_string(NAMES_ROW, 0, ":".join((MARK, *map(str, mark))))
        hidden.write_row(0, 0, (MARK, asked.division.name, self._snapshot.office.full_name))
        self._head(sheet)
        for number, measure in enumerate(asked.measures, 1):
            fresh = RoundReport.of(measure.id, asked.month)
            report = report_of(self._snapshot, measure.id, asked.month) or fresh
            texts = self._row(sheet, FIRST_ROW + number - 1, number, measure, report)
            place = place_of_record(self._names, report)
            pieces = packed(kept_of(report, self._columns, texts, place))
            for column, piece in enumerate((measure.id, *pieces)):
                hidden.write_string(number, column, piece)
        self._tail(sheet, len(asked.measures))
        hidden.very_hidden()
        sheet.activate()

    def _head(self, sheet: Worksheet) -> None:
        looks, asked = self._looks, self._asked
        names = [*(name for name, _, _ in GIVEN), *(one.name for one in self._columns)]
        headings = [
            *(words for _, words, _ in GIVEN),
            *(heading_of(one) for one in self._columns),
        ]
        widths = [*(width for *_, width in GIVEN), *(WIDTHS[one.name] for one in self._columns)]
        sheet.set_column(0, 0, 4, None, {"hidden": True})
        sheet.set_row(NAMES_ROW, None, None, {"hidden": True})
        sheet.hide_gridlines(2)
        for at, (name, words, width) in enumerate(zip(names, headings, widths, strict=True), 1):
            sheet.set_column(at, at, width)
            sheet.write_string(NAMES_ROW, at, name)
            sheet.write_string(HEADING_ROW, at, words, looks.heading)
        of_round = to_thai(f"รอบ {asked.month} เดือน ปีงบประมาณ พ.ศ. {asked.year.action_year}")
        office = self._snapshot.office.full_name
        due = to_thai(f"ส่งคืนภายในวันที่ {format_date(asked.due)}")
        sheet.set_row(TITLE_ROW, 34)
        sheet.write_string(TITLE_ROW, 1, f"แบบรายงานผลตามมาตรการ {of_round}", looks.title)
        told = " · ".join(filter(None, (asked.division.name, office, due)))
        sheet.set_row(TITLE_ROW + 1, row_height(1))
        sheet.write_string(TITLE_ROW + 1, 1, told, looks.section)
        sheet.set_row(TITLE_ROW + 2, row_height(1))
        sheet.write_string(TITLE_ROW + 2, 1, _HOW, looks.note)
        sheet.set_row(DATE_ROW, row_height(1) + 4)
        sheet.write_string(DATE_ROW, 0, DATE_MARK)
        sheet.write_string(DATE_ROW, 1, "วันที่รายงาน (เว้นว่างได้)", looks.note)
        sheet.write_blank(DATE_ROW, DATE_COLUMN, None, looks.open_cell)
        sheet.set_row(HEADING_ROW, HEAD_HEIGHT)
        sheet.freeze_panes(FIRST_ROW, len(GIVEN))

    def _row(
        self, sheet: Worksheet, at: int, number: int, measure: Measure, report: RoundReport
    ) -> list[str]:
        """Fill one row; what the cells to be filled say."""
        looks = self._looks
        sheet.write_string(at, 0, measure.id)
        given = (to_thai(str(number)), *self._told(measure))
        for column, words in enumerate(given, 1):
            sheet.write_string(at, column, words, looks.given_cell)
        place = place_of_record(self._names, report)
        texts = [
            text_of(one.form.write(one.field, held(report, one), place)) for one in self._columns
        ]
        for column, words in enumerate(texts, 1 + len(GIVEN)):
            if words:
                sheet.write_string(at, column, words, looks.open_cell)
            else:
                sheet.write_blank(at, column, None, looks.open_cell)
        sheet.set_row(at, row_height(self._lines(given, texts)))
        return texts

    def _lines(self, given: Sequence[str], texts: Sequence[str]) -> int:
        widths = (*(width for *_, width in GIVEN), *(WIDTHS[one.name] for one in self._columns))
        pairs = zip((*given, *texts), widths, strict=True)
        return max(_LEAST_LINES, *(lines_in(text, width) for text, width in pairs))

    def _told(self, measure: Measure) -> tuple[str, str]:
        """What the measure is, and when and with whom it is done."""
        place = place_of_record(self._names, measure)
        subs = write_items(field_of(Measure, "sub_measures"), measure.sub_measures, place)
        when = format_timeline(measure.timeline, TimelineStyle.SHORT, self._asked.year.action_year)
        parties = write_responsible(field_of(Measure, "responsible"), measure.responsible, place)
        others = ", ".join(parties.split("\n")) if len(measure.responsible) > 1 else ""
        lines = (measure.title, subs, f"ผู้รับผิดชอบ: {others}" if others else "")
        return "\n".join(filter(None, lines)), to_thai(when)

    def _tail(self, sheet: Worksheet, count: int) -> None:
        last = FIRST_ROW + max(count, 1) - 1
        for at, column in enumerate(self._columns, 1 + len(GIVEN)):
            _offer(sheet, column, at, last)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
        sheet.protect(options={"format_rows": True, "format_columns": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADING_ROW)
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        sheet.print_area(TITLE_ROW, 1, last, len(GIVEN) + len(self._columns))
        sheet.set_footer("&Rหน้า &P / &N")


def _offer(sheet: Worksheet, column: Column, at: int, last: int) -> None:
    """The list to pick from, and what is told of a column when a cell of it is in hand."""
    field = column.field
    if field.kind is Kind.CHOICE:
        choices = [choice_label(one) for one in field.choices or ()]
        rule = {
            "validate": "list",
            "source": choices,
            "error_title": "สถานะ",
            "error_message": "เลือกสถานะจากรายการ",
        }
        sheet.data_validation(FIRST_ROW, at, last, at, rule)
