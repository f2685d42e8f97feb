"""What follows from the scores of a year: indicators, tools, the whole, the level, the lowest.

Rules (scoring of the ITA as published with the results of 2567; the parts of the EIT indicators
are inferred from the same figures): an IIT indicator is the mean of its questions; an EIT indicator
the mean of its parts 1 (who came to the office) and 2 (the public), part 1 being the mean of its
questions; a tool is the mean of its indicators; the whole is 0.3 IIT + 0.3 EIT + 0.4 OIT.
Figures have two decimals, rounded half up. How the OIT indicators follow from their items is not
published, so they are taken as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from types import MappingProxyType

from ita_desktop.model.catalogue import Catalogue, catalogue_of
from ita_desktop.model.records import Level, Score
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Tool

TOTAL = "total"
"""The code of the whole score (คะแนนภาพรวม)."""

PARTS = (1, 2)
"""ส่วนที่ 1 and ส่วนที่ 2 of the EIT."""

WEIGHTS: Mapping[Tool, Decimal] = MappingProxyType(
    {Tool.IIT: Decimal("0.3"), Tool.EIT: Decimal("0.3"), Tool.OIT: Decimal("0.4")}
)
TOLERANCE = Decimal("0.01")
"""A typed figure this near to the computed one agrees with it."""

TARGET = Decimal(85)
"""The score that an office is to reach in the whole and in every tool."""

FULL = Decimal(100)
_CENT = Decimal("0.01")


def indicator_code(number: int, part: int = 0) -> str:
    """The code of an indicator's score, or of part 1 or 2 of an EIT indicator."""
    return f"indicator-{number}.{part}" if part else f"indicator-{number}"


def part_code(part: int) -> str:
    """The code of the whole EIT part 1 or 2."""
    return f"{Tool.EIT.value}.{part}"


def rounded(value: Decimal) -> Decimal:
    """Two decimals, half up; a figure too long for that stays as it is."""
    try:
        return value.quantize(_CENT, ROUND_HALF_UP)
    except InvalidOperation:
        return value


