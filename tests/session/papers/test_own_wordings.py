"""Wordings in three layers: as shipped, the office's for every year, one document's alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.documents.build import setup_of
from ita_desktop.documents.catalog.preface import PREFACE
from ita_desktop.model.records import OwnWording, YearWork
from ita_desktop.model.values import OwnText
from ita_desktop.session.papers.document_options import document_of_place
from ita_desktop.session.papers.own_wordings import (
    office_texts,
    use_every_year,
    use_here_only,
    use_shipped,
)
from ita_desktop.session.session import Session
from tests.aids.small_office import YEAR, office_session

TITLE = PREFACE.wordings[0]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = office_session(tmp_path)
    yield made
    made.close()


def texts(session: Session, year: int = YEAR) -> tuple[OwnText, ...]:
    return setup_of(session.snapshot, YearWork.of(year), "preface").texts


def test_a_text_for_every_year_replaces_that_of_the_document_in_one_edit(session: Session) -> None:
    setup = setup_of(session.snapshot, session.year(), "preface")
    session.change(setup, texts=(OwnText(TITLE.name, "คำนำของเรา"),))
    use_every_year(session, setup, TITLE, "คำนำของเรา")
    assert office_texts(session.snapshot, PREFACE) == {TITLE.name: "คำนำของเรา"}
    assert texts(session) == ()
    assert "ทุกปี" in session.undo_name
    session.undo()
    assert office_texts(session.snapshot, PREFACE) == {}
    assert texts(session) == (OwnText(TITLE.name, "คำนำของเรา"),)


def test_a_text_of_every_year_can_be_kept_for_one_document_alone(session: Session) -> None:
    setup = setup_of(session.snapshot, session.year(), "preface")
    use_every_year(session, setup, TITLE, "คำนำของเรา")
    use_here_only(session, setup, TITLE, "คำนำของเรา")
    assert office_texts(session.snapshot, PREFACE) == {}
    assert texts(session) == (OwnText(TITLE.name, "คำนำของเรา"),)
    assert texts(session, YEAR + 1) == ()


def test_what_is_shipped_comes_back_in_every_layer(session: Session) -> None:
    setup = setup_of(session.snapshot, session.year(), "preface")
    use_every_year(session, setup, TITLE, "คำนำของเรา")
    use_shipped(session, setup, TITLE)
    assert session.snapshot.of(OwnWording) == () and texts(session) == ()
    use_every_year(session, setup, TITLE, TITLE.text)
    assert session.snapshot.of(OwnWording) == (), "the shipped text needs no record"


def test_a_set_up_and_a_wording_lead_to_their_document(session: Session) -> None:
    year = session.year()
    setup = setup_of(session.snapshot, year, "preface")
    assert document_of_place(session.snapshot, year, setup.id) == "preface", "not in the file yet"
    use_every_year(session, setup, TITLE, "คำนำของเรา")
    key = OwnWording.key(TITLE.name)
    assert document_of_place(session.snapshot, year, key) == "preface"
    assert document_of_place(session.snapshot, year, "m1") == ""
