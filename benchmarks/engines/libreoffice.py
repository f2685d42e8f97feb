"""The table set by LibreOffice Writer, from a flat OpenDocument file."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path

from benchmarks.engines.arguments import arguments
from benchmarks.rows import FAMILY, FONT_SIZE, FONTS, HEADINGS, LEADING, MARGIN, PADDING, rows

_FONTS = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{FONTS}</dir><cachedir>{{cache}}</cachedir></fontconfig>"""

_OPEN = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:font-face-decls>
 <style:font-face style:name="F" svg:font-family="{FAMILY}"/>
</office:font-face-decls>
<office:styles><style:default-style style:family="paragraph">
 <style:text-properties style:font-name="F" style:font-name-complex="F"
  fo:font-size="{FONT_SIZE:.2f}pt" style:font-size-complex="{FONT_SIZE:.2f}pt"
  style:language-complex="th" style:country-complex="TH"/>
</style:default-style></office:styles>
<office:automatic-styles>
 <style:page-layout style:name="page"><style:page-layout-properties
  fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape"
  fo:margin="{MARGIN}mm"/></style:page-layout>
 <style:style style:name="table" style:family="table"><style:table-properties
  style:width="{297 - 2 * MARGIN}mm" table:align="margins"/></style:style>
 <style:style style:name="column" style:family="table-column"><style:table-column-properties
  style:column-width="{(297 - 2 * MARGIN) / len(HEADINGS):.3f}mm"/></style:style>
 <style:style style:name="cell" style:family="table-cell"><style:table-cell-properties
  fo:border="0.5pt solid #000000" fo:padding-left="{PADDING}mm" fo:padding-right="{PADDING}mm"
  fo:padding-top="0mm" fo:padding-bottom="0mm"/></style:style>
 <style:style style:name="body" style:family="paragraph">
  <style:paragraph-properties fo:line-height="{LEADING}pt"/></style:style>
 <style:style style:name="head" style:family="paragraph">
  <style:paragraph-properties fo:line-height="{LEADING}pt" fo:text-align="center"/>
  <style:text-properties fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>
</office:automatic-styles>
<office:master-styles>
 <style:master-page style:name="Standard" style:page-layout-name="page"/>
</office:master-styles>
<office:body><office:text><table:table table:name="T" table:style-name="table">
<table:table-column table:style-name="column" table:number-columns-repeated="{len(HEADINGS)}"/>
"""
_CLOSE = "</table:table></office:text></office:body></office:document>\n"


def _row(texts: tuple[str, ...], style: str) -> str:
    cells = (
        '<table:table-cell table:style-name="cell" office:value-type="string">'
        f'<text:p text:style-name="{style}">{escape(text)}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


def main() -> None:
    """Set the rows, with a profile that no other LibreOffice uses."""
    given = arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fonts = folder / "fonts.conf"
        fonts.write_text(_FONTS.format(cache=folder / "cache"), encoding="utf-8")
        source = folder / "table.fodt"
        heading = _row(HEADINGS, "head")
        body = "".join(_row(texts, "body") for texts in rows(given.rows, repeating=given.repeating))
        source.write_text(
            f"{_OPEN}<table:table-header-rows>{heading}</table:table-header-rows>{body}{_CLOSE}",
            encoding="utf-8",
        )
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(source),
            ],
            check=True,
            env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
        )
        shutil.move(folder / "table.pdf", given.out)


if __name__ == "__main__":
    main()
