"""What is wrong with a table layout of the office's own: no columns, columns of deleted fields."""

from __future__ import annotations

from ita_desktop.documents.build import setup_of
from ita_desktop.documents.columns import column_choices
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import OwnLayout, YearWork
from ita_desktop.model.snapshot import Snapshot


def used_layout_findings(snapshot: Snapshot, year: YearWork, document: str) -> tuple[Finding, ...]:
    """What is wrong with the layout that a document is printed in, if it is the office's own."""
    layout = snapshot.get(OwnLayout, setup_of(snapshot, year, document).layout)
    return layout_findings(snapshot, layout) if layout is not None else ()


def layout_findings(snapshot: Snapshot, layout: OwnLayout) -> tuple[Finding, ...]:
    """What is wrong with one layout."""
    name = layout.title or "ที่ยังไม่มีชื่อ"
    if not layout.columns:
        return (
            Finding(
                Severity.MUST_MEND,
                "no-columns",
                f"แบบตาราง “{name}” ยังไม่มีคอลัมน์",
                "เพิ่มคอลัมน์ หรือเลือกแบบตารางอื่นให้เอกสาร",
                layout.id,
                "columns",
            ),
        )
    known = {one.name for one in column_choices(snapshot)}
    gone = [" ".join(one.heading.split()) for one in layout.columns if one.field not in known]
    if not gone:
        return ()
    headings = " ".join(f"“{heading}”" for heading in gone)
    return (
        Finding(
            Severity.LOOK_AT,
            "layout-column-gone",
            f"คอลัมน์ {headings} ของแบบตาราง “{name}” แสดงช่องข้อมูลที่ถูกลบแล้ว จึงว่างทั้งคอลัมน์",
            "เลือกช่องอื่นให้คอลัมน์ หรือลบคอลัมน์",
            layout.id,
            "columns",
        ),
    )
