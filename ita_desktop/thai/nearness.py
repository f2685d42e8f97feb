"""How near two words are: for suggesting what a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def edit_distance(one: str, other: str) -> int:
    """Characters to insert, delete or change to turn one word into the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        corner, row[0] = row[0], i
        for j, right in enumerate(other, start=1):
            cheapest = min(row[j] + 1, row[j - 1] + 1, corner + (left != right))
            corner, row[j] = row[j], cheapest
    return row[-1]


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
