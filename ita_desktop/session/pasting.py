"""Pasted lists and tables become measures behind the one in hand, in one undoable edit."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.exchange.pasted_tables import Rows, read_table
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.session.measures import add_measures
from ita_desktop.session.pasted_rows import measures_of
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.pasted_items import split_items

__all__ = ["Rows", "add_pasted", "add_pasted_list", "read_table"]


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
