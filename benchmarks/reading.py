"""Which share of a PDF's words other programs can read out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from ita_desktop.thai.dictionary import tokenizer
from tests.readers import READERS

_THAI_WORD = re.compile("[ก-ฮ][ก-๎]+|[เ-ไ][ก-๎]+")


def shares(pdf: Path, cells: Iterable[str]) -> dict[str, float]:
    """The share of the words of the cells that each reader found here gives back, 0 to 1.

    Line ends do not count: a word broken over two lines is read if the rest of it follows. Spaces
    do count, and so does the order of a cluster's marks. A word found inside another is counted
    for the reader.
    """
    wanted = _words(cells)
    data = pdf.read_bytes()
    found: dict[str, float] = {}
    for name, read in READERS.items():
        try:
            text = read(data)
        except (ImportError, FileNotFoundError):
            continue
        found[name] = _share(text, wanted)
    return found


def _words(cells: Iterable[str]) -> dict[str, int]:
    """The Thai words of the cells, of two characters and more, and how often they stand there."""
    return Counter(filter(_THAI_WORD.fullmatch, tokenizer()("\n".join(cells))))


def _share(text: str, wanted: dict[str, int]) -> float:
    text = "".join(line.strip() for line in text.replace("\f", "\n").splitlines())
    read = sum(min(text.count(word), count) for word, count in wanted.items())
    return read / sum(wanted.values())
