"""Made-up offices, whole and without a mistake: what a supervisor's eye is measured on.

Offices and measures stand in ``*.toml`` beside this; nothing there is taken from the checks.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from ita_desktop.model.records import (
    CatalogueItem,
    Division,
    DocumentSetup,
    Issue,
    IssueAnalysis,
    Measure,
    Office,
    Person,
    Position,
    Record,
    Score,
    ScoreYear,
    YearWork,
)
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.model.values import (
    AgencyKind,
    DivisionRef,
    Items,
    Monitoring,
    Opinion,
    Signer,
    Status,
    Urgency,
    plain_items,
)
from ita_desktop.storage.catalogue import catalogue_for
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.timeline_reading import read_timeline

FOLDER = Path(__file__).parent
OFFICES = ("T", "S", "B", "N", "C")
"""Two townlets, two sub-district organisations and a town."""

_LISTS = ("guideline", "steps", "results", "outputs", "outcomes", "recommendations")
_EIT = (6, 7, 8)


@cache
def office(key: str) -> Snapshot:
    """The office of that key, with a whole year's work."""
    told = _read("offices.toml")[key]
    kind = AgencyKind(told["kind"])
    year = YearWork.of(told["action_year"])
    names = {name: told[name] for name in ("name", "district", "province", "telephone")}
    seat = Office(kind=kind, **names)
    divisions = [
        Division(id=f"division-{at}", rank=f"r{at}", name=name)
        for at, name in enumerate(told["divisions"])
    ]
    records: list[Record] = [seat, year, *catalogue_for([year]), *divisions]
    people = _people(told["people"], seat, kind)
    records += [one for pair in people for one in pair]
    words = _words(seat, kind, year)
    pool = _read("measures.toml")["measure"]
    titles = {
        one.number: one.title
        for one in records
        if isinstance(one, Issue) and one.year == year.score_year
    }
    records += [
        _measure(at, pool[chosen], words, year, divisions[at % len(divisions)], titles)
        for at, chosen in enumerate(told["measures"])
    ]
    records += _papers(
        year, divisions[0], [Signer(person.id, place.id) for place, person in people]
    )
    records += _scores(year.score_year, records)
    records += [
        IssueAnalysis(
            **_key(IssueAnalysis.of(year.id, number)),
            urgency=Urgency.DEVELOP,
            finding="ผู้ตอบบางส่วนยังไม่ทราบขั้นตอนของเรื่องนี้",
            advice="ชี้แจงขั้นตอนให้ทราบทั่วกัน และติดตามผลทุกไตรมาส",
        )
        for number in titles
    ]
    return snapshot_of(records)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _key(analysis: IssueAnalysis) -> dict[str, Any]:
    return {"id": analysis.id, "year_id": analysis.year_id, "issue": analysis.issue}


def _people(told: list[str], seat: Office, kind: AgencyKind) -> list[tuple[Position, Person]]:
    """The executive, the clerk (ปลัด) and an officer."""
    clerk = "ปลัด" + (seat.full_name if kind is AgencyKind.SAO else kind.label[:7] + _tail(seat))
    made = []
    for at, (title, who) in enumerate(
        zip((seat.executive, clerk, "นักวิเคราะห์นโยบายและแผนชำนาญการ"), told, strict=True)
    ):
        place = Position(id=f"position-{at}", rank=f"r{at}", title=title)
        prefix, first, last = who.split("|")
        person = Person(
            id=f"person-{at}", prefix=prefix, first_name=first, last_name=last, position_id=place.id
        )
        made.append((place, person))
    return made


def _tail(seat: Office) -> str:
    """``ตำบลศรีสุข``, ``เมืองศรีสุข``."""
    return seat.kind.label.removeprefix("เทศบาล") + seat.name


def _words(seat: Office, kind: AgencyKind, year: YearWork) -> dict[str, str]:
    of_sao = kind is AgencyKind.SAO
    return {
        "agency": seat.full_name,
        "head": seat.executive,
        "clerk": "ปลัดองค์การบริหารส่วนตำบล" if of_sao else "ปลัดเทศบาล",
        "staff": "พนักงานส่วนตำบล" if of_sao else "พนักงานเทศบาล",
        "law": "ข้อบัญญัติ" if of_sao else "เทศบัญญัติ",
        "council": "สภาองค์การบริหารส่วนตำบล" if of_sao else "สภาเทศบาล",
        "y": to_thai(str(year.action_year)),
        "p": to_thai(str(year.action_year - 1)),
    }


def _measure(
    at: int,
    told: dict[str, Any],
    words: dict[str, str],
    year: YearWork,
    division: Division,
    titles: dict[int, str],
) -> Measure:
    timeline = read_timeline(told["timeline"].format(**words), year.action_year).value
    lists: dict[str, Items] = {
        name: plain_items(*(text.format(**words) for text in told.get(name, ()))) for name in _LISTS
    }
    return Measure(
        id=f"measure-{at}",
        year_id=year.id,
        rank=f"r{at}",
        title=told["title"].format(**words),
        issue=titles.get(told["issue"], ""),
        timeline=timeline,
        responsible=(DivisionRef(division.id),),
        monitoring=Monitoring((6, 12)),
        status=Status.DONE,
        **lists,  # type: ignore[arg-type]
    )


def _papers(year: YearWork, division: Division, signers: list[Signer]) -> list[Record]:
    head, clerk, officer = signers
    before = date(year.action_year - 543 - 1, 10, 1)
    told: dict[str, dict[str, Any]] = {
        "memo": {
            "division_id": division.id,
            "signers": (officer,),
            "opinions": (Opinion(clerk), Opinion(head)),
            "dated": before,
        },
        "announcement-measures": {"signers": (head,), "dated": before},
        "announcement-intent": {"signers": (head,), "dated": before},
        "preface": {"dated": before},
        "report": {"signers": (officer, clerk, head)},
        "report-memo": {
            "division_id": division.id,
            "signers": (officer,),
            "opinions": (Opinion(clerk), Opinion(head)),
            "dated": date(year.action_year - 543, 10, 12),
        },
    }
    return [
        DocumentSetup(id=made.id, year_id=year.id, document=name, **values)
        for name, values in told.items()
        for made in (DocumentSetup.of(year.id, name),)
    ]


def _scores(year: int, records: list[Record]) -> list[Record]:
    """Scores that follow from each other: questions about 92 (IIT) and 90 (EIT part 1), the EIT's
    other part 94, OIT 100; so the total is 95.20 and the level the second."""
    asked: dict[int, list[str]] = {}
    for one in records:
        if isinstance(one, CatalogueItem) and one.year == year:
            asked.setdefault(one.indicator, []).append(one.code)
    values: dict[str, Decimal] = {}
    for codes in asked.values():
        middle = {"I": 92, "E": 90, "O": 100}[codes[0][0]]
        for at, code in enumerate(codes):
            aside = 0 if code[0] == "O" else Decimal(2 * at - len(codes) + 1) / 2
            values[code] = Decimal(middle) + aside
    for number in range(1, 11):
        values[f"indicator-{number}"] = Decimal(100 if number > 8 else 92)
        if number in _EIT:
            values |= {f"indicator-{number}.1": Decimal(90), f"indicator-{number}.2": Decimal(94)}
    values |= {
        "IIT": Decimal(92),
        "EIT": Decimal(92),
        "OIT": Decimal(100),
        "total": Decimal("95.2"),
    }
    place = ScoreYear(
        id=ScoreYear.of(year).id, year=year, place="๑,๒๓๔", place_among="หน่วยงานประเภทเดียวกัน"
    )
    return [*(Score.of(year, code, value) for code, value in values.items()), place]
