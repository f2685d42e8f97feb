"""Elements of WordprocessingML, made in one call each, and the units it counts in.

Children are given in the order of the schema (ECMA-376, transitional): Word repairs or refuses a
file that has them in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from docx.oxml.ns import nsmap
from docx.oxml.parser import OxmlElement

from ita_desktop.documents.blocks import Text
from ita_desktop.render.pdf.words import clean

Element: TypeAlias = Any
"""An element of lxml, which ships no types."""

_MAIN = "{" + nsmap["w"] + "}"
_KEEP_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WINGDINGS = range(0xF020, 0xF100)
"""Where Word keeps the boxes and ticks of its symbol fonts: no letters of any other font."""


def el(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """``<w:tag>`` with attributes of the same namespace; children that are None are left out."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(_MAIN + name, str(value))
    made.extend([child for child in children if child is not None])
    return made


def switch(tag: str, on: bool) -> Element:
    """A property that is on where it stands: switched off it says so."""
    return el(tag) if on else el(tag, val="0")


def twips(millimetres: float) -> int:
    """Twentieths of a point, Word's measure of lengths."""
    return round(millimetres * 1440 / 25.4)


def points(value: float) -> int:
    """Points in twentieths."""
    return round(value * 20)


def emu(millimetres: float) -> int:
    """English metric units, the measure of drawings."""
    return round(millimetres * 36000)


def runs(text: Text, *, bold: bool = False) -> Iterator[Element]:
    """Text that XML can hold as runs in a paragraph whose style is ``bold`` or not; newlines
    become line breaks."""
    for run in text:
        properties = _properties(run.bold, run.italic, bold)
        yield from _run(run.text, properties)


def plain(words: str) -> Iterator[Element]:
    """Words in the style of their paragraph."""
    yield from _run(words, ())


def tab() -> Element:
    """A step to the next tab stop."""
    return el("r", el("tab"))


def field(instruction: str, shown: str) -> Iterator[Element]:
    """A field, with what it shows until it is counted anew."""
    code = el("instrText")
    code.set(_KEEP_SPACE, "preserve")
    code.text = f" {instruction} "
    yield el("r", el("fldChar", fldCharType="begin"))
    yield el("r", code)
    yield el("r", el("fldChar", fldCharType="separate"))
    yield from plain(shown)
    yield el("r", el("fldChar", fldCharType="end"))


def _properties(bold: bool, italic: bool, style_bold: bool) -> tuple[Element, ...]:
    """Weight and slant, each for Latin and for Thai, which Word keeps apart."""
    made: list[Element] = []
    if bold != style_bold:
        made += (switch("b", bold), switch("bCs", bold))
    if italic:
        made += (el("i"), el("iCs"))
    return tuple(made)


def _run(words: str, properties: tuple[Element, ...]) -> Iterator[Element]:
    content = list(_content(words))
    if content:
        yield el("r", el("rPr", *properties) if properties else None, *content)


def _content(words: str) -> Iterator[Element]:
    for number, line in enumerate(words.split("\n")):
        if number:
            yield el("br")
        yield from _line(line)


def _line(line: str) -> Iterator[Element]:
    waiting = ""
    for letter in line:
        if ord(letter) in _WINGDINGS:
            yield from _letters(waiting)
            waiting = ""
            yield el("sym", font="Wingdings", char=f"{ord(letter):04X}")
        else:
            waiting += letter
    yield from _letters(waiting)


def _letters(words: str) -> Iterable[Element]:
    if not words:
        return ()
    made = el("t")
    made.text = words
    if words.strip() != words or "  " in words:
        made.set(_KEEP_SPACE, "preserve")
    return (made,)


def clean_line(words: str) -> str:
    """Words for a property of the file: one line, nothing in it that XML cannot hold."""
    return " ".join(clean(words).split())
