"""Finished pages → the bytes of a PDF, by way of ReportLab's canvas.

ReportLab's registry of fonts is not used: fonts enter the document object itself. Nothing is taken
from the clock or from the user's account, so the same document gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from datetime import UTC, datetime
from typing import Any

from ita_desktop.render.pdf.font import ClusterFont, FontInDocument
from ita_desktop.render.pdf.ink import PageInk

_PRODUCER = "ITA Desktop"
_LANGUAGE = "th-TH"
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in the file where the caller gives no date."""
_COMPRESSION = 4
"""A fiftieth larger than at 6, in two thirds of the time."""


class Writer:
    """One PDF being written."""

    def __init__(self, *, identity: str, title: str, author: str, created: datetime | None) -> None:
        self._file = io.BytesIO()
        self._canvas = _canvas(self._file)
        self._doc: Any = self._canvas._doc
        self._digest = hashlib.sha256(identity.encode("utf-8", "replace"))
        self._identity = self._digest.hexdigest()[:32].upper()
        self._fonts: dict[ClusterFont, FontInDocument] = {}
        self._bookmarks = 0
        self._deepest = -1
        self._canvas.setTitle(_speakable(title))
        self._canvas.setAuthor(_speakable(author))
        self._canvas.setCreator(_PRODUCER)
        self._canvas.setProducer(_PRODUCER)
        self._canvas.setSubject("")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._doc._timeStamp = _Date(created or _NO_DATE)

    def ink(self, width: float, height: float) -> PageInk:
        """Begin a page of this size in points."""
        self._canvas.setPageSize((width, height))
        return PageInk(height, self._font)

    def _font(self, font: ClusterFont) -> FontInDocument:
        known = self._fonts.get(font)
        if known is None:
            known = self._fonts[font] = font.in_document(self._doc)
        return known

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a PNG or JPEG with its lower left corner at ``x``, ``y`` (points, upward).

        The bytes are such as :func:`readable_picture` allows. Proportions are kept.
        """
        from reportlab.lib.utils import ImageReader

        image = ImageReader(io.BytesIO(data))
        self._canvas.drawImage(
            image, x, y, width, height, mask="auto", preserveAspectRatio=True, anchor="c"
        )

    def bookmark(self, title: str, level: int, up: float) -> None:
        """Enter a heading in the outline; ``level`` 0 is the outermost, ``up`` its top edge."""
        self._bookmarks += 1
        key = f"heading{self._bookmarks}"
        level = min(max(level, 0), self._deepest + 1)
        self._deepest = level
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=round(up, 2))
        self._canvas.addOutlineEntry(_speakable(title) or "–", key, level)

    def finish(self, ink: PageInk, width: float, height: float) -> None:  # noqa: ARG002
        """Put down a page and press its content together at once, to save memory."""
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

        self._canvas._code.extend(ink.operators())
        name = self._doc.thisPageName()
        self._canvas.showPage()
        page = self._doc.idToObject[name]
        content = page.stream.encode("latin-1")
        self._digest.update(content)
        pressed = zlib.compress(content, _COMPRESSION)
        page.stream = None
        page.Contents = PDFStream(
            PDFDictionary({"Filter": PDFName("FlateDecode")}), content=pressed
        )
        page.Trans = None

    def data(self) -> bytes:
        """The bytes of the finished file."""
        content = self._digest.hexdigest()[:32].upper()
        self._doc._ID = f"\n[<{self._identity}><{content}>]\n".encode("ascii")
        self._canvas.save()
        return self._file.getvalue()


def readable_picture(data: bytes | None) -> bytes | None:
    """The bytes, if they are a picture that can be drawn to its last point; else None."""
    from reportlab.lib.utils import ImageReader

    try:
        ImageReader(io.BytesIO(data or b"")).getRGBData()
    except Exception:  # whatever is wrong with the office's own file becomes a finding
        return None
    return data


def _canvas(file: io.BytesIO) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    class PlainCanvas(Canvas):  # type: ignore[misc]
        """A canvas whose pages begin without a font, so that no Helvetica is asked for."""

        def _make_preamble(self) -> None:
            self._preamble = "0 g 0 G"

    return PlainCanvas(file, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=_LANGUAGE)


class _Date:
    """A moment as ReportLab writes it."""

    def __init__(self, moment: datetime) -> None:
        self.YMDhms = moment.timetuple()[:6]
        offset = moment.utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0
        self.dhh, self.dmm = int(minutes / 60), abs(minutes) % 60
        self.t = 0.0


def _speakable(text: str) -> str:
    """Text for the file's own entries: one line, no half characters."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