@dataclass(frozen=True, slots=True)
class Demand:
    """A score of at least ``least`` that a level asks for; ``value`` None where it is not known."""

    code: str
    least: Decimal
    value: Decimal | None

    @property
    def met(self) -> bool | None:
        """Whether it is met; None where that cannot be told."""
        return None if self.value is None else self.value >= self.least


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a year (พ.ศ.) as typed, by code, beside the year's catalogue."""

    year: int
    typed: Mapping[str, Decimal]
    catalogue: Catalogue

    def value(self, code: str) -> Decimal | None:
        """The score as typed, else as computed, else None."""
        found = self.typed.get(code)
        return found if found is not None else self.computed(code)

    def _standing(self, code: str) -> Decimal | None:
        """The score, where it can be one: what others follow from."""
        value = self.value(code)
        return value if value is not None and 0 <= value <= FULL else None

    def computed(self, code: str) -> Decimal | None:
        """What the score must be by those it follows from; None where not all of them stand, or
        one of them cannot be a score."""
        if code[1:].isdigit():
            return None  # a question or an item follows from nothing
        if code == TOTAL:
            tools = [self._standing(tool.value) for tool in WEIGHTS]
            known = [one for one in tools if one is not None]
            if len(known) < len(tools):
                return None
            parts = zip(WEIGHTS.values(), known, strict=True)
            return rounded(sum((weight * one for weight, one in parts), Decimal(0)))
        for tool in Tool:
            if code == tool.value:
                numbers = [one.number for one in self.catalogue.indicators_of(tool)]
                return self._mean(indicator_code(number) for number in numbers)
        for part in PARTS:
            if code == part_code(part):
                numbers = [one.number for one in self.catalogue.indicators_of(Tool.EIT)]
                return self._mean(indicator_code(number, part) for number in numbers)
        for indicator in self.catalogue.indicators:
            number = indicator.number
            if code == indicator_code(number):
                return self._indicator(number, indicator.tool)
            if indicator.tool is Tool.EIT and code == indicator_code(number, 1):
                return self._questions(number)
            if indicator.tool is Tool.EIT and code == indicator_code(number, 2):
                return self._second_part(number)
        return None

    def differs(self, code: str) -> Decimal | None:
        """The computed score where the typed one does not agree with it; else None."""
        typed = self.typed.get(code)
        if typed is None:
            return None
        computed = self.computed(code)
        if computed is None or abs(computed - typed) <= TOLERANCE:
            return None
        return computed

    def lowest(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The codes of the lowest score among those that have one, in order; ties all of them.

        None where every one of them has the full score.
        """
        known = {code: value for code in codes if (value := self._standing(code)) is not None}
        least = min(known.values(), default=FULL)
        if least >= FULL:
            return ()
        return tuple(code for code, value in known.items() if value == least)

    def level(self) -> Level | None:
        """The level that follows from the scores; None where they do not suffice to tell."""
        if self.value(TOTAL) is None:
            return None
        for level in self.catalogue.levels:
            asked = [demand.met for demand in self.demands(level)]
            if False not in asked:
                return level if None not in asked else None
        return None

    def demands(self, level: Level) -> tuple[Demand, ...]:
        """What a level asks for, each with the score that stands against it.

        Parts 1 and 2 of the EIT stand for it where the level counts them and both are known.
        """
        asked = [(TOTAL, level.least)] if level.least is not None else []
        if level.least_tools is not None:
            parts = [part_code(part) for part in PARTS]
            in_parts = level.eit_parts and all(self.value(code) is not None for code in parts)
            for tool in Tool:
                codes = parts if tool is Tool.EIT and in_parts else [tool.value]
                asked += [(code, level.least_tools) for code in codes]
        return tuple(Demand(code, least, self.value(code)) for code, least in asked)

    def missed(self) -> tuple[Level, tuple[Demand, ...]] | None:
        """The level right above the one reached, and what of its demands is not met or not known.

        None where the highest level is reached, or the whole score is not known.
        """
        if self.value(TOTAL) is None:
            return None
        above: tuple[Level, tuple[Demand, ...]] | None = None
        for level in self.catalogue.levels:
            open_ones = tuple(one for one in self.demands(level) if not one.met)
            if not open_ones:
                break
            above = level, open_ones
        return above

    def _mean(self, codes: Iterable[str]) -> Decimal | None:
        values = [self._standing(code) for code in codes]
        known = [one for one in values if one is not None]
        if not known or len(known) < len(values):
            return None
        return rounded(sum(known, Decimal(0)) / len(known))

    def _questions(self, indicator: int) -> Decimal | None:
        """The mean of an indicator's questions, as typed."""
        return self._mean(one.code for one in self.catalogue.questions(indicator))

    def _indicator(self, number: int, tool: Tool) -> Decimal | None:
        if tool is Tool.IIT:
            return self._questions(number)
        if tool is Tool.OIT or indicator_code(number, 2) not in self.typed:
            return None
        first = self._standing(indicator_code(number, 1))
        second = self._standing(indicator_code(number, 2))
        if first is None or second is None:
            return None
        return rounded((first + second) / 2)

    def _second_part(self, number: int) -> Decimal | None:
        """Part 2 by the typed indicator and part 1, within what a score can be."""
        whole = self.typed.get(indicator_code(number))
        first = self._standing(indicator_code(number, 1))
        if whole is None or first is None:
            return None
        second = rounded(2 * whole - first)
        return min(max(second, Decimal(0)), FULL) if -1 <= second <= FULL + 1 else None


def scores_of(snapshot: Snapshot, year: int, catalogue: Catalogue | None = None) -> Scores:
    """The scores of a year (พ.ศ.) that the file holds; ``catalogue`` stands in for the file's."""
    typed = {
        one.code: one.value
        for one in snapshot.each(Score)
        if one.year == year and one.value is not None
    }
    return Scores(year, MappingProxyType(typed), catalogue or catalogue_of(snapshot, year))


def scores_by_year(snapshot: Snapshot) -> Mapping[int, Scores]:
    """The scores of every year (พ.ศ.) of which the file holds any, in one pass."""
    typed: dict[int, dict[str, Decimal]] = {}
    for one in snapshot.each(Score):
        if one.value is not None:
            typed.setdefault(one.year, {})[one.code] = one.value
    return {
        year: Scores(year, MappingProxyType(values), catalogue_of(snapshot, year))
        for year, values in typed.items()
    }


def score_years(snapshot: Snapshot) -> tuple[int, ...]:
    """The years (พ.ศ.) of which the file holds any score, oldest first."""
    return tuple(sorted({one.year for one in snapshot.each(Score) if one.value is not None}))
