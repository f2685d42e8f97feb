"""Searching every text of the open file: hits by record, each with the place where it stands."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.model.ids import Id
from ita_desktop.model.records import (
    RECORDS,
    CatalogueItem,
    Division,
    Indicator,
    Issue,
    Level,
    Measure,
    Office,
    OwnField,
    Person,
    Record,
    RequiredElement,
    RoundReport,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.searching.texts import Text, texts_of
from ita_desktop.thai.digits import to_thai, to_thai_but_codes
from ita_desktop.thai.seeking import seeker
from ita_desktop.thai.text import fold
from ita_desktop.thai.word_edges import is_whole

MOST = 500
"""Hits that are told at first; whoever wants to see more asks for them."""

_AROUND = 45
"""Letters of the text that stand before and behind a hit."""

IN_CATALOGUE = (CatalogueItem, Indicator, Issue, Level, RequiredElement)
"""What the ITA catalogue of a year holds of texts."""

_Key = tuple[type[Record], Id]

_NO_START = "ะัาำิีึืฺุูๅ็่้๊๋์ํ๎"
"""What cannot begin a piece of Thai text."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: the record, the text of it, and from where to where, in letters of the text.
    ``within`` is the longer name of a division that it begins; empty where it begins none."""

    record: Record
    text: Text
    start: int
    end: int
    within: str = ""

    @property
    def found(self) -> str:
        """The words as they stand there."""
        return self.text.words[self.start : self.end]

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and behind, as much as fits one line; ``…`` where more does."""
        words = self.text.words
        start = max(self.start - _AROUND, 0)
        while start < self.start and words[start] in _NO_START:
            start += 1
        end = min(self.end + _AROUND, len(words))
        while end < len(words) and words[end] in _NO_START:
            end += 1
        lead = ("…" if start else "") + words[start : self.start]
        tail = words[self.end : end] + ("…" if end < len(words) else "")
        return lead.replace("\n", " "), tail.replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Found:
    """The hits in one record, in the order of its form. ``name`` is what the record is called;
    ``year`` the action year (พ.ศ.) of the work it belongs to, None where it belongs to none."""

    record: Record
    name: str
    year: int | None
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found, record by record, as many hits as were asked for. ``total`` counts all
    there are, ``total_records`` the records they are in."""

    words: str = ""
    records: tuple[Found, ...] = ()
    total: int = 0
    total_records: int = 0

    @property
    def hits(self) -> tuple[Hit, ...]:
        return tuple(hit for one in self.records for hit in one.hits)

    @property
    def left(self) -> int:
        """How many hits are not among them."""
        return self.total - len(self.hits)


class TextIndex:
    """The texts of every record of one snapshot, gathered once and searched at every letter.

    ``before`` is an earlier index of the same file: what has not changed since is not read again.
    """

    def __init__(self, snapshot: Snapshot, before: TextIndex | None = None) -> None:
        self.snapshot = snapshot
        self._names = RecordNames(snapshot)
        known = before._texts if before is not None and _same_labels(before, snapshot) else {}
        self._texts: Mapping[_Key, tuple[Record, tuple[Text, ...]]] = {
            (kind, record.id): _known(known, record) or (record, tuple(texts_of(snapshot, record)))
            for kind in RECORDS
            for record in snapshot.of(kind)
        }

    def search(self, words: str, most: int = MOST, *, whole: bool = False) -> SearchResult:
        """Where these words stand, digits, case and ways of spelling sara am not counting.

        ``most`` hits are given, all are counted; with ``whole`` only those that are words of their
        own.
        """
        pattern = seeker(words)
        if pattern is None:
            return SearchResult(words)
        longer = self._longer_names(words)
        found: list[Found] = []
        total = records = 0
        for record, texts in self._texts.values():
            hits = _hits(pattern, record, texts, whole) or _hits(
                pattern, record, _called(record), whole
            )
            if not hits:
                continue
            if total < most:
                shown = tuple(_placed(hit, longer) for hit in hits[: most - total])
                year = _year_of(self.snapshot, record)
                found.append(Found(record, self._name(record, year), year, shown))
            total += len(hits)
            records += 1
        return SearchResult(words, tuple(found), total, records)

    def _longer_names(self, words: str) -> tuple[str, ...]:
        """The names of divisions that begin with these words and go on."""
        folded = fold(words)
        return tuple(
            one.name
            for one in self.snapshot.each(Division)
            if fold(one.name).startswith(folded) and fold(one.name) != folded
        )

    def _name(self, record: Record, year: int | None) -> str:
        """What a record is called, with its year where others of the file have the same name."""
        name = self._names.of(record)
        if isinstance(record, IN_CATALOGUE):
            return to_thai_but_codes(f"{name} · บัญชี ITA ปี {record.year}")
        if year is not None and len(self.snapshot.years) > 1:
            return f"{name} · {to_thai(f'ปีงบประมาณ {year}')}"
        return name


def found_words(result: SearchResult) -> str:
    """``พบ ๑๒ แห่ง ใน ๕ รายการ``"""
    if not result.total:
        return f"ไม่พบ “{result.words.strip()}”"
    told = f"พบ {result.total} แห่ง ใน {result.total_records} รายการ"
    if result.left:
        told += f" แสดง {len(result.hits)} แห่งแรก"
    return to_thai(told)


def _hits(
    pattern: re.Pattern[str], record: Record, texts: Iterable[Text], whole: bool
) -> list[Hit]:
    found = (
        Hit(record, text, *match.span()) for text in texts for match in pattern.finditer(text.words)
    )
    if not whole:
        return list(found)
    return [one for one in found if is_whole(one.text.words, one.start, one.end)]


def _placed(hit: Hit, longer: tuple[str, ...]) -> Hit:
    """The hit with the longer name that it begins, where it does."""
    rest = hit.text.words[hit.start :]
    within = next((one for one in longer if rest.startswith(one)), "")
    return dataclasses.replace(hit, within=within) if within else hit


def _called(record: Record) -> tuple[Text, ...]:
    """What a record is called whose name is put together of several fields."""
    if isinstance(record, Person):
        fixed = "ประกอบจากหลายช่อง แก้ที่บุคลากรคนนี้"
        return (Text("", (), record.full_name, "first_name", "ชื่อและนามสกุล", fixed=fixed),)
    if isinstance(record, Office) and record.name:
        fixed = "ประกอบจากหลายช่อง แก้ที่หน้าหน่วยงาน"
        return (Text("", (), record.full_name, "name", "ชื่อเต็มของหน่วยงาน", fixed=fixed),)
    return ()


def _known(
    known: Mapping[_Key, tuple[Record, tuple[Text, ...]]], record: Record
) -> tuple[Record, tuple[Text, ...]] | None:
    held = known.get((type(record), record.id))
    return held if held is not None and held[0] is record else None


def _same_labels(before: TextIndex, snapshot: Snapshot) -> bool:
    """Whether the office's own fields, whose labels the texts bear, are as they were."""
    from_before = before.snapshot.tables
    return from_before[OwnField] == snapshot.tables[OwnField]


def _year_of(snapshot: Snapshot, record: Record) -> int | None:
    if isinstance(record, RoundReport):
        measure = snapshot.get(Measure, record.measure_id)
        return _year_of(snapshot, measure) if measure is not None else None
    year = snapshot.get(YearWork, getattr(record, "year_id", ""))
    return year.action_year if year is not None else None
