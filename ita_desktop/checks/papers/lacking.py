"""What a document lacks beside measures and scores: signers, division, opinions, its wordings."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.checks.measures.completeness import empty_fields, no_divisions, no_measures
from ita_desktop.checks.noting import noted
from ita_desktop.checks.papers.dates import date_findings
from ita_desktop.checks.papers.rounds import round_findings
from ita_desktop.checks.papers.signers import signer_findings
from ita_desktop.checks.papers.years import year_findings
from ita_desktop.documents.build import context_of
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.people import signer_lines
from ita_desktop.documents.wordings import named_fields, unknown_fields
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.records import Division, Evidence, Measure, Office, Position, YearWork
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Opinion
from ita_desktop.thai.text import fold

INTENT = "announcement-intent"
"""The document that only the executive signs."""

_ANNOUNCES = "announcement-"
_HEAD = "นายก"
"""What the executive of a local government is called, by the office or for short."""

_OF_OFFICE = (("telephone", "telephone"), ("email", "email"), ("website", "website"))
_PLACE = ("district", "province")


def paper_findings(snapshot: Snapshot, year: YearWork, kind: DocumentKind) -> tuple[Finding, ...]:
    """What one document lacks of what it prints itself, in the order of its form."""
    context = context_of(snapshot, year, kind)
    named = _named(context, kind)
    return (
        *_office(context, named),
        *(no_divisions(snapshot) if kind.paper or "division_id" in kind.options else ()),
        *(no_measures(snapshot, year) if "measure_count" in named else ()),
        *_pictures(context, kind),
        *_division(context, kind, named),
        *_signers(context, kind),
        *_opinions(context, kind),
        *signer_findings(context, kind),
        *_wordings(context, kind),
        *year_findings(context, kind),
        *round_findings(context, kind),
        *date_findings(context, kind),
        *_notes(context, kind, named),
    )


def _named(context: Context, kind: DocumentKind) -> frozenset[str]:
    """The fields that the wordings printed name; those of the lead-in without measures aside."""
    return frozenset(
        name
        for one in kind.all_wordings
        if one.printed(context.setup) and not one.name.endswith(".empty")
        for name in named_fields(context.template(one.name))
    )


def _office(context: Context, named: frozenset[str]) -> Iterator[Finding]:
    for finding in empty_fields(context.office, Office.TITLE, "office"):
        if finding.field not in _PLACE or "place" in named:
            yield finding
    division = context.snapshot.get(Division, context.setup.division_id)
    for name, field in _OF_OFFICE:
        held = getattr(context.office, field)
        if name == "telephone" and division is not None:
            held = held or division.telephone
        if name in named and not held:
            label = {"telephone": "หมายเลขโทรศัพท์", "email": "ไปรษณีย์อิเล็กทรอนิกส์"}.get(name, "เว็บไซต์")
            yield noted(
                Severity.LOOK_AT,
                f"missing-{field}",
                f"ยังไม่มี{label}",
                f"กรอก{label}ของหน่วยงาน มิฉะนั้นจะพิมพ์เป็นจุดไข่ปลา",
                context.office.id,
                field,
            )


def _pictures(context: Context, kind: DocumentKind) -> Iterator[Finding]:
    """Evidence without pictures, and pictures without a caption."""
    if kind.needs != "evidence":
        return
    held = [one for one in context.snapshot.of(Evidence) if one.year_id == context.year.id]
    for place, one in enumerate(held, 1):
        measure = context.snapshot.get(Measure, one.measure_id)
        about = f" ของมาตรการ {measure.name}" if measure else ""
        yield from empty_fields(one, one.caption or f"ภาพที่ {place}{about}", kind.needs)
    if not held:
        yield noted(Severity.MUST_MEND, "no-evidence", "ยังไม่มีภาพหลักฐาน", "เพิ่มภาพในหน้าภาพหลักฐาน")


def _division(context: Context, kind: DocumentKind, named: frozenset[str]) -> Iterator[Finding]:
    held = context.snapshot.get(Division, context.setup.division_id)
    if "division_id" in kind.options and "division" in named and held is None:
        yield _of_setup(
            context,
            "missing-division",
            "ยังไม่มีส่วนราชการเจ้าของเรื่อง",
            f"เลือกส่วนราชการเจ้าของเรื่องของ{kind.short_title}",
            "division_id",
        )


def _signers(context: Context, kind: DocumentKind) -> Iterator[Finding]:
    snapshot, setup = context.snapshot, context.setup
    if kind.signer is not None:
        name, position = signer_lines(snapshot, kind.signer(context))
        if not name:
            yield _of_setup(
                context,
                "missing-signers",
                "ยังไม่มีชื่อผู้ลงนาม",
                f"เลือกหรือพิมพ์ชื่อผู้ลงนามใน{kind.short_title}",
                "signers",
            )
        wanted = fold(context.office.executive)
        told = any(wanted in fold(line) for line in position)
        if kind.id == INTENT and position and not told:
            yield noted(
                Severity.LOOK_AT,
                "signer-not-executive",
                "ผู้ลงนามในประกาศเจตจำนงไม่ใช่ผู้บริหารสูงสุด",
                f"ให้{context.office.executive}เป็นผู้ลงนาม",
                setup.id,
                "signers",
            )
    elif "signers" in kind.options:
        for place, signer in enumerate(setup.signers, 1):
            if not signer_lines(snapshot, signer)[0]:
                yield noted(
                    Severity.LOOK_AT,
                    "signer-unnamed",
                    f"ผู้ลงนามคนที่ {place} ยังไม่มีชื่อ",
                    "เลือกหรือพิมพ์ชื่อผู้ลงนาม",
                    setup.id,
                    "signers",
                )


def _opinions(context: Context, kind: DocumentKind) -> Iterator[Finding]:
    """A memo that nobody is asked about, and someone asked whose name is not known."""
    if "opinions" not in kind.options:
        return
    setup = context.setup
    if not setup.opinions:
        yield noted(
            Severity.LOOK_AT,
            "no-opinions",
            "ยังไม่มีความเห็นตามลำดับชั้น",
            "ใช้ลำดับชั้นตามปกติของหน่วยงาน หรือเพิ่มทีละชั้น",
            setup.id,
            "opinions",
        )
    elif not any(_approves(context, one) for one in setup.opinions):
        yield noted(
            Severity.LOOK_AT,
            "memo-no-approver",
            f"ลำดับความเห็นยังไม่มีผู้อนุมัติ คือ {context.office.executive}",
            f"เพิ่มความเห็นหรือคำสั่งของ{context.office.executive}เป็นลำดับสุดท้าย",
            setup.id,
            "opinions",
        )
    for place, one in enumerate(setup.opinions, 1):
        if not any(signer_lines(context.snapshot, one.signer)):
            yield noted(
                Severity.LOOK_AT,
                "opinion-unnamed",
                f"ความเห็นลำดับที่ {place} ยังไม่ได้ระบุว่าเป็นของผู้ใด",
                "เลือกบุคคลหรือตำแหน่ง",
                setup.id,
                "opinions",
            )


def _approves(context: Context, opinion: Opinion) -> bool:
    """Whether an opinion is the executive's, or of whoever acts for the executive."""
    wanted = fold(context.office.executive)
    position = context.snapshot.get(Position, opinion.signer.position_id)
    said = (*signer_lines(context.snapshot, opinion.signer)[1], opinion.title)
    titles = [fold(one) for one in (*said, position.title if position else "")]
    return any(wanted in one or (_HEAD in one and f"รอง{_HEAD}" not in one) for one in titles)


