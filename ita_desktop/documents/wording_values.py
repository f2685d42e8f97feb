"""The fields a wording may name, and what each is filled with from the records."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ita_desktop.documents.blanks import DATE_BLANK, blank
from ita_desktop.model.catalogue import Catalogue
from ita_desktop.model.records import (
    Division,
    DocumentSetup,
    IssueAnalysis,
    ScoreYear,
    YearWork,
)
from ita_desktop.model.score_changes import change_words, score_change
from ita_desktop.model.scoring import TOTAL, Scores, scores_of
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Tool, Urgency
from ita_desktop.thai.dates import DateStyle, format_date
from ita_desktop.thai.lists import joined

FIELD_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "agency": "ชื่อหน่วยงานเต็ม",
        "agency_kind": "ประเภทหน่วยงาน",
        "place": "อำเภอและจังหวัด",
        "executive": "ตำแหน่งผู้บริหารสูงสุด",
        "division": "ส่วนราชการเจ้าของเรื่อง",
        "telephone": "โทรศัพท์ของส่วนราชการหรือหน่วยงาน",
        "email": "ไปรษณีย์อิเล็กทรอนิกส์",
        "website": "เว็บไซต์",
        "action_year": "ปีงบประมาณที่ดำเนินการ",
        "score_year": "ปีของผลคะแนน",
        "assessment_year": "ปีของการประเมิน",
        "round": "รอบการรายงาน (ไม่พิมพ์เมื่อเป็นผลทั้งปี)",
        "measure_count": "จำนวนมาตรการ",
        "total_score": "คะแนนภาพรวม",
        "iit_score": "คะแนน IIT",
        "eit_score": "คะแนน EIT",
        "oit_score": "คะแนน OIT",
        "score_change": "คะแนนภาพรวมเทียบกับปีที่ผ่านมา",
        "level": "ระดับผลการประเมิน",
        "level_demands": "เกณฑ์ของระดับผลการประเมิน",
        "rank": "ลำดับที่ของหน่วยงาน",
        "rank_among": "กลุ่มที่จัดลำดับ",
        "urgent_issues": "ประเด็นที่ต้องแก้ไขโดยเร่งด่วน",
        "develop_issues": "ประเด็นที่ต้องพัฒนาให้ดีขึ้น",
        "date": "วันที่ของเอกสาร",
        "date_with_era": "วันที่ของเอกสาร (มี พ.ศ.)",
    }
)
"""Every field a wording may name, with its label for the list to pick from."""

UNKNOWN = blank(25.0)
"""What is printed for a field of which nothing is known yet: dots to write on."""


def wording_values(
    snapshot: Snapshot, year: YearWork, setup: DocumentSetup, scores: Scores, measures: int
) -> Mapping[str, str]:
    """What each field of :data:`FIELD_LABELS` is filled with, in Arabic digits."""
    office = snapshot.office
    division = snapshot.get(Division, setup.division_id)
    published = snapshot.get(ScoreYear, ScoreYear.of(year.score_year).id)
    level = scores.level()
    dated = setup.dated
    values = {
        "agency": office.full_name,
        "agency_kind": office.kind.label,
        "place": office.place,
        "executive": office.executive,
        "division": division.name if division else "",
        "telephone": (division.telephone if division else "") or office.telephone,
        "email": office.email,
        "website": office.website,
        "action_year": str(year.action_year),
        "score_year": str(year.score_year),
        "assessment_year": str(year.assessment_year),
        "round": f"รอบ {setup.round} เดือน" if setup.round else "",
        "measure_count": str(measures),
        "total_score": _score(scores, TOTAL),
        "iit_score": _score(scores, Tool.IIT.value),
        "eit_score": _score(scores, Tool.EIT.value),
        "oit_score": _score(scores, Tool.OIT.value),
        "score_change": _score_change(snapshot, scores),
        "level": (published.level if published else "") or (level.name if level else ""),
        "level_demands": demands_text(scores),
        "rank": published.place if published else "",
        "rank_among": published.place_among if published else "",
        "urgent_issues": _issues(snapshot, year, scores.catalogue, Urgency.URGENT),
        "develop_issues": _issues(snapshot, year, scores.catalogue, Urgency.DEVELOP),
        "date": format_date(dated) if dated else blank(DATE_BLANK),
        "date_with_era": format_date(dated, DateStyle.WITH_ERA) if dated else blank(DATE_BLANK),
    }
    never_blank = ("place", "round", "measure_count")
    return MappingProxyType(
        {name: value or ("" if name in never_blank else UNKNOWN) for name, value in values.items()}
    )


def _score(scores: Scores, code: str) -> str:
    value = scores.value(code)
    return f"{value:.2f}" if value is not None else ""


def _score_change(snapshot: Snapshot, scores: Scores) -> str:
    """How the whole score changed from the year before, as a sentence without a full stop."""
    before = scores_of(snapshot, scores.year - 1)
    return change_words(score_change(before, scores, TOTAL))


def demands_text(scores: Scores) -> str:
    """What the level reached demands: of the whole, and of the tools where it does; or nothing."""
    level = scores.level()
    if level is None or level.least is None:
        return ""
    whole = f"คะแนนภาพรวมตั้งแต่ {level.least:f} คะแนนขึ้นไป"
    if level.least_tools is None:
        return whole
    tools = joined([_tool_name(one.code) for one in scores.demands(level)[1:]])
    return f"{whole} และคะแนนรายเครื่องมือ ได้แก่ {tools} ตั้งแต่ {level.least_tools:f} คะแนนขึ้นไปทุกเครื่องมือ"


def _tool_name(code: str) -> str:
    tool, _, part = code.partition(".")
    return f"{tool} ส่วนที่ {part}" if part else tool


def _issues(snapshot: Snapshot, year: YearWork, catalogue: Catalogue, urgency: Urgency) -> str:
    """Titles of the issues that were found to be of an urgency; ``ไม่มี`` for none."""
    titles = [
        f"ประเด็นที่ {issue.number} {issue.title}"
        for issue in catalogue.issues
        for found in (snapshot.get(IssueAnalysis, IssueAnalysis.of(year.id, issue.number).id),)
        if found is not None and found.urgency is urgency
    ]
    return joined(titles) or "ไม่มี"
