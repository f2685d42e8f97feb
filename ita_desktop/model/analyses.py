"""An issue beside its scores: what is written of it, its lowest questions, items below full."""

from __future__ import annotations

from ita_desktop.model.catalogue import item_codes, tool_of
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Issue, IssueAnalysis
from ita_desktop.model.references import Reference, format_reference
from ita_desktop.model.scoring import FULL, Scores
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Tool


def analysis_of(snapshot: Snapshot, year_id: Id, issue: Issue) -> IssueAnalysis:
    """What the office wrote about an issue; an empty one where it wrote nothing."""
    fresh = IssueAnalysis.of(year_id, issue.number)
    return snapshot.get(IssueAnalysis, fresh.id) or fresh


def questions_of(issue: Issue) -> tuple[str, ...]:
    """The codes of the issue's questions, without its OIT items."""
    return tuple(code for code in item_codes(issue) if tool_of(code) is not Tool.OIT)


def named_lowest(analysis: IssueAnalysis) -> tuple[str, ...]:
    """The codes that the clerk named as the lowest; none where the program is to find them."""
    return tuple(format_reference(one) for one in analysis.lowest if isinstance(one, Reference))


def lowest_questions(analysis: IssueAnalysis, issue: Issue, scores: Scores) -> tuple[str, ...]:
    """The codes of the lowest questions: as the clerk named them, else by the scores."""
    return named_lowest(analysis) or scores.lowest(questions_of(issue))


def items_below_full(issue: Issue, scores: Scores) -> tuple[str, ...]:
    """The codes of the issue's OIT items that did not get the full score."""
    items = (code for code in item_codes(issue) if tool_of(code) is Tool.OIT)
    values = ((code, scores.value(code)) for code in items)
    return tuple(code for code, value in values if value is not None and value < FULL)
