"""Measures in printing order: gathered in groups, each group named, each measure numbered."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.documents.layouts import Layout
from ita_desktop.documents.people import ALL_DIVISIONS
from ita_desktop.model.catalogue import Catalogue
from ita_desktop.model.layouts import Grouping, GroupPlace
from ita_desktop.model.records import Division, Measure
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import AllDivisions, DivisionRef
from ita_desktop.thai.text import fold

UNNAMED = "ไม่ระบุ"


@dataclass(frozen=True, slots=True)
class Placed:
    """A measure where it is printed: its number, and names of groups that begin with it."""

    measure: Measure
    number: int
    begins: tuple[str, ...] = ()
    """From the outer group to the inner one; only those that begin here."""


def placed(
    measures: tuple[Measure, ...],
    layout: Layout | None,
    snapshot: Snapshot,
    catalogue: Catalogue,
) -> tuple[Placed, ...]:
    """The measures in printing order. Issues stand in the order of the catalogue, other groups and
    issues it does not know behind them in the order of their first measure."""
    grouping = layout.grouping if layout else Grouping.NONE
    names = {one.id: _names(one, grouping, snapshot, catalogue) for one in measures}
    known = {issue_caption(one.title, catalogue): one.number for one in catalogue.issues}
    restarts = grouping is Grouping.INDICATOR or (
        layout is not None
        and layout.group_place is GroupPlace.TABLES
        and grouping is not Grouping.NONE
    )
    made: list[Placed] = []
    above: tuple[str, ...] = ()
    number = 0
    for measure in _gathered(measures, names, known if grouping is Grouping.ISSUE else {}):
        group = names[measure.id]
        same = 0
        while same < len(group) and group[: same + 1] == above[: same + 1]:
            same += 1
        begins = group[same:] if same < len(group) else ()
        number = 1 if begins and restarts else number + 1
        made.append(Placed(measure, number, tuple(name for name in begins if name)))
        above = group
    return tuple(made)


def _gathered(
    measures: tuple[Measure, ...], names: dict[str, tuple[str, ...]], known: dict[str, int]
) -> tuple[Measure, ...]:
    """The measures with each group's together; ``known`` are places that groups have by name."""
    first: dict[tuple[str, ...], int] = {}
    first |= {(name,): place - len(measures) - len(known) for name, place in known.items()}
    for place, measure in enumerate(measures):
        group = names[measure.id]
        for depth in range(1, len(group) + 1):
            first.setdefault(group[:depth], place)

    def order(measure: Measure) -> tuple[int, ...]:
        group = names[measure.id]
        return tuple(first[group[:depth]] for depth in range(1, len(group) + 1))

    return tuple(sorted(measures, key=order))


def _names(
    measure: Measure, grouping: Grouping, snapshot: Snapshot, catalogue: Catalogue
) -> tuple[str, ...]:
    """The names of the groups a measure belongs to, outermost first; "" prints nothing."""
    tool = measure.tool.label if measure.tool else ""
    match grouping:
        case Grouping.NONE:
            return ()
        case Grouping.TOOL:
            return (tool or f"{UNNAMED}แบบวัด",)
        case Grouping.INDICATOR:
            return (tool, measure.indicator or f"{UNNAMED}ตัวชี้วัด")
        case Grouping.ISSUE:
            return (issue_caption(measure.issue, catalogue) or f"{UNNAMED}ประเด็น",)
        case Grouping.DIVISION:
            return (_division(measure, snapshot) or f"{UNNAMED}สำนัก/กอง",)


def issue_caption(title: str, catalogue: Catalogue) -> str:
    """``ประเด็นที่ 1 กระบวนการ…``, the number where the catalogue knows the title."""
    wanted = _plain(title)
    for issue in catalogue.issues:
        if wanted and _plain(issue.title) == wanted:
            return f"ประเด็นที่ {issue.number} {title}"
    return title


def _plain(title: str) -> str:
    """Titles are compared without their spaces: ``E - Service`` is ``E-Service``."""
    return fold(title).replace(" ", "")


def _division(measure: Measure, snapshot: Snapshot) -> str:
    for one in measure.responsible:
        if isinstance(one, AllDivisions):
            return ALL_DIVISIONS
        if isinstance(one, DivisionRef) and (found := snapshot.get(Division, one.division_id)):
            return found.name
    return ""
