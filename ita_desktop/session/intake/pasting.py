"""Tables of other programs, and pasted lists, become measures in one undoable edit."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from ita_desktop.exchange.pasted_tables import read_tables
from ita_desktop.exchange.tables import Table
from ita_desktop.model.edits import Change
from ita_desktop.model.own_fields import own_fields
from ita_desktop.model.ranks import rank_at
from ita_desktop.model.records import Division, Measure, YearWork
from ita_desktop.session.intake.completing import completing
from ita_desktop.session.intake.pasted_bodies import body_of
from ita_desktop.session.intake.pasted_columns import Own, heading_words
from ita_desktop.session.intake.pasted_rows import ReadRows, measures_of, read_rows
from ita_desktop.session.intake.table_choice import FoundTable, found_tables
from ita_desktop.session.measures import add_measures
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.pasted_items import split_items


def pasted_tables(text: str, html: str, own: Own = ()) -> tuple[FoundTable, ...]:
    """The tables on the clipboard, those that go on with each other as one."""
    return found_tables(read_tables(text, html), own)


def read_measures(
    session: Session,
    year: YearWork,
    table: Table,
    headings: int,
    columns: Sequence[str],
    *,
    register: bool = True,
    complete: bool = True,
) -> ReadRows:
    """What a table is understood to say; nothing is added yet.

    ``headings`` is how many of its rows are headings, ``columns`` names the target of each column
    (see :mod:`.pasted_columns`), "" for one that is left out: its words are told in ``left_out``.
    ``register`` is whether divisions that no register knows become new entries of it, ``complete``
    whether measures that only fill empty fields of one of the same title do so, as when the plan of
    a file was taken in before its report.
    """
    body = body_of(table, headings, columns)
    read = read_rows(
        body.rows,
        columns,
        session.snapshot,
        year,
        session.new_id,
        across=body.across,
        register=register,
    )
    unused = [at for at, name in enumerate(columns) if not name]
    left = [
        (_column_name(table, headings, at), row[at])
        for at in unused
        for row, across in zip(body.rows, body.across, strict=True)
        if row[at] and not across
    ]
    held = session.snapshot.measures(year.id)
    return dataclasses.replace(
        read,
        measures=completing(read.measures, held, own_fields(session.snapshot), complete=complete),
        left_out=(*left, *read.left_out),
    )


def add_read(
    session: Session, read: ReadRows, after: Measure | None = None, name: str = ""
) -> tuple[Measure, ...]:
    """Add what was read, behind ``after`` or at the end of the year's list: measures, and the
    divisions they need, in one edit. Those added and those completed are returned."""
    new = [one.measure for one in read.measures if one.completes is None]
    filled = [
        Change(one.completes, one.measure)
        for one in read.measures
        if one.completes is not None and one.completes != one.measure
    ]
    ranks = [one.rank for one in session.snapshot.of(Division)]
    divisions: list[Change] = []
    for division in read.divisions:
        ranks.append(rank_at(len(ranks), ranks))
        divisions.append(Change(None, dataclasses.replace(division, rank=ranks[-1])))
    named = name or to_thai(f"นำเข้ามาตรการ {len(read.measures)} รายการ")
    added = add_measures(session, new, after, name=named, along=(*divisions, *filled))
    return (*added, *(one.measure for one in read.measures if one.completes))


def add_pasted(
    session: Session,
    year: YearWork,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    after: Measure | None = None,
) -> tuple[Measure, ...]:
    """Measures from the rows of a table, behind ``after`` or at the end, in one edit.

    ``columns`` names the target of each column (see :mod:`.pasted_columns`), "" for one that is
    left out. What cannot be read is kept as typed; rows that fill nothing are left out.
    """
    made = measures_of(rows, columns, session.snapshot, year, session.new_id)
    return add_measures(session, made, after, name=to_thai(f"วางมาตรการ {len(made)} รายการ"))


def add_pasted_list(
    session: Session, year: YearWork, text: str, after: Measure | None = None
) -> tuple[Measure, ...]:
    """A pasted list as measures: each item a title, its sub-items the sub-measures."""
    items: list[tuple[str, list[str]]] = []
    for level, words in split_items(text):
        if level and items:
            items[-1][1].append(words)
        else:
            items.append((words, []))
    rows = [(title, "\n".join(f"- {one}" for one in inner)) for title, inner in items]
    return add_pasted(session, year, ("title", "sub_measures"), rows, after)


def _column_name(table: Table, headings: int, at: int) -> str:
    words = heading_words(table, headings, at)
    return f"คอลัมน์ “{words}”" if words else to_thai(f"คอลัมน์ที่ {at + 1}")
