"""Whole records made wrong by a seed: emptied fields, moved times, changed scores, doubled rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import (
    CatalogueItem,
    DocumentSetup,
    Issue,
    IssueAnalysis,
    Measure,
    Person,
    Record,
    Score,
    ScoreYear,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.references import format_reference
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import FreeText, Item, Signer, Status, plain_items
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.timeline_reading import read_timeline
from tests.checks.supervisor.offices import office

Damage = Callable[[Snapshot, Random], tuple[Change, ...]]


@dataclass(frozen=True)
class Damaged:
    """An office with one thing wrong, the rules of which one has to say so, and those that may
    speak as well, because what they tell follows from it."""

    kind: str
    rules: frozenset[str]
    also: frozenset[str]
    snapshot: Snapshot


def damaged(key: str, seed: int, of_each: int) -> Iterator[Damaged]:
    """The office with ``of_each`` damages of every kind that its file allows."""
    chance = Random(f"{key} {seed} records")
    whole = office(key)
    for kind, rules, damage in _DAMAGES:
        for _ in range(of_each):
            if changes := damage(whole, chance):
                must, _, may = rules.partition("|")
                wrong = whole.after(Edit("ทำให้ผิด", changes))
                yield Damaged(kind, frozenset(must.split()), frozenset(may.split()), wrong)


def _one(snapshot: Snapshot, chance: Random) -> Measure:
    return chance.choice(snapshot.measures(snapshot.years[0].id))


def _with(record: Record, **values: object) -> tuple[Change, ...]:
    return (Change(record, dataclasses.replace(record, **values)),)  # type: ignore[arg-type]


def _emptied(field: str, empty: object) -> Damage:
    return lambda snapshot, chance: _with(_one(snapshot, chance), **{field: empty})


def _unexplained(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    return _with(_one(snapshot, chance), status=Status.CANNOT)


def _moved_time(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    year = snapshot.years[0].action_year
    typed = chance.choice(
        (
            f"ตุลาคม {year} - ธันวาคม {year}",
            f"มกราคม {year - 1}",
            f"ตุลาคม {year - 1} - ตุลาคม {year}",
            f"สิงหาคม {year - 1} - มีนาคม {year}",
        )
    )
    return _timed(snapshot, chance, typed)


def _turned_time(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    year = snapshot.years[0].action_year
    first, last = sorted(chance.sample(range(9), 2))
    months = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน".split()
    return _timed(snapshot, chance, f"{months[last]} {year} - {months[first]} {year}")


def _old_digits(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    year = snapshot.years[0].action_year % 100
    return _timed(snapshot, chance, f"ตุลาคม {year - 41} - กันยายน {year - 40}")


def _timed(snapshot: Snapshot, chance: Random, typed: str) -> tuple[Change, ...]:
    value = read_timeline(to_thai(typed), snapshot.years[0].action_year).value
    return _with(_one(snapshot, chance), timeline=value)


def _doubled_row(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    measure = _one(snapshot, chance)
    return (Change(None, dataclasses.replace(measure, id="again", rank="z")),)


def _question(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    year = snapshot.years[0].score_year
    asked = [
        one.words
        for one in snapshot.of(CatalogueItem)
        if one.year == year and one.code[0] in "IE" and one.words
    ]
    return _with(_one(snapshot, chance), title=chance.choice(asked))


def _echo(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    measure = _one(snapshot, chance)
    before = chance.choice(("", "", "มีการ", "ได้"))
    return _with(measure, results=plain_items(before + measure.title))


def _rounds_only(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    months = chance.choice(((6, 12), (3, 6, 9, 12), (12,)))
    rounds = [f"{chance.choice(('รอบ', 'รายงานรอบ'))} {to_thai(str(one))} เดือน" for one in months]
    lead = "รายงานผลการดำเนินงานตามมาตรการ"
    told = chance.choice(
        (plain_items(*rounds), (Item(lead, plain_items(*rounds)),), plain_items(lead, *rounds))
    )
    return _with(_one(snapshot, chance), outcomes=told)


def _score(snapshot: Snapshot, chance: Random) -> Score:
    year = snapshot.years[0].score_year
    return chance.choice([one for one in snapshot.of(Score) if one.year == year and one.value])


def _sum_changed(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    code = chance.choice(
        ("indicator-6", "indicator-7", "indicator-8", "IIT", "EIT", "OIT", "total")
    )
    score = snapshot.get(Score, Score.of(snapshot.years[0].score_year, code).id)
    assert score is not None and score.value is not None
    return _with(score, value=score.value - Decimal(chance.randrange(30, 900)) / 100)


def _impossible_score(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    wrong = chance.choice((Decimal("100.01"), Decimal(920), Decimal("-1"), Decimal("92.345")))
    return _with(_score(snapshot, chance), value=wrong)


def _level(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    published = snapshot.get(ScoreYear, ScoreYear.of(snapshot.years[0].score_year).id)
    assert published is not None
    return _with(published, level=chance.choice(("ผ่านดีเยี่ยม", "ผ่าน", "ต้องปรับปรุง")))


def _lowest(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    """A question of the issue named the lowest that is not."""
    work = snapshot.years[0]
    values = {one.code: one.value for one in snapshot.of(Score) if one.year == work.score_year}
    issues = [one for one in snapshot.of(Issue) if one.year == work.score_year]
    for issue in chance.sample(issues, len(issues)):
        codes = [format_reference(one) for one in issue.codes]
        asked = {code: value for code in codes if code[0] in "IE" and (value := values.get(code))}
        higher = [code for code, value in asked.items() if value > min(asked.values())]
        analysis = snapshot.get(IssueAnalysis, IssueAnalysis.of(work.id, issue.number).id)
        if higher and analysis is not None:
            named = read_references(chance.choice(higher), work.score_year).values
            return _with(analysis, lowest=named)
    return ()


def _damaged_code(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    typed = chance.choice(("eb", "๐10", "○15", "14", "O1๐x", "IT4"))
    read = read_references(typed, snapshot.years[0].score_year).values
    return _with(_one(snapshot, chance), references=read)


def _two_issues(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    year = snapshot.years[0].score_year
    one, other = chance.sample([it for it in snapshot.of(Issue) if it.year == year and it.codes], 2)
    return _with(other, codes=(*other.codes, chance.choice(one.codes)))


def _below_target(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    """An indicator of the EIT far below the target, and no measure of its issue."""
    year = snapshot.years[0].score_year
    measures = snapshot.measures(snapshot.years[0].id)
    gone = tuple(Change(one, None) for one in measures if "E-Service" in one.issue)
    low = [
        snapshot.get(Score, Score.of(year, f"indicator-8{part}").id) for part in ("", ".1", ".2")
    ]
    lowered = [Change(one, dataclasses.replace(one, value=Decimal(60))) for one in low if one]
    return (*gone, *lowered) if len(gone) < len(measures) else ()


def _unknown_party(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    typed = chance.choice(("กองช่างและโยธา", "กองคลังและพัสดุ", "กองวิชาการ"))
    return _with(_one(snapshot, chance), responsible=(FreeText(typed),))


def _setup(snapshot: Snapshot, document: str) -> DocumentSetup:
    setup = snapshot.get(DocumentSetup, DocumentSetup.of(snapshot.years[0].id, document).id)
    assert setup is not None
    return setup


def _unsigned(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    return _with(_setup(snapshot, "memo"), signers=())


def _no_opinions(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    return _with(_setup(snapshot, "memo"), opinions=())


def _wrong_signer(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    """Somebody else in the executive's position, or a declaration of intent by another."""
    document = chance.choice(("announcement-measures", "announcement-intent"))
    setup = _setup(snapshot, document)
    [signer] = setup.signers
    other = chance.choice([one for one in snapshot.of(Person) if one.id != signer.person_id])
    wrong = Signer(other.id, signer.position_id)
    if document == "announcement-intent" and chance.random() < 0.5:
        wrong = Signer(other.id, other.position_id)
    return _with(setup, signers=(wrong,))


