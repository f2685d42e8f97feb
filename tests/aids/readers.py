"""What other people's programs read in our PDFs: five independent text extractors."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path


def _run(pdf: bytes, *command: str) -> str:
    """Run a command line with ``{pdf}`` standing for a temporary file holding the document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "read.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(
            [str(path) if word == "{pdf}" else word for word in command],
            capture_output=True,
            check=True,
        )
    return done.stdout.decode("utf-8")


def lines_of(text: str) -> list[str]:
    """The lines of an extract without page breaks, outer white space and empty lines."""
    return [line.strip() for line in text.replace("\f", "\n").splitlines() if line.strip()]


def pdftotext_text(pdf: bytes) -> str:
    """What poppler reads, in the order of the content stream."""
    return _run(pdf, "pdftotext", "-raw", "-enc", "UTF-8", "{pdf}", "-")


def mutool_text(pdf: bytes) -> str:
    """What MuPDF reads."""
    return _run(pdf, "mutool", "draw", "-q", "-F", "txt", "{pdf}")


def pypdf_text(pdf: bytes) -> str:
    """What pypdf reads."""
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def pdfminer_text(pdf: bytes) -> str:
    """What pdfminer.six reads."""
    from pdfminer.high_level import extract_text

    return str(extract_text(io.BytesIO(pdf)))


def pdfium_text(pdf: bytes) -> str:
    """What PDFium reads, as Chrome and Edge do."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[number].get_textpage() for number in range(len(document))]
        return "\n".join(page.get_text_bounded() for page in pages)
    finally:
        document.close()


READERS = {
    "pdftotext": pdftotext_text,
    "mutool": mutool_text,
    "pypdf": pypdf_text,
    "pdfminer": pdfminer_text,
    "pdfium": pdfium_text,
}
"""Every reader by name: PDF bytes to text."""
