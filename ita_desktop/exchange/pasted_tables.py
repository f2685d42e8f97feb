"""Tables copied from Word, Excel or a browser.

The HTML that these programs put on the clipboard knows merged cells and cells of several lines;
plain text with tabs is read where there is none.
"""

from __future__ import annotations

import csv

from ita_desktop.exchange.html_tables import html_tables
from ita_desktop.exchange.tables import GridCell, Rows, Table, table_of, trimmed

Grid = list[list[GridCell]]


def read_tables(text: str, html: str = "") -> tuple[Table, ...]:
    """Every pasted table that says something; text without tabs is a table of one column.

    An HTML table wins over text.
    """
    made = [table_of(one.rows, one.headings, one.before) for one in html_tables(html)]
    if not any(made):
        made = [table_of(_from_text(text), merges=False)]
    return tuple(one for one in made if one is not None)


def read_table(text: str, html: str = "") -> Rows:
    """The rows of all that was pasted as one table, all of the same length."""
    grid: Grid = [row for one in html_tables(html) for row in one.rows]
    table = table_of(grid) or table_of(_from_text(text))
    return trimmed(table).rows if table else ()


def _from_text(text: str) -> Grid:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = _from_tabs(lines) if "\t" in lines else [[line] for line in lines.split("\n")]
    return [[GridCell(words, at) for at, words in enumerate(row)] for row in rows]


def _from_tabs(text: str) -> list[list[str]]:
    """Excel puts cells of several lines into quotes; a lone quote elsewhere is only a quote."""
    if text.count('"') % 2 == 0:
        try:
            return list(csv.reader(text.splitlines(keepends=True), delimiter="\t"))
        except csv.Error:
            pass
    return [line.split("\t") for line in text.split("\n")]
