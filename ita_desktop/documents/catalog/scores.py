"""ผลการประเมิน ITA: what was published, charts, and the table of indicators."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    Paragraph,
    Row,
    Section,
    Series,
    Source,
    Table,
    bold,
    text,
)
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import ALL_OPTIONS, DocumentKind
from ita_desktop.documents.prose import paragraphs, subtitle, title
from ita_desktop.documents.saraban import PARAGRAPH_GAP, REPORT_PORTRAIT
from ita_desktop.documents.wording_values import demands_text
from ita_desktop.documents.wordings import Wording, WordingForm
from ita_desktop.model.records import ScoreYear
from ita_desktop.model.scoring import TARGET, TOTAL, Scores, indicator_code, score_years, scores_of
from ita_desktop.model.values import Tool

YEARS_SHOWN = 5
"""Years that the charts go back, the year of the scores among them."""

TOOLS_PLACE = "tools"
"""The field of the source under which the tools' chart stands; indicators stand under their code,
the whole under its own."""

_TARGET_LABEL = "เป้าหมาย"
_BARS_HEIGHT, _TOOLS_HEIGHT, _INDICATORS_HEIGHT = 62.0, 82.0, 105.0


def build(context: Context) -> tuple[Section, ...]:
    """Title, result and why, the charts, the table of the ten indicators."""
    source = Source(ScoreYear.of(context.year.score_year).id)
    blocks: list[Block] = [
        *title(context.lines("scores.title"), source),
        *paragraphs(context.lines("scores.result"), source),
        *paragraphs(_reason(context), source),
    ]
    years = _years(context)
    if not years:
        words = context.wording("scores.empty")
        blocks.append(Paragraph(text(words), align=Align.CENTER, space_before=2 * PARAGRAPH_GAP))
        return (Section(REPORT_PORTRAIT, tuple(blocks)),)
    blocks += [
        subtitle("ผลการประเมินในภาพรวม", source),
        _total_chart(years, Source(source.record_id, TOTAL)),
        subtitle("ผลการประเมินรายเครื่องมือ", source),
        _tools_chart(years, Source(source.record_id, TOOLS_PLACE)),
        subtitle("ผลการประเมินรายตัวชี้วัด", source),
        _indicators_chart(context, years, source),
        subtitle("สรุปผลการประเมินรายตัวชี้วัด", source),
        indicator_table(context.scores),
    ]
    return (Section(REPORT_PORTRAIT, tuple(blocks)),)


def _years(context: Context) -> tuple[Scores, ...]:
    """The years the charts show, oldest first: up to that of the scores, as far as known."""
    last = context.year.score_year
    known = [year for year in score_years(context.snapshot) if year <= last]
    return tuple(scores_of(context.snapshot, year) for year in known[-YEARS_SHOWN:])


def _reason(context: Context) -> tuple[str, ...]:
    """Why the level is what it is; nothing where it demands nothing or is not known."""
    return context.lines("scores.reason") if demands_text(context.scores) else ()


def _total_chart(years: tuple[Scores, ...], source: Source) -> Chart:
    return Chart(
        ChartKind.BARS,
        "คะแนนภาพรวมรายปี",
        tuple(f"พ.ศ. {one.year}" for one in years),
        (Series("คะแนนภาพรวม", tuple(one.value(TOTAL) for one in years)),),
        _BARS_HEIGHT,
        TARGET,
        _TARGET_LABEL,
        source=source,
    )


def _tools_chart(years: tuple[Scores, ...], source: Source) -> Chart:
    return Chart(
        ChartKind.COLUMNS,
        "คะแนนรายเครื่องมือ",
        tuple(tool.value for tool in Tool),
        _series(years, [tool.value for tool in Tool]),
        _TOOLS_HEIGHT,
        TARGET,
        _TARGET_LABEL,
        source=source,
    )


def _indicators_chart(context: Context, years: tuple[Scores, ...], source: Source) -> Chart:
    numbers = _numbers(context.scores)
    return Chart(
        ChartKind.COLUMNS,
        "คะแนนรายตัวชี้วัด",
        tuple(str(number) for number in numbers),
        _series(years, [indicator_code(number) for number in numbers]),
        _INDICATORS_HEIGHT,
        TARGET,
        _TARGET_LABEL,
        axis_label="ตัวชี้วัดที่",
        source=source,
    )


def _series(years: tuple[Scores, ...], codes: list[str]) -> tuple[Series, ...]:
    return tuple(
        Series(f"พ.ศ. {one.year}", tuple(one.value(code) for code in codes)) for one in years
    )


def _numbers(scores: Scores) -> tuple[int, ...]:
    return tuple(one.number for one in scores.catalogue.indicators) or tuple(range(1, 11))


def indicator_table(scores: Scores) -> Table:
    """ตัวชี้วัดที่ · รายละเอียดตัวชี้วัด · คะแนน"""
    record_id = ScoreYear.of(scores.year).id
    headings = ("ตัวชี้วัดที่", "รายละเอียดตัวชี้วัด", "คะแนน")
    header = Row(
        tuple(Cell((Paragraph((bold(words),), align=Align.CENTER),)) for words in headings)
    )
    rows = tuple(
        Row(
            (
                _cell(str(number)),
                _cell(indicator.name if indicator else "", Align.LEFT),
                _cell(score_text(scores.value(indicator_code(number)))),
            ),
            source=Source(record_id, indicator_code(number)),
        )
        for number in _numbers(scores)
        for indicator in (scores.catalogue.indicator(number),)
    )
    columns = (
        Column(0.18, Align.CENTER, headings[0]),
        Column(0.62, Align.LEFT, headings[1]),
        Column(0.2, Align.CENTER, headings[2]),
    )
    return Table(columns, (header,), rows, source=Source(record_id))


def score_text(value: Decimal | None) -> str:
    """A score with two decimals, a dash where there is none."""
    return "-" if value is None else f"{value:.2f}"


def _cell(words: str, align: Align = Align.CENTER) -> Cell:
    return Cell((Paragraph(text(words), align=align),))


SCORES = DocumentKind(
    id="scores",
    title="ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
    short_title="ผลคะแนน ITA",
    purpose="คะแนนภาพรวม รายเครื่องมือ และรายตัวชี้วัดย้อนหลัง พร้อมแผนภูมิ",
    build=build,
    needs="scores",
    wordings=(
        Wording(
            "scores.title",
            "หัวเรื่อง",
            "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)\n"
            "ประจำปีงบประมาณ พ.ศ. {score_year}\n{agency}",
            WordingForm.LINES,
        ),
        Wording(
            "scores.result",
            "ผลการประเมิน",
            "{agency} {place} ได้รับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
            " ประจำปีงบประมาณ พ.ศ. {score_year} คะแนนภาพรวม {total_score} คะแนน"
            " อยู่ในระดับ{level} โดยได้คะแนนแบบวัด IIT {iit_score} คะแนน แบบวัด EIT {eit_score} คะแนน"
            " และแบบตรวจ OIT {oit_score} คะแนน และอยู่ในลำดับที่ {rank} ของ{rank_among}",
        ),
        Wording(
            "scores.reason",
            "เหตุของระดับ",
            "ทั้งนี้ ระดับ{level}กำหนดให้มี{level_demands} ซึ่งผลการประเมินเป็นไปตามเกณฑ์ดังกล่าวครบถ้วน",
            hint="พิมพ์เมื่อรู้ระดับและเกณฑ์ของระดับนั้น",
        ),
        Wording(
            "scores.empty",
            "ข้อความเมื่อยังไม่มีคะแนน",
            "ยังไม่ได้กรอกผลคะแนนของปีงบประมาณ พ.ศ. {score_year}",
            WordingForm.LINES,
        ),
    ),
    options=ALL_OPTIONS,
    about_scores=True,
)
