"""Results that say again, word for word, what is said elsewhere."""

from __future__ import annotations

import re
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
_SAYS = (("results", "ผลการดำเนินการ"), ("outputs", "ผลผลิต"), ("outcomes", "ผลลัพธ์"))
_DOING = re.compile(r"(?:ได้|จัด(?=ให้))?(?:ดำเนินการ|ให้|มี)*(?:การ)?(?=[ก-ฮเ-ไ])")
_PLAN = (("sub_measures", "มาตรการย่อย"), ("steps", "ขั้นตอน"), ("guideline", "แนวทางการปฏิบัติ"))


def repeats_measure(record: Measure | RoundReport, measure: Measure) -> Iterator[Finding]:
    """Results, outputs or outcomes that are the measure's name, with or without มีการ before it,
    or results that are nothing but what the plan says of it."""
    title = _act(measure.name)
    for field, label in _SAYS:
        texts = list(item_texts(getattr(record, field)))
        if not title or (field != "results" and len(texts) > 1):
            continue
        same = next((text for text in texts if _says_act(text, title)), None)
        if same is None:
            continue
        yield _repeats(record, field, same, f"{label}ซ้ำกับชื่อมาตรการทุกคำ")
        if field == "results":
            return
    results = [_plain(text) for text in item_texts(record.results)]
    for field, label in _PLAN if results else ():
        planned = {_plain(text) for text in item_texts(getattr(measure, field))}
        if planned.issuperset(results):
            first = next(iter(item_texts(record.results)))
            yield _repeats(record, "results", first, f"ผลการดำเนินการซ้ำกับ{label}ทุกคำ")
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


def _act(text: str) -> str:
    """What is done, without spaces and the words that only say that it is done or shall be."""
    return _DOING.sub("", _plain(text).replace(" ", ""), count=1)


def _says_act(text: str, act: str) -> bool:
    """Whether a text says an act and no more; how long it is and how it ends tells that quickly."""
    if len(text) < len(act) or to_arabic(text.rstrip()[-1:]) != act[-1]:
        return False
    return _act(text) == act


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


def _repeats(record: Measure | RoundReport, field: str, text: str, problem: str) -> Finding:
    return noted(
        Severity.LOOK_AT,
        "result-repeats-measure",
        problem,
        "เขียนว่าทำอะไรไปแล้ว เมื่อใด ได้ผลอย่างไร",
        record.id,
        field,
        spot=Spot.whole(text),
    )


def _start(text: str, limit: int = 40) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rstrip('เแโใไ')}…"
