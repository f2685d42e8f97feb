"""ภาพรวม: what is ready to sign, what is missing where, and what to do next."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.kinds import Stage
from ita_desktop.model.findings import Severity
from ita_desktop.model.records import Division, Person
from ita_desktop.model.scoring import score_years
from ita_desktop.model.values import Status
from ita_desktop.session.checking.rows import FoundRow, counts_of
from ita_desktop.session.rounds.states import round_states
from ita_desktop.session.safety.backup_views import newest_words
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, page_title, set_role
from ui.widgets.buttons import push
from ui.widgets.cards import card, count, sign
from ui.widgets.documents.document_list import DocumentList
from ui.widgets.finding_list import FindingLink
from ui.widgets.forms.form_rows import SEVERITY_SIGNS, mend_button
from ui.widgets.rounds.round_card import rounds_card
from ui.widgets.text.labels import WrapLabel
from ui.workspace import Workspace

_STATUS_SIGNS = {
    Status.DONE: ("circle-check", "good"),
    Status.IN_PROGRESS: ("contrast", "accent"),
    Status.NOT_STARTED: ("circle", "hint"),
    Status.CANNOT: ("circle-alert", "amber"),
}


_FIRST = 4
"""How many of the most important findings are shown; all of them stand on their own page."""


class OverviewPage(QScrollArea):
    """Cards of documents, counts of measures, and everything that is missing, each a step away."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWidgetResizable(True)
        self.setAccessibleName("ภาพรวม")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(200)
        self._later.timeout.connect(self._refresh_if_seen)
        self._stale = True
        workspace.changed.connect(lambda _kinds: self._soon())
        workspace.year_changed.connect(lambda _year: self._soon())
        workspace.backed_up.connect(self._on_backed_up)
        workspace.checked.connect(self._soon)
        self.refresh()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._soon()  # signs are painted in the scheme's colours

    def refresh(self) -> None:
        """Look again."""
        self._stale = False
        session, year = self._workspace.session, self._workspace.year
        looking = self._workspace.looking
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        office = session.snapshot.office
        title = WrapLabel(office.full_name if office.name else "หน่วยงานที่ยังไม่มีชื่อ")
        page_title(title)
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        top.addWidget(title, 1)
        send = push(
            "ส่งสำเนา…",
            "send",
            lambda: self._workspace.review_wanted.emit("send", ""),
            tip="ทำสำเนาแฟ้มงานลงแฟลชไดรฟ์ ให้ผู้อื่นอ่านหรือตรวจทาน",
        )
        top.addWidget(send, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        subtitle = f"งานของปีงบประมาณ พ.ศ. {year.action_year}"
        kept = newest_words(session, self._workspace.backups.places)
        column.addWidget(WrapLabel(f"{to_thai(subtitle)} · {kept}", "hint"))
        if steps := self._first_steps():
            column.addWidget(steps)
        column.addWidget(_looking_card() if looking else self._documents())
        if session.snapshot.measures(year.id):
            if states := round_states(session.snapshot, year, session.clock().date()):
                column.addWidget(rounds_card(self._workspace, states))
            column.addWidget(self._status_card())
        if not looking:
            column.addWidget(self._findings_card())
        column.addStretch(1)
        place = self.verticalScrollBar().value()
        self.setWidget(inner)
        self.verticalScrollBar().setValue(place)

    # ---- cards

    def _first_steps(self) -> QWidget | None:
        """What to do next in an office that has little yet."""
        snapshot = self._workspace.session.snapshot
        office = snapshot.office
        steps = (
            ("กรอกข้อมูลหน่วยงาน", "อำเภอ จังหวัด ที่อยู่ ใช้บนปกและในความนำ", "office",
             bool(office.name and office.district and office.province)),
            ("เพิ่มสำนัก/กองและบุคลากร", "เพื่อเลือกเป็นผู้รับผิดชอบและผู้ลงนาม", "people",
             bool(snapshot.of(Division) and snapshot.of(Person))),
            ("กรอกผลคะแนน ITA", "พิมพ์ หรือวางตารางจากเว็บไซต์ Excel หรือ Word", "scores",
             bool(score_years(snapshot))),
            ("เพิ่มมาตรการ", "กรอกเอง หรือนำเข้าตารางจากแฟ้ม Word ของปีก่อน", "measures",
             bool(snapshot.measures(self._workspace.year.id))),
        )  # fmt: skip
        # An office may report measures without ever typing scores.
        if all(done for *_words, page, done in steps if page != "scores"):
            return None
        frame, column = card("เริ่มตรงนี้")
        for number, (words, hint, page, done) in enumerate(steps, 1):
            row = QHBoxLayout()
            row.setSpacing(GRID)
            row.addWidget(
                sign("circle-check" if done else "circle-dashed", "good" if done else "hint")
            )
            button = QPushButton(to_thai(f"{number}. {words}"))
            set_role(button, "flat" if done else "")
            button.clicked.connect(lambda _on=False, one=page: self._workspace.show_page(one))
            row.addWidget(button)
            row.addWidget(WrapLabel("ทำแล้ว" if done else hint, "hint"), 1)
            column.addLayout(row)
        return frame

    def _documents(self) -> QWidget:
        """Every document with how far it is, in two lists; a click or Enter goes to it."""
        documents = self._workspace.readiness
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        for stages in ((Stage.START,), (Stage.END, Stage.VOLUME)):
            part = DocumentList([one for one in documents if one.kind.stage in stages], whole=True)
            part.hit.connect(self._show_document)
            part.entered.connect(self._show_document)
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        return both

    def _status_card(self) -> QWidget:
        """How many measures stand where."""
        measures = self._workspace.session.snapshot.measures(self._workspace.year.id)
        counts = Counter(one.status for one in measures)
        frame, column = card(to_thai(f"มาตรการ {len(measures)} รายการ"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        parts = [(status.label, *_STATUS_SIGNS[status], counts[status]) for status in Status]
        parts.append(("ยังไม่ระบุสถานะ", "circle-dashed", "hint", counts[None]))
        for words, name, role, number in parts:
            if number or words != "ยังไม่ระบุสถานะ":
                row.addWidget(count(words, name, role, number), 1)
        column.addLayout(row)
        go = push("ไปที่มาตรการ", "list-checks", lambda: self._workspace.show_page("measures"))
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _findings_card(self) -> QWidget:
        """How many findings there are, the most important ones, and the way to all of them."""
        rows = [one for one in self._workspace.found if one.reason is None]
        told = f"สิ่งที่ตรวจพบ {len(rows)} รายการ" if rows else "ไม่พบสิ่งที่ต้องแก้ไข"
        frame, column = card(to_thai(told))
        line = QHBoxLayout()
        line.setSpacing(GRID)
        for severity, number in counts_of(rows).items():
            line.addWidget(count(severity.label, *SEVERITY_SIGNS[severity], number), 1)
        if rows:
            column.addLayout(line)
        order = list(Severity)
        rows.sort(key=lambda one: order.index(one.finding.severity))
        for row in rows[:_FIRST]:
            column.addWidget(self._finding_row(row))
        steps = QHBoxLayout()
        steps.setSpacing(GRID)
        for words, sign_name, part in (
            ("ไปหน้าตรวจทาน", "circle-check", "findings"),
            ("ดูความครบถ้วนของเอกสาร", "list-checks", "board"),
        ):
            page = f"checking/{part}"
            steps.addWidget(push(words, sign_name, lambda one=page: self._workspace.show_page(one)))
        steps.addStretch(1)
        column.addLayout(steps)
        return frame

    def _finding_row(self, row: FoundRow) -> QWidget:
        finding = row.finding
        acts = ()
        if finding.repair is not None and not self._workspace.session.read_only:
            acts = (mend_button(finding, lambda: self._workspace.mend(finding)),)
        link = FindingLink(finding, acts, place=row.record)
        link.clicked.connect(lambda: self._workspace.show_finding(finding))
        return link

    def _show_document(self, document_id: str) -> None:
        self._workspace.choose_document(document_id)
        self._workspace.show_page("documents")

    def _on_backed_up(self, _outcome: object) -> None:
        self._soon()

    def _soon(self) -> None:
        self._stale = True
        self._later.start()

    def _refresh_if_seen(self) -> None:
        if self.isVisible() and self._stale:
            self.refresh()


def _looking_card() -> QWidget:
    """Says that a large file is being looked through; what was found follows by itself."""
    frame, column = card("กำลังตรวจแฟ้มงาน…")
    words = "แฟ้มนี้มีมาตรการมาก ความพร้อมของเอกสารและสิ่งที่ตรวจพบจะแสดงในอีกสักครู่ ทำงานต่อได้ทันที"
    column.addWidget(WrapLabel(words, "hint"))
    return frame
