"""One document prints one kind of digits: the last step before rendering."""

from __future__ import annotations

import dataclasses
import re
from functools import lru_cache
from operator import is_
from typing import Any

from ita_desktop.documents.blocks import Chart, Document, Source
from ita_desktop.thai.digits import Digits, convert

NOT_PRINTED = frozenset({"id", "picture", "source", "alike"})
"""Fields of blocks that hold no words for paper."""

_OTHERS = {Digits.THAI: re.compile("[0-9]"), Digits.ARABIC: re.compile("[๐-๙]")}
"""What a text must hold for a kind of digits to change it."""


def in_digits(document: Document, digits: Digits, *, spare_codes: bool = False) -> Document:
    """The document with the digits of all its printed text converted.

    Addresses of the web and of mail keep theirs, and codes such as O34 where ``spare_codes``.
    Blocks in which nothing changes stay the same objects.
    """
    other = _OTHERS[digits].search

    def converted(value: Any) -> Any:
        if isinstance(value, str):
            return convert(value, digits, spare_codes=spare_codes) if other(value) else value
        if isinstance(value, tuple):
            parts = tuple([converted(one) for one in value])
            return value if all(map(is_, parts, value)) else parts
        changed: dict[str, Any] = {}
        kind: type = type(value)
        for name in _printed(kind):
            held = getattr(value, name)
            new = converted(held)
            if new is not held:
                changed[name] = new
        if isinstance(value, Chart):
            changed["thai_digits"] = digits is Digits.THAI
        return dataclasses.replace(value, **changed) if changed else value

    sections = converted(document.sections)
    return dataclasses.replace(document, sections=sections, thai_digits=digits is Digits.THAI)


@lru_cache(maxsize=64)
def _printed(kind: type) -> tuple[str, ...]:
    """The fields of a block that may hold words for paper; none of what is no block."""
    if not dataclasses.is_dataclass(kind) or kind is Source:
        return ()
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in NOT_PRINTED)
