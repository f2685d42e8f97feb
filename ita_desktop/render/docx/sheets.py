"""Page set-up of a section, and the page numbers above or below its text, which Word counts."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from docx.document import Document as Package
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.parts.hdrftr import FooterPart, HeaderPart

from ita_desktop.documents import saraban
from ita_desktop.documents.blocks import BODY_SIZE, PageNumbers, PageSetup
from ita_desktop.render.docx.looks import properties
from ita_desktop.render.docx.markup import Element, el, field, plain, points, twips
from ita_desktop.render.docx.styles import PAGE_NUMBER_ABOVE, PAGE_NUMBER_BELOW
from ita_desktop.render.docx.wardrobe import Wardrobe
from ita_desktop.render.pdf.frame import sheet
from ita_desktop.render.pdf.paragraph import POINTS_PER_MM, Metrics
from ita_desktop.thai.digits import to_thai

_KINDS = {
    "header": (HeaderPart, CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (FooterPart, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
_TITLE_RISE = 0.8
"""The part of an exact line that lies above its baseline, in Word as in LibreOffice."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the pages of a section are numbered, and how its first page differs.

    ``begins`` starts the count here. ``bare_first`` leaves the first page without a number.
    ``memo`` begins the first page higher up: the title of a memo stands on the Garuda's feet.
    """

    numbers: PageNumbers
    begins: bool = False
    bare_first: bool = False
    memo: bool = False


class Sheets:
    """Makes the ends of sections, and the headers and footers that they share."""

    def __init__(
        self, package: Package, wardrobe: Wardrobe, metrics: Metrics, *, thai: bool, through: bool
    ) -> None:
        self._part = package.part
        self._wardrobe = wardrobe
        self._thai = thai
        self._through = through
        self._ascent = metrics.ascent * BODY_SIZE
        self._line = metrics.leading * BODY_SIZE
        self._made: dict[tuple[str, PageNumbers, float], str] = {}

    def section(self, page: PageSetup, numbering: Numbering) -> Element:
        """``w:sectPr`` of a section whose pages are set up and numbered so."""
        numbers = PageNumbers.NONE if self._through else numbering.numbers
        bare = numbering.memo or (numbering.bare_first and numbers is not PageNumbers.NONE)
        wide, high = sheet(page)
        top = page.top * POINTS_PER_MM
        size = {"orient": "landscape"} if wide > high else {}
        start = {"start": 1} if numbering.begins and not self._through else {}
        return el(
            "sectPr",
            self._header("default", numbers, top if numbering.memo else 0.0),
            self._header("first", PageNumbers.NONE, 0.0) if bare else None,
            self._footer("default", page.numbers) if self._through else None,
            self._footer("first", page.numbers) if self._through and bare else None,
            el("type", val="nextPage"),
            el("pgSz", w=points(wide), h=points(high), **size),
            el(
                "pgMar",
                top=points(_memo_top() if numbering.memo else top),
                right=twips(page.right),
                bottom=twips(page.bottom),
                left=twips(page.left),
                header=points(self._header_top()),
                footer=points(self._footer_bottom()),
                gutter=0,
            ),
            el("pgNumType", fmt="thaiNumbers" if self._thai else "decimal", **start),
            el("cols", space=708),
            el("titlePg") if bare else None,
        )

    def _header_top(self) -> float:
        """Points from the paper's upper edge to a header: so high that an empty one moves nothing.

        It is the place of a number in the margin; that of correspondence has white above it.
        """
        return saraban.MARGIN_NUMBER_BASELINE * POINTS_PER_MM - self._ascent

    def _footer_bottom(self) -> float:
        below = self._line - self._ascent
        return saraban.FOOT_NUMBER_BASELINE * POINTS_PER_MM - below

    def _header(self, which: str, numbers: PageNumbers, reaches: float) -> Element:
        """A header that pushes the text below it down to ``reaches`` points from the upper edge,
        that of correspondence to the place of the first line on a numbered page."""
        before = 0.0
        if numbers is PageNumbers.TOP_CENTER:
            lower = saraban.NUMBER_BASELINE - saraban.MARGIN_NUMBER_BASELINE
            before = lower * POINTS_PER_MM
            reaches = saraban.FIRST_BASELINE * POINTS_PER_MM - self._ascent
        key = ("header", numbers, reaches)
        if key not in self._made:
            after = max(reaches - self._header_top() - before - self._line, 0.0)
            look = dataclasses.replace(PAGE_NUMBER_ABOVE.look, before=before, after=after)
            style = self._wardrobe.wear(PAGE_NUMBER_ABOVE, look.size)
            line = el("p", properties(look, style.look, style=style.id))
            if numbers is not PageNumbers.NONE:
                line.extend([*plain("- "), *self._number(), *plain(" -")])
            self._made[key] = self._add("header", el("hdr", line))
        return _reference("header", which, self._made[key])

    def _footer(self, which: str, numbers: PageNumbers) -> Element:
        """The number that runs through a whole volume, plain as in the PDF; a cover bears none."""
        counted = numbers is not PageNumbers.NONE
        key = ("footer", PageNumbers.IN_MARGIN if counted else PageNumbers.NONE, 0.0)
        if key not in self._made:
            style = self._wardrobe.wear(PAGE_NUMBER_BELOW, BODY_SIZE)
            given = properties(style.look, style.look, style=style.id)
            line = el("p", given, *(self._number() if counted else ()))
            self._made[key] = self._add("footer", el("ftr", line))
        return _reference("footer", which, self._made[key])

    def _add(self, kind: str, content: Element) -> str:
        """Add a header or footer to the file; the relation by which sections name it."""
        made, content_type, relation = _KINDS[kind]
        name = self._part.package.next_partname(f"/word/{kind}%d.xml")
        return self._part.relate_to(made(name, content_type, content, self._part.package), relation)

    def _number(self) -> tuple[Element, ...]:
        return tuple(field("PAGE", to_thai("2") if self._thai else "2"))


def _memo_top() -> float:
    """Points from the upper edge to the top of the exact line of a memo's title."""
    baseline = saraban.MEMO_TITLE_BASELINE * POINTS_PER_MM
    return baseline - saraban.MEMO_TITLE_LINE * _TITLE_RISE


def _reference(kind: str, which: str, relation: str) -> Element:
    made = el(f"{kind}Reference", type=which)
    made.set(qn("r:id"), relation)
    return made
