"""Lists in a cell, one item a line: steps, monitoring rounds, codes."""

from __future__ import annotations

import re

from ita_desktop.errors import UserError
from ita_desktop.exchange.workbook.cells import Cell, one_line
from ita_desktop.exchange.workbook.names import Place
from ita_desktop.model.fields import Field
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import Reference, UnreadReference, format_references
from ita_desktop.model.values import Item, Items, Monitoring
from ita_desktop.thai.digits import to_arabic, to_thai
from ita_desktop.thai.pasted_items import split_items

_INDENT = "    "
_ROUND = re.compile(r"^(?:รายงาน)?\s*(?:รอบ|ทุก)?\s*(?P<months>[0-9][0-9 ,และ]*?)\s*เดือน$")
_QUARTERLY = ("รายไตรมาส", "ทุกไตรมาส", "ทุกรายไตรมาส")

References = tuple[Reference | UnreadReference, ...]


def write_items(_field: Field, items: Items, _place: Place) -> str:
    """``๑. …`` with ``๑.๑ …`` set in below it; a single item stands without its number."""
    if (
        len(items) == 1
        and not items[0].items
        and split_items(items[0].text) == [(0, items[0].text)]
    ):
        return items[0].text
    lines: list[str] = []
    for number, one in enumerate(items, start=1):
        lines.append(f"{to_thai(str(number))}. {one.text}")
        lines += (
            f"{_INDENT}{to_thai(f'{number}.{sub}')} {below.text}"
            for sub, below in enumerate(one.items, start=1)
        )
    return "\n".join(lines)


def read_items(_field: Field, cell: Cell, _place: Place) -> Items:
    """Lines with numbers, dashes or nothing before them, two deep."""
    items: list[Item] = []
    for level, words in split_items(cell.text):
        if level and items:
            items[-1] = Item(items[-1].text, (*items[-1].items, Item(words)))
        else:
            items.append(Item(words))
    return tuple(items)


def write_monitoring(_field: Field, value: Monitoring, _place: Place) -> str:
    """``รอบ 6, 12 เดือน``, ``รายไตรมาส`` and the note, a line each."""
    months = ", ".join(str(month) for month in value.months)
    rounds = f"รอบ {months} เดือน" if months else ""
    return "\n".join(filter(None, (rounds, _QUARTERLY[0] if value.quarterly else "", value.note)))


def read_monitoring(_field: Field, cell: Cell, _place: Place) -> Monitoring:
    """The rounds, and every line that names none as the note."""
    months: list[int] = []
    quarterly, note = False, []
    for line in cell.text.split("\n"):
        match = _ROUND.match(to_arabic(line.strip()))
        if match:
            months += (int(one) for one in re.findall("[0-9]+", match["months"]))
        elif line.strip() in _QUARTERLY:
            quarterly = True
        else:
            note.append(line)
    if wrong := [one for one in months if not 1 <= one <= 12]:
        raise UserError(
            to_thai(f"ไม่มีรอบการติดตาม {wrong[0]} เดือน"), "พิมพ์รอบเป็นเดือนที่ ๑ ถึง ๑๒ เช่น รอบ 6, 12 เดือน"
        )
    return Monitoring(tuple(months), quarterly, "\n".join(note).strip("\n"))


def write_references(_field: Field, values: References, place: Place) -> str:
    """The codes, joined by commas; one of another year than the record's says its year."""
    parts: list[str] = []
    run: list[Reference | UnreadReference] = []
    for one in values:
        if isinstance(one, Reference) and one.year != place.score_year:
            parts += [format_references(run)] if run else []
            parts.append(f"{format_references((one,))} ({one.year})")
            run = []
        else:
            run.append(one)
    parts += [format_references(run)] if run else []
    return ", ".join(parts)


def read_references_cell(_field: Field, cell: Cell, place: Place) -> References:
    """The codes; UserError names every piece that is none, and what it may mean."""
    reading = read_references(one_line(cell.text), place.score_year)
    if reading.problems:
        problems = " · ".join(one.problem for one in reading.problems)
        guesses = ", ".join(one.suggestion for one in reading.problems if one.suggestion)
        meant = f"ถ้าหมายถึง {guesses} ให้พิมพ์รหัสนั้นแทน" if guesses else ""
        raise UserError(problems, meant or "พิมพ์รหัสคั่นด้วยจุลภาค เช่น I4, O10, ตัวชี้วัด 9.1")
    return reading.values
