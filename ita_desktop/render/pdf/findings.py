"""What could not be printed, told to the clerk."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.documents.blocks import Source
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.render.pdf.flow import Flowing, Unseen


def findings_of(block: Flowing) -> Iterator[Finding]:
    """Characters no font has, and pictures that are not there or cannot be read."""
    for character, source in block.missing:
        yield _missing_character(character, source)
    for unseen in block.unseen:
        yield missing_picture(unseen)


def missing_picture(unseen: Unseen) -> Finding:
    """That a picture was not found, and an empty frame stands in its place."""
    if unseen.emblem:
        code = "missing-picture"
        problem = "ไม่พบภาพตราครุฑหรือตราสัญลักษณ์ของหน่วยงาน จึงพิมพ์กรอบว่างไว้แทน"
        remedy = "เลือกไฟล์ภาพตราในหน้าข้อมูลหน่วยงาน"
    else:
        code = "missing-photo"
        problem = "ไม่พบภาพ หรือเปิดภาพไม่ได้ จึงพิมพ์กรอบว่างไว้แทน"
        remedy = "เลือกไฟล์ภาพ PNG หรือ JPEG ของภาพนี้ใหม่"
    return Finding(Severity.LOOK_AT, code, problem, remedy, *_place(unseen.source))


def _missing_character(character: str, source: Source | None) -> Finding:
    shown = "อักขระที่เสีย" if character == "\ufffd" else f"“{character}”"
    return Finding(
        Severity.LOOK_AT,
        "missing-character",
        f"ไม่มีแบบอักษรสำหรับ {shown} (U+{ord(character):04X}) จึงพิมพ์เป็นเครื่องหมาย ◆ แทน",
        "ลบอักขระนี้ออก หรือใช้คำหรือเครื่องหมายอื่นแทน",
        *_place(source),
    )


def _place(source: Source | None) -> tuple[str, str]:
    return (source.record_id, source.field) if source else ("", "")
