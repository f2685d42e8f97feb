"""Order of records: a fractional rank, so that moving one record writes one record.

A rank is a string of base-62 digits read as a fraction (``V`` is about one half); between any two
there is always a third. A rank never ends in ``0``.
"""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def rank_between(before: str, after: str) -> str:
    """A rank after ``before`` and before ``after``; empty strings mean the two ends of the list.

    Raises ValueError where ``before`` is not smaller than ``after``.
    """
    if after and before >= after:
        raise ValueError(f"no rank lies between {before!r} and {after!r}")
    rank = ""
    position = 0
    upper: str = after
    while True:
        low = DIGITS.index(before[position]) if position < len(before) else 0
        high = DIGITS.index(upper[position]) if position < len(upper) else len(DIGITS)
        if high - low > 1:
            return rank + DIGITS[(low + high) // 2]
        rank += DIGITS[low]
        if high > low:
            upper = ""
        position += 1


def rank_at(place: int, ranks: Sequence[str], own: str = "") -> str:
    """A rank for ``place`` (from 0; beyond either end is that end) among rising ranks.

    ``own`` is the rank of what is moved there: it keeps it where it stands there already.
    """
    place = max(0, min(place, len(ranks)))
    before = ranks[place - 1] if place else ""
    after = ranks[place] if place < len(ranks) else ""
    if before < own and (not after or own < after):
        return own
    return rank_between(before, after) if after else rank_at_end(before)


def rank_behind(rank: str, ranks: Sequence[str]) -> str:
    """A rank right behind ``rank``, one of the rising ``ranks``."""
    following = next((one for one in ranks if one > rank), "")
    return rank_between(rank, following) if following else rank_at_end(rank)


def ranks_after(before: str, count: int) -> tuple[str, ...]:
    """``count`` rising ranks, all after ``before``."""
    ranks: list[str] = []
    for _ in range(count):
        before = rank_at_end(before)
        ranks.append(before)
    return tuple(ranks)


def rank_at_end(last: str) -> str:
    """A rank after ``last`` for adding at the end of a list; it grows with the logarithm.

    Behind as many leading ``z`` as ``last`` has, one digit more than that is counted up.
    """
    full = len(last) - len(last.lstrip(DIGITS[-1]))
    width = 2 * full + 1
    digits = [DIGITS.index(digit) for digit in last[:width].ljust(width, DIGITS[0])]
    place = width - 1
    while digits[place] == len(DIGITS) - 1:
        digits[place] = 0
        place -= 1
    digits[place] += 1
    return "".join(DIGITS[digit] for digit in digits).rstrip(DIGITS[0])
