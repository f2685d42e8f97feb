"""Word files for tests of reading them: the sample's tables as the program writes them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import cache
from itertools import count
from typing import Any

from ita_desktop.documents.build import context_of, kind_of
from ita_desktop.documents.grouping import placed
from ita_desktop.documents.layouts import LAYOUTS, Layout
from ita_desktop.exchange.tables import Table
from ita_desktop.exchange.word_tables import read_word_tables
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.references import format_references
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Items, Monitoring, OrderRef, Status
from ita_desktop.render.docx.renderer import DocxRenderer
from ita_desktop.session.intake.pasted_bodies import body_of
from ita_desktop.session.intake.pasted_rows import ReadRows, read_rows
from ita_desktop.session.intake.table_choice import FoundTable, best_table, found_tables
from ita_desktop.thai.text import fold
from ita_desktop.thai.timeline_styles import format_timeline
from tests.aids.sample_papers import RENDERER, paper, sample

LAYOUT_IDS = tuple(layout.id for layout in LAYOUTS)


def layout_of(layout_id: str) -> Layout:
    """A built-in layout by its id."""
    return next(one for one in LAYOUTS if one.id == layout_id)


@cache
def sample_file(layout_id: str) -> bytes:
    """The sample's plan or report in a layout, as the program writes it for Word."""
    document = paper(layout_of(layout_id).document, layout=layout_id)
    return DocxRenderer(RENDERER).render(document, pictures=lambda _digest: None).data


def read_file(data: bytes, snapshot: Snapshot, year: YearWork) -> tuple[FoundTable, ReadRows]:
    """The table of measures of a Word file, and what it is understood to say."""
    return read_whole(read_word_tables(data, "ปีก่อน.docx"), snapshot, year)


def read_whole(
    tables: Sequence[Table], snapshot: Snapshot, year: YearWork
) -> tuple[FoundTable, ReadRows]:
    """The one of some tables that holds measures, and what it is understood to say."""
    found = found_tables(tables)
    table = found[best_table(found)]
    body = body_of(table.table, table.headings, table.columns)
    numbers = count(1)
    read = read_rows(
        body.rows,
        table.columns,
        snapshot,
        year,
        lambda: f"new-{next(numbers)}",
        across=body.across,
    )
    return table, read


def as_printed(layout_id: str) -> list[dict[str, Any]]:
    """What the columns of a layout say of the sample's measures, in printing order."""
    snapshot = sample()
    [year] = snapshot.years
    layout = layout_of(layout_id)
    context = dataclasses.replace(
        context_of(snapshot, year, kind_of(layout.document)), layout=layout
    )
    rows = placed(context.measures, layout, snapshot, context.catalogue)
    return [_said(one.measure, layout, year, fully=False) for one in rows]


def as_read(read: ReadRows, layout_id: str, year: YearWork) -> list[dict[str, Any]]:
    """The same of what was read."""
    layout = layout_of(layout_id)
    return [_said(one.measure, layout, year, fully=True) for one in read.measures]


def _said(measure: Measure, layout: Layout, year: YearWork, *, fully: bool) -> dict[str, Any]:
    """The fields that the layout prints, digits and spaces aside; ``fully`` says of every other
    field of lists and text too, which must be empty then."""
    said: dict[str, Any] = {}
    for column in layout.columns:
        match column.field:
            case "number":
                continue
            case "measure" | "numbered-measure":
                said["title"] = fold(measure.title)
                said["sub_measures"] = _items(measure.sub_measures)
                said["references"] = format_references(measure.references)
            case "outcome-cannot":
                said["status"] = measure.status
                reason = measure.status_reason
                done = measure.status is Status.DONE
                said["status_reason"] = "" if done else fold(reason)
            case "outcome-done":
                said["outcomes"] = _outcomes(measure)
            case "timeline":
                style = layout.timeline_style
                said["timeline"] = format_timeline(measure.timeline, style, year.action_year)
            case "responsible":
                said["responsible"] = [_party(one) for one in measure.responsible]
            case "monitoring":
                said["monitoring"] = _monitoring(measure.monitoring)
            case name:
                value = getattr(measure, name)
                said[name] = _items(value) if isinstance(value, tuple) else fold(value)
    if fully:
        for name in ("guideline", "steps", "results", "outputs", "recommendations", "note"):
            assert name in said or not getattr(measure, name), name
    return said


def _outcomes(measure: Measure) -> list[Any]:
    if measure.status is Status.NOT_STARTED:
        return []
    if measure.status is Status.CANNOT:
        return _items(measure.outcomes)
    return _items(measure.outcomes or measure.outputs)


def _items(items: Items) -> list[Any]:
    return [(fold(one.text), _items(one.items)) for one in items]


def _party(one: Any) -> Any:
    if isinstance(one, OrderRef):
        return dataclasses.replace(one, number=fold(one.number), subject=fold(one.subject))
    return one


def _monitoring(value: Monitoring) -> Monitoring:
    return dataclasses.replace(value, note=fold(value.note))
