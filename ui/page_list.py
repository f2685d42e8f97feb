"""The pages of the sidebar in order. A page stands here from the day it works."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.sidebar import Entry
from ui.workspace import Workspace


def _overview(workspace: Workspace) -> QWidget:
    from ui.pages.overview import OverviewPage

    return OverviewPage(workspace)


def _scores(workspace: Workspace) -> QWidget:
    from ui.pages.scores import ScoresPage

    return ScoresPage(workspace)


def _analysis(workspace: Workspace) -> QWidget:
    from ui.pages.analysis import AnalysisPage

    return AnalysisPage(workspace)


def _measures(workspace: Workspace) -> QWidget:
    from ui.pages.measures import MeasuresPage

    return MeasuresPage(workspace)


def _evidence(workspace: Workspace) -> QWidget:
    from ui.pages.evidence import EvidencePage

    return EvidencePage(workspace)


def _documents(workspace: Workspace) -> QWidget:
    from ui.pages.documents import DocumentsPage

    return DocumentsPage(workspace)


def _comparison(workspace: Workspace) -> QWidget:
    from ui.pages.comparison import ComparisonPage

    return ComparisonPage(workspace)


def _checking(workspace: Workspace) -> QWidget:
    from ui.pages.checking import CheckingPage

    return CheckingPage(workspace)


def _office(workspace: Workspace) -> QWidget:
    from ui.pages.office import OfficePage

    return OfficePage(workspace)


def _people(workspace: Workspace) -> QWidget:
    from ui.pages.people import PeoplePage

    return PeoplePage(workspace)


def _layouts(workspace: Workspace) -> QWidget:
    from ui.pages.layouts import LayoutsPage

    return LayoutsPage(workspace)


def _catalogue(workspace: Workspace) -> QWidget:
    from ui.pages.catalogue import CataloguePage

    return CataloguePage(workspace)


def _comments(workspace: Workspace) -> QWidget:
    from ui.pages.comments import CommentsPage

    return CommentsPage(workspace)


PAGES: tuple[Entry | None, ...] = (
    Entry("overview", "ภาพรวม", "layout-dashboard", _overview, paper=False),
    Entry("scores", "คะแนน ITA", "chart-column", _scores, document="scores"),
    Entry("analysis", "วิเคราะห์ผล", "search-check", _analysis, document="analysis"),
    Entry("measures", "มาตรการ", "list-checks", _measures),
    Entry("evidence", "ภาพหลักฐาน", "image", _evidence, document="evidence"),
    Entry("documents", "เอกสาร", "file-text", _documents, wide_paper=True),
    Entry("checking", "ตรวจทาน", "circle-check", _checking, paper=False),
    Entry("comparison", "เทียบสองปี", "move-horizontal", _comparison, paper=False),
    None,
    Entry("office", "หน่วยงาน", "landmark", _office),
    Entry("people", "สำนัก/กองและบุคลากร", "users", _people),
    Entry("layouts", "แบบตาราง", "columns-3", _layouts, paper=False),
    Entry("catalogue", "บัญชี ITA", "book-open", _catalogue, paper=False),
    Entry("comments", "ความเห็น", "message-square", _comments, paper=False),
)
"""None is the line between what is done daily and what is set up once."""