def _memo_late(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    """The memo is dated after the announcements that it submits."""
    setup = _setup(snapshot, "memo")
    assert setup.dated is not None
    return _with(setup, dated=setup.dated + timedelta(days=chance.randrange(3, 60)))


def _dated_elsewhere(snapshot: Snapshot, chance: Random) -> tuple[Change, ...]:
    setup = _setup(snapshot, chance.choice(("memo", "announcement-measures", "preface")))
    year = snapshot.years[0].action_year - 543
    return _with(setup, dated=date(year - chance.randrange(3, 9), chance.randrange(1, 13), 3))


_DAMAGES: tuple[tuple[str, str, Damage], ...] = (
    ("no-steps", "missing-steps", _emptied("steps", ())),
    ("no-responsible", "missing-responsible", _emptied("responsible", ())),
    ("no-timeline", "missing-timeline", _emptied("timeline", None)),
    ("no-status", "missing-status", _emptied("status", None)),
    ("no-results", "missing-results", _emptied("results", ())),
    ("no-title", "missing-title", _emptied("title", "")),
    ("cannot", "cannot-without-reason missing-status-reason", _unexplained),
    ("time-outside", "timeline-outside-year", _moved_time),
    ("time-turned", "unread-timeline", _turned_time),
    ("time-digits", "unread-timeline", _old_digits),
    ("row-twice", "repeated-measure | same-result", _doubled_row),
    ("survey", "survey-question", _question),
    ("repeat", "result-repeats-measure", _echo),
    ("rounds", "outcome-only-rounds", _rounds_only),
    ("score-sum", "score-differs | indicator-without-measure score-level", _sum_changed),
    (
        "score-range",
        "score-impossible"
        " | score-differs score-level missing-score"
        " indicator-without-measure issue-without-measure",
        _impossible_score,
    ),
    ("level", "score-level", _level),
    ("lowest", "wrong-lowest", _lowest),
    ("damaged-code", "unread-reference", _damaged_code),
    ("two-issues", "code-in-two-issues", _two_issues),
    (
        "below-target",
        "indicator-without-measure issue-without-measure | score-differs score-level",
        _below_target,
    ),
    ("responsible", "responsible-unknown", _unknown_party),
    ("unsigned", "missing-signers", _unsigned),
    ("no-opinions", "no-opinions", _no_opinions),
    ("signer", "signer-not-executive signer-not-holder", _wrong_signer),
    ("memo-late", "memo-after signing-order", _memo_late),
    ("dated", "date-outside-year signing-order memo-after", _dated_elsewhere),
)
