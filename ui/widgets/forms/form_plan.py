"""What a form is told of its record: groups, findings, and what editors know of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ita_desktop.model.edits import Change
from ita_desktop.model.fields import Field
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import (
    CatalogueItem,
    Division,
    DocumentSetup,
    Indicator,
    Issue,
    IssueAnalysis,
    Office,
    OwnField,
    Person,
    Position,
    Record,
    RoundReport,
    ScoreYear,
    YearWork,
)
from ita_desktop.thai.digits import Digits
from ui.widgets.editors.editor import Editor, Surroundings
from ui.workspace import Workspace

Findings = Callable[[Record], Iterable[Finding]]
Condition = Callable[[Any], bool]
Maker = Callable[[Field], "Editor | None"]
Along = Callable[[Record, str, object], tuple[Change, ...]]
"""From a record, the name of a field and its new value."""


REGISTERS = frozenset(
    (
        *(Office, Division, Position, Person, YearWork, DocumentSetup, OwnField),
        *(CatalogueItem, Indicator, Issue),
    )
)
"""Kinds of record that editors look up: names, years, the kind of digits, own fields, codes."""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together under a heading."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class FormPlan:
    """How a form shows a record. Everything has a default: a new field appears by itself.

    Fields no group names come last under ``rest``. ``shown_when`` hides a field (its value stays)
    until the record asks for it. ``makers`` replaces the editor of a field by name. ``manage_own``
    leads to where the office adds fields of its own; without it they are only shown. ``along``
    gives the changes of other records that belong to a change of one field.
    """

    groups: Sequence[Group] = ()
    rest: str = "อื่น ๆ"
    hidden: frozenset[str] = frozenset()
    shown_when: Mapping[str, Condition] = field(default_factory=dict)
    makers: Mapping[str, Maker] = field(default_factory=dict)
    findings: Findings = lambda _record: ()
    manage_own: Callable[[], object] | None = None
    along: Along = lambda _record, _field, _value: ()
    printed: Callable[[Any], str] = lambda record: str(record.id)
    """From the record, the id of the one that documents show it under."""


def untouched(record: Record) -> Record | None:
    """What stands in the place of a record that the file holds no more: a fresh one of the same
    key, where a form shows such; else None."""
    match record:
        case DocumentSetup():
            return DocumentSetup.of(record.year_id, record.document)
        case ScoreYear():
            return ScoreYear.of(record.year)
        case IssueAnalysis():
            return IssueAnalysis.of(record.year_id, record.issue)
        case RoundReport():
            return RoundReport.of(record.measure_id, record.month)
    return None


def surroundings(workspace: Workspace) -> Surroundings:
    """What editors know of the open office file."""
    snapshot, year = workspace.session.snapshot, workspace.year
    setup = snapshot.get(DocumentSetup, DocumentSetup.of(year.id, "report").id)
    digits = setup.digits if setup else None
    return Surroundings(snapshot, year.action_year, year.score_year, digits or Digits.THAI)
