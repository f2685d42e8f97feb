"""Word files as clerks make them, put together with python-docx and its XML."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

NUMBERING = """
<w:abstractNum w:abstractNumId="70" {ns}><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/>
<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1.%2"/>
<w:pPr><w:ind w:left="900" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum>
"""
BULLETS = """
<w:abstractNum w:abstractNumId="71" {ns}><w:multiLevelType w:val="hybridMultilevel"/>
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>
<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/>
<w:pPr><w:ind w:left="900" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
"""
LETTERS = """
<w:abstractNum w:abstractNumId="72" {ns}>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiLetters"/><w:lvlText w:val="(%1)"/>
</w:lvl></w:abstractNum>
"""


def new_document() -> Any:
    """An empty Word document with three numberings: ๑./๑.๑ (numId 70, and 73 which begins anew),
    bullets (71), (ก) (72)."""
    document = docx.Document()
    root = document.part.numbering_part.element
    first = root.find(qn("w:num"))
    for xml in (NUMBERING, BULLETS, LETTERS):
        first.addprevious(parse_xml(xml.format(ns=nsdecls("w"))))
    for number, abstract, more in (
        (70, 70, ""),
        (71, 71, ""),
        (72, 72, ""),
        (73, 70, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ):
        root.append(
            parse_xml(
                f'<w:num w:numId="{number}" {nsdecls("w")}>'
                f'<w:abstractNumId w:val="{abstract}"/>{more}</w:num>'
            )
        )
    return document


def table(document: Any, rows: Iterable[Iterable[str]]) -> Any:
    """A table of plain cells; a line of a cell is a paragraph."""
    listed = [list(row) for row in rows]
    made = document.add_table(len(listed), max(map(len, listed)))
    for row, cells in zip(made.rows, listed, strict=True):
        for cell, words in zip(row.cells, cells, strict=False):
            write(cell, words)
    return made


def write(cell: Any, words: str) -> None:
    """Words into a cell, each line a paragraph."""
    first, *others = words.split("\n")
    cell.paragraphs[0].text = first
    for line in others:
        cell.add_paragraph(line)


def numbered(cell: Any, number: int, *lines: tuple[int, str]) -> None:
    """Paragraphs that Word itself numbers, each with its level."""
    for at, (level, words) in enumerate(lines):
        paragraph = cell.paragraphs[0] if not at and not cell.text else cell.add_paragraph()
        paragraph.text = words
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                f'<w:numId w:val="{number}"/></w:numPr>'
            )
        )


def saved(document: Any) -> bytes:
    """The bytes of the file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
