"""A record as a key of what was found in it: checks remember it until the record changes; and its
texts, which many of them read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from ita_desktop.model.records import Record
from ita_desktop.model.repairs import passages

T = TypeVar("T")


@dataclass(frozen=True)
class Same(Generic[T]):
    """A record that equals only itself: quicker to look up than by all that it holds."""

    record: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.record is self.record

    def __hash__(self) -> int:
        return id(self.record)


@lru_cache(maxsize=4096)
def passages_of(same: Same[Record]) -> tuple[tuple[str, str], ...]:
    """Every text that is typed into a record, each with its field, listed once for all checks."""
    return tuple(passages(same.record))
