"""Words in a row, as a Thai sentence joins them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FOREIGN = re.compile("[A-Za-z0-9๐-๙]")


def joined(words: Sequence[str]) -> str:
    """``ก ข และค``: joined the way the Unicode locale data say of Thai.

    Latin letters, figures and closing brackets keep a space to the และ beside them:
    ``E4 และ E5``, ``กองคลัง (เจ้าของเรื่อง) และกองช่าง``.
    """
    from babel.lists import format_list  # seven hundredths of a second to import

    parts = list(words)
    if len(parts) == 2 and (_FOREIGN.match(parts[0][-1:]) or parts[0].endswith(")")):
        parts[0] += " "
    if len(parts) > 1 and _FOREIGN.match(parts[-1]):
        parts[-1] = f" {parts[-1]}"
    return format_list(parts, locale="th") if parts else ""
