"""What was measured before: kept for the next document, forgotten after two."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Memory:
    """Remembers values by key as long as every document, or every other one, asks for them."""

    def __init__(self) -> None:
        self._now: dict[Hashable, object] = {}
        self._before: dict[Hashable, object] = {}

    def turn(self, *, finished: bool) -> None:
        """A document is done: forget what neither it nor the one before it asked for.

        After an unfinished document nothing is forgotten.
        """
        self._before = self._now if finished else {**self._before, **self._now}
        self._now = {}

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value remembered under a key, made if there is none."""
        known = self._now.get(key)
        if known is None:
            known = self._before.get(key)
            if known is None:
                known = make()
            self._now[key] = known
        return cast(T, known)
