"""Where a line may not break although words meet there: numbers, brackets, dates, labels.

The text is handled with a :data:`MARK` at every place where a line may break. Between Thai words
the dictionary sets the marks; :func:`mark_signs` sets those in a stretch of anything else (spaces,
digits, Latin letters, brackets); :func:`mark_numbers` does it for those with digits, where
the words on either side have their say.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ita_desktop.thai.months import MONTHS, SHORT_MONTHS

MARK = "\x1f"
"""A place where the line may break. Spaces at a break stand before the mark."""

THAI = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"
"""Thai letters, vowels and marks, for a character class; ๆ, ฯ and digits are signs, not words."""

_DIGIT = "0-9\u0e50-\u0e59"
_CLOSING = frozenset(")]}”’»>.,:;!?%‰…ๆฯ/°")
_OPENING = frozenset("([{“‘«<฿")
_CLOSE_QUOTE, _OPEN_QUOTE = "\ue001", "\ue002"
_DASHES = frozenset("-–—")

_SIGNS = rf"(?:ฯลฯ|(?:[ก-ฮ]{{1,5}}\.)+|ฯ|[^{THAI}ฯ]+)+"
_ABBREVIATION = (
    r"(?:[พครจ]\.ศ|ป\.ป\.[ชท]|พ\.ร\.[บกฎ]|ก\.(?:พ|อบต|ท|จ|ถ)|อ(?:บ[ตจ]|ปท|ปพร|สม)|[ทส]\.?ต|"
    r"ผ\.?อ|น\.ส|ว\.ด\.ป|[มตพธส]\.ค|[กพ]\.ย|ก\.พ)\."
)
"""Abbreviations of consonants alone that clerks write right behind a word: ปีงบประมาณพ.ศ."""

STRETCHES = re.compile(rf"{_SIGNS}|[{THAI}]+")
"""By turns: Thai words; and spaces, digits, Latin …, with Thai abbreviations (พ.ศ.) among them."""

CLOSE_STRETCHES = re.compile(rf"{_SIGNS}|(?:(?!{_ABBREVIATION})[{THAI}])+")
"""The same, for text with a full stop: a word ends before the abbreviation written close to it."""

_ATOM = re.compile(
    rf"""
      (?P<space>\ +)
    | (?P<etc>ฯลฯ)
    | (?P<abbreviation>(?:[ก-ฮ]{{1,5}}\.)+)
    | (?P<latin>(?:[A-Za-z][A-Za-z0-9]*:)?[A-Za-z0-9_@#&+~$À-ɏ]*[A-Za-zÀ-ɏ]
        [A-Za-z0-9_@#&+=~%$À-ɏ'’./:?\-–,;]*(?<![.,:;?'’]))
    | (?P<number>[{_DIGIT}]+(?:[.,:/\-–x×][{_DIGIT}]+)*)
    | (?P<dots>[.…]{{2,}} | _{{2,}})
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_UNITS = _listed(
    "บาท สตางค์ คน ราย คะแนน วัน เดือน ปี ชั่วโมง นาที ครั้ง ข้อ เรื่อง โครงการ แห่ง ประการ ชุด "
    "ฉบับ ชิ้น เครื่อง คัน หมู่บ้าน ครัวเรือน กิโลเมตร เมตร ตัวชี้วัด มาตรการ กิจกรรม ช่องทาง "
    "รายการ ด้าน หลัง ไร่ งาน ล้าน แสน หมื่น พัน น. กระบวนงาน กระบวนการ วันทำการ"
)
"""ลักษณนาม: what a number counts stays with the number."""

_ORDINALS = _listed(
    "ข้อ ที่ มาตรา หมู่ ปี เลข ฉบับ ระดับ ลำดับ ไตรมาส รอบ บท หน้า ชั้น ตอน ส่วน วรรค ภาค ครั้ง "
    "ประเภท แบบ งวด กลุ่ม ."
)
"""Words whose number is a name, not a count: ข้อ ๑, มาตรา ๙, หมู่ที่ ๕, พ.ศ. ๒๕๖๖."""

_AMOUNTS = _listed("ร้อยละ จำนวน ประมาณ กว่า เกิน ละ เวลา อายุ รวม โทร. โทรศัพท์")
"""Words that stay with the amount after them."""

_COUNTED = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})(?![{THAI}])"
)
_DATED = re.compile(rf"(?:{'|'.join(map(re.escape, MONTHS + SHORT_MONTHS))})")
_BULLET = re.compile(rf"\ *(?:[-–—•▪●○☐☑☒□■✓]|[{_DIGIT}]{{1,3}}(?:\.[{_DIGIT}]{{1,3}})+)\ *{MARK}")
_NUMBERED = re.compile(
    rf"(?<![{THAI}])(ตัวชี้วัด|มาตรการ|โครงการ|กิจกรรม|คำถาม|เป้าหมาย|กระบวนงาน|คำสั่ง){MARK}"
    rf"(?=ที่ ?[{_DIGIT}])"
)
_YEAR = re.compile(r"(?:2[45]|๒[๔๕])[0-9๐-๙]{2}\Z")
_LONGEST_LABEL = 7
_NUMBERS = re.compile(
    rf"(?P<before>{MARK}?)(?P<open>\(?)(?P<number>[{_DIGIT}][{_DIGIT}.,:/\-–x×]*)(?P<close>[.)]?)"
    rf"(?P<spaces>\ *)(?P<after>{MARK}?)"
)


