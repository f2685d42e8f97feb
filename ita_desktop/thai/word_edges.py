"""Whether a stretch of a text is a word of its own, as a reader sees it."""

from __future__ import annotations

import re
from functools import lru_cache

from ita_desktop.thai.dictionary import tokenizer

_RUNS = re.compile(r"[ก-ฺเ-๎]+|[0-9๐-๙]+|[^\W\d_ก-๛]+|\s+|.", re.DOTALL)
"""Thai letters, digits, letters of other scripts, spaces, single signs."""


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether words begin at ``start`` and end at ``end``: ``กอง`` in ``กอง คลัง``, ``O3`` not in
    ``O34``. Costs half a second the first time, for the dictionary."""
    edges = _edges(text)
    return start in edges and end in edges


@lru_cache(maxsize=2048)
def _edges(text: str) -> frozenset[int]:
    """Every place where a word begins or ends."""
    edges = {0, len(text)}
    for run in _RUNS.finditer(text):
        edges |= {run.start(), run.end()}
        if "ก" <= run[0][0] <= "๎" and len(run[0]) > 1:
            place = run.start()
            for word in tokenizer()(run[0]):
                place += len(word)
                edges.add(place)
    joined = {at for at in edges if 0 < at < len(text) and _code_goes_on(text, at)}
    return frozenset(edges - joined)


def _code_goes_on(text: str, at: int) -> bool:
    """Whether a letter of a code and its number meet: ``O34`` is one word."""
    before, after = text[at - 1], text[at]
    return before.isascii() and before.isalpha() and after.isdigit()
