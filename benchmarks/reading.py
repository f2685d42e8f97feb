"""Which share of a PDF's words other programs can read out of it.

    python -m benchmarks.reading ROWS OUT.pdf [--repeating] [--pages]

A process of its own, which prints JSON: what reading needs in memory would otherwise be taken for
the next engine's, as Linux counts a new process from the size of the one that started it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from benchmarks.engines.arguments import arguments
from benchmarks.rows import rows
from ita_desktop.thai.dictionary import tokenizer
from tests.aids.readers import READERS

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


def main() -> None:
    """Print the number of pages and, but for ``--pages``, the shares by reader."""
    import pikepdf

    given = arguments("--pages")
    with pikepdf.open(given.out) as opened:
        pages = len(opened.pages)
    cells = chain.from_iterable(rows(given.rows, repeating=given.repeating))
    read = {} if given.pages else shares(given.out, cells)
    print(json.dumps({"pages": pages, "read": read}))


if __name__ == "__main__":
    main()
