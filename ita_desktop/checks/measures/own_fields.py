"""Fields the office added: a name used twice, values that are not of the kind."""

from __future__ import annotations

from ita_desktop.model.findings import Finding, Severity, Spot
from ita_desktop.model.own_fields import all_fields, as_field, filled_in, value_of
from ita_desktop.model.records import Measure, OwnField
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.number_reading import is_dash
from ita_desktop.thai.text import fold
from ita_desktop.thai.timelines import Unread


def own_field_findings(snapshot: Snapshot, own: OwnField) -> tuple[Finding, ...]:
    """What is doubtful about one field, in the order of its form."""
    field = as_field(own)
    findings: list[Finding] = []
    others = (one for one in all_fields(snapshot, Measure) if one.name != field.name)
    if not own.label.strip():
        findings.append(
            Finding(
                Severity.MUST_MEND,
                "missing-label",
                "ยังไม่มีชื่อช่อง",
                "พิมพ์ชื่อที่จะเห็นในแบบกรอกมาตรการ",
                own.id,
                "label",
            )
        )
    elif any(fold(one.label) == fold(own.label) for one in others):
        findings.append(
            Finding(
                Severity.LOOK_AT,
                "own-label-twice",
                f"มีช่องชื่อ “{own.label}” อยู่แล้ว",
                "ตั้งชื่อให้ต่างกัน จะได้ไม่สับสนเวลากรอกและเลือกคอลัมน์",
                own.id,
                "label",
                spot=Spot.whole(own.label),
            )
        )
    if count := unfit(snapshot, own):
        findings.append(
            Finding(
                Severity.LOOK_AT,
                "own-values-unfit",
                to_thai(f"มี {count} มาตรการที่กรอกไว้ไม่ใช่{own.kind.label}"),
                "โปรแกรมเก็บไว้และพิมพ์ตามเดิม แก้ในแบบกรอกมาตรการ หรือเลือกชนิดเดิม",
                own.id,
                "kind",
            )
        )
    return tuple(findings)


def unfit(snapshot: Snapshot, own: OwnField) -> int:
    """In how many measures a field holds what its kind cannot be. A dash stands for nothing."""
    values = (value_of(one, as_field(own)) for one in filled_in(snapshot, own))
    return sum(isinstance(one, Unread) and not is_dash(one.text) for one in values)
