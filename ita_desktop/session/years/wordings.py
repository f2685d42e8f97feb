"""Years typed into the office's own wordings, moved on where a new year begins.

A wording that names the years by fields needs nothing. One of the office's that serves every year
is moved for the new year; the documents of the years before keep what they say, as a text of their
own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import takewhile

from ita_desktop.documents.catalog import document_kind
from ita_desktop.documents.record_names import wording_label
from ita_desktop.model.edits import Change
from ita_desktop.model.records import DocumentSetup, OwnWording, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import OwnText
from ita_desktop.session.years.moving import mover_between

WordingKey = tuple[str, str]
"""The document whose own text it is, empty for the office's, and the name of the wording."""

_AROUND = 24
"""Letters shown before and behind what changes."""


@dataclass(frozen=True, slots=True)
class TypedYear:
    """A wording with years typed into it, as it is and as it would be. ``document`` is empty for
    what the office says in every year."""

    document: str
    name: str
    before: str
    after: str

    @property
    def key(self) -> WordingKey:
        """What tells it from the others."""
        return self.document, self.name

    @property
    def label(self) -> str:
        """``รายงานผลมาตรการ: ความนำ``"""
        kind = document_kind(self.name.partition(".")[0])
        lead = f"{kind.short_title}: " if kind is not None else ""
        return f"{lead}{wording_label(self.name)}"

    @property
    def around(self) -> tuple[str, str]:
        """What changes with a little around it, before and after, each on one line."""
        pairs = zip(self.before, self.after, strict=False)
        start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return _part(self.before, start), _part(self.after, start)


def typed_years(snapshot: Snapshot, year: YearWork, work: YearWork) -> tuple[TypedYear, ...]:
    """The office's wordings, and the texts of single documents of ``year``, that would say another
    year in ``work``."""
    found = [TypedYear("", one.name, one.words, "") for one in snapshot.of(OwnWording)]
    found += [
        TypedYear(setup.document, one.name, one.text, "")
        for setup in snapshot.of(DocumentSetup)
        if setup.year_id == year.id
        for one in setup.texts
    ]
    moved = (
        dataclasses.replace(one, after=mover_between(year, work).text(one.before)) for one in found
    )
    return tuple(one for one in moved if one.after != one.before)


def moving_office_wordings(
    snapshot: Snapshot, typed: Collection[TypedYear], work: YearWork
) -> Iterator[Change]:
    """The changes that move these wordings of the office, and keep the documents of the other
    years as they are."""
    office = [one for one in typed if not one.document]
    for one in office:
        held = snapshot.get(OwnWording, OwnWording.key(one.name))
        if held is not None:
            yield Change(held, dataclasses.replace(held, words=one.after))
    by_document: dict[str, list[TypedYear]] = {}
    for one in office:
        by_document.setdefault(one.name.partition(".")[0], []).append(one)
    for document, wordings in by_document.items():
        for year in snapshot.years:
            if year.id == work.id or document_kind(document) is None:
                continue
            fresh = DocumentSetup.of(year.id, document)
            setup = snapshot.get(DocumentSetup, fresh.id)
            texts = (setup or fresh).texts
            own = {one.name for one in texts}
            kept = tuple(OwnText(one.name, one.before) for one in wordings if one.name not in own)
            if kept:
                yield Change(setup, dataclasses.replace(setup or fresh, texts=(*texts, *kept)))


def _part(text: str, start: int) -> str:
    first, last = max(start - _AROUND, 0), min(start + _AROUND, len(text))
    shown = text[first:last].replace("\n", " ")
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