def _wordings(context: Context, kind: DocumentKind) -> Iterator[Finding]:
    """Fields nobody knows, and wordings that were emptied though the document needs them."""
    for one in kind.all_wordings:
        if not one.printed(context.setup):
            continue
        template, field = context.template(one.name), f"texts:{one.name}"
        yield from unknown_fields(template, context.setup.id, field)
        if one.needed and not template.strip():
            yield noted(
                Severity.LOOK_AT,
                "no-wording",
                f"{kind.short_title}ยังไม่มีข้อความ “{one.label}”",
                "พิมพ์ข้อความ หรือกลับไปใช้ข้อความของโปรแกรม",
                context.setup.id,
                field,
            )


def _notes(context: Context, kind: DocumentKind, named: frozenset[str]) -> Iterator[Finding]:
    """What is printed as a blank to be filled by hand."""
    dates = "dated" in kind.options and named & {"date", "date_with_era"}
    if dates and context.setup.dated is None:
        yield noted(
            Severity.LOOK_AT if kind.id.startswith(_ANNOUNCES) else Severity.NOTE,
            "date-blank",
            "ยังไม่ได้ระบุวันที่ จะพิมพ์เป็นจุดไข่ปลา",
            "เขียนวันที่ด้วยมือเมื่อลงนาม หรือกรอกไว้ที่นี่",
            context.setup.id,
            "dated",
        )
    if kind.garuda and not context.office.garuda:
        yield noted(
            Severity.NOTE,
            "garuda-blank",
            "ยังไม่มีตราครุฑ จะพิมพ์เป็นกรอบว่างขนาดเท่าของจริง",
            "เลือกแฟ้มภาพตราครุฑในหน้าหน่วยงาน",
            context.office.id,
            "garuda",
        )


def _of_setup(context: Context, code: str, problem: str, remedy: str, field: str) -> Finding:
    return noted(Severity.MUST_MEND, code, problem, remedy, context.setup.id, field)
