"""The table set by WeasyPrint."""

from __future__ import annotations

from html import escape

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.engines.arguments import arguments
from benchmarks.rows import FAMILY, FONT_SIZE, FONTS, HEADINGS, LEADING, MARGIN, PADDING, rows

_STYLE = f"""
@font-face {{ font-family: Table; src: url({(FONTS / f"{FAMILY}-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: Table; font-weight: bold;
              src: url({(FONTS / f"{FAMILY}-Bold.ttf").as_uri()}) }}
@page {{ size: A4 landscape; margin: {MARGIN}mm }}
body {{ font: {FONT_SIZE:.4f}pt/{LEADING}pt Table; margin: 0 }}
table {{ width: 100%; table-layout: fixed; border-collapse: collapse }}
th, td {{ border: 0.5pt solid; padding: 0 {PADDING}mm; vertical-align: top }}
"""


def main() -> None:
    """Set the rows."""
    given = arguments()
    heading = "".join(f"<th>{escape(each)}</th>" for each in HEADINGS)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in texts) + "</tr>"
        for texts in rows(given.rows, repeating=given.repeating)
    )
    html = (
        '<html lang="th"><title>ตารางทดสอบ</title>'
        f"<table><thead><tr>{heading}</tr></thead><tbody>{body}</tbody></table></html>"
    )
    fonts = FontConfiguration()
    style = CSS(string=_STYLE, font_config=fonts)
    HTML(string=html).write_pdf(given.out, stylesheets=[style], font_config=fonts)


if __name__ == "__main__":
    main()
