"""What the command says of a table it takes in: what was read, what needs a look, what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_desktop.model.own_fields import own_fields
from ita_desktop.model.records import YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.intake.pasted_columns import heading_words, targets
from ita_desktop.session.intake.pasted_rows import ReadRows
from ita_desktop.session.intake.read_words import read_fields, with_divisions
from ita_desktop.session.intake.table_choice import FoundTable
from ita_desktop.session.measure_views import summary_words
from ita_desktop.thai.lists import joined


def report_lines(
    found: Sequence[FoundTable],
    table: FoundTable,
    read: ReadRows,
    snapshot: Snapshot,
    year: YearWork,
) -> Iterator[str]:
    """Line by line: the tables found, how the columns of the one taken are matched, every measure
    with what needs a look, new divisions, and every text that is left out."""
    for one in found:
        mark = "*" if one is table else " "
        yield f"{mark} {one.label}" + ("" if one.measures else " (ไม่ใช่มาตรการ)")
    labels = {one.name: one.label for one in targets(own_fields(snapshot))}
    for at, name in enumerate(table.columns):
        words = heading_words(table.table, table.headings, at) or f"คอลัมน์ที่ {at + 1}"
        yield f"  {words} → {labels[name]}"
    known = with_divisions(snapshot, read)
    for number, measure in enumerate(read.measures, 1):
        title = " ".join(measure.measure.name.split()) or "(ไม่มีชื่อมาตรการ)"
        yield f"{number}. {title}"
        if summary := summary_words(measure.measure, known, year):
            yield f"   อ่านได้: {summary}"
        for field in read_fields(measure, known, year):
            for words in field.doubts:
                yield f"   ต้องดู: {field.label}: {words}"
    if read.divisions:
        yield f"สำนัก/กองใหม่: {joined([one.name for one in read.divisions])}"
    for where, words in read.left_out:
        yield f"ไม่นำเข้า: {where}: {' '.join(words.split())}"
