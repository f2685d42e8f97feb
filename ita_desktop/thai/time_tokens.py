"""Typed Thai dates and timelines cut into tokens, whatever their spaces, dots and digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.months import MONTH_WORDS
from ita_desktop.thai.text import clean


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    MONTH = auto()
    NUMERIC_DATE = auto()  # 31/3/2566, 2025-03-31
    UNKNOWN = auto()
    TO = auto()  # a dash, ถึง
    SLASH = auto()
    FROM = auto()  # ตั้งแต่
    ONWARD = auto()  # เป็นต้นไป
    BY = auto()  # ภายใน
    BUDDHIST = auto()  # พ.ศ.
    COMMON = auto()  # ค.ศ.
    FISCAL = auto()  # ปีงบประมาณ
    WHOLE = auto()  # ตลอด, ทั้ง
    QUARTER = auto()  # ไตรมาส
    HALF = auto()  # ครึ่งปีแรก is 1, ครึ่งปีหลัง is 2
    FILLER = auto()  # วันที่, เดือน, ปี


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of what was typed; ``text`` has Arabic digits and no spaces."""

    kind: Kind
    text: str
    number: int = 0


def _spellings(kind: Kind, *words: str, number: int = 0) -> dict[str, tuple[Kind, int]]:
    return dict.fromkeys(words, (kind, number))


_WORDS: dict[str, tuple[Kind, int]] = {
    **{word: (Kind.MONTH, number) for word, number in MONTH_WORDS.items()},
    **_spellings(Kind.TO, "ถึง", "จนถึง", "จน", "กระทั่ง"),
    **_spellings(Kind.FROM, "ตั้งแต่", "เริ่มตั้งแต่", "เริ่ม", "นับตั้งแต่", "นับแต่", "เริ่มจาก"),
    **_spellings(Kind.ONWARD, "เป็นต้นไป", "ปัจจุบัน"),
    **_spellings(Kind.BY, "ภายใน", "ไม่เกิน"),
    **_spellings(Kind.BUDDHIST, "พศ", "พุทธศักราช"),
    **_spellings(Kind.COMMON, "คศ", "คริสต์ศักราช"),
    **_spellings(Kind.FISCAL, "ปีงบประมาณ", "ปีงบ", "งบประมาณ"),
    **_spellings(Kind.WHOLE, "ตลอด", "ทั้ง", "ตลอดทั้ง", "เต็ม"),
    **_spellings(Kind.QUARTER, "ไตรมาส", "q"),
    **_spellings(Kind.HALF, "ครึ่งปีแรก", "ครึ่งแรก", "6เดือนแรก", number=1),
    **_spellings(Kind.HALF, "ครึ่งปีหลัง", "ครึ่งหลัง", "6เดือนหลัง", number=2),
    **_spellings(Kind.FILLER, "เดือน", "วันที่", "ที่", "วัน", "ปี", "ประจำ", "ช่วง", "ในช่วง", "ใน"),
    **_spellings(Kind.FILLER, "ระหว่าง", "ของ", "สิ้น", "ณ", "เวลา", "ระยะ", "รอบ"),
    **_spellings(Kind.FILLER, "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"),
}
_LONGEST = max(map(len, _WORDS))
_SIX_MONTHS = re.compile("(?:(?<![0-9])6|หก)เดือน(?=แรก|หลัง)")
_PIECE = re.compile(
    r"(?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9]))"
    r"|(?P<date>[0-9]{1,2}([/.-])[0-9]{1,2}\3(?:[0-9]{4}|[0-9]{2})(?![0-9]))"
    r"|(?P<number>[0-9]+)"
    r"|(?P<to>-)"
    r"|(?P<slash>/)"
    r"|(?P<word>[^0-9/-]+?(?=[0-9/-]|$))"
)


def one_spelling(text: str) -> str:
    """The typed text in one spelling: Arabic digits, no spaces or dots but between two numbers.

    Letters and single digits spread by spaces come together again.
    """
    text = re.sub("[‐‑‒–—―−~～]", "-", to_arabic(clean(text)).lower())
    text = re.sub(r"[()\[\]“”\"'ฯ,]", " ", text)
    spread = re.compile(r"(?<![0-9])[0-9](?:\s+[0-9])+(?![0-9])")
    text = spread.sub(lambda match: re.sub(r"\s", "", match[0]), text)
    text = re.sub(r"(?<![0-9])\s+|\s+(?![0-9])", "", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?<![0-9])\.|\.(?![0-9])", "", text)
    return text.lstrip("-*•")


def tokens(text: str) -> tuple[Token, ...]:
    """Everything typed, cut into tokens; what is no known word stands as UNKNOWN."""
    folded = _SIX_MONTHS.sub("ครึ่ง", one_spelling(text))
    found: list[Token] = []
    for match in _PIECE.finditer(folded):
        piece = match[0].strip()
        if match["iso"] or match["date"]:
            found.append(Token(Kind.NUMERIC_DATE, piece))
        elif match["number"]:
            found.append(Token(Kind.NUMBER, piece))
        elif match["to"]:
            found.append(Token(Kind.TO, piece))
        elif match["slash"]:
            found.append(Token(Kind.SLASH, piece))
        elif piece:
            found += _words(piece)
    return tuple(found)


def _words(run: str) -> list[Token]:
    """A run of letters as known words from both its ends; the rest between them is one UNKNOWN."""
    cut = _cut(run)
    if cut is not None:
        return cut
    front: list[Token] = []
    back: list[Token] = []
    while word := _known_at_start(run):
        front.append(_token(word))
        run = run[len(word) :]
    while word := _known_at_end(run):
        back.insert(0, _token(word))
        run = run[: -len(word)]
    return [*front, *([Token(Kind.UNKNOWN, run)] if run else []), *back]


def _cut(run: str) -> list[Token] | None:
    """The run as known words only, the longest first, or None."""
    best: list[list[Token] | None] = [None] * len(run) + [[]]
    for start in range(len(run) - 1, -1, -1):
        for end in range(min(len(run), start + _LONGEST), start, -1):
            rest = best[end]
            if rest is not None and run[start:end] in _WORDS:
                best[start] = [_token(run[start:end]), *rest]
                break
    return best[0]


def _known_at_start(run: str) -> str:
    ends = range(min(_LONGEST, len(run)), 0, -1)
    # A short word at the start of a misspelt one ("ที่" in "ที่นาคม") must not be bitten off it.
    return next((run[:end] for end in ends if run[:end] in _WORDS and end > 2), "")


def _known_at_end(run: str) -> str:
    starts = range(max(0, len(run) - _LONGEST), len(run))
    return next((run[start:] for start in starts if run[start:] in _WORDS), "")


def _token(word: str) -> Token:
    kind, number = _WORDS[word]
    return Token(kind, word, number)
