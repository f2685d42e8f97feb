"""Take the pictures of README.md anew: ``python tools/take_pictures.py [FOLDER]``.

The real window with the sample office, 1366×768 logical pixels at double sharpness, light; and two
pages of the report. Needs no screen and no network; writes into docs/pictures where no folder is
named.
"""

from __future__ import annotations

import dataclasses
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "2"

from PIL import Image, ImageDraw  # noqa: E402
from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from ita_desktop.model.records import DocumentSetup, YearWork  # noqa: E402
from ita_desktop.model.values import Item  # noqa: E402
from ita_desktop.session.opening import new_file  # noqa: E402
from ita_desktop.session.session import Session  # noqa: E402
from ui.app import make_app  # noqa: E402
from ui.settings import open_settings  # noqa: E402
from ui.theme import choose_scheme  # noqa: E402
from ui.window import Window  # noqa: E402

SIZE = (1366, 768)
LAYOUT = "result-outcome"
SHOWN = "ติดตั้งเครื่องบันทึกตำแหน่งรถยนต์ส่วนกลาง ๖ คัน"
"""The title of the measure in hand on the picture of the measures."""

SLIPS = (
    (0, "ประกาศเทศบาลตำบลศรีสำราญ", "ประกาศเทศบาลตำบลศรีสำราณ"),
    (0, "๑๙ ธันวาคม ๒๕๖๘", "๑๙ ธันวาคม ๒๕๖๗"),
    (3, "ข้อตกลงการปฏิบัติงาน", "ข้อตกลงการปฎิบัติงาน"),
    (4, "๑๔ พฤศจิกายน ๒๕๖๘", "๓๑ พฤศจิกายน ๒๕๖๘"),
)
"""The place of a measure, words in its results, and what a tired hand may write instead."""

PAGES = (1, 10)
"""The pages of the report that are shown, from 0."""

SURROUND, EDGE, WHITE = "#eef2f1", "#c9d2d0", (255, 255, 255)


def main(folder: Path) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.gettempdir()) / "งาน ITA"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    os.environ["ITA_DESKTOP_HOME"] = str(place / "home")
    file = place / "เทศบาลตำบลศรีสำราญ.itadb"
    new_file(file, new_id=lambda: str(uuid4()), sample=True)
    app = make_app(sys.argv[:1])
    choose_scheme(app, "light")
    window = Window(open_settings())
    window.resize(*SIZE)
    window.show()
    assert window.open_path(file)
    try:
        report = _windows(window, folder)
    finally:
        window.close()
        shutil.rmtree(place, ignore_errors=True)
    _side_by_side(report).save(folder / "report.png", optimize=True)
    for path in sorted(folder.glob("*.png")):
        print(f"{path.name}: {path.stat().st_size // 1000} kB")


def _windows(window: Window, folder: Path) -> bytes:
    """The pictures of the window; returns the report as the preview made it."""
    desk, workspace = window.desk, window.workspace
    assert desk is not None and workspace is not None
    snapshot = workspace.session.snapshot
    setup = snapshot.find(DocumentSetup.of(workspace.year.id, "report").id)
    assert setup is not None
    workspace.session.change(setup, layout=LAYOUT)
    _wait(lambda: desk.preview.current)
    QTest.qWait(1500)
    [measure] = [one for one in snapshot.measures(workspace.year.id) if one.title == SHOWN]
    desk.show_page("measures")
    desk.splitter.setSizes([730, 428])
    desk.page.splitter.setSizes([288, 442])
    workspace.show_place(measure.id, "timeline")
    desk.page.list.setFocus()
    _settle(window)
    _to_top(desk.page.form, "steps")
    _settle(window)
    _keep(window, folder / "measures.png")
    rendered = desk.preview.rendered
    assert rendered is not None

    desk.show_page("documents")
    workspace.choose_document("memo")
    desk.splitter.setSizes([730, 428])
    desk.sidebar.setFocus()
    _settle(window)
    _keep(window, folder / "documents.png")

    desk.show_page("scores")
    _settle(window)
    _keep(window, folder / "scores.png")

    _slip(workspace.session, workspace.year)
    desk.show_page("checking")
    QTest.qWait(1200)
    _keep(window, folder / "checking.png")
    return rendered.data


def _slip(session: Session, year: YearWork) -> None:
    """Slips of the hand, for the page of findings."""
    for place, right, wrong in SLIPS:
        measure = session.snapshot.measures(year.id)[place]
        edited = tuple(_slipped(item, right, wrong) for item in measure.results)
        assert edited != measure.results, f"{right} does not stand in the results"
        session.change(measure, results=edited)


def _slipped(item: Item, right: str, wrong: str) -> Item:
    inner = tuple(_slipped(one, right, wrong) for one in item.items)
    return dataclasses.replace(item, text=item.text.replace(right, wrong, 1), items=inner)


def _settle(window: Window) -> None:
    """Until the preview is sharp and nothing moves any more."""
    preview = window.desk.preview
    _wait(lambda: preview.current and preview.view.sharp)
    QTest.qWait(1200)


def _to_top(form, name: str) -> None:
    """Scroll a form so that the heading over a field stands at its upper edge."""
    row = form.rows[name]
    form.verticalScrollBar().setValue(row.y() - 48)


def _wait(look: Callable[[], object]) -> None:
    for _ in range(600):
        QTest.qWait(100)
        if look():
            return
    raise SystemExit("the window did not come to rest")


def _keep(window: Window, path: Path) -> None:
    """The window as a PNG of few colours."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    with Image.open(io.BytesIO(bytes(data.data()))) as whole:
        _few_colours(whole).save(path, optimize=True)


def _few_colours(image: Image.Image) -> Image.Image:
    """With a palette: half the size. White stays white, which the octree alone would grey."""
    few = image.convert("RGB").quantize(200, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette = few.getpalette() or []
    triples = [palette[at : at + 3] for at in range(0, len(palette), 3)]
    few.putpalette([value for one in triples for value in (WHITE if min(one) > 250 else one)])
    return few


def _side_by_side(report: bytes) -> Image.Image:
    """Pages of the report beside each other, each with a thin edge."""
    import pypdfium2

    document = pypdfium2.PdfDocument(report)
    pages = [document[page].render(scale=110 / 72).to_pil().convert("RGB") for page in PAGES]
    gap = 28
    width = sum(page.width for page in pages) + gap * (len(pages) + 1)
    height = max(page.height for page in pages) + 2 * gap
    whole = Image.new("RGB", (width, height), SURROUND)
    draw = ImageDraw.Draw(whole)
    left = gap
    for page in pages:
        whole.paste(page, (left, gap))
        draw.rectangle((left - 1, gap - 1, left + page.width, gap + page.height), outline=EDGE)
        left += page.width + gap
    return _few_colours(whole)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
