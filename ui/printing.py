"""Printing: the very bytes of the preview, drawn at the printer's resolution, page by page.

A page is drawn in strips, so that an A4 page at 600 dpi needs 18 MB at a time and not 140.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ita_desktop.errors import UserError
from ita_desktop.thai.digits import to_thai
from ui.waiting import progress_dialog

SHARPEST = 600
"""Dots per inch: more is not seen on paper, and costs time."""

_STRIP = 512
"""Pixels of one strip's height."""

_OVERLAP = 2
"""Pixels that strips share, so that no hair line shows between them."""

GoOn = Callable[[], bool]
"""Asked after every strip; False stops the printing."""


def ask_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """The printer and the pages chosen in the system's dialog; None where the clerk thought
    better of it."""
    printer = new_printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("พิมพ์เอกสาร")
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, True)
    dialog.setPrintRange(QPrintDialog.PrintRange.AllPages)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    return printer


def new_printer() -> QPrinter:
    """The system's usual printer, A4, at its own resolution up to 600 dpi."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if printer.resolution() > SHARPEST:
        printer.setResolution(SHARPEST)
    return printer


def chosen_pages(printer: QPrinter, count: int, current: int = 0) -> tuple[int, ...]:
    """The pages to print, from 0, in the order chosen in the dialog; ``current`` is in view."""
    chosen = range(1, count + 1)
    ranges = printer.pageRanges()
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        found = [current + 1]
    elif not ranges.isEmpty():
        found = [page for page in chosen if ranges.contains(page)]
    elif printer.fromPage() > 0:
        found = [page for page in chosen if printer.fromPage() <= page <= printer.toPage()]
    else:
        found = list(chosen)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        found.reverse()
    return tuple(page - 1 for page in found)


def sheets(pages: Sequence[int], copies: int, *, collated: bool) -> tuple[int, ...]:
    """Every sheet in order, where the printer cannot make copies by itself."""
    if collated:
        return tuple(pages) * copies
    return tuple(page for page in pages for _ in range(copies))


def print_with_progress(parent: QWidget, data: bytes, printer: QPrinter, current: int = 0) -> bool:
    """Print what was chosen; False where the clerk stopped it. Raises UserError."""
    from PySide6.QtWidgets import QApplication

    dialog = progress_dialog(parent, "กำลังส่งไปเครื่องพิมพ์…")

    def step(done: int, total: int) -> bool:
        dialog.setMaximum(total)
        dialog.setValue(done)
        dialog.setLabelText(to_thai(f"กำลังส่งไปเครื่องพิมพ์ หน้า {min(done + 1, total)} จาก {total}"))
        return go_on()

    def go_on() -> bool:
        QApplication.processEvents()
        return not dialog.wasCanceled()

    try:
        return print_pdf(data, printer, step, go_on, current)
    finally:
        dialog.close()
        dialog.deleteLater()


def print_pdf(
    data: bytes,
    printer: QPrinter,
    step: Callable[[int, int], bool] = lambda _done, _total: True,
    go_on: GoOn = lambda: True,
    current: int = 0,
) -> bool:
    """Print the chosen pages of a PDF, each turned as it lies in the document.

    ``step`` is told how many sheets of how many are done and ``go_on`` is asked between strips;
    False from either stops the job and the printer is told to forget it. ``current`` is the page in
    view, from 0. Raises UserError where
    the printer refuses.
    """
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = chosen_pages(printer, document.pageCount(), current)
    if not pages:
        raise UserError("ไม่มีหน้าที่เลือกไว้ในเอกสาร", to_thai(f"เลือกหน้า 1 ถึง {document.pageCount()}"))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    order = sheets(pages, copies, collated=printer.collateCopies())
    printer.setFullPage(True)
    _turn(printer, document.pagePointSize(order[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("ส่งงานไปเครื่องพิมพ์ไม่ได้", "ตรวจว่าเครื่องพิมพ์เปิดอยู่และต่อสายแล้ว แล้วสั่งพิมพ์อีกครั้ง")
    try:
        for done, page in enumerate(order):
            if done:
                _turn(printer, document.pagePointSize(page))
                if not printer.newPage():
                    raise UserError("เครื่องพิมพ์ไม่รับหน้าถัดไป", "ตรวจกระดาษและแฟ้มปลายทาง แล้วสั่งพิมพ์อีกครั้ง")
            if not step(done, len(order)) or not _draw(document, page, printer, painter, go_on):
                printer.abort()
                return False
        step(len(order), len(order))
    finally:
        painter.end()
        document.close()
    return True


def _turn(printer: QPrinter, size: QSizeF) -> None:
    """Turn the paper as the page lies; the paper's size stays as chosen."""
    landscape = size.width() > size.height()
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def _draw(
    document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter, go_on: GoOn
) -> bool:
    """Draw one page in strips over the whole sheet; False where it was stopped."""
    points = document.pagePointSize(page)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / points.width(), paper.height() / points.height())
    whole = QSize(round(points.width() * scale), round(points.height() * scale))
    left = (paper.width() - whole.width()) / 2
    grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
    for start in range(0, whole.height(), _STRIP):
        top = max(0, start - _OVERLAP)
        end = min(start + _STRIP, whole.height())
        strip = QRect(0, top, whole.width(), end - top)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(strip)
        image = document.render(page, strip.size(), options)
        if grey:
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        painter.drawImage(QRectF(left, top, strip.width(), strip.height()), image)
        if not go_on():
            return False
    return True
