"""Codes of questions and items carried to another year: by their words, as the numbers change."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from ita_desktop.model.catalogue import Catalogue, tool_of
from ita_desktop.model.references import Reference, ReferenceKind, UnreadReference, format_reference
from ita_desktop.thai.text import fold


@dataclass(slots=True)
class Codes:
    """Carries references from one year's catalogue to another's; ``left`` counts those it cannot.

    Such a reference keeps its old year, by which it can still be read.
    """

    before: Catalogue
    after: Catalogue
    left: int = 0

    def moved(
        self, references: tuple[Reference | UnreadReference, ...]
    ) -> tuple[Reference | UnreadReference, ...]:
        """The references in the codes of the other year, in their order, each once."""
        return tuple(dict.fromkeys(self._moved(one) for one in references))

    def _moved(self, one: Reference | UnreadReference) -> Reference | UnreadReference:
        if isinstance(one, UnreadReference) or one.year not in (None, self.before.year):
            return one
        fresh = self._same(one)
        self.left += fresh is None
        return fresh or one

    def _same(self, one: Reference) -> Reference | None:
        """The reference to the same question, item or indicator in the other year."""
        if one.kind is ReferenceKind.SUBINDICATOR:
            return dataclasses.replace(one, year=self.after.year)
        if one.kind is ReferenceKind.INDICATOR:
            numbers = [
                str(new.number)
                for old in self.before.indicators
                if str(old.number) == one.number
                for new in self.after.indicators
                if fold(new.name) == fold(old.name)
            ]
            return Reference(one.kind, numbers[0], self.after.year) if numbers else None
        code = format_reference(one)
        item, tool = self.before.item(code), tool_of(code)
        if item is None or tool is None:
            return None
        alike = [
            other.code
            for other in self.after.items_of(tool)
            if fold(other.words) == fold(item.words)
        ]
        if not alike:
            return None
        # Two questions of one wording differ by what stands around them: the same number then.
        found = code if code in alike else alike[0]
        return Reference(one.kind, found[1:], self.after.year)
