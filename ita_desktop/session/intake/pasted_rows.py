"""Measures out of the rows of a table: rows that go on are put together, cells read as fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.own_fields import own_fields, with_value
from ita_desktop.model.records import Division, Measure, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Tool
from ita_desktop.session.intake.pasted_columns import CANNOT, DONE, NUMBER, pasted_fields
from ita_desktop.session.intake.pasted_groups import DOUBTED, group_of, issue_of, split_group
from ita_desktop.session.intake.pasted_values import Doubt, ValueReader, items_from
from ita_desktop.session.scores.catalogues import year_catalogue
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.text import fold

__all__ = ["Doubt", "ReadMeasure", "ReadRows", "items_from", "measures_of", "read_rows"]

_CONTINUED = re.compile(r"\s*[(\[]?\s*ต่อ\s*[)\]]?\s*$")
_NUMBERED = re.compile(r"^\s*([0-9๐-๙]{1,2})[.)]")
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(\d{1,2})\s*(.+)$")
_NOTHING_SAID = re.compile(r"^[\s.…_\-–—]*$")

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadMeasure:
    """A measure as understood, and what of it needs a look. ``completes`` is the measure of the
    year, if any, of which it only fills empty fields; ``measure`` is then that one, completed."""

    measure: Measure
    doubts: tuple[Doubt, ...] = ()
    completes: Measure | None = None


@dataclass(frozen=True, slots=True)
class ReadRows:
    """What rows were understood to say. ``divisions`` are those that no register knows yet, not
    ranked; ``left_out`` are words that no field takes, each with where they stand."""

    measures: tuple[ReadMeasure, ...] = ()
    divisions: tuple[Division, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


def measures_of(
    rows: Sequence[Sequence[str]],
    columns: Sequence[str],
    snapshot: Snapshot,
    year: YearWork,
    new_id: Callable[[], Id],
) -> tuple[Measure, ...]:
    """The measures that rows hold, not ranked yet; divisions no register knows stay words."""
    read = read_rows(rows, columns, snapshot, year, new_id, register=False)
    return tuple(one.measure for one in read.measures)


def read_rows(
    rows: Sequence[Sequence[str]],
    columns: Sequence[str],
    snapshot: Snapshot,
    year: YearWork,
    new_id: Callable[[], Id],
    *,
    across: Sequence[bool] = (),
    register: bool = True,
) -> ReadRows:
    """The measures that rows hold, not ranked yet. ``columns`` names the target of each column.

    A row without a title, or one that takes up the title or the count of a list of the row above,
    goes on with that measure. A row or line that only names แบบวัด, ตัวชี้วัด or ประเด็น holds for
    those below. What cannot be read is kept as typed and doubted. ``across`` tells which rows are
    one cell over the whole table; such a row that names no group is left out, and told.
    """
    reader = _Reader(columns, snapshot, year, ValueReader(snapshot, year, new_id, register))
    for at, row in enumerate(rows):
        reader.take(row, across=at < len(across) and across[at])
    made = [reader.made(raw, new_id()) for raw in reader.measures]
    return ReadRows(tuple(made), tuple(reader.values.divisions.values()), tuple(reader.left_out))


@dataclass
class _Raw:
    """The cells of one measure by their target, in order; and the groups it stands in."""

    group: Values
    parts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, cell: str, *, repeat: bool) -> None:
        held = self.parts.setdefault(name, [])
        if repeat or cell not in held:
            held.append(cell)


@dataclass
class _Reader:
    """Reads one table from top to bottom."""

    columns: Sequence[str]
    snapshot: Snapshot
    year: YearWork
    values: ValueReader
    measures: list[_Raw] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    group: Values = field(default_factory=dict)
    """The groups that hold for the rows that follow."""

    def __post_init__(self) -> None:
        self.own = own_fields(self.snapshot)
        self.catalogue = year_catalogue(self.snapshot, self.year.score_year)
        self.fields = {one.name: one for one in pasted_fields(self.own)}

    def take(self, row: Sequence[str], *, across: bool = False) -> None:
        """One row more."""
        filled = [cell for cell in row if cell]
        if len(filled) == 1 and self._names_group(filled[0], across=across):
            return
        if across and filled:
            self.left_out.append(("แถวที่รวมเป็นช่องเดียว", filled[0]))
            return
        cells: dict[str, list[str]] = {}
        for name, cell in zip(self.columns, row, strict=False):
            if name and cell:
                cells.setdefault(name, []).append(cell)
        title = self._without_group("\n".join(cells.get("title", ())))
        if not title and not set(cells) - {NUMBER}:
            return
        if "title" in cells:
            cells["title"] = [title]
        if not self.measures or not self._goes_on(title, cells):
            self.measures.append(_Raw(dict(self.group)))
        else:
            cells["title"] = [_CONTINUED.sub("", title)] if title else []
            if cells["title"] and self._same_title(cells["title"][0]):
                cells["title"] = []
        for name, parts in cells.items():
            declared = self.fields.get(name)
            repeat = declared is not None and declared.kind is Kind.ITEMS
            for part in parts:
                self.measures[-1].add(name, part, repeat=repeat)

    def _goes_on(self, title: str, cells: dict[str, list[str]]) -> bool:
        """Whether a row belongs to the measure of the row above."""
        if "title" not in self.columns:
            return False
        if not title:
            return True
        if _CONTINUED.search(title) and (
            _CONTINUED.fullmatch(title) or self._same_title(_CONTINUED.sub("", title))
        ):
            return True
        if _NUMBERED.match(title) or cells.get(NUMBER):
            return False
        above = self.measures[-1].parts
        return any(_counts_on(above.get(name, ()), parts) for name, parts in cells.items())

    def _same_title(self, title: str) -> bool:
        above = fold("\n".join(self.measures[-1].parts.get("title", ())))
        return above.startswith(fold(title))

    def _names_group(self, cell: str, *, across: bool = False) -> bool:
        """Whether the words only name a group; then it holds from here on."""
        found = group_of(cell, self.catalogue, across=across)
        if "tool" in found:
            self.group = dict(found)
        else:
            self.group = {**self.group, **found}
        tool = self._tool_of(found.get("indicator", ""))
        if tool not in (None, self.group.get("tool")):
            # The name of the next tool was left out: an indicator belongs to one tool only.
            self.group.pop(DOUBTED, None)
            self.group["tool"] = tool
        return bool(found)

    def _tool_of(self, indicator: str) -> Tool | None:
        """The tool of an indicator that the catalogue knows by number and name."""
        match = _INDICATOR.match(to_arabic(indicator))
        known = self.catalogue.indicator(int(match[1])) if match else None
        if match is None or known is None or fold(known.name) not in fold(match[2]):
            return None
        return known.tool

    def _without_group(self, cell: str) -> str:
        """The cell without leading lines that name a group."""
        lines = split_group(cell).split("\n")
        while len(lines) > 1 and self._names_group(lines[0].strip()):
            del lines[0]
        return "\n".join(lines)

    def made(self, raw: _Raw, measure_id: Id) -> ReadMeasure:
        """The measure that its cells make."""
        self.values.doubts = []
        values: Values = dict(raw.group)
        if doubted := values.pop(DOUBTED, ""):
            self.values.doubt("tool", doubted)
        values |= self.values.titled(
            "\n".join(raw.parts.get("title", ())), numbered=bool(raw.parts.get(NUMBER))
        )
        for name, parts in raw.parts.items():
            if name in (CANNOT, DONE):
                found = self.values.outcome(name, "\n".join(parts))
                if "status" in values:
                    found.pop("status")
                for key, value in found.items():
                    _put(values, key, value)
            elif name in self.fields and name != "title":
                self._put(self.fields[name], parts, values)
        if not values.get("title") and not values.get("sub_measures"):
            self.values.doubt("title", "ไม่มีชื่อมาตรการ")
        measure = _measure(Measure(id=measure_id, year_id=self.year.id), values, self.own)
        return ReadMeasure(measure, tuple(dict.fromkeys(self.values.doubts)))

    def _put(self, declared: Field, parts: Sequence[str], values: Values) -> None:
        name = declared.name
        value = self.values.value(declared, parts)
        if name == "issue":
            value = issue_of(value, self.catalogue)
        if declared.kind is Kind.CHOICE and value is None:
            said = " ".join(" ".join(parts).split())
            if not _NOTHING_SAID.match(said):
                self.values.doubt(
                    name, f"“{said}” ไม่ตรงกับ{declared.label}ที่มีให้เลือก จะเก็บไว้ในหมายเหตุ"
                )
                _put(values, "note", f"{declared.label}: {said}")
        elif name == "note":
            values["note"] = "\n".join(filter(None, (value, values.get("note", ""))))
        elif declared.kind is Kind.CHOICE:
            values[name] = value
        else:
            _put(values, name, value)


def _put(values: Values, name: str, value: Any) -> None:
    """Give a field a value, behind what it holds."""
    held = values.get(name)
    if isinstance(held, tuple) and isinstance(value, tuple):
        values[name] = (*held, *(one for one in value if one not in held))
    elif name in ("note", "status_reason") and held and value:
        values[name] = f"{held}\n{value}"
    elif value or isinstance(value, Decimal):
        values[name] = value


def _measure(empty: Measure, values: Values, own: tuple[Field, ...]) -> Measure:
    fields = {one.name: one for one in (*fields_of(Measure), *own)}
    for name, value in values.items():
        empty = with_value(empty, fields[name], value)
    return empty


def _counts_on(above: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether a list takes up the count of the list above it."""
    first = _NUMBERED.match(to_arabic(parts[0])) if parts else None
    lines = [line for part in above for line in to_arabic(part).split("\n")]
    last = next((found for line in reversed(lines) if (found := _NUMBERED.match(line))), None)
    return bool(first and last and int(first[1]) > 1 and int(first[1]) == int(last[1]) + 1)
