"""A field is declared once, in its record, and everything else reads that line.

The form row, the column of the file and of the workbook, the layout editor's list and the
empty-field check all come from the :class:`Field` found by :func:`fields_of`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, cast


class Kind(Enum):
    """What a field holds; each kind has one column type, one widget and one codec."""

    TEXT = "text"
    LONG_TEXT = "long text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"
    CHOICE = "choice"
    ITEMS = "items"
    TIMELINE = "timeline"
    RESPONSIBLE = "responsible"
    REFERENCES = "references"
    MONITORING = "monitoring"
    PICTURE = "picture"
    ATTACHMENT = "attachment"
    LINK = "link"
    ACTING = "acting"
    SIGNERS = "signers"
    OPINIONS = "opinions"
    OWN_TEXTS = "own texts"
    OWN_VALUES = "own values"
    COLUMNS = "columns"
    DOCUMENTS = "documents"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    ``needed`` names the documents that are incomplete without it (``plan``, ``report``, or
    ``office`` for every document). ``choices`` is the enum of a CHOICE, which may be None where it
    is ``optional``; ``target`` the table a LINK points to. ``shown`` is False for what no form
    shows (rank, links to the parent). ``keeps_unread`` is True where text that the kind cannot be
    is kept too, as :class:`~ita_desktop.thai.timelines.Unread`.
    """

    name: str
    label: str
    kind: Kind
    hint: str = ""
    example: str = ""
    needed: tuple[str, ...] = ()
    choices: type[Enum] | None = None
    optional: bool = False
    target: str = ""
    shown: bool = True
    keeps_unread: bool = False


def _declare(default: object, label: str, kind: Kind, **more: Any) -> Any:
    spec = Field(name="", label=label, kind=kind, **more)
    return dataclasses.field(default=default, metadata={"field": spec})


def text(label: str, **more: Any) -> Any:
    """One line of text."""
    return _declare("", label, Kind.TEXT, **more)


def long_text(label: str, **more: Any) -> Any:
    """Text of several lines."""
    return _declare("", label, Kind.LONG_TEXT, **more)


def integer(label: str, default: int = 0, **more: Any) -> Any:
    """A whole number."""
    return _declare(default, label, Kind.INTEGER, **more)


def number(label: str, **more: Any) -> Any:
    """A decimal number, or None where none was given."""
    return _declare(None, label, Kind.NUMBER, **more)


def flag(label: str, default: bool = False, **more: Any) -> Any:
    """Yes or no."""
    return _declare(default, label, Kind.FLAG, **more)


def day(label: str, **more: Any) -> Any:
    """A date, or None; พ.ศ. is made where it is shown."""
    return _declare(None, label, Kind.DATE, **more)


def choice(label: str, choices: type[Enum], default: Enum | None = None, **more: Any) -> Any:
    """One of an enum; without a default also None, where nothing is chosen."""
    optional = default is None
    return _declare(default, label, Kind.CHOICE, choices=choices, optional=optional, **more)


def items(label: str, **more: Any) -> Any:
    """An ordered list, nested at most two deep."""
    return _declare((), label, Kind.ITEMS, **more)


def timeline(label: str, **more: Any) -> Any:
    """A timeline, unread text, or None."""
    return _declare(None, label, Kind.TIMELINE, **more)


def responsible(label: str, **more: Any) -> Any:
    """Several responsible parties of mixed kinds."""
    return _declare((), label, Kind.RESPONSIBLE, **more)


def references(label: str, **more: Any) -> Any:
    """Codes of indicators, questions and OIT items, read and unread."""
    return _declare((), label, Kind.REFERENCES, **more)


def monitoring(label: str, default: object, **more: Any) -> Any:
    """Monitoring rounds."""
    return _declare(default, label, Kind.MONITORING, **more)


def picture(label: str, **more: Any) -> Any:
    """SHA-256 of a picture kept in the file, or empty."""
    return _declare("", label, Kind.PICTURE, **more)


def attachment(label: str, **more: Any) -> Any:
    """SHA-256 of something kept in the file as it is (a PDF, a scan), or empty."""
    return _declare("", label, Kind.ATTACHMENT, **more)


def link(label: str, target: str, **more: Any) -> Any:
    """The id of a record of the table ``target``, or empty."""
    return _declare("", label, Kind.LINK, target=target, **more)


def acting(label: str, **more: Any) -> Any:
    """Positions a person acts in."""
    return _declare((), label, Kind.ACTING, **more)


def signers(label: str, **more: Any) -> Any:
    """Signers of one document, in order."""
    return _declare((), label, Kind.SIGNERS, **more)


def opinions(label: str, **more: Any) -> Any:
    """The chain of opinions under a memo, in order."""
    return _declare((), label, Kind.OPINIONS, **more)


def own_texts(label: str, **more: Any) -> Any:
    """Wordings that one document says in its own words."""
    return _declare((), label, Kind.OWN_TEXTS, **more)


def own_values(label: str) -> Any:
    """What the fields hold that the office added itself."""
    return _declare((), label, Kind.OWN_VALUES, shown=False)


def columns(label: str, **more: Any) -> Any:
    """The columns of a table's layout, in order."""
    return _declare((), label, Kind.COLUMNS, **more)


def documents(label: str, **more: Any) -> Any:
    """Ids of documents, in order."""
    return _declare((), label, Kind.DOCUMENTS, **more)


def rank() -> Any:
    """The place of the record among its like (see :mod:`ita_desktop.model.ranks`)."""
    return _declare("", "ลำดับ", Kind.RANK, shown=False)


def fields_of(record: type) -> tuple[Field, ...]:
    """The declared fields of a record type in order, without its id."""
    return _declared_fields(cast(Hashable, record))


@cache
def _declared_fields(record: Any) -> tuple[Field, ...]:
    return tuple(
        dataclasses.replace(declared.metadata["field"], name=declared.name)
        for declared in dataclasses.fields(record)
        if "field" in declared.metadata
    )


def field_of(record: type, name: str) -> Field:
    """One declared field; KeyError where the record has none of that name."""
    for field in fields_of(record):
        if field.name == name:
            return field
    raise KeyError(f"{record.__name__} has no field {name!r}")
