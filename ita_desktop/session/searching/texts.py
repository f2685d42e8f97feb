"""Every text that a record holds, wherever in its fields it stands, and putting texts back there.

A path leads from a field's value to one text: places in lists and names of parts.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, cast

from ita_desktop.documents.record_names import wording_label
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.layouts import LayoutColumn, own_column
from ita_desktop.model.own_fields import UNNAMED
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Comment,
    DocumentSetup,
    OwnField,
    Record,
    SentCopy,
    SignedCopy,
)
from ita_desktop.model.references import Reference, UnreadReference, format_references
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import FreeText, Item, OwnText, OwnValue
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.timelines import Timeline

Path = tuple[int | str, ...]

_WITHOUT_TEXT = frozenset(
    {
        Kind.INTEGER,
        Kind.NUMBER,
        Kind.FLAG,
        Kind.DATE,
        Kind.CHOICE,
        Kind.PICTURE,
        Kind.ATTACHMENT,
        Kind.LINK,
        Kind.DOCUMENTS,
        Kind.RANK,
    }
)
_LINKS = frozenset({"division_id", "person_id", "position_id", "field_id"})
_NAMES = frozenset({(OwnText, "name"), (LayoutColumn, "field"), (DocumentSetup, "layout")})
_CODES = frozenset(
    {(CatalogueItem, "code"), (CatalogueYear, "plan_item"), (CatalogueYear, "report_item")}
)
_LISTS = frozenset({Kind.ITEMS, Kind.OWN_VALUES})

KEPT = "บันทึกไว้เป็นหลักฐาน จึงไม่แทนที่"
CODED = "เป็นรหัส แก้ในช่องนั้นเอง"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a record: the field it is in, its path in the field's value, and what it says.

    ``go`` names the field as windows go to it, ``label`` is the field's for the reader and
    ``where`` tells which part of it (``ข้อ ๒.๑``). ``fixed`` says why it is not to be replaced;
    empty where it may be.
    """

    field: str
    path: Path
    words: str
    go: str
    label: str
    where: str = ""
    fixed: str = ""


def texts_of(snapshot: Snapshot, record: Record) -> Iterator[Text]:
    """Every text of a record that a reader sees, field by field in the order of its form."""
    kind = type(record)
    kept = KEPT if isinstance(record, Comment | SentCopy | SignedCopy) else ""
    for field in _text_fields(kind):
        value = getattr(record, field.name)
        if not value:
            continue
        fixed = CODED if (kind, field.name) in _CODES else kept
        if isinstance(value, str):
            yield Text(field.name, (), value, field.name, field.label, fixed=fixed)
            continue
        for path, words in _leaves(value, ()):
            if told := _told(snapshot, field, value, path):
                yield Text(field.name, path, words, *told, fixed=fixed)
        if field.kind is Kind.REFERENCES:
            read = tuple(one for one in value if not isinstance(one, UnreadReference))
            if words := format_references(read):
                yield Text(field.name, ("read",), words, field.name, field.label, fixed=CODED)


def rewritten(value: Any, texts: Mapping[Path, str], path: Path = ()) -> Any:
    """The value with other texts at these paths; entries of lists that become empty go."""
    if path in texts:
        return texts[path]
    if isinstance(value, tuple):
        made = [(one, rewritten(one, texts, (*path, at))) for at, one in enumerate(value)]
        return tuple(after for one, after in made if after == one or not _empty(after))
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    parts = {name: getattr(value, name) for name in _parts(cast(Hashable, type(value)))}
    after = {name: rewritten(part, texts, (*path, name)) for name, part in parts.items()}
    return value if after == parts else dataclasses.replace(value, **after)


def _text_fields(kind: type[Record]) -> tuple[Field, ...]:
    return _declared_texts(cast(Hashable, kind))


@cache
def _declared_texts(kind: Any) -> tuple[Field, ...]:
    return tuple(
        field
        for field in fields_of(kind)
        if field.kind not in _WITHOUT_TEXT
        and (field.shown or field.kind is Kind.OWN_VALUES)
        and (kind, field.name) not in _NAMES
    )


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    """The parts of a value that hold texts."""
    if kind in (Reference, Timeline):
        return ()
    return tuple(
        one.name
        for one in dataclasses.fields(kind)
        if one.name not in _LINKS and (kind, one.name) not in _NAMES
    )


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from _leaves(one, (*path, at))
    elif dataclasses.is_dataclass(value) and not isinstance(value, Enum):
        for name in _parts(cast(Hashable, type(value))):
            yield from _leaves(getattr(value, name), (*path, name))


def _told(snapshot: Snapshot, field: Field, value: Any, path: Path) -> tuple[str, str, str] | None:
    """Where to go for a text, the label of its field and the part; None for what no form shows."""
    numbers = [part + 1 for part in path if isinstance(part, int)]
    go, label = field.name, field.label
    if field.kind is Kind.OWN_TEXTS:
        name = value[path[0]].name
        return f"{go}:{name}", label, wording_label(name)
    if field.kind is Kind.OWN_VALUES:
        own = snapshot.get(OwnField, value[path[0]].field_id)
        if own is None:
            return None
        go, label = own_column(own.id), own.label or UNNAMED
        numbers = numbers[1:]
    if not numbers:
        return go, label, ""
    lead = "ข้อ" if field.kind in _LISTS else "ลำดับที่"
    return go, label, to_thai(f"{lead} {'.'.join(map(str, numbers))}")


def _empty(entry: Any) -> bool:
    match entry:
        case Item(text="", items=()) | FreeText(text="") | UnreadReference(text=""):
            return True
        case OwnValue(value=value):
            return value in ("", ())
    return False
