"""Fields that the office adds to its measures: how they are used, and what deleting one means."""

from __future__ import annotations

from ita_desktop.model.layouts import own_column
from ita_desktop.model.own_fields import UNNAMED, filled_in
from ita_desktop.model.records import OwnField, OwnLayout
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.digits import to_thai


def usage_words(snapshot: Snapshot, own: OwnField) -> str:
    """``จำนวน · กรอก ๕ มาตรการ · ๑ แบบตาราง``"""
    filled, shown = len(filled_in(snapshot, own)), len(layouts_with(snapshot, own))
    parts = (
        own.kind.label,
        f"กรอก {filled} มาตรการ" if filled else "ยังไม่ได้กรอก",
        f"{shown} แบบตาราง" if shown else "",
    )
    return to_thai(" · ".join(part for part in parts if part))


def deleted_words(snapshot: Snapshot, own: OwnField) -> str:
    """What is told once a field is deleted: how many measures and layouts it was in."""
    filled, shown = len(filled_in(snapshot, own)), len(layouts_with(snapshot, own))
    told = f"ลบช่อง “{own.label or UNNAMED}” แล้ว"
    if filled:
        told += f" ข้อมูลที่กรอกไว้ใน {filled} มาตรการยังเก็บไว้ จะกลับมาเมื่อเลิกทำ"
    if shown:
        told += f" แบบตาราง {shown} แบบมีคอลัมน์ของช่องนี้"
    return to_thai(told)


def layouts_with(snapshot: Snapshot, own: OwnField) -> tuple[OwnLayout, ...]:
    """The office's layouts that have a column of the field."""
    name = own_column(own.id)
    return tuple(
        layout
        for layout in snapshot.of(OwnLayout)
        if any(column.field == name for column in layout.columns)
    )
