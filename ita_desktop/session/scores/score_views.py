"""The sheet of scores as rows and cells: grouped by tool and indicator, years side by side.

Questions are numbered anew every year, so the rows are those of one year; in the other years a row
stands for the question of the same wording there, if there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.model.catalogue import Catalogue, item_codes, tool_of
from ita_desktop.model.records import CatalogueItem
from ita_desktop.model.score_names import score_name, short_name
from ita_desktop.model.score_reading import score_problem, score_words
from ita_desktop.model.scoring import (
    FULL,
    PARTS,
    TOTAL,
    Demand,
    Scores,
    indicator_code,
    part_code,
)
from ita_desktop.model.values import Tool
from ita_desktop.thai.lists import joined
from ita_desktop.thai.text import fold

LEVEL = "level"
"""The key of the row that tells the level found; it holds no score."""

OTHERS = "others"
"""The key of the row over OIT items of which no indicator is known; it holds no score."""

TOOL_NAMES: Mapping[Tool, str] = {
    Tool.IIT: "การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน",
    Tool.EIT: "การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก",
    Tool.OIT: "การเปิดเผยข้อมูลสาธารณะ",
}
PART_NAMES: Mapping[int, str] = {
    1: "เฉลี่ยจากข้อคำถาม",
    2: "หาได้จากคะแนนตัวชี้วัดและส่วนที่ 1",
}


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One row: its key, what it is called, how deep it stands, and what it may be folded under."""

    key: str
    label: str
    words: str = ""
    depth: int = 0
    above: tuple[str, ...] = ()
    """Keys of the rows it is folded under, outermost first."""
    folds: bool = False
    """Whether other rows stand below it."""
    item: CatalogueItem | None = None


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """What a year says in a row: nothing can stand there where ``code`` is empty.

    ``wanted`` is the computed score where the typed one does not agree with it.
    """

    code: str = ""
    typed: Decimal | None = None
    computed: Decimal | None = None
    wanted: Decimal | None = None
    problem: str = ""
    mark: str = ""
    """Why the score is marked (the lowest, below full), in Thai; or empty."""

    @property
    def value(self) -> Decimal | None:
        """What stands there, typed or computed."""
        return self.typed if self.typed is not None else self.computed


def score_rows(catalogue: Catalogue) -> tuple[ScoreRow, ...]:
    """Every row of a year's sheet, in order."""
    return (
        ScoreRow(TOTAL, "คะแนนภาพรวม", "0.3 IIT + 0.3 EIT + 0.4 OIT"),
        ScoreRow(LEVEL, "ระดับผลการประเมิน", "ตามคะแนน"),
        *(row for tool in Tool for row in _tool_rows(catalogue, tool)),
    )


def _tool_rows(catalogue: Catalogue, tool: Tool) -> Iterator[ScoreRow]:
    above = (tool.value,)
    inner: list[ScoreRow] = []
    if tool is Tool.EIT:
        inner += [
            ScoreRow(
                part_code(part), f"EIT ส่วนที่ {part}", f"เฉลี่ยจากส่วนที่ {part} ของทุกตัวชี้วัด", 1, above
            )
            for part in PARTS
        ]
    for indicator in catalogue.indicators_of(tool):
        inner += _indicator_rows(catalogue, indicator.number, indicator.name, tool)
    known = {row.key for row in inner}
    rest = [one for one in catalogue.items_of(tool) if one.code not in known]
    if rest:
        key = f"{OTHERS}-{tool.value}"
        words = "ข้อ OIT" if tool is Tool.OIT else f"ข้อคำถาม {tool.value}"
        inner.append(ScoreRow(key, words, "ยังไม่ระบุตัวชี้วัด", 1, above, folds=True))
        inner += [_item_row(one, (*above, key)) for one in rest]
    yield ScoreRow(tool.value, tool.value, TOOL_NAMES[tool], folds=bool(inner))
    yield from inner


def _indicator_rows(catalogue: Catalogue, number: int, name: str, tool: Tool) -> Iterator[ScoreRow]:
    key = indicator_code(number)
    above = (tool.value, key)
    items = [one for one in catalogue.questions(number) if tool_of(one.code) is tool]
    folds = bool(items) or tool is Tool.EIT
    yield ScoreRow(key, f"ตัวชี้วัดที่ {number}", name, 1, (tool.value,), folds)
    if tool is Tool.EIT:
        for part in PARTS:
            yield ScoreRow(indicator_code(number, part), f"ส่วนที่ {part}", PART_NAMES[part], 2, above)
    for one in items:
        yield _item_row(one, above)


