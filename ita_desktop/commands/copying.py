"""The command ``copy``: a copy for somebody else, written without a window."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.commands.arguments import Commands
from ita_desktop.errors import UserError

if TYPE_CHECKING:
    from ita_desktop.session.review.sending import NoteForm


def declare_copy(commands: Commands) -> None:
    """What may follow the word ``copy``."""
    copy = commands.add_parser("copy", help="ทำสำเนาแฟ้มงานไว้ส่งให้ผู้อื่น")
    copy.add_argument("file", metavar="แฟ้มงาน", type=Path)
    copy.add_argument("target", metavar="ปลายทาง", type=Path, help="โฟลเดอร์ หรือชื่อแฟ้มของสำเนา")
    copy.add_argument("--to", metavar="ชื่อ", default="", help="ส่งถึงใคร")
    copy.add_argument("--no-photos", action="store_true", help="ไม่รวมภาพหลักฐาน ให้แฟ้มเล็ก")
    copy.add_argument("--history", action="store_true", help="รวมประวัติการแก้ไขไปด้วย")
    copy.add_argument(
        "--note", metavar="pdf|text|none", default="pdf", help="ชนิดของใบปะหน้า (ปกติเป็น pdf)"
    )
    copy.add_argument("--force", action="store_true", help="เขียนทับแฟ้มเดิม")


def write_copy(chosen: argparse.Namespace) -> int:
    """Write the copy and say where, with its fingerprint; the exit code."""
    from ita_desktop.session.holding import open_or_read
    from ita_desktop.session.review.sending import Sending, copy_target, send_copy

    sending = Sending(chosen.to, not chosen.no_photos, chosen.history, _note(chosen.note))
    with closing(open_or_read(chosen.file)) as opened:
        session = opened.session
        target = copy_target(session, chosen.target)
        sent = send_copy(session, target, sending, overwrite=chosen.force)
        session.flush()
    print(f"ส่งสำเนาแล้ว: {sent.path}")
    if sent.note is not None:
        print(f"ใบปะหน้า: {sent.note}")
    print(f"ลายนิ้วมือของเนื้อหา (SHA-256): {sent.fingerprint}")
    if sent.missing:
        print(f"ภาพ {sent.missing} ภาพไม่มีในแฟ้มงานแล้ว จึงไม่ได้ไปด้วย")
    if not sent.remembered:
        print("แฟ้มงานเปิดได้เพื่ออ่านเท่านั้น จึงไม่ได้จำไว้ว่าส่งอะไรไป เมื่อได้คืนจะต้องเลือกเองทุกช่องที่ต่างกัน")
    return 0


def _note(word: str) -> NoteForm:
    from ita_desktop.session.review.sending import NoteForm

    forms = {"pdf": NoteForm.PDF, "text": NoteForm.TEXT, "none": NoteForm.NONE}
    if word not in forms:
        raise UserError(f"ทำใบปะหน้าชนิด “{word}” ไม่ได้", "ใช้ --note pdf, --note text หรือ --note none")
    return forms[word]
