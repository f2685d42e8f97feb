"""Mistakes sown into clean records of the sample office, one at a time, each with its rule."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ita_desktop.model.fields import Kind, fields_of
from ita_desktop.model.records import Measure
from ita_desktop.model.values import Item, Items, plain_items
from ita_desktop.thai.months import MONTHS

Change = Callable[[str], str]


@dataclass(frozen=True)
class Sown:
    """A measure with one mistake, and the rule that has to find it."""

    rule: str
    measure: Measure


def _swap(right: str, wrong: str) -> Change:
    return lambda text: text.replace(right, wrong, 1)


def _pattern(pattern: str, words: str | Callable[[re.Match[str]], str]) -> Change:
    return lambda text: re.sub(pattern, words, text, count=1)


IN_TEXT: tuple[tuple[str, Change], ...] = (
    *(
        ("misspelling", _swap(right, wrong))
        for right, wrong in (
            ("มาตรฐาน", "มาตราฐาน"),
            ("ปฏิบัติ", "ปฎิบัติ"),
            ("บุคลากร", "บุคคลากร"),
            ("เว็บไซต์", "เว็บไซด์"),
            ("ประชาสัมพันธ์", "ประชาสัมพันธุ์"),
            ("อนุญาต", "อนุญาติ"),
            ("พัสดุ", "พัศดุ"),
            ("สาธารณสุข", "สาธารณะสุข"),
            ("จำนวน", "จำนวณ"),
            ("รับผิดชอบ", "รับผิดขอบ"),
        )
    ),
    *(
        ("misspelt-name", _swap(f"ตำบล{right}", f"ตำบล{wrong}"))
        for right, wrong in (
            ("ศรีสำราญ", "ศรีสำราณ"),
            ("ศรีสำราญ", "ศรีสำรญ"),
            ("ศรีสำราญ", "ศีรสำราญ"),
            ("ศรีสำราญ", "สีสำราญ"),
        )
    ),
    *(
        ("other-agency-kind", _pattern(right, wrong))
        for right, wrong in (
            ("พนักงานเทศบาล", "พนักงานส่วนตำบล"),
            ("เทศบัญญัติ", "ข้อบัญญัติ"),
            (r"(?<!สำนัก)ปลัดเทศบาล", "ปลัด อบต."),
            ("สำนักปลัดเทศบาล", "สำนักปลัด อบต."),
            ("สภาเทศบาล", "สภาองค์การบริหารส่วนตำบล"),
            (r"นายกเทศมนตรี(?!ตำบล)", "นายก อบต."),
        )
    ),
    ("own-kind", _pattern(r"(?<!ปลัด)(?<!นายก)เทศบาลตำบลศรีสำราญ", "องค์การบริหารส่วนตำบลศรีสำราญ")),
    ("other-year", _swap("ปีงบประมาณ พ.ศ. ๒๕๖๙", "ปีงบประมาณ พ.ศ. ๒๕๕๙")),
    ("other-year", _swap("ปีงบประมาณ พ.ศ. ๒๕๖๙", "ปีงบประมาณ พ.ศ. ๒๕๙๖")),
    ("era-missing", _swap("ปีงบประมาณ พ.ศ. ", "ปีงบประมาณ ")),
    ("impossible-day", _pattern(r"[๐-๙]{1,2} (พฤศจิกายน|เมษายน|มิถุนายน|กันยายน)", r"๓๑ \1")),
    ("impossible-day", _pattern(r"[๐-๙]{1,2} กุมภาพันธ์ ๒๕๖๙", "๒๙ กุมภาพันธ์ ๒๕๖๙")),
    ("impossible-day", _pattern(r"วันที่ [๐-๙]{1,2} (?=\S+คม )", "วันที่ ๓๙ ")),
    (
        "spread-letters",
        _pattern("|".join(MONTHS), lambda found: " ".join(re.findall("[ก-ฮเ-ไา][ัิ-ฺ็-๎]*", found[0]))),
    ),
    ("sign-in-word", _swap("ประชาชน", "ประชา|ชน")),
)
"""Rules with what turns a clean text into one that they must find."""

DATES = _pattern(r"(เมื่อวันที่ [๐-๙]{1,2} \S+) ๒๕๖[๘๙]", r"\1 ๒๕๖๗")
COUNTS = _pattern(r"(?<![๐-๙])๔ (?=ไตรมาส ได้แก่)", "๓ ")


def sown(measure: Measure) -> Iterator[Sown]:
    """The measure with every mistake that fits it, one at a time."""
    for rule, change in IN_TEXT:
        for wrong in _changed(measure, change):
            yield Sown(rule, wrong)
    for wrong in _changed(measure, DATES, "results"):
        yield Sown("result-outside-year", wrong)
    for wrong in _changed(measure, COUNTS):
        yield Sown("announced-count", wrong)
    yield Sown("survey-question", _with(measure, title=f"{measure.title} มากน้อยเพียงใด"))
    yield Sown("result-repeats-measure", _with(measure, results=plain_items(measure.title)))
    yield Sown("outcome-only-rounds", _with(measure, outcomes=plain_items("รายงานรอบ ๖ เดือน")))
    texts = [one.text for one in measure.steps]
    if len(texts) >= 3:
        lead = f"ขั้นตอนมี {len(texts) + 1} ขั้นตอน ได้แก่"
        announced = plain_items(lead, *texts)
        yield Sown("announced-count", _with(measure, steps=announced))
        gap = " ".join(f"{place}. {text}" for place, text in zip("๑๒๔", texts, strict=False))
        yield Sown("numbering-gap", _with(measure, guideline=plain_items(gap)))


def _with(measure: Measure, **values: object) -> Measure:
    return dataclasses.replace(measure, **values)  # type: ignore[arg-type]


def _changed(measure: Measure, change: Change, only: str = "") -> Iterator[Measure]:
    """The measure with the change in the first text of each field where it changes anything."""
    for field in fields_of(Measure):
        value = getattr(measure, field.name)
        if only and field.name != only:
            continue
        if field.kind is Kind.LONG_TEXT:
            after: object = change(value)
        elif field.kind is Kind.ITEMS:
            after = _first_changed(value, change)
        else:
            continue
        if after != value:
            yield _with(measure, **{field.name: after})


def _first_changed(items: Items, change: Change) -> Items:
    for place, item in enumerate(items):
        text = change(item.text)
        after = Item(text, item.items)
        if text == item.text:
            after = Item(text, _first_changed(item.items, change))
        if after != item:
            return (*items[:place], after, *items[place + 1 :])
    return items