def mark_signs(signs: str) -> str:
    """A stretch of spaces, digits, Latin and signs with its marks, also at either end.

    An end that must not be parted from its neighbour (a bracket, ๆ, a full stop) has no mark.
    """
    out: list[str] = []
    kind, last, gap = "start", "", 0
    for match in _ATOM.finditer(signs):
        now, atom = match.lastgroup or "sign", match.group()
        if now == "space":
            out.append(atom)
            gap = len(atom)
            continue
        if not _together(kind, last, gap, now, atom):
            out.append(MARK)
        out.append(atom)
        kind, last, gap = now, atom, 0
    if (gap and not _holds_next(kind, last)) or (not gap and not _holds_next_word(kind, last)):
        out.append(MARK)
    return "".join(out)


def _together(kind: str, last: str, gap: int, now: str, atom: str) -> bool:
    """Whether the line must not break between two atoms with ``gap`` spaces between them."""
    if atom[0] in _CLOSING or atom[0] == _CLOSE_QUOTE or now == "dots":
        return True
    if kind == "start":
        # A spaced dash between two words ends a line; it never begins one.
        return bool(gap) and atom in _DASHES
    if _holds_next(kind, last):
        return True
    if gap:
        if atom in _DASHES:
            return True
        return kind == "abbreviation" and now == "number"
    if kind in ("abbreviation", "number", "latin") and now in ("abbreviation", "number", "latin"):
        return True
    if atom in _DASHES or last in _DASHES:
        return True
    return last in (".", "/", ":", ",") and now in ("number", "abbreviation")


def _holds_next(kind: str, last: str) -> bool:
    """Whether the atom keeps what follows it, spaces or not."""
    return kind != "start" and (last[-1] in _OPENING or last == _OPEN_QUOTE)


def _holds_next_word(kind: str, last: str) -> bool:
    """Whether the atom keeps a Thai word that follows without a space."""
    return _holds_next(kind, last) or kind == "abbreviation" or last in _DASHES


def direct_quotes(text: str) -> str:
    """Straight quotes as opening and closing ones, so that they can be told apart.

    They take turns, unless a space on one side only shows which way a quote looks.
    """
    pieces = text.split('"')
    out = [pieces[0]]
    opens = True
    for before, after in pairwise(pieces):
        free_left, free_right = before[-1:] in ("", " ", "("), after[:1] in ("", " ", ")")
        if free_left != free_right:
            opens = free_left
        out += (_OPEN_QUOTE if opens else _CLOSE_QUOTE, after)
        opens = not opens
    return "".join(out)


def straight_quotes(marked: str) -> str:
    """The quotes as they were written."""
    return marked.replace(_OPEN_QUOTE, '"').replace(_CLOSE_QUOTE, '"')


def kind_before(word: str) -> str:
    """A stand-in for the Thai before a number: all that matters is whether it keeps the number.

    A date stays whole: where a cell is too narrow for it, it is torn at its spaces.
    """
    if word.endswith(_ORDINALS):
        return "ข้อ"
    if word.endswith(_AMOUNTS):
        return "จำนวน"
    if word.endswith(MONTHS):
        return "มกราคม"
    return "ก" if word else ""


def kind_after(marked: str) -> str:
    """A stand-in for the marked Thai after a number: a month, what is counted, or anything else."""
    if marked.startswith(MONTHS):
        return "มกราคม"
    if _COUNTED.match(marked):
        return "บาท"
    return "ก" if marked else ""


def mark_numbers(before: str, signs: str, after: str) -> str:
    """:func:`mark_signs` for a stretch with digits between two stand-ins.

    Without the marks between a number and its word: ข้อ ๑, ๓๑ มีนาคม, มีนาคม ๒๕๖๙, ๕ คน, ``๑.`` ให้มี.
    """
    marked = before + mark_signs(signs) + after

    def joined(match: re.Match[str]) -> str:
        mark_before, opening, number, close, spaces, mark_after = match.groups()
        left = match.start()
        while left and marked[left - 1] == " ":
            left -= 1
        ordinal = not opening and marked.endswith(_ORDINALS, 0, left)
        amount = not opening and marked.endswith(_AMOUNTS, 0, left)
        dated = _YEAR.match(number) and marked.endswith(MONTHS, 0, left)
        if ordinal or amount or dated:
            mark_before = ""
        if mark_after:
            if close or number[-1] == ".":
                label = left < match.start() or not left
                keeps = label and not ordinal and len(number) <= _LONGEST_LABEL
            elif _DATED.match(marked, match.end()):
                keeps = True
            else:
                counts = not ordinal and not _YEAR.match(number)
                keeps = counts and _COUNTED.match(marked, match.end()) is not None
            if keeps:
                mark_after = ""
        return mark_before + opening + number + close + spaces + mark_after

    found = _NUMBERS.sub(joined, marked)
    return found[len(before) : len(found) - len(after)]


def join_numbered(marked: str) -> str:
    """Without the mark inside ``ตัวชี้วัดที่ ๑`` and its like: the noun of a number with ที่."""
    return _NUMBERED.sub(r"\1", marked)


def join_bullet(marked: str) -> str:
    """Without the mark between what begins a line (``-``, ``•``, ``๑.๑``) and its first word."""
    match = _BULLET.match(marked)
    return marked[: match.end() - 1] + marked[match.end() :] if match else marked
