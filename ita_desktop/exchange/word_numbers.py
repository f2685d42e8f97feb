"""Numbers that Word itself puts before paragraphs: counted here, since the text holds none.

Formats and restarts follow ECMA-376 part 1, 17.9 (numbering) and 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ita_desktop.thai.digits import to_thai

_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LEVELS = 9
_MOST_STYLES = 20
"""Styles that may be based on each other; Word itself allows ten."""


class Label(NamedTuple):
    """What stands before a paragraph, and how deep in twips; ``depth`` None leaves the depth to
    the paragraph."""

    text: str = ""
    depth: float | None = None


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    depth: float | None = None


@dataclass(frozen=True, slots=True)
class _Numbering:
    """One ``w:num``: the list it counts in, its levels, the levels it starts anew."""

    abstract: str
    levels: Mapping[int, _Level]
    restarts: Mapping[int, int]


@dataclass
class WordNumbers:
    """Counts the numbered paragraphs of one document: ask for every paragraph once, in order."""

    numbers: Mapping[str, _Numbering]
    styles: Mapping[str, Any]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: Any, styles: Any) -> WordNumbers:
        """From the roots of ``numbering.xml`` and ``styles.xml``, either may be None."""
        return cls(dict(_numberings(numbering)), _styles(styles))

    def label(self, paragraph: Any) -> Label:
        """What Word shows before a paragraph (``w:p``)."""
        asked = self._asked(paragraph)
        if asked is None:
            return Label(depth=self._depth(paragraph))
        number_id, at = asked
        numbering = self.numbers.get(number_id)
        if numbering is None:
            return Label(depth=self._depth(paragraph))
        level = numbering.levels.get(at, _Level())
        own = _depth_of(paragraph.find(_w("pPr")))
        depth = own if own is not None else level.depth
        counts = self._count(number_id, numbering, at)
        if level.form == "bullet":
            return Label("-", depth)
        if level.form == "none":
            return Label("", depth)
        return Label(_written(level, counts, numbering), depth)

    def _asked(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and level a paragraph names itself or by its style."""
        found_id: str | None = None
        found_level: int | None = None
        for properties in self._properties(paragraph):
            numbered = properties.find(_w("numPr"))
            if numbered is None:
                continue
            if found_id is None:
                found_id = _value(numbered, "numId")
            if found_level is None and (level := _value(numbered, "ilvl")) is not None:
                found_level = _whole(level, 0)
            if found_id is not None:
                break
        if found_id in (None, "0"):
            return None
        return str(found_id), min(max(found_level or 0, 0), _LEVELS - 1)

    def _depth(self, paragraph: Any) -> float | None:
        found = (_depth_of(properties) for properties in self._properties(paragraph))
        return next((depth for depth in found if depth is not None), None)

    def _properties(self, paragraph: Any) -> Iterator[Any]:
        """The paragraph's own properties, then those of its style and the styles below it."""
        own = paragraph.find(_w("pPr"))
        if own is not None:
            yield own
        name = _value(own, "pStyle") if own is not None else None
        for _ in range(_MOST_STYLES):
            style = self.styles.get(name or "")
            if style is None:
                return
            properties = style.find(_w("pPr"))
            if properties is not None:
                yield properties
            name = _value(style, "basedOn")

    def _count(self, number_id: str, numbering: _Numbering, at: int) -> list[int | None]:
        """Count one paragraph more on a level, the deeper levels beginning anew."""
        counts = self._counts.setdefault(numbering.abstract, [None] * _LEVELS)
        first = (number_id, at) not in self._begun
        self._begun.add((number_id, at))
        start = numbering.restarts.get(at, numbering.levels.get(at, _Level()).start)
        held = counts[at]
        if held is None or (first and at in numbering.restarts):
            counts[at] = start
        else:
            counts[at] = held + 1
        for deeper in range(at + 1, _LEVELS):
            restart = numbering.levels.get(deeper, _Level()).restart
            if restart is None or (restart and at < restart):
                counts[deeper] = None
        return counts


