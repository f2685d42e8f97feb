"""Measures out of the rows of a pasted table: what each cell says, read as its field is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ita_desktop.documents.parties import exact_choice, split_parties
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.own_fields import own_fields, read_as, with_value
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import UnreadReference
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Item, Items, Status, Tool
from ita_desktop.session.pasted_columns import CANNOT, DONE, pasted_fields
from ita_desktop.thai.dates import Misread
from ita_desktop.thai.nearness import nearest
from ita_desktop.thai.pasted_items import split_items
from ita_desktop.thai.text import fold
from ita_desktop.thai.timeline_reading import read_timeline
from ita_desktop.thai.timelines import Unread

_GROUP = re.compile(r"^(?:แบบวัด\s*)?(?P<tool>IIT|EIT|OIT)\b|^(?P<indicator>ตัวชี้วัด.*)", re.I)
_REFERS = re.compile(r"\s*(?:\(\s*)?อ้างอิงจาก\s*(?P<codes>[^()\n]+?)\s*\)?\s*$")
_TICKS = ("/", "✓", "✔", "√", "☑")

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unclear:
    """How many cells were kept as typed because they could not be read, by kind."""

    timelines: int = 0
    references: int = 0


def measures_of(
    rows: Sequence[Sequence[str]],
    columns: Sequence[str],
    snapshot: Snapshot,
    year: YearWork,
    new_id: Callable[[], Id],
) -> tuple[Measure, ...]:
    """The measures that rows hold, not ranked yet. ``columns`` names the target of each column.

    A row without a title goes on with the measure above, as merged cells do; a row or line that
    only names แบบวัด or ตัวชี้วัด holds for those below. What cannot be read is kept as typed.
    """
    reader = _Reader(columns, snapshot, year)
    for row in rows:
        reader.take(row)
    return tuple(
        _measure(Measure(id=new_id(), year_id=year.id), values, reader.own)
        for values in reader.measures
    )


def unclear(measures: Sequence[Measure]) -> Unclear:
    """What of the measures was kept as typed."""
    return Unclear(
        sum(isinstance(one.timeline, Unread) for one in measures),
        sum(isinstance(code, UnreadReference) for one in measures for code in one.references),
    )


def items_from(text: str) -> Items:
    """A pasted list as items, two deep."""
    items: list[Item] = []
    for level, words in split_items(text):
        if level and items:
            items[-1] = Item(items[-1].text, (*items[-1].items, Item(words)))
        else:
            items.append(Item(words))
    return tuple(items)


@dataclass
class _Reader:
    """Reads one table from top to bottom."""

    columns: Sequence[str]
    snapshot: Snapshot
    year: YearWork
    measures: list[Values] = field(default_factory=list)
    group: Values = field(default_factory=dict)
    """แบบวัด and ตัวชี้วัด that hold for the rows that follow."""

    def __post_init__(self) -> None:
        self.own = own_fields(self.snapshot)

    def take(self, row: Sequence[str]) -> None:
        """One row more."""
        cells = [(name, cell) for name, cell in zip(self.columns, row, strict=False) if cell]
        if len([cell for cell in row if cell]) == 1 and self._names_group(max(row, key=len)):
            return
        values: Values = {}
        for name, cell in cells:
            if name == "title":
                self._title(self._without_group(cell), values)
        for name, cell in cells:
            if name and name != "title":
                self._put(name, cell, values)
        if not values:
            return
        if "title" in values or "title" not in self.columns or not self.measures:
            self.measures.append({**self.group, **values})
        else:
            _continue(self.measures[-1], values)

    def _names_group(self, cell: str) -> bool:
        """Whether the words only name a tool or an indicator; then they hold from here on."""
        match = _GROUP.match(cell)
        if match is None or "\n" in cell:
            return False
        if match["tool"]:
            self.group = {"tool": Tool[match["tool"].upper()]}
        else:
            self.group = {**self.group, "indicator": cell}
        return True

    def _without_group(self, cell: str) -> str:
        """The cell without leading lines that name a tool or an indicator."""
        lines = cell.split("\n")
        while len(lines) > 1 and self._names_group(lines[0]):
            del lines[0]
        return "\n".join(lines)

    def _title(self, cell: str, values: Values) -> None:
        """A title without its number; further marked lines are sub-measures, codes references."""
        if match := _REFERS.search(cell):
            reading = read_references(match["codes"], self.year.score_year)
            if reading.values and not reading.problems:
                values["references"] = reading.values
                cell = cell[: match.start()]
        found = split_items(cell)
        plain = [words for _, words in found]
        if " ".join(plain) == " ".join(cell.split("\n")) or len(plain) == 1:
            words = " ".join(plain)
        else:
            words = plain[0]
            values["sub_measures"] = tuple(Item(one) for one in plain[1:])
        if words:
            values["title"] = words

    def _put(self, name: str, cell: str, values: Values) -> None:
        if name in (CANNOT, DONE):
            self._outcome(name, cell, values)
            return
        declared = next((one for one in pasted_fields(self.own) if one.name == name), None)
        if declared is None:
            return
        value = self._value(declared, cell)
        if declared.kind is Kind.CHOICE and value is None:
            said = f"{declared.label}: {' '.join(cell.split())}"
            values["note"] = "\n".join(filter(None, (values.get("note", ""), said)))
        elif value and name == "note" and values.get("note"):
            values["note"] = f"{value}\n{values['note']}"
        elif value or isinstance(value, Decimal):
            values[name] = value

    def _outcome(self, name: str, cell: str, values: Values) -> None:
        """Words in one of the two columns of reports that say whether the measure was done."""
        values.setdefault("status", Status.DONE if name == DONE else Status.CANNOT)
        if cell in _TICKS:
            return
        if name == DONE:
            values["outcomes"] = (*values.get("outcomes", ()), *items_from(cell))
        else:
            values["status_reason"] = " ".join(cell.split("\n")).removeprefix("เนื่องจาก")

    def _value(self, declared: Field, cell: str) -> Any:
        match declared.kind:
            case Kind.ITEMS:
                return items_from(cell)
            case Kind.TIMELINE:
                return read_timeline(" ".join(cell.split("\n")), self.year.action_year).value
            case Kind.REFERENCES:
                return read_references(cell, self.year.score_year).values
            case Kind.RESPONSIBLE:
                names = split_parties(cell)
                return tuple(dict.fromkeys(exact_choice(name, self.snapshot) for name in names))
            case Kind.CHOICE:
                return _choice(declared, cell)
            case Kind.TEXT:
                return " ".join(cell.split("\n"))
            case Kind.NUMBER | Kind.DATE:
                words = " ".join(cell.split("\n"))
                found = read_as(declared.kind, words)
                return Unread(words) if isinstance(found, Misread) else found
            case _:
                return cell


def _measure(empty: Measure, values: Values, own: tuple[Field, ...]) -> Measure:
    """The measure that the values of a row make."""
    fields = {one.name: one for one in (*fields_of(Measure), *own)}
    for name, value in values.items():
        empty = with_value(empty, fields[name], value)
    return empty


def _continue(above: Values, values: Values) -> None:
    """What a row without a title adds to the measure above it."""
    for name, value in values.items():
        held = above.get(name)
        if not held:
            above[name] = value
        elif isinstance(held, tuple) and isinstance(value, tuple):
            above[name] = (*held, *(one for one in value if one not in held))
        elif isinstance(held, str) and isinstance(value, str) and value not in held:
            above[name] = f"{held}\n{value}"


def _choice(declared: Field, cell: str) -> Any:
    names: dict[str, Any] = {}
    for choice in declared.choices or ():
        for words in (str(choice.value), str(getattr(choice, "label", ""))):
            names[fold(words)] = choice
    words = fold(cell)
    return names.get(words) or names.get(nearest(words, names, limit=0.25))
