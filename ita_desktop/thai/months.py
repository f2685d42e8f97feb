"""The months by name (ชื่อเดือน), in full and abbreviated."""

from __future__ import annotations

from ita_desktop.thai.nearness import nearest

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
_SPOKEN = (
    "มกรา",
    "กุมภา",
    "มีนา",
    "เมษา",
    "พฤษภา",
    "มิถุนา",
    "กรกฎา",
    "สิงหา",
    "กันยา",
    "ตุลา",
    "พฤศจิกา",
    "ธันวา",
)

MONTH_WORDS: dict[str, int] = {
    name.replace(".", ""): number
    for names in (MONTHS, SHORT_MONTHS, _SPOKEN)
    for number, name in enumerate(names, start=1)
}
"""Every way to write a month, without dots and spaces, and its number 1–12."""


def month_name(month: int, *, short: bool = False) -> str:
    """The name of month 1–12: ``เมษายน``, or ``เม.ย.`` when short."""
    return (SHORT_MONTHS if short else MONTHS)[month - 1]


def month_number(name: str) -> int:
    """The number 1–12 of a month by its name, in full or abbreviated as printed."""
    return (MONTHS if name in MONTHS else SHORT_MONTHS).index(name) + 1


def nearest_month(word: str) -> int | None:
    """The month a misspelt word was most likely meant to be (``สี่นาคม`` is 3), or None."""
    name = nearest(word, MONTHS)
    return MONTHS.index(name) + 1 if name else None
