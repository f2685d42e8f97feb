"""The comparison of two years on paper: to be printed, read in a meeting, or kept."""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Series,
    Table,
    bold,
    text,
)
from ita_desktop.documents.build import safe_name
from ita_desktop.documents.catalog.scores import score_text
from ita_desktop.documents.digits import in_digits
from ita_desktop.documents.prose import paragraphs, subtitle, title
from ita_desktop.documents.saraban import REPORT_LANDSCAPE, REPORT_PORTRAIT
from ita_desktop.model.records import Measure
from ita_desktop.model.score_changes import ScoreChange
from ita_desktop.model.score_names import indicator_of, short_name
from ita_desktop.model.score_reading import score_words
from ita_desktop.model.scoring import TARGET
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.years.comparing import MeasuresCompared, ScoresCompared
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.lists import joined

_CHART_HEIGHT = 95.0
"""Millimetres."""


def comparison_paper(
    snapshot: Snapshot, scores: ScoresCompared | None, measures: MeasuresCompared | None
) -> Document:
    """What is known of both years as a document; in the digits of the office."""
    sections = []
    agency = snapshot.office.full_name
    if scores is not None:
        heading = f"เปรียบเทียบผลการประเมิน ITA ปี พ.ศ. {scores.after} กับปี พ.ศ. {scores.before}"
        sections.append(Section(REPORT_PORTRAIT, (*title((heading, agency)), *_scores(scores))))
    if measures is not None:
        after, before = measures.after.action_year, measures.before.action_year
        heading = f"เปรียบเทียบมาตรการ ปีงบประมาณ พ.ศ. {after} กับปีงบประมาณ พ.ศ. {before}"
        table = _measures(measures)
        sections.append(Section(REPORT_LANDSCAPE, (*title((heading, agency)), table)))
    document = Document("comparison", "เปรียบเทียบสองปี", agency, tuple(sections))
    return in_digits(document, snapshot.office.digits or Digits.THAI, spare_codes=True)


def comparison_name(
    snapshot: Snapshot, scores: ScoresCompared | None, measures: MeasuresCompared | None
) -> str:
    """A name that says of which years and whose it is."""
    after = measures.after.action_year if measures else scores.after if scores else ""
    parts = ("เปรียบเทียบสองปี", str(after), snapshot.office.full_name)
    return safe_name("_".join(part for part in parts if part)) + ".pdf"


def change_words_of(change: ScoreChange) -> str:
    """``เพิ่มขึ้น 9.56``, ``ลดลง 1.00``, ``เท่าเดิม``, or ``-`` where one year is not known."""
    by = change.by
    if by is None:
        return "-"
    return f"{'เพิ่มขึ้น' if by > 0 else 'ลดลง'} {score_words(abs(by))}" if by else "เท่าเดิม"


def _scores(found: ScoresCompared) -> Iterable[Block]:
    heads = ("รายการ", f"ปี {found.before}", f"ปี {found.after}", "เปลี่ยนแปลง")
    shares = (0.52, 0.14, 0.14, 0.2)
    rows = tuple(
        _row(
            f"{short_name(one.code)} {one.name}".rstrip(),
            score_text(one.before),
            score_text(one.after),
            change_words_of(one),
        )
        for one in found.changes
    )
    yield _table(heads, shares, rows, (Align.LEFT, Align.CENTER, Align.CENTER, Align.CENTER))
    if found.sentence:
        yield from paragraphs([found.sentence])
    indicators = [one for one in found.changes if indicator_of(one.code)]
    if indicators:
        yield subtitle("ผลการประเมินรายตัวชี้วัด")
        yield Chart(
            ChartKind.COLUMNS,
            "คะแนนรายตัวชี้วัดสองปี",
            tuple(str(indicator_of(one.code)) for one in indicators),
            (
                Series(f"พ.ศ. {found.before}", tuple(one.before for one in indicators)),
                Series(f"พ.ศ. {found.after}", tuple(one.after for one in indicators)),
            ),
            _CHART_HEIGHT,
            TARGET,
            "เป้าหมาย",
            axis_label="ตัวชี้วัดที่",
        )


def _measures(found: MeasuresCompared) -> Table:
    before, after = found.before.action_year, found.after.action_year
    heads = (f"มาตรการปี {before}", "สถานะ", f"มาตรการปี {after}", "สิ่งที่ต่าง")
    groups: tuple[tuple[str, tuple[Row, ...]], ...] = (
        (
            "ทำต่อตามแผนเดิม",
            tuple(
                _row(one.before.name, _state(one.before), one.after.name, "") for one in found.same
            ),
        ),
        (
            "ทำต่อแต่ปรับแผน",
            tuple(
                _row(
                    one.before.name,
                    _state(one.before),
                    one.after.name,
                    f"ปรับ{joined(one.changed)}",
                )
                for one in found.changed
            ),
        ),
        (f"ใหม่ในปี {after}", tuple(_row("-", "", one.name, "มาตรการใหม่") for one in found.new)),
        (
            "ไม่ได้ทำต่อ",
            tuple(_row(one.name, _state(one), "-", "ไม่มีในปีหลัง") for one in found.dropped),
        ),
    )
    rows: list[Row] = []
    for words, held in groups:
        head = Cell((Paragraph((bold(f"{words} ({len(held)})"),)),), colspan=len(heads))
        rows += (Row((head, None, None, None), keep_with_next=bool(held)), *held)
    return _table(heads, (0.34, 0.14, 0.3, 0.22), tuple(rows), (Align.LEFT,) * len(heads))


def _state(measure: Measure) -> str:
    return measure.status.label if measure.status is not None else "-"


def _row(*words: str) -> Row:
    return Row(tuple(Cell((Paragraph(text(one)),) if one else ()) for one in words))


def _table(
    heads: tuple[str, ...],
    shares: tuple[float, ...],
    rows: tuple[Row, ...],
    aligns: tuple[Align, ...],
) -> Table:
    header = Row(tuple(Cell((Paragraph((bold(one),), align=Align.CENTER),)) for one in heads))
    columns = tuple(
        Column(share, align, head) for share, align, head in zip(shares, aligns, heads, strict=True)
    )
    return Table(columns, (header,), rows)
