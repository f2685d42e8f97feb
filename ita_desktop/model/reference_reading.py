"""Typed references read: lists, ranges, both cases, both kinds of digits; damage is pointed at."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from string import ascii_letters, digits

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
_NEXT_CODE = rf"(?=(?:[ieoIEO][0-9๐-๙]{{1,3}})+{_EDGE})"
_PIECE = re.compile(
    r"(?P<year>\s*\((?:ปี|พ\.\s?ศ\.|\s)*(?P<of>[2๒][0-9๐-๙]{3})\s*\))"
    r"|(?P<gap>[\s,;、()\[\]“”\"'ฯ/&]+|และ|กับ|รวมทั้ง|อ้างอิงจาก|อ้างอิง|จาก|ตาม|แบบวัด|แบบตรวจ"
    r"|ข้อคำถามที่|ข้อคำถาม|คำถามที่|คำถาม|ข้อที่|ข้อ|รหัส)"
    r"|(?P<indicator>ตัวชี้วัดย่อยที่|ตัวชี้วัดย่อย|ตัวชี้วัดที่|ตัวชี้วัด)"
    r"|(?P<range>[-–—−]|ถึง)"
    rf"|(?P<tool>(?i:iit|eit|oit))(?![A-Za-z])"
    rf"|(?P<half_tool>(?i:it)(?:\s*[iI]?[0-9๐-๙]{{1,2}}{_EDGE})?)(?![A-Za-z])"
    rf"|(?P<code>(?i:[ieo])\s?\.?(?P<digits>[0-9๐-๙]{{1,3}})"
    rf"(?:{_EDGE}|{_NEXT_CODE})(?!\.[0-9๐-๙]))"
    rf"|(?P<number>(?:[0-9๐-๙]{{1,3}})(?:\.[0-9๐-๙]{{1,2}})?{_EDGE})"
    r"|(?P<other>(?:(?!และ|กับ|ตัวชี้วัด|อ้างอิง|ถึง)[^\s,;、()\[\]“”\"'/&])+)",
)
_WIDE = {0xFEE0 + ord(one): one for one in ascii_letters + digits}
"""Letters and digits as wide as a Chinese one, which are the same letters."""

_MARKUP = str.maketrans("○◯〇⭕ООоΟο", "ooooooooo")
# Latin letters that scanning puts in the place of digits after a letter: eb is e๖, em is e๗.
_LOOK_ALIKES = str.maketrans({"b": "6", "m": "7", "o": "0", "l": "1", "i": "1", "|": "1", "s": "5"})
_LONGEST_RANGE = 50
_COMMA = re.compile(r"\s*[,、]\s*")
_JOINED = re.compile("[,;、/&]|และ|กับ|รวมทั้ง")
_INNER_GROUPS = {"digits": "code", "of": "year"}
_NO_NUMBER = "“{}” ยังไม่มีเลขข้อ พิมพ์เลขต่อท้าย เช่น IIT ข้อ 4, ตัวชี้วัด 9.1"
_BAD_RANGE = "ช่วงรหัสต้องมีรหัสแรกและรหัสสุดท้าย ชนิดเดียวกัน เรียงจากน้อยไปมาก เช่น O1 - O5"


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
    text: str = ""
    last_start: int = 0
    """Where the last code read well begins in the text."""
    range_open: bool = False
    """Whether a dash or ถึง stands after that code, and the code it leads to is awaited."""
    taken: int = 0
    """How many values the code or range read last gave."""
    last_end: int = -1
    """Where that code or range ends in the text."""
    named: tuple[int, int] | None = None
    """Where a tool or the word ตัวชี้วัด stands that no number has followed yet."""

    def take(self, kind: ReferenceKind, number: str, start: int, end: int) -> None:
        """A code as typed at ``text[start:end]``, alone or as the last of a range."""
        typed = self.text[start:end]
        whole, dot, part = number.partition(".")
        if not 1 <= int(whole) <= 99 or (dot and int(part) == 0):
            self.refuse(typed, f"ไม่มีรหัส “{typed}”", start=start)
            return
        number = f"{int(whole)}{dot}{int(part) if dot else ''}"
        if self.range_open:
            self.extend(kind, number, start, end)
        else:
            self.values.append(Reference(kind, number, self.year))
            self.last_start, self.last_end, self.taken, self.named = start, end, 1, None

    def extend(self, kind: ReferenceKind, number: str, start: int, end: int) -> None:
        """Reads up to this code from the one before the dash."""
        first = self.values[-1]
        assert isinstance(first, Reference)  # a range begins only after one
        stem, _, low = first.number.rpartition(".")
        other_stem, _, high = number.rpartition(".")
        span = int(high) - int(low)
        if kind is not first.kind or stem != other_stem or not 0 <= span <= _LONGEST_RANGE:
            self.refuse(self.text[start:end], _BAD_RANGE, start=start)
            return
        dotted = f"{stem}." if stem else ""
        numbers = range(int(low) + 1, int(high) + 1)
        self.values += [Reference(kind, f"{dotted}{each}", self.year) for each in numbers]
        self.last_start, self.last_end, self.taken = start, end, self.taken + len(numbers)
        self.range_open, self.named = False, None

    def name(self, start: int, end: int) -> None:
        """A tool or the word ตัวชี้วัด: what numbers after it belong to."""
        if self.named and _JOINED.search(self.text, self.named[1], start):
            self.refuse_named()
        self.named = (self.named[0] if self.named else start, end)

    def refuse_named(self) -> None:
        """Keeps a tool or the word ตัวชี้วัด that no number follows."""
        if self.named and not self.range_open:
            start, end = self.named
            self.named = None
            typed = self.text[start:end]
            self.refuse(typed, _NO_NUMBER.format(typed), start=start)

    def date(self, year: int, start: int, end: int) -> None:
        """A year in brackets, of the code or range right before it."""
        between = self.text[self.last_end : start] if self.last_end >= 0 else "?"
        if between.strip() or self.range_open:
            typed = self.text[start:end].strip()
            start = end - len(typed)
            self.refuse(typed, f"ไม่ทราบว่าปี “{typed}” เป็นของรหัสใด พิมพ์เช่น O34 (2567)", start=start)
            return
        of_code = self.values[-self.taken :]
        self.values[-self.taken :] = [
            dataclasses.replace(one, year=year) for one in of_code if isinstance(one, Reference)
        ]
        self.last_end = end

    def refuse(self, typed: str, problem: str, *suggestions: str, start: int) -> None:
        """Keeps a piece unread, with the tool named before it; a range whole."""
        if self.range_open:
            self.range_open = False
            typed = self.text[self.last_start : start + len(typed)].strip()
            problem, suggestions = _BAD_RANGE, ()
            self.values.pop()
        elif self.named:
            typed = self.text[self.named[0] : start + len(typed)]
        self.named = None
        self.values.append(UnreadReference(typed))
        self.problems.append(ReferenceProblem(typed, problem, tuple(dict.fromkeys(suggestions))))


def read_references(text: str, year: int | None) -> ReferencesReading:
    """The references typed, each of ``year`` (พ.ศ.). Never raises.

    Reads ``อ้างอิงจาก O10, o๑๑ และ i4``, ranges (``O1 - O5``, ``O1 ถึง 5``), ``IIT ข้อ 4``,
    ``ตัวชี้วัด 9.1, 9.2``. Damage is kept as :class:`UnreadReference` with a problem and
    suggestions, never mended silently: a zero or ring for O, 1 for I, letters for Thai digits,
    ``IT`` for IIT. A number after a comma takes the letter before it (``E6,7``) unless it may mean
    something else; a year in brackets (``O34 (2567)``) wins over ``year``. No word or number reads
    to nothing: text in which no code is found is kept unread as a whole.
    """
    reader = _Reader(year, text=clean(text).translate(_WIDE))
    for match in _PIECE.finditer(reader.text):
        _read_piece(match, reader)
    if reader.range_open:
        reader.refuse("", _BAD_RANGE, start=len(reader.text))
    reader.refuse_named()
    if not reader.values and any(letter.isalnum() for letter in reader.text):
        reader.refuse(reader.text, _unread(reader.text), start=0)
    return ReferencesReading(tuple(reader.values), tuple(reader.problems))


def _read_piece(match: re.Match[str], reader: _Reader) -> None:
    piece, start = match[0], match.start()
    group = _INNER_GROUPS.get(match.lastgroup or "", match.lastgroup)
    if group == "gap":
        return
    if group == "year":
        reader.date(int(to_arabic(match["of"])), start, match.end())
    elif group == "range":
        reader.range_open = bool(reader.values) and isinstance(reader.values[-1], Reference)
    elif group == "indicator":
        reader.kind, reader.letter = ReferenceKind.INDICATOR, ""
        reader.name(start, match.end())
    elif group == "tool":
        reader.kind, reader.letter = _KINDS[_TOOLS[piece.lower()]], ""
        reader.name(start, match.end())
    elif group == "half_tool":
        number = to_arabic(piece[2:]).strip(" iI\n")
        codes = (f"I{int(number)}",) if number.strip("0") else ()
        meant = codes[0] if codes else "IIT พิมพ์พร้อมเลขข้อ เช่น I4"
        reader.refuse(piece, f"“{piece}” ไม่ใช่ชื่อแบบวัด น่าจะเป็น {meant}", *codes, start=start)
    elif group == "code":
        reader.kind, reader.letter = None, piece[0].upper()
        reader.take(_KINDS[piece[0].lower()], to_arabic(match["digits"]), start, match.end())
    elif group == "number":
        _read_number(piece, start, reader)
    else:
        problem, suggestions = _damage(piece)
        reader.refuse(piece, problem, *suggestions, start=start)


def _read_number(piece: str, start: int, reader: _Reader) -> None:
    """A number without a letter: good after ตัวชี้วัด, a tool or a dash, else damaged."""
    number = to_arabic(piece)
    dotted = "." in number
    end = start + len(piece)
    if reader.kind is ReferenceKind.INDICATOR:
        kind = ReferenceKind.SUBINDICATOR if dotted else ReferenceKind.INDICATOR
        reader.take(kind, number, start, end)
    elif reader.kind and not dotted:
        reader.take(reader.kind, number, start, end)
    elif reader.range_open and reader.letter and not dotted and number[0] != "0":
        reader.take(_KINDS[reader.letter.lower()], number, start, end)
    else:
        problem, suggestions = _lone_number(piece, number, reader.letter)
        after_comma = _COMMA.fullmatch(reader.text, max(reader.last_end, 0), start)
        if after_comma and suggestions == [f"{reader.letter}{number}"]:
            reader.take(_KINDS[reader.letter.lower()], number, start, end)
            return
        reader.refuse(piece, problem, *suggestions, start=start)


def _lone_number(piece: str, number: str, letter: str) -> tuple[str, list[str]]:
    """What is wrong with a number that nothing leads, and what it may mean."""
    whole, dot, part = number.partition(".")
    if dot:
        meant = [f"ตัวชี้วัดย่อยที่ {number}"] if 1 <= int(whole) <= 99 and int(part) else []
        return f"“{piece}” ไม่มีคำว่า ตัวชี้วัด นำหน้า", meant
    if number.startswith("0") and number.strip("0"):
        code = f"O{int(number)}"
        return f"“{piece}” ขึ้นต้นด้วยเลขศูนย์ น่าจะเป็นตัวอักษร {code}", [code]
    meant = [f"{letter}{int(number)}"] if letter and 1 <= int(number) <= 99 else []
    if number.startswith("1") and number[1:].strip("0") and number[1] != "0":
        meant.append(f"I{int(number[1:])}")
    guess = f" อาจเป็น {' หรือ '.join(dict.fromkeys(meant))}" if meant else ""
    return f"“{piece}” ไม่มีตัวอักษร I, E หรือ O นำหน้า{guess}", meant


def _damage(piece: str) -> tuple[str, list[str]]:
    """What is wrong with a piece that is no code, and what it may have been before scanning."""
    letters = piece.translate(_MARKUP).lower()
    head, tail = letters[:1], to_arabic(letters[1:].lstrip("."))
    head = {"l": "i", "|": "i", "1": "i", "0": "o", "๐": "o"}.get(head, head)
    number = tail.translate(_LOOK_ALIKES)
    if head in _KINDS and re.fullmatch("[0-9]{1,2}", number) and int(number):
        code = f"{head.upper()}{int(number)}"
        return f"“{piece}” ไม่ใช่รหัสที่ถูกต้อง น่าจะเป็น {code}", [code]
    return _unread(piece), []


def _unread(piece: str) -> str:
    shown = piece if len(piece) <= 40 else f"{piece[:39]}…"
    return f"อ่านรหัสอ้างอิง “{shown}” ไม่ออก พิมพ์เช่น O10, I4, ตัวชี้วัด 9.1"
