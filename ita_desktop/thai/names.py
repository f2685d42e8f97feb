"""The office's own names (places, people, divisions), which a line does not tear.

They are not entered in the dictionary: an engine keeps every dictionary it was ever given, some
40 MB each, and names change with the forms. Instead the breaks that the dictionary finds inside a
name are taken out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ita_desktop.thai.dictionary import LONGEST_WORD, Tokenizer
from ita_desktop.thai.glue import MARK

_TITLES = (
    "องค์การบริหารส่วนตำบล",
    "องค์การบริหารส่วนจังหวัด",
    "เทศบาลนคร",
    "เทศบาลเมือง",
    "เทศบาลตำบล",
    "สำนักงาน",
    "จังหวัด",
    "นางสาว",
    "อำเภอ",
    "ตำบล",
    "บ้าน",
    "นาย",
    "นาง",
)
"""What stands before a proper name, longest first where one begins another."""

_THAI_WORD = re.compile("[ก-ฮเ-ไ][ก-ฮะ-ฺเ-๎]{2,}\\Z")


def proper_names(words: Iterable[str]) -> frozenset[str]:
    """What is kept whole of an office's names: ``เทศบาลตำบลศรีสำราญ`` gives ``ศรีสำราญ``.

    A name is kept as a whole, title and all, only where that fits a narrow cell.
    """
    found: set[str] = set()
    for word in words:
        for part in word.split():
            title = next((title for title in _TITLES if part.startswith(title)), "")
            found.update((part[len(title) :], part if len(part) <= LONGEST_WORD else ""))
    return frozenset(name for name in found if _THAI_WORD.match(name))


class ProperNames:
    """Takes the breaks out of names."""

    def __init__(self, words: Iterable[str], tokenize: Tokenizer) -> None:
        self._by_head: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for name in sorted(proper_names(words), key=lambda name: (-len(name), name)):
            pattern = re.compile(f"{MARK}?".join(name))
            # The engine may cut a name differently after a title and before a verb.
            for context in (name, f"ตำบล{name}", f"นาย{name}ได้"):
                tokens = tokenize(context)
                head = tokens[0] if context == name else tokens[1] if len(tokens) > 1 else name
                entries = self._by_head.setdefault(head, [])
                if (name, pattern) not in entries:
                    entries.append((name, pattern))

    def join(self, tokens: list[str], marked: str) -> str:
        """The marked text of these tokens with every name in one piece."""
        heads = self._by_head
        if heads.keys().isdisjoint(tokens):
            return marked
        plain = "".join(tokens)
        for head in sorted(heads.keys() & set(tokens)):
            for name, pattern in heads[head]:
                if name in plain:
                    marked = pattern.sub(name, marked)
        return marked
