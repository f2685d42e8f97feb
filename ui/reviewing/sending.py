"""Sending a copy: to whom, where to, what goes along; then what was written where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.copy_note import spoken_size
from ita_desktop.errors import UserError
from ita_desktop.session.review.sending import (
    NoteForm,
    Sending,
    Sent,
    copy_target,
    photo_sizes,
    remember,
    write_copy,
)
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.text import clean
from ui.choosing import choose_folder, home
from ui.dialogs import open_folder, tell_problem
from ui.reviewing.sticks import may_be_pulled, plugged_in
from ui.settings import my_name
from ui.theme import GRID, section_title, set_role
from ui.waiting import Cancelled, Progress, wait_for
from ui.widgets.buttons import push
from ui.widgets.cards import sign
from ui.widgets.text.labels import OneLine, WrapLabel
from ui.widgets.text.textboxes import ThaiLineEdit
from ui.workspace import Workspace

_FOLDER = "sending/folder"
_NOTES = (
    ("ใบปะหน้าเป็น PDF", NoteForm.PDF),
    ("ใบปะหน้าเป็นข้อความ (.txt)", NoteForm.TEXT),
    ("ไม่ทำใบปะหน้า", NoteForm.NONE),
)


class SendDialog(QDialog):
    """``sent`` is what was written, once it was."""

    def __init__(
        self, workspace: Workspace, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings
        self.sent: Sent | None = None
        self.setWindowTitle("ส่งสำเนา")
        self.setMinimumSize(GRID * 80, GRID * 50)
        self.receiver = ThaiLineEdit()
        self.receiver.setPlaceholderText("เช่น ปลัดเทศบาล")
        self.receiver.setAccessibleName("ส่งถึง")
        self.places = QComboBox()
        self.places.setAccessibleName("เก็บสำเนาไว้ที่")
        self.places.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.photos = QCheckBox()
        self.photos.setChecked(True)
        self.history = QCheckBox("ประวัติการแก้ไข (ใครแก้อะไรเมื่อใด รวมทั้งสิ่งที่ลบไปแล้ว)")
        self.note = QComboBox()
        self.note.setAccessibleName("ใบปะหน้า")
        for words, form in _NOTES:
            self.note.addItem(words, form)
        self.name = OneLine()
        set_role(self.name, "hint")
        self.send_button = push("ส่งสำเนา", "send", self.send, role="primary")
        self.send_button.setDefault(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._questions())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        whole.addWidget(self._stack)
        self._fill_places()
        self._tell_photos()
        self._tell_name()
        self.places.currentIndexChanged.connect(lambda _index: self._tell_name())
        self.receiver.setFocus()

    @property
    def folder(self) -> Path:
        """The folder chosen."""
        return Path(self.places.currentData())

    def send(self) -> None:
        """Write the copy while a thread does the work, and say how it went."""
        session = self._workspace.session
        sending = Sending(
            clean(self.receiver.text()),
            self.photos.isChecked() or not self.photos.isEnabled(),
            self.history.isChecked(),
            self.note.currentData(),
        )
        sender = my_name(self._settings)
        folder = self.folder
        self.setEnabled(False)
        try:
            target = copy_target(session, folder)

            def work(cancelled: Cancelled, _progress: Progress) -> Sent:
                made = write_copy(session, target, sending, sender=sender)
                if cancelled():
                    made.path.unlink(missing_ok=True)
                    if made.note is not None:
                        made.note.unlink(missing_ok=True)
                return made

            if not folder.is_dir():
                raise UserError(f"ไม่พบโฟลเดอร์ {folder}", "เสียบแฟลชไดรฟ์ให้แน่น หรือเลือกโฟลเดอร์อื่น")
            made: Sent | None = wait_for(self, "กำลังเขียนและตรวจสำเนา…", work)
        except UserError as problem:
            tell_problem(self, problem)
            return
        finally:
            self.setEnabled(True)
        if made is None:
            return
        self.sent = remember(session, made)
        self._settings.setValue(_FOLDER, str(folder))
        self._show_result(self.sent)

    # ---- questions

    def _questions(self) -> QWidget:
        page = QWidget()
        title = QLabel("ส่งสำเนาแฟ้มงานให้ผู้อื่นอ่านหรือตรวจทาน")
        section_title(title)
        more = push("เลือกโฟลเดอร์…", "folder-open", self._choose)
        more.setAutoDefault(False)
        place = QHBoxLayout()
        place.setSpacing(GRID)
        place.addWidget(self.places, 1)
        place.addWidget(more)
        where = QVBoxLayout()
        where.setSpacing(GRID // 2)
        where.addLayout(place)
        where.addWidget(self.name)
        along = QVBoxLayout()
        along.setSpacing(GRID // 2)
        along.addWidget(self.photos)
        along.addWidget(self.history)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID + GRID // 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("ส่งถึง", self.receiver)
        form.addRow("เก็บไว้ที่", where)
        form.addRow("ส่งไปด้วย", along)
        form.addRow("ใบปะหน้า", self.note)
        cancel = QPushButton("ยกเลิก")
        cancel.clicked.connect(self.reject)
        buttons = QDialogButtonBox()
        buttons.addButton(self.send_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addWidget(
            WrapLabel(
                "สำเนามีข้อมูลที่ใช้อยู่ครบ ไม่มีสิ่งที่ลบไปแล้ว ผู้รับเปิดอ่าน ให้ความเห็น และเสนอการแก้ไขได้ด้วยโปรแกรมนี้",
                "hint",
            )
        )
        column.addSpacing(GRID)
        column.addLayout(form)
        column.addSpacing(GRID)
        column.addWidget(buttons)
        return page

    def _fill_places(self) -> None:
        for stick in plugged_in():
            free = spoken_size(stick.free)
            self.places.addItem(f"แฟลชไดรฟ์ {stick.name} (ว่าง {free})", str(stick.folder))
        last = str(self._settings.value(_FOLDER) or "")
        for folder in (Path(last) if last else home(), home()):
            if folder.is_dir():
                self._add_place(folder)
        self.places.setCurrentIndex(0)

    def _add_place(self, folder: Path) -> None:
        place = self.places.findData(str(folder))
        if place < 0:
            self.places.addItem(str(folder), str(folder))
            place = self.places.count() - 1
        self.places.setCurrentIndex(place)
        self.places.setToolTip(str(folder))

    def _choose(self) -> None:
        folder = choose_folder(self, self.folder, "เก็บสำเนาไว้ที่")
        if folder is not None:
            self._add_place(folder)

    def _tell_photos(self) -> None:
        count, size = photo_sizes(self._workspace.session)
        if count:
            self.photos.setText(to_thai(f"ภาพหลักฐาน {count} ภาพ ({spoken_size(size)})"))
        else:
            self.photos.setText("ภาพหลักฐาน (แฟ้มนี้ยังไม่มี)")
            self.photos.setChecked(False)
            self.photos.setEnabled(False)

    def _tell_name(self) -> None:
        target = copy_target(self._workspace.session, self.folder)
        self.name.setText(f"ชื่อแฟ้ม: {target.name}")

    # ---- the result

    def _show_result(self, sent: Sent) -> None:
        page = QWidget()
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(sign("circle-check", "good", 28))
        title = WrapLabel("ส่งสำเนาแล้ว ตรวจแล้วว่าตรงกับต้นฉบับทุกตัวอักษร")
        section_title(title)
        head.addWidget(title, 1)
        rows = QFormLayout()
        rows.setHorizontalSpacing(2 * GRID)
        rows.setVerticalSpacing(GRID)
        self.told = WrapLabel(f"{sent.path.name} ({spoken_size(sent.size)})")
        rows.addRow("แฟ้มสำเนา", self.told)
        if sent.note is not None:
            rows.addRow("ใบปะหน้า", WrapLabel(sent.note.name))
        rows.addRow("อยู่ใน", WrapLabel(str(sent.path.parent)))
        groups = [sent.fingerprint[at : at + 8] for at in range(0, len(sent.fingerprint), 8)]
        self.fingerprint = QLabel("\n".join((" ".join(groups[:4]), " ".join(groups[4:]))))
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.addRow("ลายนิ้วมือ", self.fingerprint)
        close = QPushButton("ปิด")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        show = push("เปิดโฟลเดอร์", "folder-open", lambda: open_folder(sent.path.parent))
        buttons.addWidget(show)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(head)
        column.addLayout(rows)
        for words, role in self._remarks(sent):
            label = WrapLabel(words, role)
            column.addWidget(label)
        column.addStretch(1)
        column.addLayout(buttons)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        close.setFocus()

    def _remarks(self, sent: Sent) -> list[tuple[str, str]]:
        found = []
        if may_be_pulled(sent.path.parent, self._workspace.session.path):
            found.append(("เขียนลงไดรฟ์ครบแล้ว ถอดแฟลชไดรฟ์ได้แล้ว", "good"))
        else:
            found.append(("เขียนลงโฟลเดอร์ครบแล้ว ถ้าเป็นแฟลชไดรฟ์ ถอดแฟลชไดรฟ์ได้แล้ว", "good"))
        if sent.left_out:
            found.append((to_thai(f"ไม่ได้ส่งภาพไปด้วย {sent.left_out} ภาพ"), "hint"))
        if sent.missing:
            words = f"ภาพหรือเอกสารแนบ {sent.missing} รายการไม่มีในแฟ้มงานแล้ว จึงไม่ได้ไปด้วย"
            found.append((to_thai(words), "amber"))
        if not sent.remembered:
            found.append(
                (
                    "แฟ้มงานนี้แก้ไขไม่ได้ จึงไม่ได้จำไว้ว่าส่งอะไรไป เมื่อได้สำเนาคืนจะต้องเลือกเองทุกช่องที่ต่างกัน",
                    "amber",
                )
            )
        return found
