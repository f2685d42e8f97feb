"""What the words of a cell are as the value of a field; and what about them needs a look."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ita_desktop.documents.division_names import division_name
from ita_desktop.documents.party_reading import read_parties
from ita_desktop.model.fields import Field, Kind
from ita_desktop.model.ids import Id
from ita_desktop.model.monitoring_reading import read_monitoring
from ita_desktop.model.own_fields import read_as
from ita_desktop.model.records import Division, YearWork
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import Reference, ReferencesReading
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import DivisionRef, FreeText, Item, Items, Responsible, Status
from ita_desktop.session.intake.pasted_bodies import TICKS
from ita_desktop.session.intake.pasted_columns import DONE
from ita_desktop.thai.dates import Misread
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.lists import joined
from ita_desktop.thai.nearness import nearest
from ita_desktop.thai.pasted_items import split_items
from ita_desktop.thai.text import fold
from ita_desktop.thai.timeline_reading import read_timeline
from ita_desktop.thai.timelines import Timeline, Unread

_REFERS = re.compile(
    r"(?:^|\s+)(?:\(\s*)?อ้างอิง(?:จาก|ตาม)?\s*[:：]?\s*(?P<codes>(?:[^()]|\([^()]*\))+?)\s*\)?\s*$"
)
_FIRST_NUMBER = re.compile(r"\s*(\d{1,2})[.)]")
_NEXT_NUMBER = re.compile(r"(?<!ข้อ)(?<!ที่)(?<!มาตรา)\s+(\d{1,2})[.)](?=\s*[^\s\d])")
_MARKED = re.compile(r"^\s*(?:[0-9๐-๙]{1,2}[.)]|[-–•])")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What of a measure needs a look: the name of the field, and why, in Thai."""

    field: str
    words: str


def items_from(text: str) -> Items:
    """A pasted list as items, two deep."""
    items: list[Item] = []
    for level, words in split_items(_parted(text)):
        if level and items:
            items[-1] = Item(items[-1].text, (*items[-1].items, Item(words)))
        else:
            items.append(Item(words))
    return tuple(items)


def _parted(text: str) -> str:
    """The text with a line for each item where a numbered line goes on with the next numbers."""
    lines: list[str] = []
    for line in text.split("\n"):
        rest = line
        while match := _FIRST_NUMBER.match(to_arabic(rest)):
            number = int(match[1])
            following = next(
                (
                    found
                    for found in _NEXT_NUMBER.finditer(to_arabic(rest), match.end())
                    if int(found[1]) == number + 1
                ),
                None,
            )
            if following is None:
                break
            lines.append(rest[: following.start()].rstrip())
            rest = rest[following.start() :].lstrip()
        lines.append(rest)
    return "\n".join(lines)


