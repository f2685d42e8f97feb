"""Hypothesis strategies for records of any kind, made from their declared fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.layouts import CellAlign, LayoutColumn, ListStyle
from ita_desktop.model.records import RECORDS, Record
from ita_desktop.model.references import Reference, ReferenceKind, UnreadReference
from ita_desktop.model.values import (
    Acting,
    AllDivisions,
    DivisionRef,
    FreeText,
    Item,
    Monitoring,
    Opinion,
    OrderRef,
    OwnText,
    OwnValue,
    PersonRef,
    PositionRef,
    Signer,
)
from ita_desktop.thai.timelines import Timeline, TimePoint, Unread

# Everything that can be stored as text: half a surrogate pair cannot.
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40) | st.sampled_from(
    ("มาตรการ\nควบคุม", "''; DROP TABLE measure; --", "ก\x00ข", "𝕏 👩‍👩‍👧", '{"text": 1}', "่้")
)
ids = st.uuids(version=4).map(str)
whole_numbers = st.integers(-(2**63), 2**63 - 1)
leaves = texts.map(Item)
lists = st.lists(
    leaves | st.builds(Item, texts, st.lists(leaves, max_size=3).map(tuple)), max_size=4
).map(tuple)
points = (
    st.dates().filter(lambda day: day.year > 1).map(TimePoint.of)
    | st.builds(TimePoint, st.integers(1900, 2200), st.integers(1, 12))
    | st.builds(TimePoint, st.integers(1900, 2200))
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A timeline whose end does not lie before its start; either end may be open."""
    ends = sorted((draw(points), draw(points)), key=lambda point: point.first_day())
    if ends[1].last_day() < ends[0].first_day():
        ends.reverse()
    missing = draw(st.sampled_from((None, 0, 1)))
    start, end = (None if place == missing else point for place, point in enumerate(ends))
    return Timeline(start, end)


responsible = (
    st.builds(DivisionRef, ids, texts)
    | st.builds(AllDivisions, texts)
    | st.builds(PersonRef, ids, texts)
    | st.builds(PositionRef, ids, texts)
    | st.builds(OrderRef, texts, texts, texts)
    | st.builds(FreeText, texts)
)
references = st.builds(
    Reference, st.sampled_from(ReferenceKind), texts, st.none() | whole_numbers
) | st.builds(UnreadReference, texts)

signers = st.builds(Signer, ids, ids, texts, texts, texts)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12))
columns = st.builds(
    LayoutColumn,
    texts,
    texts,
    st.none() | st.floats(0.01, 1.0),
    st.sampled_from(CellAlign),
    texts,
    st.none() | st.sampled_from(ListStyle),
    st.booleans(),
)

_BY_KIND: Mapping[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: texts,
    Kind.LONG_TEXT: texts,
    Kind.PICTURE: texts,
    Kind.ATTACHMENT: texts,
    Kind.NUMBER: st.none() | numbers,
    Kind.RANK: texts,
    Kind.LINK: ids | st.just(""),
    Kind.INTEGER: whole_numbers,
    Kind.FLAG: st.booleans(),
    Kind.DATE: st.none() | st.dates(),
    Kind.ITEMS: lists,
    Kind.TIMELINE: st.none() | st.builds(Unread, texts) | timelines(),
    Kind.RESPONSIBLE: st.lists(responsible, max_size=4).map(tuple),
    Kind.REFERENCES: st.lists(references, max_size=4).map(tuple),
    Kind.MONITORING: st.builds(
        Monitoring,
        st.lists(st.integers(1, 12), max_size=4).map(tuple),
        st.booleans(),
        texts,
    ),
    Kind.ACTING: st.lists(st.builds(Acting, ids, texts), max_size=3).map(tuple),
    Kind.SIGNERS: st.lists(signers, max_size=3).map(tuple),
    Kind.OPINIONS: st.lists(st.builds(Opinion, signers, texts, st.integers(0, 9)), max_size=3).map(
        tuple
    ),
    Kind.COLUMNS: st.lists(columns, max_size=4).map(tuple),
    Kind.DOCUMENTS: st.lists(texts, max_size=4).map(tuple),
    Kind.OWN_VALUES: st.dictionaries(ids, texts | lists | numbers | st.dates(), max_size=3).map(
        lambda found: tuple(OwnValue(*pair) for pair in found.items())
    ),
    Kind.OWN_TEXTS: st.dictionaries(texts, texts, max_size=3).map(
        lambda found: tuple(OwnText(*pair) for pair in found.items())
    ),
}


def values(field: Field) -> st.SearchStrategy[Any]:
    """Any value of a declared field."""
    if field.kind is Kind.CHOICE:
        assert field.choices is not None
        chosen = st.sampled_from(field.choices)
        return st.none() | chosen if field.optional else chosen
    return _BY_KIND[field.kind]


def records_of(kind: type[Record], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any record of a kind; ``fixed`` says what some fields hold."""
    free = {field.name: values(field) for field in fields_of(kind)}
    return st.builds(kind, **{"id": ids, **free, **fixed})


@st.composite
def offices(draw: st.DrawFn) -> tuple[Record, ...]:
    """The records of a whole file: some of every kind, each under a parent that is there."""
    made: dict[str, list[Record]] = {}
    for kind in RECORDS:
        fixed = {
            name: st.sampled_from([one.id for one in made[target]])
            for name, target in (("year_id", "year_work"), ("measure_id", "measure"))
            if name in kind.__dataclass_fields__
        }
        found = draw(
            st.lists(
                records_of(kind, **fixed), min_size=1, max_size=2, unique_by=lambda one: one.id
            )
        )
        made[kind.TABLE] = found
    return tuple(record for found in made.values() for record in found)
