"""ภาพรวม: what is ready to sign, what is missing where, and what to do next."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.build import kind_of
from ita_desktop.documents.kinds import Stage
from ita_desktop.model.catalogue import KINDS as CATALOGUE_KINDS
from ita_desktop.model.findings import Finding
from ita_desktop.model.records import (
    Division,
    IssueAnalysis,
    Measure,
    Person,
    Record,
    Score,
    ScoreYear,
)
from ita_desktop.model.scoring import score_years
from ita_desktop.model.values import Status
from ita_desktop.session.checking import Readiness, all_findings, readiness
from ita_desktop.session.papers.document_options import document_of_place
from ita_desktop.session.rounds.states import place_of_report, round_states
from ita_desktop.session.safety.backup_views import newest_words
from ita_desktop.thai.digits import to_thai
from ui.theme import GRID, page_title, set_role
from ui.widgets.buttons import push
from ui.widgets.cards import card, count, sign
from ui.widgets.documents.document_list import DocumentList
from ui.widgets.forms.form_rows import mend_button, sign_of
from ui.widgets.rounds.round_card import rounds_card
from ui.widgets.text.labels import WrapLabel
from ui.workspace import FINDING_PAGES, Workspace

_STATUS_SIGNS = {
    Status.DONE: ("circle-check", "good"),
    Status.IN_PROGRESS: ("contrast", "accent"),
    Status.NOT_STARTED: ("circle", "hint"),
    Status.CANNOT: ("circle-alert", "amber"),
}


_ABOUT = {"scores": "คะแนน ITA", "analysis": "วิเคราะห์ผล", "catalogue": "บัญชี ITA"}
"""What findings are gathered under that are about no measure, by the page they lead to."""


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
        self.findings: tuple[Finding, ...] = ()
        workspace.changed.connect(lambda _kinds: self._soon())
        workspace.year_changed.connect(lambda _year: self._soon())
        workspace.backed_up.connect(self._on_backed_up)
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
        documents = readiness(session.snapshot, year)
        self.findings = all_findings(documents)
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
        column.addWidget(self._documents(documents))
        if session.snapshot.measures(year.id):
            if states := round_states(session.snapshot, year, session.clock().date()):
                column.addWidget(rounds_card(self._workspace, states))
            column.addWidget(self._status_card())
        if self.findings:
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

    def _documents(self, documents: tuple[Readiness, ...]) -> QWidget:
        """Every document with how far it is, in two lists; a click or Enter goes to it."""
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
        """Everything missing, gathered by measure; a click goes there."""
        frame, column = card(to_thai(f"ที่ควรกรอกหรือตรวจดู {len(self.findings)} รายการ"))
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(self._where(finding), []).append(finding)
        for where, found in groups.items():
            heading = WrapLabel(where)
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)
            column.addWidget(heading)
            for finding in found:
                column.addWidget(self._finding_row(finding))
        return frame

    def _finding_row(self, finding: Finding) -> QWidget:
        name, colour = sign_of(finding)
        button = push(
            finding.problem,
            name,
            lambda: self._workspace.show_finding(finding),
            role="flat",
            color_role=colour,
            tip=finding.remedy,
        )
        button.setAccessibleDescription(finding.remedy)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if finding.repair is None or self._workspace.session.read_only:
            return button
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button, 1)
        line.addWidget(mend_button(finding, lambda: self._workspace.mend(finding)))
        return row

    # ---- where things are

    def _where(self, finding: Finding) -> str:
        session, year = self._workspace.session, self._workspace.year
        record = session.snapshot.find(finding.record_id)
        place = place_of_report(session.snapshot, finding.record_id)
        measure = record if isinstance(record, Measure) else place[0] if place else None
        if measure is not None:
            number = [one.id for one in session.snapshot.measures(year.id)].index(measure.id) + 1
            return to_thai(f"{number}. ") + (measure.name or "มาตรการที่ยังไม่มีชื่อ")
        of_document = document_of_place(session.snapshot, year, finding.record_id)
        if of_document:
            return kind_of(of_document).short_title
        if record is None:
            return _ABOUT.get(FINDING_PAGES.get(finding.code, ""), "ทั้งแฟ้มงาน")
        kinds: dict[type[Record], str] = {
            Score: "scores",
            ScoreYear: "scores",
            IssueAnalysis: "analysis",
        }
        kinds |= dict.fromkeys(CATALOGUE_KINDS, "catalogue")
        return _ABOUT.get(kinds.get(type(record), ""), record.TITLE)

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
