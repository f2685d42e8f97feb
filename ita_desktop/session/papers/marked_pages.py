"""Findings on the pages of a document as they are shown: where the words of each stand.

They are for the screen alone: nothing of them is in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf

from ita_desktop.checks.measures.readings import timeline_outside_year, unread
from ita_desktop.checks.papers.lacking import paper_findings
from ita_desktop.documents.blocks import Source
from ita_desktop.documents.build import kind_of
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import DocumentSetup, OwnWording, YearWork
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.render.output import Anchor, Rendered
from ita_desktop.render.pdf.word_places import Box, Wanted, word_boxes
from ita_desktop.session.checking.leaving import parted
from ita_desktop.session.checking.texts import text_checks

_FIRST_PAGES = 6
"""Pages on which a wording is looked for that has no place of its own."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """A finding and the boxes of its words; not ``exact`` where only the place of its field is
    known."""

    finding: Finding
    boxes: tuple[Box, ...]
    exact: bool = True


def page_marks(
    snapshot: Snapshot,
    year: YearWork,
    document_id: str,
    rendered: Rendered,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[PageMark, ...]:
    """Every finding about words that the document prints, but for what was left as it is."""
    setup_id = DocumentSetup.of(year.id, document_id).id
    sources: dict[tuple[str, str], list[Anchor]] = {}
    for anchor in rendered.anchors:
        sources.setdefault((anchor.source.record_id, anchor.source.field), []).append(anchor)
    wanted = [
        (finding, Wanted(finding.spot, _narrowest(anchors)))
        for finding in parted(snapshot, _findings(snapshot, year, document_id))[0]
        if finding.spot is not None
        and (anchors := _anchors(snapshot, finding, sources, rendered.pages, setup_id))
    ]
    places = word_boxes(rendered.data, [one for _, one in wanted], cancelled)
    marks = (
        PageMark(finding, boxes or _whole(one), exact=bool(boxes))
        for (finding, one), boxes in zip(wanted, places, strict=True)
    )
    return tuple(one for one in marks if one.boxes)


def _findings(snapshot: Snapshot, year: YearWork, document_id: str) -> Iterator[Finding]:
    kind = kind_of(document_id)
    yield from paper_findings(snapshot, year, kind)
    if kind.paper:
        yield from unread(snapshot, year)
        yield from timeline_outside_year(snapshot, year)
    yield from text_checks(snapshot, year)(kind)


def _anchors(
    snapshot: Snapshot,
    finding: Finding,
    sources: dict[tuple[str, str], list[Anchor]],
    pages: int,
    setup_id: str,
) -> list[Anchor]:
    """Where the field of a finding stands. What the office says every year is printed by the
    document; a wording without a place of its own is somewhere on the first pages."""
    own = snapshot.get(OwnWording, finding.record_id)
    if own is None:
        record_id, field = finding.record_id, finding.field
    else:
        record_id, field = setup_id, f"{OF_TEXT}{own.name}"
    found = sources.get((record_id, field), [])
    if found or not field.startswith(OF_TEXT):
        return found
    anywhere = Source(record_id, field)
    return [Anchor(anywhere, page, 0.0, inf) for page in range(min(pages, _FIRST_PAGES))]


def _narrowest(anchors: list[Anchor]) -> tuple[Anchor, ...]:
    """The anchors of which both sides are known, where there are any."""
    sided = [one for one in anchors if one.right < inf]
    return tuple(dict.fromkeys(sided or anchors))


def _whole(one: Wanted) -> tuple[Box, ...]:
    return tuple(
        Box(a.page, a.left, a.top, a.right, a.bottom) for a in one.anchors if a.bottom < inf
    )