@dataclass
class ValueReader:
    """Reads cells into values; ``doubts`` are those of the measure being read, ``divisions`` those
    that no register knows yet, by name, each with an id from ``new_id``.

    ``register`` False keeps such divisions as words.
    """

    snapshot: Snapshot
    year: YearWork
    new_id: Callable[[], Id]
    register: bool = True
    doubts: list[Doubt] = field(default_factory=list)
    divisions: dict[str, Division] = field(default_factory=dict)

    def doubt(self, name: str, words: str) -> None:
        self.doubts.append(Doubt(name, words))

    def value(self, declared: Field, parts: Sequence[str]) -> Any:
        """The value of a field that the cells of a measure say in order; None where that is
        nothing the kind can be (a choice)."""
        whole = "\n".join(parts)
        line = " ".join(whole.split())
        match declared.kind:
            case Kind.ITEMS:
                return items_from(whole)
            case Kind.TIMELINE:
                return self._timeline(parts)
            case Kind.REFERENCES:
                reading = read_references(whole, self.year.score_year)
                self._doubt_references(reading)
                return reading.values
            case Kind.RESPONSIBLE:
                return self._responsible(whole)
            case Kind.MONITORING:
                return read_monitoring(whole)
            case Kind.CHOICE:
                return choice_of(declared, line)
            case Kind.TEXT:
                return line
            case Kind.NUMBER | Kind.DATE:
                found = read_as(declared.kind, line)
                if isinstance(found, Misread):
                    self.doubt(declared.name, found.problem)
                    return Unread(line)
                return found
            case _:
                return "\n".join(" ".join(one.split()) for one in whole.split("\n"))

    def titled(self, cell: str, *, numbered: bool = False) -> dict[str, Any]:
        """A title without its number; further marked lines are sub-measures, codes references.

        ``numbered`` is whether the measure's own number stands in another cell: several numbered
        items are then its sub-measures, all of them, and it has no title.
        """
        values: dict[str, Any] = {}
        if match := _REFERS.search(cell):
            reading = read_references(match["codes"], self.year.score_year)
            damaged = all(problem.suggestions for problem in reading.problems)
            if damaged or any(isinstance(one, Reference) for one in reading.values):
                self._doubt_references(reading)
                values["references"] = reading.values
                cell = cell[: match.start()]
        found = split_items(_parted(cell))
        words = [text for _, text in found]
        if not any(_MARKED.match(line) for line in cell.split("\n")) and len(found) > 1:
            found = [(0, " ".join(words))]
        first = _FIRST_NUMBER.match(to_arabic(cell))
        if numbered and first and int(first[1]) == 1 and sum(not level for level, _ in found) > 1:
            values["sub_measures"] = _below(found)
            return values
        if found and found[0][1]:
            values["title"] = found[0][1]
        if len(found) > 1:
            values["sub_measures"] = _below(found[1:])
        return values

    def outcome(self, name: str, cell: str) -> dict[str, Any]:
        """Words in one of the two columns of reports that say whether the measure was done."""
        status = Status.DONE if name == DONE else Status.CANNOT
        lines = [line for line in cell.split("\n") if line.strip()]
        said = fold(lines[0]) if lines else ""
        for one in Status:
            if said == fold(one.label):
                status, lines = one, lines[1:]
                break
        if not lines or "\n".join(lines).strip() in TICKS:
            return {"status": status}
        first = next((at for at, line in enumerate(lines) if _MARKED.match(line)), len(lines))
        if status is Status.CANNOT or status is Status.NOT_STARTED:
            # A reason that is led in is one paragraph: what stands below it is what came of it.
            led = bool(first) and lines[0].strip().startswith("เนื่องจาก")
            until = 1 if led else first or len(lines)
            reason = " ".join(line.strip() for line in lines[:until]).removeprefix("เนื่องจาก")
            return {
                "status": status,
                "status_reason": reason.strip(),
                "outcomes": items_from("\n".join(lines[until:])),
            }
        if status is Status.IN_PROGRESS and 0 < first < len(lines):
            reason = " ".join(line.strip() for line in lines[:first])
            outcomes = items_from("\n".join(lines[first:]))
            return {"status": status, "status_reason": reason, "outcomes": outcomes}
        return {"status": status, "outcomes": items_from("\n".join(lines))}

    def _timeline(self, parts: Sequence[str]) -> Any:
        """What one cell says, or several: a start and an end, or months that are marked."""
        flat = [" ".join(part.split()) for part in parts]
        year = self.year.action_year
        reading = read_timeline(" ".join(flat), year)
        if len(flat) > 1:
            span = read_timeline(f"{flat[0]} - {flat[-1]}", year)
            between = [read_timeline(part, year).value for part in flat[1:-1]]
            if isinstance(span.value, Timeline) and all(
                _inside(one, span.value) for one in between
            ):
                reading = span
        if isinstance(reading.value, Unread):
            meant = f" อาจเป็น {joined(reading.suggestions)}" if reading.suggestions else ""
            self.doubt("timeline", f"{reading.problem or 'อ่านระยะเวลาไม่ออก'}{meant}")
        return reading.value

    def _doubt_references(self, reading: ReferencesReading) -> None:
        for problem in reading.problems:
            self.doubt("references", problem.problem)

    def _responsible(self, text: str) -> tuple[Responsible, ...]:
        found = [self._known(party) for party in read_parties(_parted(text), self.snapshot)]
        return tuple(dict.fromkeys(found))

    def _known(self, party: Responsible) -> Responsible:
        """The party, or the new division that it names."""
        if not isinstance(party, FreeText):
            return party
        words, _, rest = party.text.partition("(")
        name = division_name(words)
        if not name:
            self.doubt("responsible", f"“{party.text}” ไม่อยู่ในทะเบียน จะเก็บไว้เป็นข้อความ")
            return party
        if not self.register:
            self.doubt("responsible", f"“{name}” ยังไม่อยู่ในทะเบียนสำนัก/กอง จะเก็บไว้เป็นข้อความ")
            return party
        held = self.divisions.get(fold(name))
        if held is None:
            held = self.divisions[fold(name)] = Division(id=self.new_id(), name=name)
        return DivisionRef(held.id, rest.removesuffix(")").strip())


def _inside(one: object, whole: Timeline) -> bool:
    """Whether a timeline lies in another, so that it says nothing more."""
    if not isinstance(one, Timeline) or not one.start or not one.end:
        return False
    after = whole.start is not None and whole.start.first_day() <= one.start.first_day()
    return after and whole.end is not None and one.end.last_day() <= whole.end.last_day()


def choice_of(declared: Field, line: str) -> Any:
    """The choice that words name, perhaps misspelt, or None."""
    names: dict[str, Any] = {}
    for choice in declared.choices or ():
        for words in (str(choice.value), str(getattr(choice, "label", ""))):
            names[fold(words)] = choice
    words = fold(line)
    return names.get(words) or names.get(nearest(words, names, limit=0.25))


def _below(found: Sequence[tuple[int, str]]) -> Items:
    """What stands below a title, as items: flat where all is equally deep."""
    top = min(level for level, _ in found)
    items: list[Item] = []
    for level, words in found:
        if level > top and items:
            items[-1] = Item(items[-1].text, (*items[-1].items, Item(words)))
        else:
            items.append(Item(words))
    return tuple(items)
