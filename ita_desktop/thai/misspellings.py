"""Words of office Thai that are often spelt wrongly (``resources/words/misspellings.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ita_desktop.resources import resource_path


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A wrong form and the right one; next to some words the wrong form is not wrong."""

    wrong: str
    right: str
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()


def misspelt(text: str) -> Iterator[tuple[int, Misspelling]]:
    """The misspellings in a text, each with its place, as often as it stands there."""
    for one in [one for one in misspellings() if one.wrong in text]:  # mostly none: quick
        start = text.find(one.wrong)
        while start >= 0:
            end = start + len(one.wrong)
            spared = text.startswith(one.unless_before, end)
            if not spared and not text[:start].endswith(one.unless_after):
                yield start, one
            start = text.find(one.wrong, end)


@cache
def misspellings() -> tuple[Misspelling, ...]:
    """The list that ships."""
    raw = resource_path("words", "misspellings.toml").read_text(encoding="utf-8")
    return tuple(
        Misspelling(
            entry["wrong"],
            entry["right"],
            tuple(entry.get("unless_before", ())),
            tuple(entry.get("unless_after", ())),
        )
        for entry in tomllib.loads(raw)["misspelling"]
    )
