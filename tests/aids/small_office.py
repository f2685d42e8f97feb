"""A small made-up office for tests of the window: เทศบาลตำบลศรีสำราญ."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ita_desktop.model.records import (
    Division,
    Measure,
    Office,
    Person,
    Position,
    Record,
    YearWork,
)
from ita_desktop.model.reference_reading import read_references
from ita_desktop.model.values import DivisionRef, Item, Status, Tool, plain_items
from ita_desktop.session.session import Session
from ita_desktop.storage.store import create_file
from ita_desktop.thai.timeline_reading import read_timeline

YEAR = 2568


def office_records() -> tuple[Record, ...]:
    """The office, three divisions, two people and three measures, each filled differently."""
    year = YearWork.of(YEAR)
    return (
        Office(name="ศรีสำราญ", district="เมือง", province="ศรีสำราญ"),
        Division(id="d1", rank="1", name="สำนักปลัดเทศบาล", short_name="สำนักปลัด"),
        Division(id="d2", rank="2", name="กองคลัง"),
        Division(id="d3", rank="3", name="กองช่าง"),
        Position(id="p1", rank="1", title="ปลัดเทศบาลตำบลศรีสำราญ"),
        Position(id="p2", rank="2", title="ผู้อำนวยการกองคลัง", division_id="d2"),
        Person(
            id="n1",
            rank="1",
            prefix="นาย",
            first_name="ประเสริฐ",
            last_name="มั่นคง",
            position_id="p1",
        ),
        Person(
            id="n2",
            rank="2",
            prefix="นางสาว",
            first_name="อรทัย",
            last_name="ใจงาม",
            position_id="p2",
            division_id="d2",
        ),
        year,
        Measure(
            id="m1",
            year_id=year.id,
            rank="1",
            title="มาตรการควบคุมการยืมทรัพย์สินของราชการ",
            tool=Tool.IIT,
            indicator="ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ",
            references=read_references("i10, O24", YEAR - 1).values,
            steps=(
                Item("จัดทำทะเบียนคุมการยืมทรัพย์สินให้เป็นปัจจุบัน"),
                Item(
                    "กำกับดูแลการยืมและการส่งคืนตามระเบียบ",
                    plain_items("แจ้งเวียนแนวทางปฏิบัติ", "ตรวจนับทรัพย์สินทุกไตรมาส"),
                ),
            ),
            responsible=(DivisionRef("d2"),),
            timeline=read_timeline("ต.ค. 67 - ก.ย. 68", YEAR).value,
            status=Status.DONE,
            results=plain_items("ออกใบยืมทรัพย์สินครบถ้วน ๔๒ รายการ ไม่มีทรัพย์สินค้างส่งคืน"),
            outputs=plain_items("ทะเบียนคุมการยืมทรัพย์สิน ๑ ฉบับ"),
            outcomes=plain_items("บุคลากรรับรู้ขั้นตอนการยืมทรัพย์สินมากขึ้น"),
        ),
        Measure(
            id="m2",
            year_id=year.id,
            rank="2",
            title="เผยแพร่ช่องทางร้องเรียนการทุจริตและประพฤติมิชอบของเจ้าหน้าที่ให้ประชาชนทราบโดยทั่วกัน",
            steps=plain_items("ปรับปรุงหน้าเว็บไซต์ให้มีช่องทางร้องเรียน"),
            responsible=(DivisionRef("d1"),),
            status=Status.IN_PROGRESS,
        ),
        Measure(id="m3", year_id=year.id, rank="3", title="ฝึกอบรมคุณธรรมและจริยธรรมของบุคลากร"),
    )


def office_session(folder: Path, records: Iterable[Record] | None = None) -> Session:
    """A real session on a real file in ``folder``, with the office or the records given."""
    held = office_records() if records is None else records
    return Session(create_file(folder / "ทดสอบ.itadb", held))
