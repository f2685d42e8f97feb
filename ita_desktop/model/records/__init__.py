"""Every record an office file holds, each field declared once.

``TABLE`` is the table in the file, ``TITLE`` the Thai word that forms and findings use.
"""

from __future__ import annotations

from ita_desktop.model.records.catalogue import (
    CatalogueItem,
    CatalogueYear,
    Indicator,
    Issue,
    Level,
    RequiredElement,
)
from ita_desktop.model.records.office import Division, Office, Person, Position
from ita_desktop.model.records.papers import (
    DocumentSetup,
    OwnField,
    OwnLayout,
    OwnWording,
    SignedCopy,
)
from ita_desktop.model.records.record import Record
from ita_desktop.model.records.review import Comment, LeftFinding, SentCopy
from ita_desktop.model.records.rounds import ReportingRound, RoundReport
from ita_desktop.model.records.scores import IssueAnalysis, Score, ScoreYear
from ita_desktop.model.records.work import Evidence, Measure, YearWork

__all__ = [
    "RECORDS",
    "CatalogueItem",
    "CatalogueYear",
    "Comment",
    "Division",
    "DocumentSetup",
    "Evidence",
    "Indicator",
    "Issue",
    "IssueAnalysis",
    "LeftFinding",
    "Level",
    "Measure",
    "Office",
    "OwnField",
    "OwnLayout",
    "OwnWording",
    "Person",
    "Position",
    "Record",
    "ReportingRound",
    "RequiredElement",
    "RoundReport",
    "Score",
    "ScoreYear",
    "SentCopy",
    "SignedCopy",
    "YearWork",
]

RECORDS: tuple[type[Record], ...] = (
    Office,
    Division,
    Position,
    Person,
    YearWork,
    ReportingRound,
    OwnField,
    Measure,
    RoundReport,
    Evidence,
    ScoreYear,
    Score,
    IssueAnalysis,
    CatalogueYear,
    Indicator,
    CatalogueItem,
    Issue,
    Level,
    RequiredElement,
    DocumentSetup,
    OwnWording,
    OwnLayout,
    SignedCopy,
    Comment,
    LeftFinding,
    SentCopy,
)
"""Every kind of record; a kind stands after those its links point to."""
