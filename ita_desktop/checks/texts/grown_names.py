"""Names of agencies with a syllable too many, or with only their end left."""

from __future__ import annotations

from ita_desktop.checks.texts.faults import FOLLOWING, HANGING

_LONGEST = 5
"""Characters of a syllable that may have slipped into a name."""

_NEIGHBOURS = "เหนือ ใต้ น้อย ใหญ่ กลาง นอก ใน บน ล่าง เก่า ใหม่ ออก ตก ตะวัน พัฒนา".split()
"""What tells a place from its neighbour of the same name."""

_VERBS = "พบ เปิด ปิด ตั้ง ใช้ ส่ง เริ่ม ยัง เคย งด จึง อาจ ช่วย ก็ พร้อม เชิญ ขับ เพิ่ม ลด".split()
"""Short words that say what an agency does, where its name ends without a space before them."""


def grown_name(run: str, name: str) -> str:
    """The name with a syllable behind it (``ดงสว่างม่า``) or inside it, as it stands at the start
    of a run of Thai letters; "" where there is none."""
    if run.startswith(name):
        return _behind(run, name)
    for length in range(len(name) + 2, min(len(run), len(name) + _LONGEST) + 1):
        words, rest = run[:length], run[length:]
        if _ends(rest) and " " not in words and _is_split(words, name):
            return words
    return ""


def cut_name(run: str, name: str) -> str:
    """The end of the name alone (``แวงน้อย`` of หนองแวงน้อย), three characters at least."""
    for length in range(len(name) - 2, 2, -1):
        words = name[-length:]
        if words[0] not in HANGING and run.startswith(words) and _ends(run[length:]):
            return words
    return ""


def _behind(run: str, name: str) -> str:
    rest = run[len(name) :]
    if _ends(rest) or rest.startswith((*_NEIGHBOURS, *_VERBS)):
        return ""
    for length in range(1, _LONGEST):
        if len(rest) >= length and rest[length : length + 1].strip() == "":
            return run[: len(name) + length] if " " not in rest[:length] else ""
    return ""


def _is_split(words: str, name: str) -> bool:
    """Whether the words are the name with something put between two parts of it."""
    more = len(words) - len(name)
    return any(
        words[:at] == name[:at] and words[at + more :] == name[at:] and name[at] not in HANGING
        for at in range(2, len(name) - 1)
    )


def _ends(rest: str) -> bool:
    return not rest or rest.startswith((" ", *FOLLOWING))
