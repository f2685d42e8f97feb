"""What is said about a typed timeline of no known shape: what it seems to be, what to type."""

from __future__ import annotations

import re

from ita_desktop.thai.digits import like_typed
from ita_desktop.thai.text import clean
from ita_desktop.thai.time_tokens import one_spelling
from ita_desktop.thai.timeline_styles import format_timeline, presets
from ita_desktop.thai.timelines import Reading, Unread

_ROUND = re.compile("ราย|ทุก|รอบ|ครั้ง")
_DURATION = re.compile("(?:ระยะเวลา|เวลา|ประมาณ|ภายใน)?[0-9]+(?:วัน|สัปดาห์|เดือน|ปี)")


def not_understood(text: str, action_year: int, suggestions: tuple[str, ...] = ()) -> Reading:
    """The refusal of a text, with what to type instead. Suggestions given come first."""
    folded = one_spelling(text)
    whole_year = format_timeline(presets(action_year)[0][1])
    shown = clean(text).replace("\n", " ")
    shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
    if suggestions and folded.endswith(("-", "ถึง")):
        problem = f"“{shown}” ยังไม่มีวันสิ้นสุด"
    elif suggestions:
        problem = f"อ่านช่วงเวลา “{shown}” ไม่ออก อาจตกเครื่องหมาย - ระหว่างวันเริ่มต้นกับวันสิ้นสุด"
    elif not folded:
        problem = f"ยังไม่ได้ระบุช่วงเวลา พิมพ์เช่น {whole_year}"
    elif "ไตรมาส" in folded and not _ROUND.match(folded):
        problem = f"อ่านช่วงเวลา “{shown}” ไม่ออก ปีหนึ่งมีไตรมาสที่ 1 ถึง 4 พิมพ์เช่น ไตรมาสที่ 1"
    elif _ROUND.match(folded):
        problem = f"“{shown}” เป็นรอบการติดตาม ให้กรอกไว้ที่การกำกับติดตาม แล้วระบุเดือนเริ่มต้นและสิ้นสุดที่นี่"
        suggestions = (whole_year,)
    elif _DURATION.fullmatch(folded):
        problem = f"“{shown}” บอกความยาวของช่วงเวลา แต่ไม่บอกว่าเริ่มเมื่อใด"
    elif re.fullmatch("[0-9]{2}", folded) and abs(2500 + int(folded) - action_year) <= 2:
        problem = f"“{shown}” สั้นเกินไป ไม่ทราบว่าเป็นวัน เดือน หรือปี"
        suggestions = (f"ปีงบประมาณ พ.ศ. 25{folded}",)
    else:
        problem = f"อ่านช่วงเวลา “{shown}” ไม่ออก พิมพ์เช่น {whole_year} หรือ มีนาคม {action_year}"
    return Reading(Unread(text), problem, tuple(like_typed(s, text) for s in suggestions))
