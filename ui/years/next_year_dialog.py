"""The next year begun from this one: which measures come along, and what happens in words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.model.ids import Id
from ita_desktop.model.records import YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.years.beginning import Begun, candidates, following_year
from ita_desktop.session.years.wordings import WordingKey, typed_years
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.lists import joined
from ui.theme import GRID, section_title, set_role
from ui.widgets.buttons import push
from ui.widgets.text.labels import WrapLabel
from ui.years.measure_choice import MeasureChoice
from ui.years.wording_choice import WordingChoice

_SIZE = QSize(GRID * 140, GRID * 84)


class NextYearDialog(QDialog):
    """Accepted when the clerk wants the year begun; :attr:`chosen` are then the measures' ids."""

    def __init__(self, snapshot: Snapshot, year: YearWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = candidates(snapshot, year)
        self._work = following_year(snapshot, year)
        self._exists = snapshot.get(YearWork, self._work.id) is not None
        following = self._work.action_year
        verb = "นำมาตรการไป" if self._exists else "เริ่ม"
        self.setWindowTitle(to_thai(f"{verb}ปีงบประมาณ พ.ศ. {following}"))
        self.setModal(True)
        self.list = MeasureChoice(self._found)
        typed = () if self._exists else typed_years(snapshot, year, self._work)
        self.wordings = WordingChoice(typed) if typed else None
        self.list.setMinimumHeight(self.list.verticalHeader().defaultSectionSize() * 2)
        self.count = QLabel()
        set_role(self.count, "hint")
        self.start_button = push("", "calendar-plus", self.accept, role="primary")
        self.start_button.setDefault(True)
        self.cancel_button = push("ยกเลิก", "x", self.reject)
        self._lay_out(year)
        self.list.turned.connect(self._tell)
        self._tell()
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(_SIZE.boundedTo(screen - QSize(4 * GRID, 6 * GRID)))
        self.list.setFocus()

    @property
    def chosen(self) -> tuple[Id, ...]:
        """The ids of the measures that are to come along."""
        return self.list.chosen

    @property
    def wordings_chosen(self) -> tuple[WordingKey, ...] | None:
        """The wordings whose typed years are to be moved; None where nothing was asked."""
        return self.wordings.chosen if self.wordings is not None else None

    def _lay_out(self, year: YearWork) -> None:
        title = WrapLabel(
            to_thai(f"เลือกมาตรการของปี {year.action_year} ที่จะทำต่อในปี {self._work.action_year}")
        )
        section_title(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addWidget(title)
        whole.addWidget(WrapLabel(to_thai(_explained(year, self._work)), role="hint"))
        if self._found:
            whole.addLayout(self._ticks())
            whole.addWidget(self.list, 3)
        else:
            self.list.hide()
            whole.addWidget(WrapLabel("ปีนี้ยังไม่มีมาตรการ ปีใหม่จะเริ่มด้วยรายการว่าง เพิ่มมาตรการได้ภายหลัง"))
            whole.addStretch(1)
        if self.wordings is not None:
            whole.addWidget(self.wordings, 2)
        last = QHBoxLayout()
        last.setSpacing(GRID)
        last.addWidget(self.count, 1)
        last.addWidget(self.start_button)
        last.addWidget(self.cancel_button)
        whole.addLayout(last)

    def _ticks(self) -> QHBoxLayout:
        """Buttons that tick many at once."""
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(QLabel("เลือก"))
        self.ticks = tuple(
            push(words, sign, act)
            for words, sign, act in (
                ("ทั้งหมด", "list-checks", lambda: self.list.choose(lambda _one: True)),
                ("ไม่เลือกเลย", "circle", lambda: self.list.choose(lambda _one: False)),
                (
                    "เฉพาะที่แล้วเสร็จ",
                    "circle-check",
                    lambda: self.list.choose(lambda one: one.done),
                ),
                (
                    "เฉพาะที่ยังไม่แล้วเสร็จ",
                    "circle-dashed",
                    lambda: self.list.choose(lambda one: not one.done),
                ),
            )
        )
        for button in self.ticks:
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _tell(self) -> None:
        count = len(self.chosen)
        free = sum(not one.brought for one in self._found)
        told = f"เลือกไว้ {count} จาก {free} มาตรการ" if free else "นำมาตรการไปครบทุกรายการแล้ว"
        self.count.setText(to_thai(told) if self._found else "")
        words = f"เริ่มปีงบประมาณ {self._work.action_year}"
        if self._exists:
            words = f"นำมาตรการ {count} รายการไป"
            self.start_button.setEnabled(bool(count))
        self.start_button.setText(f" {to_thai(words)}")
        self.start_button.setAccessibleName(to_thai(words))


def _explained(year: YearWork, work: YearWork) -> str:
    """What comes along, what begins empty, what serves every year."""
    return "\n".join(
        (
            "นำไปด้วย: แผนของมาตรการที่เลือก (ขั้นตอน ผู้รับผิดชอบ ระยะเวลา ฯลฯ) และการตั้งค่าเอกสาร"
            f" โดยเลื่อนปีในข้อความและระยะเวลาจาก {year.action_year} เป็น {work.action_year} ให้",
            "เริ่มว่าง: สถานะ ผลการดำเนินการ ผลผลิต ผลลัพธ์ ข้อเสนอแนะ หมายเหตุ ภาพหลักฐาน เลขที่และวันที่เอกสาร",
            "หน่วยงาน บุคลากร แบบตาราง และถ้อยคำใช้ร่วมกันทุกปี ส่วนผล ฉบับลงนาม ภาพหลักฐาน"
            f" และความเห็นของปี {year.action_year} ยังอยู่ครบในปีเดิม",
        )
    )


def begun_words(begun: Begun) -> str:
    """What was done, on one line, and what the clerk should look at."""
    parts = [f"ปีงบประมาณ {begun.work.action_year}: นำมาตรการมา {len(begun.measures)} รายการ"]
    parts.append(f"เลื่อนปี {begun.years_moved} แห่ง")
    look_at = []
    if begun.codes_left:
        look_at.append(f"รหัสอ้างอิง {begun.codes_left} ข้อที่ไม่มีในปีใหม่")
    if begun.wordings:
        look_at.append(f"ถ้อยคำ {len(begun.wordings)} ข้อที่พิมพ์ปีไว้")
    if look_at:
        parts.append(f"โปรดตรวจ{joined(look_at)}")
    return to_thai(" · ".join(parts))
