"""Where a score stands in the document of scores: what the preview follows."""

from __future__ import annotations

from ita_desktop.documents.catalog.scores import TOOLS_PLACE
from ita_desktop.model.score_names import indicator_of
from ita_desktop.model.scoring import TOTAL, indicator_code


def attended_field(code: str) -> str:
    """The field under which the document marks a score; "" for one it does not print."""
    if code == TOTAL:
        return TOTAL
    number = indicator_of(code)
    if number:
        return indicator_code(number)
    return TOOLS_PLACE if code.startswith(("IIT", "EIT", "OIT")) else ""
