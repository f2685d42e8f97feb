"""Wordings: the fixed sentences of the documents, as templates with named fields.

``{agency}`` and its like are filled from the year's work; a field nobody knows stays visible where
it stands and is reported. An office's own text for one document replaces the wording of its name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.model.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Wording:
    """One template: stable name, Thai label for the form, and the text as shipped."""

    name: str
    document: str
    label: str
    text: str


WORDINGS: tuple[Wording, ...] = (
    Wording(
        "report.cover",
        "report",
        "ชื่อเอกสารบนปก",
        "รายงานผลการดำเนินการ\nเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
        "ประจำปีงบประมาณ พ.ศ. {action_year}",
    ),
    Wording(
        "report.title",
        "report",
        "หัวเรื่อง",
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
        "ของ{agency} ประจำปีงบประมาณ พ.ศ. {action_year}",
    ),
    Wording(
        "report.introduction",
        "report",
        "ความนำ",
        "ตามที่{agency} {place} ได้นำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
        "ของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {score_year} มาวิเคราะห์"
        " และกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
        " เพื่อถือปฏิบัติในปีงบประมาณ พ.ศ. {action_year} นั้น บัดนี้ {agency}"
        "ได้ติดตามผลการปฏิบัติของทุกสำนักและกองที่รับผิดชอบแล้ว จึงขอรายงานผล"
        "การดำเนินการรวม {measure_count} มาตรการ ดังต่อไปนี้",
    ),
    Wording(
        "report.introduction.empty",
        "report",
        "ความนำเมื่อยังไม่มีมาตรการ",
        "ตามที่{agency} {place} ได้นำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
        "ของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {score_year} มาวิเคราะห์"
        " เพื่อกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
        "สำหรับปีงบประมาณ พ.ศ. {action_year} นั้น",
    ),
    Wording(
        "report.empty",
        "report",
        "ข้อความเมื่อยังไม่มีมาตรการ",
        "ยังไม่มีมาตรการในปีงบประมาณ พ.ศ. {action_year}",
    ),
)

FIELD_LABELS: Mapping[str, str] = {
    "agency": "ชื่อหน่วยงานเต็ม",
    "place": "อำเภอและจังหวัด",
    "executive": "ตำแหน่งผู้บริหารสูงสุด",
    "action_year": "ปีงบประมาณที่ดำเนินการ",
    "score_year": "ปีของผลคะแนน",
    "assessment_year": "ปีของการประเมิน",
    "measure_count": "จำนวนมาตรการ",
}
"""Every field a wording may name, with its label for the list to pick from."""

_FIELD = re.compile(r"\{([^{}\s]*)\}")


def wordings_of(document: str) -> tuple[Wording, ...]:
    """The wordings one document is made of."""
    return tuple(wording for wording in WORDINGS if wording.document == document)


def wording(name: str) -> Wording:
    """A wording by name; KeyError for an unknown one."""
    for one in WORDINGS:
        if one.name == name:
            return one
    raise KeyError(name)


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with its fields filled; unknown fields stay as they stand."""
    return _FIELD.sub(lambda found: values.get(found[1], found[0]), template)


def unknown_fields(template: str, record_id: str = "", field: str = "") -> tuple[Finding, ...]:
    """One finding for each field of a template that nobody knows."""
    return tuple(
        Finding(
            Severity.MUST_MEND,
            "unknown-wording-field",
            f"ข้อความมีช่องเติม {{{name}}} ซึ่งโปรแกรมไม่รู้จัก",
            "เลือกช่องเติมจากรายการ หรือพิมพ์ข้อความนั้นเอง",
            record_id,
            field,
        )
        for name in dict.fromkeys(_FIELD.findall(template))
        if name not in FIELD_LABELS
    )
