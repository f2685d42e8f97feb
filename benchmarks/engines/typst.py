"""The table set by Typst."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import typst

from benchmarks.engines.arguments import arguments
from benchmarks.rows import FAMILY, FONT_SIZE, FONTS, HEADINGS, LEADING, MARGIN, PADDING, rows

_SOURCE = f"""
#set document(title: "ตารางทดสอบ")
#set page(paper: "a4", flipped: true, margin: {MARGIN}mm)
#set text(
  font: "{FAMILY}", size: {FONT_SIZE:.4f}pt, lang: "th",
  top-edge: {LEADING * 0.75}pt, bottom-edge: -{LEADING * 0.25}pt,
)
#set par(leading: 0pt, spacing: 0pt)
#let given = json("rows.json")
#table(
  columns: (1fr,) * {len(HEADINGS)},
  stroke: 0.5pt,
  inset: (x: {PADDING}mm, y: 0pt),
  align: left,
  table.header(..given.headings.map(each => align(center, strong(each)))),
  ..given.rows.flatten(),
)
"""


def main() -> None:
    """Set the rows."""
    given = arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = {"headings": HEADINGS, "rows": rows(given.rows, repeating=given.repeating)}
        (folder / "rows.json").write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
        (folder / "table.typ").write_text(_SOURCE, encoding="utf-8")
        typst.compile(
            str(folder / "table.typ"),
            output=str(given.out),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
        )


if __name__ == "__main__":
    main()
