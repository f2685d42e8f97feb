"""Slips of the hand in sentences, by a seed: each right sentence with the one made wrong of it.

No slip knows what the checker looks for: letters, days, years and counts are changed at random.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import AgencyKind
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.months import MONTHS
from tests.checks.supervisor.cases import Case
from tests.checks.supervisor.offices import office

_CONSONANTS = "กขคงจชซดตถทธนบปผพฟมยรลวสหอ"
_MARKS = "ัิีึืุู็่้๊๋์"

Slip = Callable[[str, Random], str]


@dataclass(frozen=True)
class Pair:
    """A right sentence, and the same with one mistake of the kind of ``wrong``."""

    right: Case
    wrong: Case


def pairs(key: str, seed: int, of_each: int) -> Iterator[Pair]:
    """``of_each`` slips of every kind in sentences of that office."""
    chance = Random(f"{key} {seed}")
    snapshot = office(key)
    values = _values(snapshot)
    for kind, contexts, name, slip in _KINDS:
        for _ in range(of_each):
            field, context = chance.choice(contexts)
            right = values[name] if name in values else chance.choice(_WORDS)
            wrong = right
            while wrong == right:
                wrong = slip(right, chance)
            told = [context.format(**{**values, "x": one}) for one in (right, wrong)]
            yield Pair(Case(kind, key, field, told[0]), Case(kind, key, field, told[1]))


def letter_slip(word: str, chance: Random) -> str:
    """Two letters swapped, one lost, doubled or another, or a mark lost; the first letter stays."""
    at = chance.randrange(1, len(word))
    how = chance.choice(("swap", "lose", "double", "other", "mark"))
    if how == "swap" and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if how == "lose":
        return word[:at] + word[at + 1 :]
    if how == "double":
        return word[:at] + word[at] + word[at:]
    if how == "other" and word[at] in _CONSONANTS:
        return word[:at] + chance.choice(_CONSONANTS) + word[at + 1 :]
    marks = [place for place, char in enumerate(word) if char in _MARKS]
    if not marks:
        return word
    lost = chance.choice(marks)
    return word[:lost] + word[lost + 1 :]


def _spread(word: str, chance: Random) -> str:
    return " ".join(re.findall("[ก-ฮเ-ไาำะๆ][ัิ-ฺ็-๎]*", word))


def _latin(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice("oaunws|_") + word[at:]


def _year(words: str, chance: Random) -> str:
    year = int(words)
    away = chance.choice((-10, -7, -6, -5, -4, 4, 6, 10, 30, 100))
    return to_thai(str(year + away))


def _day(words: str, chance: Random) -> str:
    """``๑๒ มกราคม`` on a day that the month does not have."""
    month = chance.randrange(9)  # of the same fiscal year
    most = (31, 28, 31, 30, 31, 30, 31, 31, 30)[month]
    return f"{to_thai(str(chance.randrange(most + (2 if month == 1 else 1), 60)))} {MONTHS[month]}"


def _earlier(words: str, chance: Random) -> str:
    return to_thai(str(int(words) - chance.randrange(1, 4)))


def _month(words: str, chance: Random) -> str:
    return letter_slip(words, chance)


def _count(words: str, chance: Random) -> str:
    return to_thai(str(chance.choice([one for one in range(2, 9) if one != int(words)])))


_OF_TOWNS = ("พนักงานเทศบาล", "ปลัดเทศบาล", "เทศบัญญัติ", "สภาเทศบาล", "นายกเทศมนตรี")
_OF_SAOS = (
    "พนักงานส่วนตำบล",
    "ปลัดองค์การบริหารส่วนตำบล",
    "ข้อบัญญัติ",
    "สภาองค์การบริหารส่วนตำบล",
    "นายกองค์การบริหารส่วนตำบล",
)


def _others_words(words: str, chance: Random) -> str:
    if words in _OF_TOWNS:
        return _OF_SAOS[_OF_TOWNS.index(words)]
    return _OF_TOWNS[_OF_SAOS.index(words)]


def _lost_era(words: str, chance: Random) -> str:
    return words.replace("พ.ศ. ", "")


def _lost_number(words: str, chance: Random) -> str:
    parts = words.split(" ")
    parts[2 * chance.randrange(1, 3)] = to_thai(str(chance.randrange(5, 9))) + "."
    return " ".join(parts)


def _values(snapshot: Snapshot) -> dict[str, str]:
    seat, year = snapshot.office, snapshot.years[0]
    staff = _OF_SAOS if seat.kind is AgencyKind.SAO else _OF_TOWNS
    this, last = to_thai(str(year.action_year)), to_thai(str(year.action_year - 1))
    return {
        "name": seat.name,
        "kind": seat.kind.label,
        "district": seat.district,
        "province": seat.province,
        "this": this,
        "date": f"๑๒ มกราคม {this}",
        "day": "๑๒ มกราคม",
        "month": "มกราคม",
        "fiscal": f"พ.ศ. {this}",
        "three": "๓",
        "last": last,
        "numbers": "๑. วางแผน ๒. ติดตาม ๓. รายงาน",
        **{f"staff{at}": words for at, words in enumerate(staff)},
    }


_WORDS = (
    "ประชาสัมพันธ์ โครงการ ประชาชน ดำเนินการ เจ้าหน้าที่ งบประมาณ มาตรการ ตรวจสอบ หน่วยงาน "
    "คุณธรรม ความโปร่งใส ประเมินผล บุคลากร ผู้รับบริการ จัดซื้อจัดจ้าง ทรัพย์สิน ร้องเรียน"
).split()

_NAMES = (
    ("results", "{kind}{x}ได้จัดประชุมชี้แจงแล้ว"),
    ("results", "แจ้งให้ประชาชนในเขต{kind}{x}ทราบ"),
    ("steps", "ลงข่าวในเว็บไซต์ของ{kind}{x} ทุกเดือน"),
    ("outcomes", "ผู้รับบริการของ{kind}{x}พึงพอใจมากขึ้น"),
    ("wording:preface.body", "{kind}{x} จึงได้จัดทำรายงานฉบับนี้ขึ้น"),
    ("wording:cover.agency", "{kind}{x}\\nอำเภอ{district} จังหวัด{province}"),
    ("wording:report.introduction", "ผลการดำเนินการของ{kind}{x} มีดังนี้"),
)
_DISTRICTS = (
    ("wording:cover.agency", "{kind}{name}\\nอำเภอ{x} จังหวัด{province}"),
    ("wording:preface.body", "{kind}{name} อำเภอ{x} จังหวัด{province} จัดทำรายงานฉบับนี้"),
    ("results", "ส่งรายงานให้อำเภอ{x}ทราบแล้ว"),
)
_PROVINCES = (
    ("wording:cover.agency", "{kind}{name}\\nอำเภอ{district} จังหวัด{x}"),
    ("wording:plan.introduction", "{kind}{name} อำเภอ{district} จังหวัด{x} ได้วิเคราะห์ผลแล้ว"),
)
_FREE = (
    ("results", "ประชุมเรื่อง {x} เสร็จเรียบร้อยแล้ว"),
    ("steps", "ชี้แจง{x}ให้ทราบทั่วกัน"),
    ("outcomes", "{x} ดีขึ้นกว่าเดิม"),
    ("analysis.advice", "ทุกกองช่วยกันปรับปรุง{x}"),
)
_STAFF = (
    ("results", "ประชุมร่วมกับ{x}แล้ว"),
    ("steps", "เสนอ{x}เพื่อทราบ"),
    ("recommendations", "แจ้ง{x}ให้ทราบผล"),
)
_LAW = (("results", "จัดทำ{x}งบประมาณรายจ่ายแล้ว"), ("steps", "เผยแพร่{x}ในเว็บไซต์"))
_YEARS = (
    ("wording:preface.body", "รายงานประจำปีงบประมาณ พ.ศ. {x} ฉบับนี้"),
    ("wording:report.introduction", "ผลการดำเนินการประจำปีงบประมาณ พ.ศ. {x} มีดังนี้"),
    ("wording:plan.title", "มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. {x}"),
    ("results", "ประกาศแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. {x} แล้ว"),
)
_DATES = (
    ("results", "จัดอบรมเมื่อวันที่ {x} {this}"),
    ("results", "ประกาศใช้คู่มือ ณ วันที่ {x} {this} และปิดประกาศ"),
)
_KINDS: tuple[tuple[str, tuple[tuple[str, str], ...], str, Slip], ...] = (
    ("agency-name", _NAMES, "name", letter_slip),
    ("place-name", _DISTRICTS, "district", letter_slip),
    ("place-name", _PROVINCES, "province", letter_slip),
    *(("other-kind", _STAFF, f"staff{at}", _others_words) for at in (0, 1, 3, 4)),
    ("other-kind", _LAW, "staff2", _others_words),
    ("wrong-year", _YEARS, "this", _year),
    ("era-missing", (("results", "จัดทำแผนปีงบประมาณ {x}"),), "fiscal", _lost_era),
    ("impossible-date", _DATES, "day", _day),
    (
        "impossible-date",
        (("results", "อบรมเมื่อวันที่ ๑๒ {x} {this}"), ("results", "แล้วเสร็จในเดือน{x} {this}")),
        "month",
        _month,
    ),
    (
        "result-before",
        (
            ("results", "จัดอบรมเมื่อวันที่ ๑๔ กุมภาพันธ์ {x}"),
            ("results", "ตรวจนับพัสดุ เมื่อเดือนพฤษภาคม {x}"),
        ),
        "this",
        _earlier,
    ),
    ("spread", _FREE, "", _spread),
    ("sign", _FREE, "", _latin),
    ("word-letter", _FREE, "", letter_slip),
    (
        "count",
        (
            ("steps", "มี {x} ขั้นตอน ได้แก่ ๑. วางแผน ๒. ติดตาม ๓. รายงาน"),
            ("steps", "ดำเนินการ {x} ด้าน ดังนี้ ¶> ด้านคน ¶> ด้านงาน ¶> ด้านเงิน"),
            ("results", "เผยแพร่ {x} เรื่อง ดังนี้ ¶> แผน ¶> ผล ¶> งบประมาณ"),
        ),
        "three",
        _count,
    ),
    ("numbering", (("steps", "{x}"), ("guideline", "{x}")), "numbers", _lost_number),
)
