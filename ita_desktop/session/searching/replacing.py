"""Putting other words in the place of those found, at chosen places, as one edit."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.ids import Id
from ita_desktop.model.records import (
    Office,
    Record,
)
from ita_desktop.session.safety.backups import Backups
from ita_desktop.session.searching.searching import IN_CATALOGUE, Found, Hit
from ita_desktop.session.searching.texts import Path, rewritten
from ita_desktop.session.session import Session, read_only_error
from ita_desktop.storage.backup_names import Reason
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.seeking import seeker
from ita_desktop.thai.text import clean, fold

_LONGEST_NAME = 30
"""Letters of the words that the name of the edit tells."""

_LARGER_PLACES = ("จังหวัด", "จ.", "อำเภอ", "อ.")
_PLACE_FIELDS = ("district", "province")


@dataclass(frozen=True, slots=True)
class Replaced:
    """How many places of how many records bear the new words now; none where words were taken
    away."""

    places: int
    records: int
    new: str


def fixed_words(hit: Hit, new: str) -> str:
    """Why a place cannot be replaced; empty where it can."""
    if hit.text.fixed:
        return hit.text.fixed
    return "เหมือนคำใหม่อยู่แล้ว" if hit.found == clean(new) else ""


def doubt_words(hit: Hit, new: str, found: Found, action_year: int) -> str:
    """Why a place had better be looked at before it is replaced; empty where nothing speaks
    against it. ``action_year`` (พ.ศ.) is that of the work in hand."""
    if found.year not in (None, action_year):
        return to_thai(f"งานของปีงบประมาณ {found.year}")
    if isinstance(hit.record, IN_CATALOGUE):
        return "ข้อความของบัญชี ITA"
    before = hit.text.words[: hit.start].rstrip()
    in_place_field = isinstance(hit.record, Office) and hit.text.field in _PLACE_FIELDS
    if in_place_field or before.endswith(_LARGER_PLACES):
        return "เป็นชื่ออำเภอหรือจังหวัด"
    if _stands_already(hit, new):
        return "มีคำใหม่อยู่ตรงนี้แล้ว"
    if hit.within and not fold(hit.within).startswith(fold(new)):
        return f"เป็นส่วนหนึ่งของ “{hit.within}”"
    if not clean(new) and hit.found == hit.text.words:
        return "ลบแล้วช่องนี้จะว่าง"
    return ""


def after_words(hit: Hit, new: str) -> tuple[str, str, str]:
    """The text around a place as it would stand: what is before, the new words, what is behind."""
    lead, tail = hit.around
    if not clean(new):
        lead, tail = _closed_up(lead, tail)
    return lead, clean(new), tail


def replacement(hits: Iterable[Hit], old: str, new: str) -> Edit:
    """The edit that puts ``new`` in the place of these hits; places that are fixed stay."""
    new = clean(new)
    by_record: dict[tuple[type[Record], Id], list[Hit]] = defaultdict(list)
    for hit in hits:
        if not fixed_words(hit, new):
            by_record[type(hit.record), hit.record.id].append(hit)
    name = f"แทนที่ “{_short(old)}” ด้วย “{_short(new)}”" if new else f"ลบคำ “{_short(old)}”"
    return Edit(
        name,
        tuple(_change(held, new) for held in by_record.values()),
    )


def replace_hits(
    session: Session, hits: Iterable[Hit], old: str, new: str, backups: Backups
) -> Replaced:
    """Replace the chosen hits in one edit that can be undone; what is here is backed up before.

    Raises UserError where the file is read-only.
    """
    if session.read_only:
        raise read_only_error()
    chosen = tuple(hit for hit in hits if not fixed_words(hit, new))
    edit = replacement(chosen, old, new)
    if edit.changes:
        backups.before(Reason.REPLACE)
        session.leave_visit()
        session.commit(edit)
    return Replaced(len(chosen), len(edit.changes), clean(new))


def replaced_words(replaced: Replaced) -> str:
    """``แทนที่ ๑๒ แห่งใน ๕ รายการแล้ว``"""
    verb = "แทนที่" if replaced.new else "ลบคำ"
    return to_thai(f"{verb} {replaced.places} แห่งใน {replaced.records} รายการแล้ว")


def _change(hits: list[Hit], new: str) -> Change:
    """What becomes of one record."""
    by_text: dict[str, dict[Path, list[Hit]]] = defaultdict(lambda: defaultdict(list))
    for hit in hits:
        by_text[hit.text.field][hit.text.path].append(hit)
    record = hits[0].record
    values: dict[str, Any] = {
        name: rewritten(
            getattr(record, name), {path: _with(held, new) for path, held in texts.items()}
        )
        for name, texts in by_text.items()
    }
    return Change(record, dataclasses.replace(record, **values))


def _with(hits: list[Hit], new: str) -> str:
    words = hits[0].text.words
    for hit in sorted(hits, key=lambda one: -one.start):
        lead, tail = words[: hit.start], words[hit.end :]
        if not new:
            lead, tail = _closed_up(lead, tail)
        words = lead + new + tail
    return clean(words)


def _closed_up(lead: str, tail: str) -> tuple[str, str]:
    """What stands around words that go: of two spaces one goes with them."""
    if tail.startswith(" ") and (not lead or lead[-1] in " \n"):
        tail = tail[1:]
    return lead, tail


def _stands_already(hit: Hit, new: str) -> bool:
    """Whether the hit is part of the new words, which stand there already."""
    pattern = seeker(new)
    if pattern is None:
        return False
    spans = (match.span() for match in pattern.finditer(hit.text.words))
    return any(
        start <= hit.start and hit.end <= end and end - start > hit.end - hit.start
        for start, end in spans
    )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[:_LONGEST_NAME]}…"
