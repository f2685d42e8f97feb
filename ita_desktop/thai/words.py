"""Where a line of Thai may break, for paper and for the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ita_desktop.thai.dictionary import Tokenizer, tokenizer
from ita_desktop.thai.glue import MARK, SIGNS, join_numbers, mark_signs

_KEPT_CHARACTERS = 8_000_000
"""Characters of text whose breaks are remembered: some thousand pages."""
_KEPT_WORDS = 200_000

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0b-\x1f\x7f]+")
_WHITE = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x85]")
_CLEAN = re.compile("[\t\u00a0\u2000-\u200d\u202f\u2028\u2029\u205f\u2060\u3000\ufeff\x00-\x1f\x7f\x85]")
_TORN_CLUSTER = re.compile(f"(?<=[เ-ไ]){MARK}|{MARK}(?=[ะ-ฺๅ็-๎])")
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


class _MarkedSigns(dict[str, str]):
    """Stretches between Thai words with their marks, each worked out once."""

    def __missing__(self, key: str) -> str:
        if len(self) > _KEPT_WORDS:
            self.clear()
        marked = self[key] = mark_signs(key)
        return marked


class Breaker:
    """Finds the places where a line of Thai may break, and remembers them by text.

    ``words`` are names of the office (places, people, divisions) that are kept whole.
    """

    def __init__(
        self, words: frozenset[str] = frozenset(), tokenize: Tokenizer | None = None
    ) -> None:
        self._tokenize = tokenize or tokenizer(words)
        self._known: dict[str, tuple[Segment, ...]] = {}
        self._characters = 0
        self._segments = _Segments()
        self._signs = _MarkedSigns()

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
        if not text:
            return ()
        if _CLEAN.search(text):
            text = _INVISIBLE.sub("", _WHITE.sub(" ", text))
        parts = SIGNS.split(text)  # Thai words stand at even places, all else at odd ones
        parts[1::2] = map(self._signs.__getitem__, parts[1::2])
        parts[::2] = self._words(parts[::2])
        marked = "".join(parts)
        if _DIGITS.search(marked):
            marked = join_numbers(marked)
        marked = marked.strip(MARK)
        return tuple(map(self._segments.__getitem__, marked.split(MARK)))

    def _words(self, stretches: list[str]) -> list[str]:
        """Each stretch of Thai with marks between its words. One call for a whole line."""
        marked = MARK.join(self._tokenize("\n".join(stretches)))
        marked = _TORN_CLUSTER.sub("", marked).replace(MARK + "\n", "\n").replace("\n" + MARK, "\n")
        return marked.split("\n")


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


def strip_breaks(text: str) -> str:
    """The text without what :func:`display_breaks` put in."""
    return text.replace("\u200b", "")
