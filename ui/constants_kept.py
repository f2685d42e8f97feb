"""Keeps None, True and False alive under Python 3.11 and older.

The wheels of PySide6 6.12 hand out these constants without counting the reference, as is right from
Python 3.12 on, where constants never die (PEP 683). Under 3.11 every call of a Qt method that
returns nothing takes one reference of None away: after some ten thousand calls Python stops with
"deallocating None". Giving the constants more references than any run can use up mends it.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40


def keep_constants() -> None:
    """Make the constants last. To be called once, before the first window; does no harm twice."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        count = ctypes.c_ssize_t.from_address(id(constant))
        # The count comes first in every object of a usual build; where it does not, hands off.
        if 0 <= sys.getrefcount(constant) - count.value <= 4 and count.value < _PLENTY:
            count.value += _PLENTY
