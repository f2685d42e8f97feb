"""The office's emblem taken out of one of its own Word files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ita_desktop.errors import UserError
from ita_desktop.exchange.word_pictures import word_pictures
from ita_desktop.render.incoming.emblems import emblem_of
from ita_desktop.thai.digits import to_thai

_PLACES = {"header": "หัวกระดาษ", "document": "เนื้อหา", "footer": "ท้ายกระดาษ"}


@dataclass(frozen=True, slots=True)
class Emblem:
    """A picture that can be chosen: PNG or JPEG, and where in the file it stands, in Thai."""

    place: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FoundEmblems:
    """What a Word file has; ``told`` says in Thai what could not be read, or is empty."""

    emblems: tuple[Emblem, ...]
    told: str = ""


def emblems_in(path: Path) -> FoundEmblems:
    """The pictures of a Word file that may become the emblem, those of headers first.

    Raises UserError where the file cannot be read or holds no picture at all.
    """
    found = word_pictures(path)
    if not found:
        raise UserError(
            f"ในแฟ้ม “{path.name}” ไม่มีภาพ", "เลือกแฟ้ม Word ที่มีตราครุฑ เช่น บันทึกข้อความหรือประกาศของหน่วยงาน"
        )
    drawn = (one for one in found if one.suffix != ".svg")  # a picture of it lies beside it
    made = [(one, emblem_of(one.data)) for one in drawn]
    unread = [one.suffix.lstrip(".").upper() for one, data in made if data is None]
    kept = tuple(Emblem(_PLACES.get(one.where, ""), data) for one, data in made if data is not None)
    return FoundEmblems(kept, _told(unread))


def _told(kinds: list[str]) -> str:
    if not kinds:
        return ""
    names = ", ".join(sorted(set(kinds)))
    return to_thai(
        f"มีอีก {len(kinds)} ภาพชนิด {names} ที่แปลงเป็นภาพไม่ได้"
        " ถ้าตราครุฑอยู่ในนั้น ให้เปิดแฟ้มใน Word คลิกขวาที่ตรา เลือก “บันทึกเป็นรูปภาพ” เป็น PNG แล้วเลือกแฟ้มภาพนั้น"
    )
