"""A record as a key of what was found in it: checks remember it until the record changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Same(Generic[T]):
    """A record that equals only itself: quicker to look up than by all that it holds."""

    record: T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.record is self.record

    def __hash__(self) -> int:
        return id(self.record)
