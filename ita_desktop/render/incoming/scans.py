"""Scans of signed papers on their way in: a PDF as it is, a picture made small."""

from __future__ import annotations

import io

from ita_desktop.errors import UserError
from ita_desktop.render.incoming.photos import SCAN_SIDE, ready_photo
from ita_desktop.thai.digits import to_thai

MOST_BYTES = 30_000_000
"""Bytes of a scan or a finished document that is kept: files go to supervisors by e-mail or on a
stick, and the file itself takes nothing above a hundred million."""

_START = b"%PDF-"


def ready_scan(data: bytes, name: str) -> bytes:
    """The scan as it is kept, PDF or picture. Raises UserError, with the file's ``name`` in it, for
    what cannot be opened, is locked by a password, or is too large."""
    if _START not in data[:1024]:
        return ready_photo(data, name, SCAN_SIDE).data
    if len(data) > MOST_BYTES:
        raise UserError(
            to_thai(
                f"แฟ้มสแกน “{name}” ใหญ่ {len(data) / 1e6:,.0f} เมกะไบต์"
                f" เกินกว่าที่แฟ้มงานเก็บได้ ({MOST_BYTES // 1_000_000} เมกะไบต์)"
            ),
            to_thai("สแกนใหม่แบบขาวดำที่ 200 จุดต่อนิ้ว หรือแยกเก็บเฉพาะหน้าที่ลงนาม"),
        )
    _require_readable(data, name)
    return data


def _require_readable(data: bytes, name: str) -> None:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as opened:
            if len(opened.pages):
                return
    except pikepdf.PasswordError as error:
        raise UserError(
            f"แฟ้มสแกน “{name}” ใส่รหัสผ่านไว้ จึงเปิดไม่ได้", "บันทึกเป็น PDF ที่ไม่มีรหัสผ่าน แล้วเลือกใหม่"
        ) from error
    except pikepdf.PdfError as error:
        raise _broken(name) from error
    raise _broken(name)


def _broken(name: str) -> UserError:
    return UserError(f"แฟ้มสแกน “{name}” เสียหรือคัดลอกมาไม่ครบ", "สแกนหรือคัดลอกใหม่ แล้วเลือกอีกครั้ง")
