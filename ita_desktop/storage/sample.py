"""หน่วยงานตัวอย่าง: the made-up office under ``resources/sample``, read into records.

The files are TOML that a person can read and correct: entries point at each other by short keys,
timelines and references stand there as a clerk types them. Their format is told in the README
beside them.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ita_desktop.model.codec import from_plain
from ita_desktop.model.fields import Field, Kind, fields_of
from ita_desktop.model.ids import Id, key_id
from ita_desktop.model.plain_values import number_in
from ita_desktop.model.ranks import ranks_after
from ita_desktop.model.records import (
    RECORDS,
    Division,
    DocumentSetup,
    Evidence,
    IssueAnalysis,
    Measure,
    Office,
    Person,
    Position,
    Record,
    RoundReport,
    Score,
    ScoreYear,
    YearWork,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.values import Acting, Opinion, Signer
from ita_desktop.resources import resource_path
from ita_desktop.storage.catalogue import catalogue_for
from ita_desktop.thai.timeline_reading import read_timeline

FILES = ("office.toml", "people.toml", "measures.toml", "scores.toml", "evidence.toml")

_KEYED = (Division, Position, Person, Measure)
"""Kinds whose entries carry a ``key``, by which others name them."""

_SCORES = "scores"
"""The table that holds each year's scores as ``code = "97.00"``."""

_Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Context:
    """What an entry needs from outside itself: the ids behind keys, the year's work, new ids."""

    ids: Mapping[tuple[str, str], Id]
    year: YearWork
    new_id: Callable[[], Id]


def sample_records(new_id: Callable[[], Id]) -> tuple[Record, ...]:
    """The records of the sample office, in the order of :data:`RECORDS`.

    ``new_id`` gives each division, position, person and measure an id of its own, so that two
    offices made from the sample never share one.
    """
    data = _read_files()
    [year] = data[YearWork.TABLE]
    work = YearWork(id=key_id("year", year["action_year"]), **year)
    context = _Context(
        ids={(kind.TABLE, entry["key"]): new_id() for kind in _KEYED for entry in data[kind.TABLE]},
        year=work,
        new_id=new_id,
    )
    made = {kind: _records(kind, data.get(kind.TABLE, []), context) for kind in RECORDS}
    made[Score] = [
        Score.of(int(score_year), code, number_in(value))
        for [years] in (data[_SCORES],)
        for score_year, values in years.items()
        for code, value in values.items()
    ]
    catalogue = catalogue_for([work])
    return (*(one for kind in RECORDS for one in made[kind]), *catalogue)


def sample_pictures() -> tuple[bytes, ...]:
    """The pictures that the sample's records point at, JPEG."""
    names = [entry["picture"] for entry in _read_files()[Evidence.TABLE]]
    return tuple(_picture(name) for name in names)


def _picture(name: str) -> bytes:
    return resource_path("sample", "pictures", name).read_bytes()


def _read_files() -> dict[str, list[_Entry]]:
    """The entries of every file by table; a table that holds a single record is a list of one."""
    data: dict[str, list[_Entry]] = {}
    for name in FILES:
        content = tomllib.loads(resource_path("sample", name).read_text(encoding="utf-8"))
        for table, entries in content.items():
            data[table] = entries if isinstance(entries, list) else [entries]
    return data


def _records(kind: type[Record], entries: list[_Entry], context: _Context) -> list[Record]:
    ranks = ranks_after("", len(entries))
    return [_record(kind, entry, rank, context) for entry, rank in zip(entries, ranks, strict=True)]


def _record(kind: type[Record], entry: _Entry, rank: str, context: _Context) -> Record:
    values: dict[str, Any] = {}
    fields = fields_of(kind)
    for field in fields:
        if field.kind is Kind.RANK:
            values[field.name] = rank
        elif field.target == YearWork.TABLE:
            values[field.name] = context.year.id
        elif _name(field) in entry:
            values[field.name] = _value(field, entry[_name(field)], context)
    unknown = entry.keys() - {_name(field) for field in fields} - {"key"}
    if unknown:
        raise ValueError(f"sample office: {kind.TABLE} has no {sorted(unknown)}")
    return kind(id=_id(kind, entry, context), **values)


def _name(field: Field) -> str:
    """The name a field goes by in the files: a link is called after what it points at."""
    return field.name.removesuffix("_id") if field.kind is Kind.LINK else field.name


def _id(kind: type[Record], entry: _Entry, context: _Context) -> Id:
    if kind is Office:
        return key_id("office")
    if kind is YearWork:
        return context.year.id
    if kind is RoundReport:
        return RoundReport.key(context.ids[Measure.TABLE, entry["measure"]], entry["month"])
    if kind is DocumentSetup:
        return DocumentSetup.of(context.year.id, entry["document"]).id
    if kind is ScoreYear:
        return ScoreYear.of(entry["year"]).id
    if kind is IssueAnalysis:
        return IssueAnalysis.of(context.year.id, entry["issue"]).id
    if kind not in _KEYED:
        return context.new_id()
    return context.ids[kind.TABLE, entry["key"]]


def _value(field: Field, raw: Any, context: _Context) -> Any:
    match field.kind:
        case Kind.LINK:
            return context.ids[field.target, raw]
        case Kind.TIMELINE:
            return read_timeline(raw, context.year.action_year).value
        case Kind.REFERENCES:
            return read_references(raw, context.year.score_year).values
        case Kind.RESPONSIBLE:
            return from_plain(field, json.dumps([_resolved(one, context) for one in raw]))
        case Kind.ACTING:
            return tuple(
                Acting(context.ids[Position.TABLE, one["position"]], one["words"]) for one in raw
            )
        case Kind.SIGNERS:
            return tuple(_signer(one, context) for one in raw)
        case Kind.OPINIONS:
            return tuple(Opinion(_signer(one["signer"], context)) for one in raw)
        case Kind.PICTURE:
            return hashlib.sha256(_picture(raw)).hexdigest()
        case Kind.DOCUMENTS:
            return tuple(raw)
        case Kind.ITEMS | Kind.MONITORING:
            return from_plain(field, json.dumps(raw))
        case Kind.DATE:
            return raw
        case _:
            return from_plain(field, raw)


def _signer(entry: _Entry, context: _Context) -> Signer:
    return Signer(
        person_id=context.ids[Person.TABLE, entry["person"]] if "person" in entry else "",
        position_id=context.ids[Position.TABLE, entry["position"]],
        acting=entry.get("acting", ""),
    )


def _resolved(responsible: _Entry, context: _Context) -> _Entry:
    """One responsible party with the key of a division, position or person made an id."""
    return {name: context.ids.get((name, value), value) for name, value in responsible.items()}
