"""The program's features as commands, for those who need no window.

A mistake gets one Thai line on standard error with problem and remedy, and exit code 2.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from ita_desktop.commands.checking import check, declare_check
from ita_desktop.commands.copying import declare_copy, write_copy
from ita_desktop.commands.exporting import (
    declare_documents,
    declare_export,
    export,
    list_documents,
)
from ita_desktop.commands.importing import bring_in, declare_import
from ita_desktop.commands.making import declare_new, make_new
from ita_desktop.commands.requesting import declare_request, write_requests
from ita_desktop.commands.workbooks import declare_workbook, write_workbook
from ita_desktop.errors import UserError

MISTAKE = 2
OUR_FAULT = 1

_log = logging.getLogger(__name__)


def is_command(words: Sequence[str]) -> bool:
    """Whether the words of the command line name a command rather than a file to open."""
    return bool(words) and (words[0] in COMMANDS or words[0] in ("-h", "--help", "--version"))


def run(words: Sequence[str]) -> int:
    """Carry out one command; the exit code."""
    return guarded(lambda: _carry_out(words))


def guarded(work: Callable[[], int]) -> int:
    """The work's exit code, with every failure told in Thai and none as a traceback."""
    _speak_utf8()
    try:
        code = work()
        sys.stdout.flush()
        return code
    except UserError as error:
        print(f"{error.problem} — {error.remedy}", file=sys.stderr)
        return MISTAKE
    except BrokenPipeError:  # whoever reads the words has enough of them (``| head``)
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - till the end
        return 0
    except KeyboardInterrupt:
        print("ยกเลิกแล้ว — ไม่มีแฟ้มใดค้างอยู่ครึ่งเดียว", file=sys.stderr)
        return MISTAKE
    except Exception:
        from ita_desktop.logs import start_log

        log = start_log()
        _log.exception("the command failed")
        print(
            f"โปรแกรมขัดข้อง งานที่บันทึกแล้วยังอยู่ครบ — รายละเอียดอยู่ใน {log} โปรดส่งให้ผู้ดูแลโปรแกรม",
            file=sys.stderr,
        )
        return OUR_FAULT


def window_path(words: Sequence[str]) -> str:
    """The file to open in the window, or empty. Raises UserError for more than one word."""
    if len(words) > 1 or (words and words[0].startswith("-")):
        known = ", ".join(COMMANDS)
        raise UserError(
            f"ไม่รู้จักคำสั่ง “{' '.join(words)}”", f"พิมพ์ชื่อแฟ้มงานเพียงแฟ้มเดียว หรือใช้คำสั่ง: {known}"
        )
    return words[0] if words else ""


def need_display() -> None:
    """Raise UserError where no window can be opened."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not shown and "QT_QPA_PLATFORM" not in os.environ:
        raise UserError(
            "เครื่องนี้ไม่มีจอแสดงผล จึงเปิดหน้าต่างไม่ได้",
            "ใช้คำสั่ง export แฟ้มงาน --all --to โฟลเดอร์ เพื่อทำเอกสารทั้งหมดแทน",
        )


class _Parser(argparse.ArgumentParser):
    """argparse, saying in Thai what is wrong with the command."""

    def error(self, message: str) -> NoReturn:
        raise UserError(_in_thai(message), f"ดูวิธีใช้ด้วย {self.prog} --help")


def _in_thai(message: str) -> str:
    _, _, names = message.partition(": ")
    if message.startswith("the following arguments are required"):
        return f"คำสั่งยังขาด {names}"
    if message.startswith("unrecognized arguments"):
        return f"ไม่รู้จัก {names}"
    if message.startswith("one of the arguments"):
        wanted = message.removeprefix("one of the arguments ").removesuffix(" is required")
        return f"ต้องระบุอย่างใดอย่างหนึ่ง: {wanted.replace(' ', ' หรือ ')}"
    if "not allowed with argument" in message:
        return f"ใช้ร่วมกันไม่ได้: {message.removeprefix('argument ')}"
    return f"คำสั่งไม่ถูกต้อง ({message})"


def _parser() -> argparse.ArgumentParser:
    from ita_desktop import __version__

    parser = _Parser(
        prog="main.py",
        description="จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) และเอกสารที่ต้องใช้",
        epilog="เรียกโดยไม่มีคำสั่ง หรือระบุเพียงชื่อแฟ้มงาน จะเปิดหน้าต่างโปรแกรม",
    )
    parser.add_argument("--version", action="version", version=f"ITA Desktop {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="คำสั่ง", required=True)

    for declare in DECLARED:
        declare(commands)
    return parser


def _carry_out(words: Sequence[str]) -> int:
    chosen = _parser().parse_args(words)
    return COMMANDS[chosen.command](chosen)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


DECLARED = (
    declare_new,
    declare_documents,
    declare_check,
    declare_export,
    declare_import,
    declare_request,
    declare_workbook,
    declare_copy,
)
COMMANDS = {
    "new": make_new,
    "documents": list_documents,
    "check": check,
    "export": export,
    "import": bring_in,
    "request": write_requests,
    "workbook": write_workbook,
    "copy": write_copy,
}
"""Every command by its word. One stands here from the day it works."""