def _written(level: _Level, counts: list[int | None], numbering: _Numbering) -> str:
    words = level.text
    for at in range(_LEVELS):
        mark = f"%{at + 1}"
        if mark in words:
            other = numbering.levels.get(at, _Level())
            value = counts[at]
            form = "decimal" if level.legal else other.form
            words = words.replace(mark, _formatted(other.start if value is None else value, form))
    return words.strip()


def _formatted(number: int, form: str) -> str:
    match form:
        case "thaiNumbers":
            return to_thai(str(number))
        case "thaiLetters":
            return _lettered(number, _THAI_LETTERS)
        case "lowerLetter":
            return _lettered(number, "abcdefghijklmnopqrstuvwxyz")
        case "upperLetter":
            return _lettered(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "none" | "bullet":
            return ""
        case _:
            return str(number)


def _lettered(number: int, letters: str) -> str:
    """Word doubles the letter once the alphabet has been gone through."""
    if number < 1:
        return str(number)
    times, at = divmod(number - 1, len(letters))
    return letters[at] * min(times + 1, 3)


def _roman(number: int) -> str:
    words = ""
    if not 0 < number < 4000:
        return str(number)
    for value, letters in _ROMAN:
        while number >= value:
            words += letters
            number -= value
    return words


def _numberings(root: Any) -> Iterator[tuple[str, _Numbering]]:
    if root is None:
        return
    abstracts = {one.get(_w("abstractNumId")): one for one in root.iter(_w("abstractNum"))}
    by_style = {
        _value(one, "styleLink"): one for one in abstracts.values() if _value(one, "styleLink")
    }
    for number in root.iter(_w("num")):
        abstract_id = _value(number, "abstractNumId") or ""
        abstract = abstracts.get(abstract_id)
        if abstract is None:
            continue
        linked = by_style.get(_value(abstract, "numStyleLink"))
        levels = dict(_levels(linked if linked is not None else abstract))
        restarts: dict[int, int] = {}
        for override in number.iter(_w("lvlOverride")):
            at = _whole(override.get(_w("ilvl")), 0)
            levels.update(_levels(override))
            if (start := _value(override, "startOverride")) is not None:
                restarts[at] = _whole(start, 1)
        yield number.get(_w("numId"), ""), _Numbering(abstract_id, levels, restarts)


def _levels(parent: Any) -> Iterator[tuple[int, _Level]]:
    for one in parent.findall(_w("lvl")):
        restart = _value(one, "lvlRestart")
        yield (
            _whole(one.get(_w("ilvl")), 0),
            _Level(
                _whole(_value(one, "start"), 1),
                _value(one, "numFmt") or "decimal",
                _value(one, "lvlText") or "",
                None if restart is None else _whole(restart, 0),
                one.find(_w("isLgl")) is not None,
                _depth_of(one.find(_w("pPr"))),
            ),
        )


def _styles(root: Any) -> dict[str, Any]:
    if root is None:
        return {}
    return {one.get(_w("styleId"), ""): one for one in root.iter(_w("style"))}


def _depth_of(properties: Any) -> float | None:
    """Where the first line of a paragraph begins, in twips, if the properties say."""
    indent = properties.find(_w("ind")) if properties is not None else None
    if indent is None:
        return None

    def said(*names: str) -> float:
        values = (indent.get(_w(name)) for name in names)
        return float(_whole(next((one for one in values if one), None), 0))

    return said("left", "start") + said("firstLine") - said("hanging")


def _value(parent: Any, name: str) -> str | None:
    child = parent.find(_w(name))
    value = None if child is None else child.get(_w("val"))
    return None if value is None else str(value)


def _whole(value: str | None, otherwise: int) -> int:
    try:
        return int(float(value)) if value else otherwise
    except (ValueError, OverflowError):
        return otherwise


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
