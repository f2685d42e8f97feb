"""What one record is called where it is told of: in the history, in a comparison, by a comment."""

from __future__ import annotations

from ita_desktop.documents.catalog import document_kind
from ita_desktop.model.ids import Id
from ita_desktop.model.records import (
    CatalogueItem,
    CatalogueYear,
    Comment,
    Division,
    DocumentSetup,
    Evidence,
    Indicator,
    Issue,
    IssueAnalysis,
    LeftFinding,
    Level,
    Measure,
    Office,
    OwnField,
    OwnLayout,
    OwnWording,
    Person,
    Position,
    Record,
    ReportingRound,
    RequiredElement,
    RoundReport,
    Score,
    ScoreYear,
    SentCopy,
    SignedCopy,
    YearWork,
)
from ita_desktop.model.score_names import score_name
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.thai.digits import to_thai

UNNAMED = "(ยังไม่มีชื่อ)"


class RecordNames:
    """Names of the records of one snapshot; numbers of measures are counted once a year's work."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._numbers: dict[Id, dict[Id, int]] = {}

    def of(self, record: Record) -> str:
        """``มาตรการที่ ๓ ออกคำสั่ง…``: what the record is, and its own name as typed."""
        match record:
            case Measure():
                return f"{self._measure(record)} {record.title or UNNAMED}"
            case RoundReport():
                measure = self._snapshot.get(Measure, record.measure_id)
                lead = to_thai(f"{record.TITLE} รอบ {record.month} เดือน")
                return f"{lead} {self.of(measure)}" if measure else lead
            case ReportingRound():
                year = self._snapshot.get(YearWork, record.year_id)
                of_year = f" ปีงบประมาณ พ.ศ. {year.action_year}" if year else ""
                return to_thai(f"{record.TITLE} {record.month} เดือน{of_year}")
            case Office():
                return f"{record.TITLE} {record.full_name if record.name else UNNAMED}"
            case Score():
                return to_thai(f"{score_name(record.code)} ปี {record.year}")
            case IssueAnalysis():
                return to_thai(f"{record.TITLE} ประเด็นที่ {record.issue}")
            case DocumentSetup():
                return f"{record.TITLE} {_short(record.document)}"
            case OwnWording():
                return f"{record.TITLE} {wording_label(record.name)}"
            case SignedCopy():
                return f"{record.TITLE} {_document(record.document)} {record.number}".rstrip()
            case Indicator():
                return f"{to_thai(f'{record.TITLE}ที่ {record.number}')} {record.name}".rstrip()
            case CatalogueItem():
                return f"{record.code} {record.words}".rstrip()
            case Issue():
                return f"{to_thai(f'{record.TITLE}ที่ {record.number}')} {record.title}".rstrip()
        return f"{record.TITLE} {_own_name(record) or UNNAMED}"

    def _measure(self, measure: Measure) -> str:
        year_id = measure.year_id
        if year_id not in self._numbers:
            held = self._snapshot.measures(year_id)
            self._numbers[year_id] = {one.id: place for place, one in enumerate(held, 1)}
        number = self._numbers[year_id].get(measure.id)
        return to_thai(f"{measure.TITLE}ที่ {number}") if number else measure.TITLE


def _own_name(record: Record) -> str:
    """What the record calls itself; empty where it has no name yet."""
    match record:
        case Division():
            return record.name
        case Position() | OwnLayout():
            return record.title
        case Person():
            return record.full_name
        case YearWork():
            return to_thai(f"ปีงบประมาณ พ.ศ. {record.action_year}")
        case ScoreYear() | CatalogueYear():
            return to_thai(f"ปี {record.year}")
        case OwnField():
            return record.label
        case Evidence():
            return record.caption
        case Level():
            return record.name
        case RequiredElement():
            return record.words
        case Comment():
            return f"{record.author}: {record.words}" if record.author else record.words
        case LeftFinding():
            return record.problem
        case SentCopy():
            return record.receiver or record.file_name
    return ""


def _document(document_id: str) -> str:
    kind = document_kind(document_id)
    return kind.title if kind is not None else document_id


def _short(document_id: str) -> str:
    kind = document_kind(document_id)
    return kind.short_title if kind is not None else document_id


def wording_label(name: str) -> str:
    """The label of a wording, which a document declares; its name where none does."""
    kind = document_kind(name.partition(".")[0])
    labels = {one.name: one.label for one in kind.wordings} if kind is not None else {}
    return labels.get(name, name)
