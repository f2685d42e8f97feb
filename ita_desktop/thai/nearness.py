"""How near two words are: for suggesting what a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def edit_distance(one: str, other: str) -> int:
    """Characters to insert, delete or change to turn one word into the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        corner, row[0] = row[0], i
        for j, right in enumerate(other, start=1):
            cheapest = min(row[j] + 1, row[j - 1] + 1, corner + (left != right))
            corner, row[j] = row[j], cheapest
    return row[-1]


def slip_distance(one: str, other: str) -> int:
    """As :func:`edit_distance`, with two neighbours the wrong way round counted once (optimal
    string alignment): what a hand does in typing."""
    rows = [list(range(len(other) + 1))]
    for i, left in enumerate(one, start=1):
        row = [i]
        for j, right in enumerate(other, start=1):
            cheapest = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cheapest = min(cheapest, rows[-2][j - 2] + 1)
            row.append(cheapest)
        rows.append(row)
    return rows[-1][-1]


def nearest(word: str, candidates: Iterable[str], *, limit: float = 0.4) -> str:
    """The candidate nearest to the word, or "" when none lies within ``limit`` of its length.

    ``limit`` is the share of the longer word's characters that may differ.
    """
    best, best_distance = "", 1_000_000
    for candidate in candidates:
        longer = max(len(word), len(candidate))
        if abs(len(word) - len(candidate)) > limit * longer:
            continue
        distance = edit_distance(word, candidate)
        if distance <= limit * longer and distance < best_distance:
            best, best_distance = candidate, distance
    return best


def likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1, by their runs of three letters.

    Quick also for long texts, and little moved by a few letters that scanning got wrong; spaces
    do not count.
    """
    left, right = _threes(one), _threes(other)
    if not left or not right:
        return 1.0 if one == other else 0.0
    return 2 * len(left & right) / (len(left) + len(right))


@lru_cache(maxsize=512)
def _threes(text: str) -> frozenset[str]:
    letters = "".join(text.split())
    return frozenset(letters[at : at + 3] for at in range(len(letters) - 2))
