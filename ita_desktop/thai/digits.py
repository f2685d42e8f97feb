"""Thai and Arabic digits (เลขไทย เลขอารบิก): one document prints one kind.

Text keeps the digits as typed; printing converts all of them, but never those of an address on
the web, of e-mail or, if the office wishes, of codes such as O34.
"""

from __future__ import annotations

import re
from enum import Enum

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"
_TO_THAI = tuple(zip(_ARABIC, _THAI, strict=True))
_TO_ARABIC = tuple(zip(_THAI, _ARABIC, strict=True))

_START = r"(?<![A-Za-z0-9._%+-])"  # only where a run begins: long runs stay cheap
_TOP = (
    r"(?:com|net|org|info|gov|edu|biz|asia|app|dev|site|page|online|link|co|to|io|me|ly|be|gl|th)"
)
_PATH = r"(?::[0-9]+)?(?:[/?#][^\s<>\"“”]*)?"
_ADDRESS = "|".join(
    (
        _START + r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",  # e-mail
        r"(?:https?|ftp)://[A-Za-z0-9.-]+" + _PATH,
        _START + r"(?i:www)\.[A-Za-z0-9.-]+" + _PATH,
        # Only known endings: "1.Google form" is a numbered item, not a domain.
        _START + rf"(?:[A-Za-z0-9-]{{1,63}}\.)+(?i:{_TOP})(?![A-Za-z0-9-])" + _PATH,
        r"@[A-Za-z0-9๐-๙._-]*[A-Za-z][A-Za-z0-9๐-๙._-]*",  # a LINE account
    )
)
_CODE = r"(?<![A-Za-z])[IEOieo] ?[0-9๐-๙]{1,2}(?![0-9๐-๙A-Za-z])"
_SPARED = re.compile(_ADDRESS)
_SPARED_WITH_CODES = re.compile(f"{_ADDRESS}|{_CODE}")
_QUOTED = re.compile("(“[^”]*”)")


class Digits(Enum):
    """The kind of digits a document prints."""

    THAI = "thai"
    ARABIC = "arabic"

    @property
    def label(self) -> str:
        """The kind by name and example, for a form."""
        return {Digits.THAI: "เลขไทย ๑๒๓", Digits.ARABIC: "เลขอารบิก 123"}[self]


def to_thai(text: str) -> str:
    """Every Arabic digit as its Thai one, wherever it stands."""
    return _with(text, _TO_THAI)


def to_arabic(text: str) -> str:
    """Every Thai digit as its Arabic one, wherever it stands."""
    return _with(text, _TO_ARABIC)


def _with(text: str, digits: tuple[tuple[str, str], ...]) -> str:
    """The text with other digits: ten searches are far quicker than a table asked for each letter,
    as str.translate does with Thai."""
    for before, after in digits:
        text = text.replace(before, after)
    return text


def convert(text: str, digits: Digits, *, spare_codes: bool = False) -> str:
    """The text with all its digits of one kind, sparing addresses and, on request, codes.

    Web addresses, bare domains and e-mail keep the digits they were typed with; with
    ``spare_codes`` so do codes of questions and items (O34, i10, E5).
    """
    table = _TO_THAI if digits is Digits.THAI else _TO_ARABIC
    pattern = _SPARED_WITH_CODES if spare_codes else _SPARED
    parts: list[str] = []
    end = 0
    for match in pattern.finditer(text):
        parts += [_with(text[end : match.start()], table), match.group()]
        end = match.end()
    parts.append(_with(text[end:], table))
    return "".join(parts)


def address_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where addresses on the web and of e-mail stand in a text: start and end of each."""
    return tuple(match.span() for match in _SPARED.finditer(text))


def to_thai_but_codes(text: str) -> str:
    """The text in Thai digits as the window says it: codes (O34) and addresses as they are."""
    return convert(text, Digits.THAI, spare_codes=True)


def to_thai_but_quoted(text: str) -> str:
    """The same, with what stands in quotes as it is: the very words that somebody typed."""
    parts = _QUOTED.split(text)
    return "".join(one if at % 2 else to_thai_but_codes(one) for at, one in enumerate(parts))


def like_typed(text: str, typed: str) -> str:
    """The text in Thai digits when what was typed holds any, otherwise unchanged."""
    return to_thai(text) if any(char in _THAI for char in typed) else text
