"""Typed monitoring read: the rounds taken out of the words, everything else kept as a note."""

from __future__ import annotations

import re

from ita_desktop.model.values import Monitoring
from ita_desktop.thai.digits import to_arabic
from ita_desktop.thai.pasted_items import split_items

_ROUND = r"(?:รอบ|ระยะ)?\s*\d{1,2}\s*(?:เดือน)?(?:แรก|หลัง)?"
_ROUNDS = re.compile(
    rf"(?:รายงาน(?:ผล)?(?:การดำเนินงาน|การดำเนินการ)?\s*)?{_ROUND}(?:\s*(?:,|/|และ|กับ)?\s*{_ROUND})*"
)
_QUARTERLY = ("รายไตรมาส", "ทุกไตรมาส", "ทุก ๆ ไตรมาส", "ไตรมาสละ 1 ครั้ง", "ทุก 3 เดือน")
_EVERY = re.compile(r"ทุก\s*(?:ๆ\s*)?(\d{1,2})\s*เดือน")
_DASHED = re.compile(r"\s*[-–]\s*(?=รอบ\s*[0-9๐-๙])")
_LEAD = "รายงานผลการดำเนินงานตามมาตรการ"
"""What a document says before the rounds where the note says nothing."""


def read_monitoring(text: str) -> Monitoring:
    """The rounds and the note of typed words. Never raises; words that are no round stay.

    Only a line that says nothing but rounds (``- รอบ ๖ เดือน``, ``รอบ 6 และ 12 เดือน``,
    ``รายไตรมาส``) is taken for them: what stands in a sentence stays in its sentence.
    """
    months: list[int] = []
    quarterly = False
    kept: list[str] = []
    for level, words in split_items(_DASHED.sub("\n- ", text)):
        line = " ".join(to_arabic(words).split()).rstrip(".")
        numbers = [int(number) for number in re.findall(r"\d+", line)]
        every = _EVERY.fullmatch(line)
        if line in _QUARTERLY:
            quarterly = True
        elif every and numbers[0] in (1, 2, 4, 6, 12):
            months += range(numbers[0], 13, numbers[0])
        elif "เดือน" in line and _ROUNDS.fullmatch(line) and all(1 <= one <= 12 for one in numbers):
            months += numbers
        else:
            kept.append(f"- {words}" if level and kept else words)
    found = tuple(sorted(set(months)))
    note = " ".join(kept)
    return Monitoring(found, quarterly, "" if note == _LEAD and (found or quarterly) else note)
