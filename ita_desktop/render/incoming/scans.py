"""Scans of signed papers on their way in: a PDF as it is, a picture made small."""

from __future__ import annotations

from contextlib import closing

from ita_desktop.errors import UserError
from ita_desktop.render.incoming.photos import SCAN_SIDE, ready_photo
from ita_desktop.render.pdfium import ONE_AT_A_TIME
from ita_desktop.thai.digits import to_thai

MOST_BYTES = 30_000_000
"""Bytes of a scan or a finished document that is kept: files go to supervisors by e-mail or on a
stick, and the file itself takes nothing above a hundred million."""

_START = b"%PDF-"
_LOCKED = 4
"""PDFium's FPDF_ERR_PASSWORD."""


def ready_scan(data: bytes, name: str) -> bytes:
    """The scan as it is kept, PDF or picture. Raises UserError, with the file's ``name`` in it, for
    what cannot be opened, is locked by a password, or is too large."""
    if _START not in data[:1024]:
        return ready_photo(data, name, SCAN_SIDE).data
    if len(data) > MOST_BYTES:
        raise too_large(name, len(data))
    _require_readable(data, name)
    return data


def too_large(name: str, size: int, _most: int = MOST_BYTES) -> UserError:
    """Why a scan of ``size`` bytes is not kept, and how to make a smaller one."""
    return UserError(
        to_thai(
            f"แฟ้มสแกน “{name}” ใหญ่ {size / 1e6:,.0f} เมกะไบต์"
            f" เกินกว่าที่แฟ้มงานเก็บได้ ({MOST_BYTES // 1_000_000} เมกะไบต์)"
        ),
        to_thai("สแกนใหม่แบบขาวดำที่ 200 จุดต่อนิ้ว หรือแยกเก็บเฉพาะหน้าที่ลงนาม"),
    )


def _require_readable(data: bytes, name: str) -> None:
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            opened = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _LOCKED:
                raise UserError(
                    f"แฟ้มสแกน “{name}” ใส่รหัสผ่านไว้ จึงเปิดไม่ได้",
                    "บันทึกเป็น PDF ที่ไม่มีรหัสผ่าน แล้วเลือกใหม่",
                ) from error
            raise _broken(name) from error
        with closing(opened):
            if not len(opened):
                raise _broken(name)


def _broken(name: str) -> UserError:
    return UserError(f"แฟ้มสแกน “{name}” เสียหรือคัดลอกมาไม่ครบ", "สแกนหรือคัดลอกใหม่ แล้วเลือกอีกครั้ง")
