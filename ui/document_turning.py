"""Which document the preview shows beside a page: the page's own, or what the clerk chose."""

from __future__ import annotations

from ui.workspace import Workspace


class DocumentTurning:
    """Pages that fill one document turn the preview to it; the others turn it back to the
    document chosen last by hand. What is chosen while a page stands is kept for that page."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._by_hand = workspace.document
        self._kept: dict[str, str] = {}
        self._page = ""
        self._own = ""
        self._turning = False
        workspace.document_chosen.connect(self._on_chosen)

    def to(self, page: str, document: str) -> None:
        """A page is shown that fills ``document``; "" for a page that fills none in particular."""
        self._page, self._own = page, document
        self._turning = True
        self._workspace.choose_document(self._kept.get(page, document) or self._by_hand)
        self._turning = False

    def _on_chosen(self, document: str) -> None:
        if self._turning:
            return
        if self._own:
            self._kept[self._page] = document
        else:
            self._by_hand = document
