"""What a document says, apart from how it looks: to tell whether it differs from a signed copy."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ita_desktop.documents.blocks import Document, PageSetup, Source
from ita_desktop.documents.digits import NOT_PRINTED
from ita_desktop.thai.digits import to_arabic

_UNSAID = (Source, PageSetup)


def said(document: Document) -> tuple[str, ...]:
    """Every printed text of the document's blocks in reading order, one entry a text.

    Digits are Arabic, runs of white one space: choosing another kind of digits or another page
    does not change what is said. Pictures count by their digest.
    """
    return tuple(_walk(document.sections))


def said_digest(lines: tuple[str, ...]) -> str:
    """SHA-256 of what was said."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _walk(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        words = " ".join(to_arabic(value).split())
        if words and (name == "picture" or name not in NOT_PRINTED):
            yield words
    elif isinstance(value, Decimal):
        yield f"{value:f}"
    elif isinstance(value, tuple):
        if value and all(hasattr(one, "bold") for one in value):
            yield from _walk("".join(run.text for run in value))
            return
        for one in value:
            yield from _walk(one)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (type, *_UNSAID)):
        for field in dataclasses.fields(value):
            yield from _walk(getattr(value, field.name), field.name)
