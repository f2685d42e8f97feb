"""What is said when a document leaves the window with errors open: once for each state of it."""

from __future__ import annotations

from ita_desktop.model.findings import Finding
from ita_desktop.session.checking.rows import open_errors, open_errors_words
from ui.widgets.bars import Step
from ui.workspace import Workspace

_LOOK = "ดูในหน้าตรวจทาน"


class OpenErrors:
    """Remembers what was said of each document; as long as the same errors are open in it, it is
    not said again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._told: dict[tuple[str, str], frozenset[Finding]] = {}

    def tell(self, document: str = "") -> tuple[str, tuple[Step, ...]]:
        """A line for the bar that tells what was done, with the way to the errors; nothing where
        there are none or they were told of. ``document`` empty means all of the year."""
        workspace = self._workspace
        snapshot, year = workspace.session.snapshot, workspace.year
        errors = frozenset(open_errors(snapshot, year, workspace.readiness, document))
        key = (year.id, document)
        known, self._told[key] = self._told.get(key), errors
        if not errors or errors == known:
            return "", ()
        page = f"checking/{document or 'findings'}"
        words = open_errors_words(len(errors), every=not document)
        return f"\n{words}", ((_LOOK, lambda: workspace.show_page(page)),)
