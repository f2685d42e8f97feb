"""The table set by ReportLab's own Paragraph and Table, shaped by HarfBuzz."""

from __future__ import annotations

from html import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from benchmarks.engines.arguments import arguments
from benchmarks.rows import FAMILY, FONT_SIZE, FONTS, HEADINGS, LEADING, MARGIN, PADDING, rows


def main() -> None:
    """Set the rows."""
    given = arguments()
    for name, file in (("Table", "Regular"), ("Table-Bold", "Bold")):
        registerFont(TTFont(name, str(FONTS / f"{FAMILY}-{file}.ttf"), shapable=True))
    style = ParagraphStyle("cell", fontName="Table", fontSize=FONT_SIZE, leading=LEADING, shaping=1)
    head = ParagraphStyle("head", style, fontName="Table-Bold", alignment=TA_CENTER)
    page = landscape(A4)
    # A frame pads itself by 6 points.
    edge = MARGIN * mm - 6
    table = Table(
        [
            [Paragraph(escape(each), head) for each in HEADINGS],
            *(
                [Paragraph(escape(text), style) for text in texts]
                for texts in rows(given.rows, repeating=given.repeating)
            ),
        ],
        colWidths=[(page[0] - 2 * MARGIN * mm) / len(HEADINGS)] * len(HEADINGS),
        repeatRows=1,
        splitInRow=1,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), PADDING * mm),
            ("RIGHTPADDING", (0, 0), (-1, -1), PADDING * mm),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
    )
    SimpleDocTemplate(
        str(given.out),
        pagesize=page,
        leftMargin=edge,
        rightMargin=edge,
        topMargin=edge,
        bottomMargin=edge,
    ).build([table])


if __name__ == "__main__":
    main()
