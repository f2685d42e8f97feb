"""The table set by this program's own engine."""

from __future__ import annotations

import sys

from benchmarks.engines.arguments import arguments
from benchmarks.rows import HEADINGS, MARGIN, PADDING, rows
from ita_desktop.documents.blocks import (
    Align,
    Cell,
    Column,
    Document,
    Orientation,
    PageNumbers,
    PageSetup,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    bold,
)


def document(count: int, *, repeating: bool = False) -> Document:
    """The rows as a document of one table."""
    heading = tuple(Cell((Paragraph((bold(each),), Align.CENTER),)) for each in HEADINGS)
    table = Table(
        columns=tuple(Column(share=1 / len(HEADINGS), heading=each) for each in HEADINGS),
        header=(Row(heading),),
        rows=tuple(
            Row(tuple(Cell((Paragraph((Run(text),)),)) for text in texts))
            for texts in rows(count, repeating=repeating)
        ),
        cell_padding=PADDING,
    )
    page = PageSetup(Orientation.LANDSCAPE, MARGIN, MARGIN, MARGIN, MARGIN, PageNumbers.NONE)
    return Document("benchmark", "ตารางทดสอบ", "เทศบาลตำบลศรีสำราญ", (Section(page, (table,)),))


def main() -> None:
    """Set the rows; ``--newmm`` as if no nlpo3 were installed."""
    given = arguments("--newmm")
    if given.newmm:
        sys.modules["nlpo3"] = None  # type: ignore[assignment]
    from ita_desktop.render.pdf.renderer import PdfRenderer

    given.out.write_bytes(
        PdfRenderer().render(document(given.rows, repeating=given.repeating)).data
    )


if __name__ == "__main__":
    main()
