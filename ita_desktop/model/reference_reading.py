"""Typed references read: lists, ranges, both cases, both kinds of digits; damage is pointed at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ita_desktop.model.references import (
    Reference,
    ReferenceKind,
    ReferenceProblem,
    ReferencesReading,
    UnreadReference,
)
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.text import clean

_KINDS = {
    "i": ReferenceKind.IIT_QUESTION,
    "e": ReferenceKind.EIT_QUESTION,
    "o": ReferenceKind.OIT_ITEM,
}
_TOOLS = {"iit": "i", "eit": "e", "oit": "o"}
_EDGE = r"(?![A-Za-z0-9๐-๙])"
_PIECE = re.compile(
    r"(?P<gap>[\s,;、()\[\]“”\"'ฯ/&]+|และ|กับ|รวมทั้ง|อ้างอิงจาก|อ้างอิง|จาก|ตาม|แบบวัด|แบบตรวจ"
    r"|ข้อคำถามที่|ข้อคำถาม|คำถามที่|คำถาม|ข้อที่|ข้อ|รหัส)"
    r"|(?P<indicator>ตัวชี้วัดย่อยที่|ตัวชี้วัดย่อย|ตัวชี้วัดที่|ตัวชี้วัด)"
    r"|(?P<range>[-–—−]|ถึง)"
    rf"|(?P<tool>(?i:iit|eit|oit))(?![A-Za-z])"
    rf"|(?P<half_tool>(?i:it)(?:\s*[iI]?[0-9๐-๙]{{1,2}}{_EDGE})?)(?![A-Za-z])"
    rf"|(?P<code>(?i:[ieo])\s?\.?(?P<digits>[0-9๐-๙]{{1,3}}){_EDGE}(?!\.[0-9๐-๙]))"
    rf"|(?P<number>(?:[0-9๐-๙]{{1,3}})(?:\.[0-9๐-๙]{{1,2}})?{_EDGE})"
    r"|(?P<other>(?:(?!และ|กับ|ตัวชี้วัด|อ้างอิง|ถึง)[^\s,;、()\[\]“”\"'/&])+)",
)
_MARKUP = str.maketrans("○◯〇⭕ООоΟο", "ooooooooo")
# Latin letters that scanning puts in the place of digits after a letter: eb is e๖, em is e๗.
_LOOK_ALIKES = str.maketrans({"b": "6", "m": "7", "o": "0", "l": "1", "i": "1", "|": "1", "s": "5"})
_LONGEST_RANGE = 50


@dataclass
class _Reader:
    """What has been read so far, and what a lone number would belong to."""

    year: int | None
    values: list[Reference | UnreadReference] = field(default_factory=list)
    problems: list[ReferenceProblem] = field(default_factory=list)
    kind: ReferenceKind | None = None
    """Set by the word ตัวชี้วัด or the name of a tool: numbers after it need no letter."""
    letter: str = ""
    """The letter of the last code that was read well."""
    range_mark: str = ""
    """The dash or ถึง between a first code and a last one still awaited."""

    def take(self, kind: ReferenceKind, number: str, typed: str) -> None:
        whole, dot, part = number.partition(".")
        if not 1 <= int(whole) <= 99 or (dot and int(part) == 0):
            self.refuse(typed, f"ไม่มีรหัส “{typed}”")
            return
        number = f"{int(whole)}{dot}{int(part) if dot else ''}"
        if self.range_mark:
            self.extend(kind, number, typed)
        else:
            self.values.append(Reference(kind, number, self.year))

    def extend(self, kind: ReferenceKind, number: str, typed: str) -> None:
        """Reads up to this code from the one before the dash."""
        mark, self.range_mark = self.range_mark, ""
        first = self.values[-1]
        assert isinstance(first, Reference)  # a range begins only after one
        stem, _, low = first.number.rpartition(".")
        other_stem, _, high = number.rpartition(".")
        span = int(high) - int(low)
        if kind is first.kind and stem == other_stem and 0 <= span <= _LONGEST_RANGE:
            dotted = f"{stem}." if stem else ""
            numbers = range(int(low) + 1, int(high) + 1)
            self.values += [Reference(kind, f"{dotted}{each}", self.year) for each in numbers]
            return
        self.refuse(f"{mark}{typed}", "ช่วงรหัสต้องเป็นชนิดเดียวกันและเรียงจากน้อยไปมาก เช่น O1 - O5")

    def refuse(self, typed: str, problem: str, *suggestions: str) -> None:
        if self.range_mark:
            typed, self.range_mark = f"{self.range_mark}{typed}", ""
            suggestions = ()
        self.values.append(UnreadReference(typed))
        self.problems.append(ReferenceProblem(typed, problem, tuple(dict.fromkeys(suggestions))))


def read_references(text: str, year: int | None) -> ReferencesReading:
    """The references typed, each of ``year`` (พ.ศ.). Never raises.

    Reads ``อ้างอิงจาก O10, o๑๑ และ i4``, ranges (``O1 - O5``, ``O1 ถึง 5``), ``IIT ข้อ 4``,
    ``ตัวชี้วัด 9.1, 9.2``. Damage is kept as :class:`UnreadReference` with a problem and
    suggestions, never mended silently: a zero or ring for O, 1 for I, letters for Thai digits,
    ``IT`` for IIT.
    """
    reader = _Reader(year)
    for match in _PIECE.finditer(clean(text)):
        _read_piece(match, reader)
    if reader.range_mark:
        reader.refuse("", "ไม่มีรหัสสุดท้ายของช่วง เช่น O1 - O5")
    return ReferencesReading(tuple(reader.values), tuple(reader.problems))


def _read_piece(match: re.Match[str], reader: _Reader) -> None:
    piece = match[0]
    group = match.lastgroup if match.lastgroup != "digits" else "code"
    if group == "gap":
        return
    if group == "range":
        after_code = bool(reader.values) and isinstance(reader.values[-1], Reference)
        if after_code and not reader.range_mark:
            reader.range_mark = piece
    elif group == "indicator":
        reader.kind, reader.letter = ReferenceKind.INDICATOR, ""
    elif group == "tool":
        reader.kind, reader.letter = _KINDS[_TOOLS[piece.lower()]], ""
    elif group == "half_tool":
        number = to_arabic(piece[2:]).strip(" iI\n")
        code = f"I{int(number)}" if number.strip("0") else "IIT"
        reader.refuse(piece, f"“{piece}” ไม่ใช่ชื่อแบบวัด น่าจะเป็น {code}", code)
    elif group == "code":
        reader.kind, reader.letter = None, piece[0].upper()
        reader.take(_KINDS[piece[0].lower()], to_arabic(match["digits"]), piece)
    elif group == "number":
        _read_number(piece, reader)
    else:
        _refuse_damaged(piece, reader)


def _read_number(piece: str, reader: _Reader) -> None:
    """A number without a letter: good after ตัวชี้วัด, a tool or a dash, else damaged."""
    number = to_arabic(piece)
    dotted = "." in number
    if reader.kind is ReferenceKind.INDICATOR:
        kind = ReferenceKind.SUBINDICATOR if dotted else ReferenceKind.INDICATOR
        reader.take(kind, number, piece)
    elif reader.kind and not dotted:
        reader.take(reader.kind, number, piece)
    elif reader.range_mark and reader.letter and not dotted and number[0] != "0":
        reader.take(_KINDS[reader.letter.lower()], number, piece)
    elif dotted:
        reader.refuse(piece, f"“{piece}” ไม่มีคำว่า ตัวชี้วัด นำหน้า", f"ตัวชี้วัดย่อยที่ {number}")
    elif number.startswith("0") and number.strip("0"):
        code = f"O{int(number)}"
        reader.refuse(piece, f"“{piece}” ขึ้นต้นด้วยเลขศูนย์ น่าจะเป็นตัวอักษร {code}", code)
    else:
        meant = [f"{reader.letter}{int(number)}"] if reader.letter and number.strip("0") else []
        if number.startswith("1") and number[1:].strip("0") and number[1] != "0":
            meant.append(f"I{int(number[1:])}")
        guess = f" อาจเป็น {' หรือ '.join(dict.fromkeys(meant))}" if meant else ""
        reader.refuse(piece, f"“{piece}” ไม่มีตัวอักษร I, E หรือ O นำหน้า{guess}", *meant)


def _refuse_damaged(piece: str, reader: _Reader) -> None:
    """A piece that is no code: with what it may have been before it was scanned."""
    letters = piece.translate(_MARKUP).lower()
    head, tail = letters[:1], to_arabic(letters[1:].lstrip("."))
    head = {"l": "i", "|": "i", "1": "i", "0": "o", "๐": "o"}.get(head, head)
    number = tail.translate(_LOOK_ALIKES)
    if head in _KINDS and re.fullmatch("[0-9]{1,2}", number) and int(number):
        code = f"{head.upper()}{int(number)}"
        reader.refuse(piece, f"“{piece}” ไม่ใช่รหัสที่ถูกต้อง น่าจะเป็น {code}", code)
    else:
        shown = piece if len(piece) <= 40 else f"{piece[:39]}…"
        reader.refuse(piece, f"อ่านรหัสอ้างอิง “{shown}” ไม่ออก พิมพ์เช่น O10, I4, ตัวชี้วัด 9.1")
