"""What Ctrl+V does on the list of measures: lines become titles, a table is matched first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from ita_desktop.model.own_fields import own_fields
from ita_desktop.model.records import Measure
from ita_desktop.session.measure_views import summary_words
from ita_desktop.session.pasted_rows import measures_of
from ita_desktop.session.pasting import add_pasted, add_pasted_list, read_table
from ui.widgets.paste_table import PasteTableDialog, Rows
from ui.workspace import Workspace


def paste_measures(
    parent: QWidget, workspace: Workspace, data: QMimeData, after: Measure | None
) -> tuple[Measure, ...]:
    """The measures added, none where nothing was pasted or the clerk has thought better of it."""
    session, year = workspace.session, workspace.year
    html = data.html() if data.hasHtml() else ""
    rows = read_table(data.text(), html)
    if not rows:
        return ()
    if len(rows[0]) == 1:
        words = "\n".join(row[0] for row in rows) if html else data.text()
        return add_pasted_list(session, year, words, after)

    def made(body: Rows, columns: Sequence[str]) -> Sequence[Measure]:
        return measures_of(body, columns, session.snapshot, year, session.new_id)

    dialog = PasteTableDialog(
        rows,
        made,
        lambda one: summary_words(one, session.snapshot, year),
        parent,
        own=own_fields(session.snapshot),
    )
    try:
        if not dialog.exec():
            return ()
        return add_pasted(session, year, dialog.columns, dialog.body, after)
    finally:
        dialog.deleteLater()
