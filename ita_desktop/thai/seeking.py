"""Finding words in a text as readers see them, with the place where they stand.

What :func:`ita_desktop.thai.text.fold` makes equal is found equal: Thai and Arabic digits, upper
and lower case, runs of spaces, the spellings of sara am and of แ, the order of vowel and tone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ita_desktop.thai.text import fold

_TONES = "่้๊๋"
_MARKS = "ัิีึืฺุู็่้๊๋์ํ๎"
"""Marks above and below: a letter without its mark is another letter to a reader."""

_PIECES = re.compile(
    f"(?P<am>[{_TONES}]?)ำ|(?P<vowel>[ัิีึื็ุู])(?P<tone>[{_TONES}์])|(?P<one>.)", re.DOTALL
)


@lru_cache(maxsize=64)
def seeker(words: str) -> re.Pattern[str] | None:
    """The pattern that finds ``words`` in a text; None where there is nothing to find.

    A find never ends inside a letter: ``ที`` is not found in ``ที่``.
    """
    folded = fold(words)
    if not folded:
        return None
    pieces = "".join(map(_piece, _PIECES.finditer(folded)))
    return re.compile(f"{pieces}(?![{_MARKS}])", re.IGNORECASE)


def _piece(found: re.Match[str]) -> str:
    tone, one = found["am"], found["one"]
    if tone is not None:
        forms = {f"{tone}ำ", f"{tone}ํา", f"ํ{tone}า", f"ำ{tone}"}
        return f"(?:{'|'.join(sorted(forms))})"
    if one is None:
        vowel, mark = found["vowel"], found["tone"]
        return f"(?:{vowel}{mark}|{mark}{vowel})"
    if one == " ":
        return r"\s+"
    if one == "แ":
        return "(?:แ|เเ)"
    if "0" <= one <= "9":
        return f"[{one}{chr(ord('๐') + int(one))}]"
    return re.escape(one)
