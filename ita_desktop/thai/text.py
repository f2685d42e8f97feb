"""Text coming in (typed, pasted, imported): cleaned, and folded for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ita_desktop.thai.digits import to_arabic

_TONES = "่้๊๋"
_ABOVE = "ัิีึื็ํ"
# Glyphs of old Thai fonts in the private use area, met when copying from PDF files.
_OLD_GLYPHS = str.maketrans(
    dict(
        zip(
            map(chr, range(0xF700, 0xF71B)),
            "\u0e10\u0e34\u0e35\u0e36\u0e37"  # tho than without its foot, vowels set left
            "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"  # tones set low
            "\u0e0d\u0e31\u0e4d\u0e47"  # yo ying without its foot, marks set left
            "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",  # tones left, vowels low
            strict=True,
        )
    )
)
_UNSEEN = dict.fromkeys(
    (
        *(0x00AD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *(0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFE, 0xFFFF),
    )
)
_BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_PLAIN = re.compile(r"[\n -~ก-๛]*")
"""What holds no other characters is left as it is by all that does not put Thai in order."""

_JOINER = re.compile("(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d")
_RULES = (
    (re.compile("เเ"), "แ"),
    (re.compile(f"([{_TONES}์])([{_ABOVE}ุู])"), r"\2\1"),  # the vowel is written before the tone
    (re.compile(f"ํ([{_TONES}]?)า"), r"\1ำ"),
    (re.compile(f"ำ([{_TONES}])"), r"\1ำ"),
    (re.compile(f"([{_TONES}{_ABOVE}ฺุู์ำ])\\1+"), r"\1"),  # a mark struck twice
)


def clean(text: str) -> str:
    """The text as it is stored: Thai in its one spelling, nothing unseen in it.

    Thai vowels and tones are put in their standard order (``เเ`` is ``แ``, nikhahit with า is
    ``ำ``), old font glyphs become letters, line ends become ``\\n``, tabs and odd spaces become
    spaces, control and zero-width characters go, and so do spaces at the ends of lines and empty
    lines at both ends. Spaces inside a line stay as typed. Cleaning twice changes nothing.
    """
    if not _PLAIN.fullmatch(text):
        text = _BREAKS.sub("\n", text).translate(_OLD_GLYPHS).translate(_UNSEEN)
        text = "".join(map(_visible, text))
        text = _JOINER.sub("", text)
    text = _thai_order(unicodedata.normalize("NFC", text))
    return "\n".join(line.rstrip(" ") for line in text.split("\n")).strip(" \n")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text folded for searching: kind of digits, case and runs of spaces do not count."""
    return " ".join(to_arabic(clean(text)).casefold().split())


def _visible(char: str) -> str:
    if char == "\n" or " " <= char <= "~" or "ก" <= char <= "๛":
        return char
    category = unicodedata.category(char)
    if category == "Zs" or char == "\t":
        return " "
    return "" if category in ("Cc", "Cs") else char


def _thai_order(text: str) -> str:
    previous = None
    while previous != text:
        previous = text
        for pattern, replacement in _RULES:
            text = pattern.sub(replacement, text)
    return text
