"""How well the checker does: what it catches, misses and says without cause, by kind of mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from ita_desktop.model.findings import Finding
from tests.checks.supervisor.cases import RULES, Case, cases, caught, new_findings, said_of
from tests.checks.supervisor.damage import damaged
from tests.checks.supervisor.offices import OFFICES
from tests.checks.supervisor.slips import pairs

UNAIMED = frozenset({"word-letter"})
"""Kinds counted apart: no rule is meant to know every word."""


@dataclass
class Tally:
    """One kind of mistake: how many were made, how many caught, and what was not right."""

    made: int = 0
    caught: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    """Words and rule of findings without a cause: beside the mistake, or of a right text."""
    said: int = 0
    """All findings."""

    def note(
        self, words: str, found: bool, findings: Iterable[Finding], fit: frozenset[str]
    ) -> None:
        """One mistake, whether it was caught, and what else was said."""
        self.made += 1
        self.caught += found
        if not found:
            self.missed.append(words)
        for one in findings:
            self.said += 1
            if one.code not in fit:
                self.false.append(f"{words}: {one.code}: {one.problem}")


@dataclass(frozen=True)
class Quality:
    """The tallies of one round, by kind."""

    kinds: dict[str, Tally]

    def aimed(self) -> list[Tally]:
        return [tally for kind, tally in self.kinds.items() if kind not in UNAIMED]

    @property
    def recall(self) -> float:
        """The share of mistakes caught, but for kinds that no rule aims at."""
        return sum(one.caught for one in self.aimed()) / max(
            1, sum(one.made for one in self.aimed())
        )

    @property
    def precision(self) -> float:
        """The share of findings that have a cause."""
        said = sum(one.said for one in self.kinds.values())
        return 1 - sum(len(one.false) for one in self.kinds.values()) / max(1, said)


@cache
def sentences() -> Quality:
    """The sentences of ``wrong.tsv`` and ``clean.tsv``."""
    told: dict[str, Tally] = {}
    for case in cases("wrong.tsv"):
        _wrong(told, case)
    for case in cases("clean.tsv"):
        _right(told, f"clean: {case.kind}", case)
    return Quality(told)


def slips(seed: int, of_each: int) -> Quality:
    """Slips of the hand in every office, each beside the right sentence."""
    told: dict[str, Tally] = {}
    for key in OFFICES:
        for pair in pairs(key, seed, of_each):
            _wrong(told, pair.wrong)
            _right(told, pair.wrong.kind, pair.right)
    return Quality(told)


def records(seed: int, of_each: int) -> Quality:
    """Whole records made wrong in every office."""
    told: dict[str, Tally] = {}
    for key in OFFICES:
        for one in damaged(key, seed, of_each):
            findings = new_findings(key, one.snapshot)
            found = any(each.code in one.rules for each in findings)
            tally = told.setdefault(one.kind, Tally())
            tally.note(f"{key} {one.kind}", found, findings, one.rules | one.also)
    return Quality(told)


def lines(quality: Quality) -> Iterator[str]:
    """A table: kind, mistakes made and caught, findings without a cause."""
    yield f"{'kind':<18} {'made':>5} {'caught':>7} {'missed':>7} {'false':>6}"
    for kind, one in quality.kinds.items():
        made = f"{one.made:>5} {one.caught:>7} {one.made - one.caught:>7}"
        yield f"{kind:<18} {made} {len(one.false):>6}"
    yield f"recall {quality.recall:.3f}, precision {quality.precision:.3f}"


def _wrong(told: dict[str, Tally], case: Case) -> None:
    findings = said_of(case)
    tally = told.setdefault(case.kind, Tally())
    tally.note(case.words, caught(case.kind, findings), findings, RULES[case.kind])


def _right(told: dict[str, Tally], kind: str, case: Case) -> None:
    tally = told.setdefault(kind, Tally())
    for one in said_of(case):
        tally.said += 1
        tally.false.append(f"{case.words}: {one.code}: {one.problem}")
