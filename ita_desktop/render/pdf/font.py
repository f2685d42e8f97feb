"""The families a document may be set in, and which font shows which character."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from ita_desktop.render.pdf.cluster_font import ClusterFont, FontInDocument, Shaped

__all__ = ["ClusterFont", "FontFamily", "FontInDocument", "Shaped", "font_family"]

_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")

SCALES = {"Laksaman": 1 / 1.504, "Sarabun": 1 / 1.519}
"""Letter size of each family against TH Sarabun New at the same point size.

Laksaman is drawn after TH Sarabun New, half as large again: at 1/1.504 its advances agree to
0.004 pt at 16 pt. Sarabun is another drawing: at 1/1.519 a page of official prose is as long as in
Laksaman, so lines break alike; its letters are then 3.6 % lower (0.386 against 0.400 em).
"""

LINE_HEIGHT = 1.321
"""Distance of baselines in em, for every family, so that a page holds the same number of lines.

It is Laksaman's own: ascent 1270, descent 687 and gap 30 of 1504.
"""

DEFAULT_FAMILY = "Laksaman"

INVISIBLE = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+"
)
"""Characters that have no ink: controls, joiners, zero-width spaces, the byte order mark."""


class FontFamily:
    """Regular, bold, italic and bold italic of one family, and another that helps out.

    Fonts open when first used.
    """

    def __init__(self, name: str, fallback: str | None = None) -> None:
        self.name = name
        self._open: Callable[[bool, bool], ClusterFont] = lru_cache(maxsize=4)(self._font)
        self._fallback = FontFamily(fallback) if fallback else None
        self._foreign: dict[ClusterFont, re.Pattern[str]] = {}

    def font(self, bold: bool = False, italic: bool = False) -> ClusterFont:
        """The family's font in a style."""
        return self._open(bold, italic)

    @property
    def fonts(self) -> tuple[ClusterFont, ...]:
        """All four styles, for ReportLab's registry."""
        return tuple(self.font(bold, italic) for italic in (False, True) for bold in (False, True))

    def _font(self, bold: bool, italic: bool) -> ClusterFont:
        style = _STYLES[bold + 2 * italic]
        name = self.name if style == "Regular" else f"{self.name}-{style}"
        return ClusterFont(name, f"{self.name}-{style}.ttf", SCALES[self.name], LINE_HEIGHT)

    def split(
        self, text: str, bold: bool = False, italic: bool = False
    ) -> list[tuple[ClusterFont, str]]:
        """The text in stretches of one font each, without its invisible characters.

        What no font has stays with the family's own, which prints a black diamond for it.
        """
        font = self.font(bold, italic)
        if self._foreign_to(font).search(text) is None:
            return [(font, text)]
        text = INVISIBLE.sub("", text)
        stretches: list[tuple[ClusterFont, str]] = []
        position = 0
        other = self._fallback.font(bold, italic) if self._fallback else None
        for match in self._foreign_to(font).finditer(text):
            character = match.group()
            if other is None or ord(character) not in other.file.characters:
                continue
            if match.start() > position:
                stretches.append((font, text[position : match.start()]))
            if stretches and stretches[-1][0] is other and match.start() == position:
                stretches[-1] = (other, stretches[-1][1] + character)
            else:
                stretches.append((other, character))
            position = match.end()
        if position < len(text):
            stretches.append((font, text[position:]))
        return stretches

    def missing(self, text: str) -> tuple[str, ...]:
        """Characters that can only be printed as a black diamond, each once, in text order."""
        font = self.font()
        if self._foreign_to(font).search(text) is None:
            return ()
        absent = dict.fromkeys(self._foreign_to(font).findall(INVISIBLE.sub("", text)))
        return tuple(character for character in absent if not self._shown(character))

    def _shown(self, character: str) -> bool:
        fallback = self._fallback
        return self.font().has(character) or (fallback is not None and fallback._shown(character))

    def _foreign_to(self, font: ClusterFont) -> re.Pattern[str]:
        """Finds the characters, one by one, that a font's file lacks or must not print."""
        pattern = self._foreign.get(font)
        if pattern is None:
            shown = "".join(
                re.escape(chr(code))
                for code in sorted(font.file.characters)
                if not INVISIBLE.match(chr(code))
            )
            pattern = self._foreign[font] = re.compile(f"[^{shown}]")
        return pattern


def font_family(name: str = DEFAULT_FAMILY) -> FontFamily:
    """A new family by name: ``Laksaman`` (default) or ``Sarabun``, each standing in for the other.

    It remembers what it shaped, and is not to be shared between threads.
    """
    return FontFamily(name, fallback=next(other for other in SCALES if other != name))
