"""The frame that all announcements share (แบบที่ 7 of the regulation): emblem, title, rule,
preamble, sections, date, signature."""

from __future__ import annotations

from collections.abc import Callable

from ita_desktop.documents.blocks import (
    Align,
    Block,
    Emblem,
    Heading,
    Paragraph,
    Rule,
    Section,
    Source,
    text,
)
from ita_desktop.documents.context import Context
from ita_desktop.documents.outlines import OutlineSection, parse_outline
from ita_desktop.documents.people import signature_of
from ita_desktop.documents.prose import inner_heading, paragraphs
from ita_desktop.documents.saraban import (
    FIRST_LINE,
    GARUDA,
    LETTER,
    PARAGRAPH_GAP,
    RULE_WIDTH,
    SECOND_LINE,
)
from ita_desktop.documents.signers import announcing_signer
from ita_desktop.documents.wordings import Wording, WordingForm

Label = Callable[[int, int], str]
"""The label of item n, and of its sub-item m (0 for the item itself)."""


def plain_label(number: int, sub: int = 0) -> str:
    """``1.`` and ``1.1``"""
    return f"{number}.{sub}" if sub else f"{number}."


def clause_label(number: int, sub: int = 0) -> str:
    """``ข้อ 1`` and ``1.1``"""
    return f"{number}.{sub}" if sub else f"ข้อ {number}"


def announcement(context: Context, name: str, label: Label) -> tuple[Section, ...]:
    """An announcement from the wordings of :func:`announcement_wordings`."""
    office, setup = context.office, context.setup

    def source(wording: str) -> Source:
        return Source(setup.id, f"texts:{name}.{wording}")

    issuer, subject = context.lines(f"{name}.issuer"), context.lines(f"{name}.subject")
    blocks: list[Block] = [
        Emblem(office.garuda, GARUDA, space_after=PARAGRAPH_GAP, source=Source(office.id, "garuda"))
    ]
    if issuer or subject:
        blocks.append(Heading((*issuer, *subject), space_after=0.0, source=source("subject")))
    blocks.append(Rule(RULE_WIDTH, space_before=PARAGRAPH_GAP, space_after=2 * PARAGRAPH_GAP))
    blocks += paragraphs(context.lines(f"{name}.preamble"), source("preamble"))
    for section in parse_outline(context.wording(f"{name}.sections")):
        blocks += _section(section, label, source("sections"))
    blocks += paragraphs(context.lines(f"{name}.closing"), source("closing"))
    blocks += [
        Paragraph(
            text(line),
            first_line=SECOND_LINE,
            space_before=2 * PARAGRAPH_GAP,
            keep_with_next=True,
            source=Source(setup.id, "dated"),
        )
        for line in context.lines(f"{name}.date")
    ]
    blocks.append(
        signature_of(
            context.snapshot, announcing_signer(context), source=Source(setup.id, "signers")
        )
    )
    return (Section(LETTER, tuple(blocks)),)


def _section(section: OutlineSection, label: Label, source: Source) -> list[Block]:
    blocks: list[Block] = []
    if section.heading:
        blocks.append(inner_heading(section.heading, source, above=2 * PARAGRAPH_GAP))
    blocks += paragraphs(section.lead, source)
    for number, item in enumerate(section.items, 1):
        blocks.append(_item(label(number, 0), item.text, FIRST_LINE, source))
        blocks += [
            _item(label(number, sub), inner.text, SECOND_LINE, source)
            for sub, inner in enumerate(item.items, 1)
        ]
    return blocks


def _item(label: str, words: str, indent: float, source: Source) -> Block:
    return Paragraph(
        text(f"{label} {words}"),
        align=Align.THAI,
        first_line=indent,
        space_before=PARAGRAPH_GAP,
        source=source,
    )


def announcement_wordings(
    name: str, *, subject: str, preamble: str, sections: str, closing: str
) -> tuple[Wording, ...]:
    """The wordings an announcement is made of, under names that begin with ``name``."""
    return (
        Wording(f"{name}.issuer", "ผู้ออกประกาศ", "ประกาศ{agency}", WordingForm.LINES, needed=True),
        Wording(f"{name}.subject", "เรื่อง", subject, WordingForm.LINES, needed=True),
        Wording(f"{name}.preamble", "คำปรารภ", preamble),
        Wording(f"{name}.sections", "เนื้อหา", sections, WordingForm.OUTLINE, needed=True),
        Wording(f"{name}.closing", "คำลงท้าย", closing),
        Wording(
            f"{name}.date",
            "วันที่ประกาศ",
            "ประกาศ ณ วันที่ {date_with_era}",
            WordingForm.LINES,
            needed=True,
        ),
    )
