"""How scores changed from one year to another: the whole, the tools, the indicators."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.model.score_names import score_name
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.scoring import TOTAL, Scores, indicator_code
from ita_desktop.model.values import Tool
from ita_desktop.thai.text import fold


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score in two years; None where it is not known. ``name`` is that of an indicator."""

    code: str
    before: Decimal | None
    after: Decimal | None
    name: str = ""

    @property
    def by(self) -> Decimal | None:
        """By how much it rose, negative where it fell; None where a year is not known."""
        return None if self.before is None or self.after is None else self.after - self.before


def score_change(before: Scores, after: Scores, code: str) -> ScoreChange:
    """The change of one score by its code."""
    return ScoreChange(code, before.value(code), after.value(code))


def score_changes(before: Scores, after: Scores) -> tuple[ScoreChange, ...]:
    """The changes of the whole, of each tool and of each indicator, those known in neither year
    left out.

    An indicator is compared where it has the same name in both years, or only one year names it.
    """
    found = [score_change(before, after, code) for code in (TOTAL, *(one.value for one in Tool))]
    for indicator in after.catalogue.indicators:
        code = indicator_code(indicator.number)
        old = before.catalogue.indicator(indicator.number)
        same = old is None or fold(old.name) == fold(indicator.name)
        first = before.value(code) if same else None
        found.append(ScoreChange(code, first, after.value(code), indicator.name))
    return tuple(one for one in found if one.before is not None or one.after is not None)


def change_words(change: ScoreChange, since: str = "ปีที่ผ่านมา") -> str:
    """``คะแนนภาพรวมเพิ่มขึ้นจากปีที่ผ่านมา 9.56 คะแนน``, in Arabic digits; empty where not known.

    ``since`` names the year before; where it is empty, a sentence around has named it.
    """
    by = change.by
    if by is None:
        return ""
    name = score_name(change.code)
    if name[-1].isascii():
        name += " "
    if not by:
        return f"{name}เท่ากับ{since}" if since else f"{name}เท่าเดิม"
    way = "เพิ่มขึ้น" if by > 0 else "ลดลง"
    past = f"จาก{since}" if since else ""
    return f"{name}{way}{past} {score_words(abs(by))} คะแนน"
