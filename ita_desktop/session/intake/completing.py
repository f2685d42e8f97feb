"""Measures read that only complete one the year holds: the report of what was planned."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal

from ita_desktop.checks.measures.completeness import is_empty
from ita_desktop.model.fields import Field, fields_of
from ita_desktop.model.own_fields import value_of, with_value
from ita_desktop.model.records import Measure
from ita_desktop.session.intake.pasted_rows import Doubt, ReadMeasure
from ita_desktop.thai.text import fold

_DIFFERS = "ปีนี้มีมาตรการชื่อเดียวกันอยู่แล้ว จะเพิ่มเป็นอีกรายการ"


def completing(
    read: Sequence[ReadMeasure],
    held: Sequence[Measure],
    own: tuple[Field, ...],
    *,
    complete: bool,
) -> tuple[ReadMeasure, ...]:
    """What was read, each put together with the measure of the same title it completes.

    It does where every field it fills is empty there or says the same, so that nothing of either
    is lost; each measure held is completed once. Any other of a title held already is doubted.
    ``complete`` False only doubts.
    """
    waiting = list(held)
    found: list[ReadMeasure] = []
    for one in read:
        title = fold(one.measure.name)
        same = [other for other in waiting if title and fold(other.name) == title]
        fitting = [other for other in same if complete and _fits(one.measure, other, own)]
        if fitting:
            waiting.remove(fitting[0])
            done = _completed(fitting[0], one.measure, own)
            found.append(dataclasses.replace(one, measure=done, completes=fitting[0]))
        elif same:
            doubts = (*one.doubts, Doubt("title", _DIFFERS))
            found.append(dataclasses.replace(one, doubts=doubts))
        else:
            found.append(one)
    return tuple(found)


def _empty(field: Field, value: object) -> bool:
    """Whether a field holds nothing; a number of zero is something."""
    return not isinstance(value, Decimal) and is_empty(field, value)


def _fields(own: tuple[Field, ...]) -> tuple[Field, ...]:
    return (*(one for one in fields_of(Measure) if one.shown and one.name != "title"), *own)


def _fits(read: Measure, held: Measure, own: tuple[Field, ...]) -> bool:
    for field in _fields(own):
        value, there = value_of(read, field), value_of(held, field)
        if not _empty(field, value) and not _empty(field, there) and value != there:
            return False
    return True


def _completed(held: Measure, read: Measure, own: tuple[Field, ...]) -> Measure:
    for field in _fields(own):
        value = value_of(read, field)
        if _empty(field, value_of(held, field)) and not _empty(field, value):
            held = with_value(held, field, value)
    return held
