"""A list shown before the dictionary is loaded is cut anew once words are known."""

from __future__ import annotations

import os
import subprocess
import sys

SHOWN = """
from ui.app import make_app
app = make_app(["x"])
from ita_desktop.session.measure_views import Filled
from ui.widgets.text.breaks import word_breaks
from ui.widgets.measures.measure_list import MeasureList
from ui.widgets.measures.measure_rows import MeasureRow
rows = MeasureList(str)
title = "เผยแพร่ช่องทางร้องเรียนการทุจริตและประพฤติมิชอบของเจ้าหน้าที่ให้ประชาชนทราบโดยทั่วกัน"
status = "อยู่ระหว่างดำเนินการตรวจสอบทรัพย์สินของทางราชการ"
row = MeasureRow(id="m", number="๑.", title=title, filled=Filled.NOTHING, status=status)
rows.show_rows([row])
rows.resize(230, 300)
rows.show()
for _ in range(5):
    app.processEvents()
assert not word_breaks().is_ready
painter = rows._painter
width = painter._text_width(rows.viewport().width())
def cut():
    rows.grab()
    return painter._lines(row, width)
early = cut()
word_breaks().warm_now()
for _ in range(5):
    app.processEvents()
late = cut()
print("\\n".join(late))
ends = word_breaks().ends(title)
place = len(late[0])
assert place in ends, (early, late)
assert len(late[0] + late[1].rstrip("…")) in ends, (early, late)
"""


def test_a_title_cut_at_letters_is_cut_at_words_once_they_are_known() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
