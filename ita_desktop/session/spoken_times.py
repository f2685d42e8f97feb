"""A moment as it is told to the clerk: the office's date and clock."""

from __future__ import annotations

from datetime import datetime

from ita_desktop.thai.dates import format_date
from ita_desktop.thai.digits import to_thai


def spoken_time(when: datetime) -> str:
    """``๕ มกราคม ๒๕๖๙ เวลา ๐๙.๓๐ น.``, by this computer's clock."""
    here = when.astimezone()
    return to_thai(f"{format_date(here.date())} เวลา {here:%H.%M} น.")
