"""Words in a row, as a Thai sentence joins them."""

from __future__ import annotations

from collections.abc import Sequence


def joined(words: Sequence[str]) -> str:
    """``ก ข และค``: joined the way the Unicode locale data say of Thai."""
    from babel.lists import format_list  # seven hundredths of a second to import

    return format_list(list(words), locale="th") if words else ""
