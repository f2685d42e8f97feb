"""The repairs of findings, one or many, made as one edit that can be undone."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from itertools import groupby

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.findings import Finding, Repair, Spot
from ita_desktop.model.repairs import repaired
from ita_desktop.session.session import Session
from ita_desktop.thai.digits import to_thai

EDIT_NAME = "แก้ตามที่ตรวจพบ"
"""What the Undo menu shows of a repair."""

Pieces = tuple[str, str, str]
"""A passage in three: what stands before the words that change, the words, what stands behind."""


def repair(session: Session, finding: Finding) -> bool:
    """Mend what a finding is about; False where its words do not stand there any more.

    Raises UserError where the file is open to read only.
    """
    return repair_all(session, (finding,)) > 0


def repair_all(session: Session, findings: Iterable[Finding]) -> int:
    """Mend all of these as one edit; how many were, without those whose words do not stand there
    any more, or where another repair changes the same words.

    Raises UserError where the file is open to read only.
    """
    changes: list[Change] = []
    made = 0
    wanted = sorted((one for one in findings if one.repair is not None), key=_record)
    for record_id, held in groupby(wanted, key=_record):
        before = session.snapshot.find(record_id)
        if before is None:
            continue
        after = before
        for finding, together in _together(tuple(held)):
            values = repaired(after, finding)
            if values:
                after = dataclasses.replace(after, **values)
                made += together
        if after != before:
            changes.append(Change(before, after))
    if changes:
        name = EDIT_NAME if made == 1 else to_thai(f"{EDIT_NAME} {made} แห่ง")
        session.commit(Edit(name, tuple(changes)))
    return made


def repair_pieces(repair: Repair, spot: Spot | None = None) -> tuple[Pieces, Pieces]:
    """The passage as it stands and as it should be, each with the words that change apart: those
    of the ``spot`` where it is in that passage, else the letters that change."""
    old, new = repair.old, repair.new
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    if spot is not None and spot.passage == old:
        start, end = min(start, spot.start), min(end, len(old) - spot.end)
    return (
        (old[:start], old[start : len(old) - end], old[len(old) - end :]),
        (new[:start], new[start : len(new) - end], new[len(new) - end :]),
    )


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def _together(findings: tuple[Finding, ...]) -> Iterable[tuple[Finding, int]]:
    """One finding for each passage, its repair that of all of them; and how many those are."""
    passages: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        assert finding.repair is not None
        passages.setdefault((finding.field, finding.repair.old), []).append(finding)
    for (_field, old), held in passages.items():
        repairs = [one.repair for one in held if one.repair is not None]
        new, made = _merged(old, repairs)
        yield dataclasses.replace(held[0], repair=Repair(old, new)), made


def _merged(old: str, repairs: list[Repair]) -> tuple[str, int]:
    """A passage with every repair of it made, from its end; of two of the same words the first."""
    places = []
    for one in repairs:
        (lead, words, _tail), (_lead, new, _rest) = repair_pieces(one)
        places.append((len(lead), len(lead) + len(words), new))
    merged, made, first = old, 0, len(old) + 1
    for start, end, new in sorted(set(places), reverse=True):
        if end <= first and (start, end) != (first, first):
            merged = merged[:start] + new + merged[end:]
            first = start
            made += 1
    return merged, made


def _record(finding: Finding) -> str:
    return finding.record_id
