"""Words of office Thai that are often spelt wrongly (``resources/words/misspellings.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter

from ita_desktop.resources import resource_path

_HEAD = 2
"""Letters of a wrong form by which it is looked up."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A wrong form and the right one; next to some words the wrong form is not wrong."""

    wrong: str
    right: str
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()


def misspelt(text: str) -> Iterator[tuple[int, Misspelling]]:
    """The misspellings in a text, each with its place, as often as it stands there."""
    heads = _heads(text)
    if not heads:  # mostly none: quick
        return
    for one in [one for one in misspellings() if one.wrong[:_HEAD] in heads and one.wrong in text]:
        start = text.find(one.wrong)
        while start >= 0:
            end = start + len(one.wrong)
            spared = text.startswith(one.unless_before, end)
            if not spared and not text[:start].endswith(one.unless_after):
                yield start, one
            start = text.find(one.wrong, end)


def _heads(text: str) -> set[str]:
    """How the wrong forms in a text begin."""
    heads: set[str] = set()
    found = _any_wrong().search(text)
    while found:
        start = found.start()
        heads.add(text[start : start + _HEAD])
        found = _any_wrong().search(text, start + 1)
    return heads


@cache
def _any_wrong() -> re.Pattern[str]:
    """Finds that there is a wrong form; words that begin alike are tried together."""
    return re.compile(_alternatives(sorted(one.wrong for one in misspellings())))


def _alternatives(words: list[str]) -> str:
    """A pattern of the beginnings of words, letter by letter; of two the shorter is enough."""
    if "" in words:
        return ""
    branches = [
        f"{re.escape(letter)}{_alternatives([word[1:] for word in group])}"
        for letter, group in groupby(words, key=itemgetter(0))
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


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
