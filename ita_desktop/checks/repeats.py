"""Results that say again, word for word, what is said elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ita_desktop.checks.noting import noted
from ita_desktop.checks.same import Same
from ita_desktop.model.findings import Finding, Severity, Spot
from ita_desktop.model.records import Measure, RoundReport
from ita_desktop.model.repairs import item_texts
from ita_desktop.thai.digits import to_arabic

_LONG = 60
"""Characters from which the same words in two measures are hardly meant."""

_TOLD = ("results", "outcomes")
_PLAN = (("sub_measures", "มาตรการย่อย"), ("steps", "ขั้นตอน"), ("guideline", "แนวทางการปฏิบัติ"))


def repeats_measure(record: Measure | RoundReport, measure: Measure) -> Iterator[Finding]:
    """Results that are the measure's name, or nothing but what the plan says of it."""
    results = list(item_texts(record.results))
    if not results:
        return
    said = [_plain(text) for text in results]
    title = _plain(measure.name)
    if title and title in said:
        yield _repeats(record, results[said.index(title)], "ชื่อมาตรการ")
        return
    for field, label in _PLAN:
        planned = {_plain(text) for text in item_texts(getattr(measure, field))}
        if planned.issuperset(said):
            yield _repeats(record, results[0], label)
            return


def same_results(measures: Sequence[Measure]) -> tuple[Finding, ...]:
    """Long results and outcomes that stand in a measure before, word for word: a note; where all
    of them do, a doubt."""
    first: dict[tuple[str, str], int] = {}
    found: list[Finding] = []
    for place, measure in enumerate(measures, 1):
        for field, texts in _long_texts(Same(measure)):
            before = {text: first.setdefault((field, said), place) for text, said in texts}
            again = {text: at for text, at in before.items() if at != place}
            if again:
                whole = len(again) == len(before) and _all_long(measure, field)
                found += _again(measure, field, again, whole=whole)
    return tuple(found)


@lru_cache(maxsize=4096)
def _long_texts(same: Same[Measure]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The long texts of a measure's results and outcomes by field, as typed and for comparing."""
    held = [
        (
            field,
            tuple(
                (text, _plain(text))
                for text in item_texts(getattr(same.record, field))
                if len(text) >= _LONG
            ),
        )
        for field in _TOLD
    ]
    return tuple(one for one in held if one[1])


def _plain(text: str) -> str:
    """A text for comparing: the kind of digits and runs of spaces do not count."""
    return to_arabic(" ".join(text.split()))


def _all_long(measure: Measure, field: str) -> bool:
    return len(getattr(measure, field)) <= sum(
        len(text) >= _LONG for text in item_texts(getattr(measure, field))
    )


def _again(
    measure: Measure, field: str, again: dict[str, int], *, whole: bool
) -> Iterator[Finding]:
    label = {"results": "ผลการดำเนินการ", "outcomes": "ผลลัพธ์"}[field]
    text, place = next(iter(again.items()))
    told = f"{label}ทั้งหมด" if whole else f"{label} “{_start(text)}”"
    yield noted(
        Severity.LOOK_AT if whole and field == "results" else Severity.NOTE,
        "same-result",
        f"{told} เหมือนกับของมาตรการที่ {place} ทุกคำ",
        "เขียนผลของมาตรการนี้เอง ถ้าเป็นเรื่องเดียวกันจริง ไม่ต้องแก้",
        measure.id,
        field,
        spot=Spot.whole(text),
    )


def _repeats(record: Measure | RoundReport, text: str, label: str) -> Finding:
    return noted(
        Severity.LOOK_AT,
        "result-repeats-measure",
        f"ผลการดำเนินการซ้ำกับ{label}ทุกคำ",
        "เขียนว่าทำอะไรไปแล้ว เมื่อใด ได้ผลอย่างไร",
        record.id,
        "results",
        spot=Spot.whole(text),
    )


def _start(text: str, limit: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rstrip('เแโใไ')}…"
