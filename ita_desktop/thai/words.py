"""Where a line of Thai may break, for paper and for the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ita_desktop.thai.dictionary import Tokenizer, tokenizer
from ita_desktop.thai.glue import (
    CLOSE_STRETCHES,
    MARK,
    STRETCHES,
    THAI,
    direct_quotes,
    join_bullet,
    join_numbered,
    kind_after,
    kind_before,
    mark_numbers,
    mark_signs,
    straight_quotes,
)
from ita_desktop.thai.names import ProperNames

_KEPT_CHARACTERS = 5_000_000
"""Characters of text whose breaks are remembered: some thousand pages."""
_KEPT_WORDS = 200_000

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x1f\x7f-\x9f\ue001\ue002]+")
_WHITE = re.compile("[\t\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x85]")
_TORN_CLUSTER = re.compile(f"[เ-ไ]{MARK}|{MARK}[ะ-ฺๅ็-๎]")
_PREFIXES = tuple(
    (f"{MARK}{prefix}{MARK}", f"{MARK}{prefix}") for prefix in ("การ", "ความ", "ผู้", "ข้อ", "นัก")
)
"""What makes a noun of the word after it does not end a line."""
_MISREAD = tuple(
    (read.replace("|", MARK), meant.replace("|", MARK))
    for read, meant in (
        ("|แนว|ปฏิบัติการ", "|แนวปฏิบัติ|การ"),
        ("|ความคืบ|หน้าที่", "|ความคืบหน้า|ที่"),
        ("|แนว|ทางการ", "|แนวทาง|การ"),
        ("|แนว|ทางใน", "|แนวทาง|ใน"),
        ("|ช่อง|ทางการ", "|ช่องทาง|การ"),
        ("|ช่อง|ทางใน", "|ช่องทาง|ใน"),
        ("|แบบ|ตรวจการ", "|แบบตรวจ|การ"),
        ("|สถาน|ที่ตั้ง", "|สถานที่|ตั้ง"),
        ("|พัฒนาการ|ดำเนิน", "|พัฒนา|การ|ดำเนิน"),
        ("|ผล|ประโยชน์ส่วนรวม", "|ผลประโยชน์|ส่วนรวม"),
        ("|มาก|น้อย|", "|มากน้อย|"),
        ("|ประจำ|ปี", "|ประจำปี"),
        ("|อ้างอิง|จาก", "|อ้างอิงจาก"),
    )
)
"""Where the engines, which take the fewest words, read two words across their border."""
_THAI = re.compile(f"[{THAI}]")
_DIGITS = re.compile("[0-9๐-๙]")
_EMERGENCY = re.compile(r"[^ /.\-?&=_]*[ /.\-?&=_]+|[^ /.\-?&=_]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """Text that a line does not tear, and the number of spaces after it.

    ``text`` may hold spaces (``พ.ศ. ๒๕๖๖``) and is empty only where a line begins with spaces.
    """

    text: str
    spaces: int


class _Segments(dict[str, Segment]):
    """Segments by their text with its spaces: words come back often, so each is made once."""

    def __missing__(self, key: str) -> Segment:
        if len(self) > _KEPT_WORDS:
            self.clear()
        text = key.rstrip(" ")
        segment = self[key] = Segment(text, len(key) - len(text))
        return segment


class Breaker:
    """Finds the places where a line of Thai may break, and remembers them by text.

    ``words`` are names of the office (places, people, divisions) that are kept whole.
    """

    def __init__(
        self, words: frozenset[str] = frozenset(), tokenize: Tokenizer | None = None
    ) -> None:
        self._tokenize = tokenize or tokenizer()
        self._names = ProperNames(words, self._tokenize) if words else None
        self._known: dict[str, tuple[Segment, ...]] = {}
        self._characters = 0
        self._segments = _Segments()
        self._stretches: dict[str, str] = {}
        self._signs: dict[str, str] = {}
        self._numbers: dict[tuple[str, str, str], str] = {}

    def segments(self, text: str) -> tuple[Segment, ...]:
        """One line of text, without newlines, as the parts between which it may break."""
        known = self._known.get(text)
        if known is None:
            known = self._cut(text)
            self._characters += len(text) + 40
            if self._characters > _KEPT_CHARACTERS:
                self._known.clear()
                self._characters = len(text)
            self._known[text] = known
        return known

    def _cut(self, text: str) -> tuple[Segment, ...]:
        if not text.isprintable():
            text = _INVISIBLE.sub("", _WHITE.sub(" ", text))
        if not text:
            return ()
        quoted = '"' in text
        if quoted:
            text = direct_quotes(text)
        stretches = (CLOSE_STRETCHES if "." in text else STRETCHES).findall(text)
        first = 0 if _THAI.match(stretches[0][-1]) else 1
        thai = stretches[first::2]
        words = self._words(thai)
        signs = stretches[1 - first :: 2]
        for place, sign in enumerate(signs):
            known = self._signs.get(sign)
            if known is None:
                left, right = place - first, place - first + 1
                known = self._mark(
                    sign,
                    thai[left] if left >= 0 else "",
                    words[right] if right < len(words) else "",
                )
            signs[place] = known
        stretches[first::2], stretches[1 - first :: 2] = words, signs
        marked = "".join(stretches).strip(MARK)
        if _TORN_CLUSTER.search(marked):
            marked = _TORN_CLUSTER.sub(lambda torn: torn.group().replace(MARK, ""), marked)
        if quoted:
            marked = straight_quotes(marked)
        if "ที่" in marked:
            marked = join_numbered(marked)
        marked = join_bullet(marked)
        return tuple(map(self._segments.__getitem__, marked.split(MARK)))

    def _mark(self, signs: str, before: str, after: str) -> str:
        """A stretch of signs with its marks, between the Thai before it and the marked after it."""
        if not _DIGITS.search(signs):
            if len(self._signs) > _KEPT_WORDS:
                self._signs.clear()
            known = self._signs[signs] = mark_signs(signs)
            return known
        key = (kind_before(before), signs, kind_after(after))
        marked = self._numbers.get(key)
        if marked is None:
            if len(self._numbers) > _KEPT_WORDS:
                self._numbers.clear()
            marked = self._numbers[key] = mark_numbers(*key)
        return marked

    def _words(self, stretches: list[str]) -> list[str]:
        """Each stretch of Thai with marks between its words; all new ones in one call.

        Official prose says the same phrases over and over, and an edit changes one of a cell.
        """
        known = self._stretches
        new = [stretch for stretch in stretches if stretch not in known]
        if new:
            if len(known) > _KEPT_WORDS:
                known.clear()
                new = stretches
            known.update(zip(new, self._marked(new), strict=True))
        return [known[stretch] for stretch in stretches]

    def _marked(self, stretches: list[str]) -> list[str]:
        tokens = self._tokenize("\n".join(stretches))
        marked = f"{MARK}{MARK.join(tokens)}"
        for read, meant in _MISREAD:
            marked = marked.replace(read, meant)
        for prefix, joined in _PREFIXES:
            marked = marked.replace(prefix, joined)
        if self._names is not None:
            marked = self._names.join(tokens, marked)
        return marked[1:].replace(MARK + "\n", "\n").replace("\n" + MARK, "\n").split("\n")


@lru_cache(maxsize=4)
def breaker(words: frozenset[str] = frozenset()) -> Breaker:
    """The breaker that knows these names: made once, it costs half a second."""
    return Breaker(words)


def emergency_parts(text: str) -> tuple[str, ...]:
    """A segment too wide for its line, at the places where tearing it hurts least.

    After the spaces inside it, and after ``/ . - ? & = _`` of a web address. Joined together they
    are the segment. What is still too wide can only be broken between clusters.
    """
    return tuple(_EMERGENCY.findall(text))


def display_breaks(text: str) -> str:
    """The text with U+200B where a line may break: Qt alone does not know Thai on Windows."""
    known = breaker()
    return "\n".join(
        "".join(
            segment.text + (" " * segment.spaces or "\u200b") for segment in known.segments(line)
        ).removesuffix("\u200b")
        for line in text.split("\n")
    )
