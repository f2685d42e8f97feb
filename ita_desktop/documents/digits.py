"""One document prints one kind of digits: the last step before rendering."""

from __future__ import annotations

import dataclasses
from typing import Any

from ita_desktop.documents.blocks import Document, Source
from ita_desktop.thai.digits import Digits, convert

_LEFT_ALONE = (Source,)
NOT_PRINTED = frozenset({"id", "picture", "source"})
"""Fields of blocks that hold no words for paper."""


def in_digits(document: Document, digits: Digits, *, spare_codes: bool = False) -> Document:
    """The document with the digits of all its printed text converted.

    Addresses of the web and of mail keep theirs, and codes such as O34 where ``spare_codes``.
    """

    def converted(value: Any) -> Any:
        if isinstance(value, str):
            return convert(value, digits, spare_codes=spare_codes)
        if isinstance(value, tuple):
            return tuple(converted(one) for one in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, (type, *_LEFT_ALONE)):
            changed = {
                field.name: converted(getattr(value, field.name))
                for field in dataclasses.fields(value)
                if field.name not in NOT_PRINTED
            }
            return dataclasses.replace(value, **changed)
        return value

    sections = converted(document.sections)
    return dataclasses.replace(document, sections=sections, thai_digits=digits is Digits.THAI)