def _item_row(item: CatalogueItem, above: tuple[str, ...]) -> ScoreRow:
    return ScoreRow(item.code, item.code, " ".join(item.words.split()), 2, above, item=item)


def code_in(row: ScoreRow, catalogue: Catalogue, own: bool) -> str:
    """The code of a row's score in the year of ``catalogue``; "" where it has none there.

    ``own`` says that the row is of that very year. A question of another year is found by its
    wording, the same code first.
    """
    if row.key == LEVEL or row.key.startswith(OTHERS):
        return ""
    if row.item is None or own:
        return row.key
    words = fold(row.item.words)
    same = catalogue.item(row.item.code)
    if same is not None and fold(same.words) == words:
        return same.code
    tool = tool_of(row.item.code)
    found = [
        one.code
        for one in catalogue.items
        if tool_of(one.code) is tool and fold(one.words) == words
    ]
    return found[0] if len(found) == 1 else ""


def year_cells(
    scores: Scores, codes: Mapping[str, str], marked: Mapping[str, str]
) -> dict[str, ScoreCell]:
    """A year's cells by the key of their row. ``codes`` are those of :func:`code_in`."""
    return {
        key: _cell(scores, code, marked.get(code, "")) if code else ScoreCell()
        for key, code in codes.items()
    }


def _cell(scores: Scores, code: str, mark: str) -> ScoreCell:
    typed = scores.typed.get(code)
    return ScoreCell(
        code,
        typed,
        scores.computed(code),
        scores.differs(code),
        score_problem(typed) if typed is not None else "",
        mark,
    )


def marks(scores: Scores) -> dict[str, str]:
    """Why a question or item stands out, by code: the lowest of its issue, or below full.

    Without issues the lowest are looked for in each indicator.
    """
    catalogue = scores.catalogue
    groups = [
        (f"ประเด็นที่ {one.number}", [code for code in item_codes(one) if _asked(code)])
        for one in catalogue.issues
    ] or [
        (f"ตัวชี้วัดที่ {one.number}", [item.code for item in catalogue.questions(one.number)])
        for one in catalogue.indicators
    ]
    found = {
        code: f"น้อยที่สุดใน{name}"
        for name, codes in groups
        for code in scores.lowest(code for code in codes if _asked(code))
    }
    for item in catalogue.items_of(Tool.OIT):
        value = scores.value(item.code)
        if value is not None and value < FULL:
            found[item.code] = "ยังไม่ได้คะแนนเต็ม"
    return found


def _asked(code: str) -> bool:
    return tool_of(code) in (Tool.IIT, Tool.EIT)


def level_words(scores: Scores) -> str:
    """The level that follows from the scores, or a dash."""
    level = scores.level()
    return level.name if level else "–"


def level_reason(scores: Scores) -> str:
    """Why the level is not the next one up: which score misses what it asks for, or is unknown."""
    if scores.value(TOTAL) is None:
        return "ยังไม่มีคะแนนภาพรวม"
    if not scores.catalogue.levels:
        return "ยังไม่มีเกณฑ์ระดับของปีนี้ในบัญชี ITA"
    missed = scores.missed()
    if missed is None:
        return "เป็นระดับสูงสุด"
    level, demands = missed
    low = [one for one in demands if one.met is False]
    if not low:
        names = joined([short_name(one.code) for one in demands])
        return f"ยังบอกไม่ได้ว่าถึงระดับ{level.name}หรือไม่ เพราะยังไม่มีคะแนน {names}"
    return f"ยังไม่ถึงระดับ{level.name} เพราะ{_spaced(_told(low))}"


def _told(low: list[Demand]) -> str:
    named = [score_name(TOTAL) if one.code == TOTAL else short_name(one.code) for one in low]
    values = [_words(one.value) for one in low]
    said = joined([f"{name} ได้ {value}" for name, value in zip(named, values, strict=True)])
    leasts = {one.least for one in low}
    return f"{said} (ต้องได้ {max(leasts):f} ขึ้นไป)" if len(leasts) == 1 else said


def _words(value: Decimal | None) -> str:
    return score_words(value) if value is not None else "–"


def _spaced(words: str) -> str:
    """Words behind a Thai one: Latin keeps a space to it."""
    return f" {words}" if words[:1].isascii() else words
