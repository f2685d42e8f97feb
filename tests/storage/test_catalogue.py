"""The ITA catalogue that ships with the program, and what files get of it."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from ita_desktop.model.catalogue import (
    KINDS,
    Catalogue,
    catalogue_from,
    catalogue_of,
    catalogue_years,
    code_order,
    copied,
    item_codes,
    records_of,
    tool_of,
)
from ita_desktop.model.records import CatalogueItem, CatalogueYear, Issue, YearWork
from ita_desktop.model.references import Reference
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.model.values import PaperKind, Tool
from ita_desktop.session.opening import new_file
from ita_desktop.storage.catalogue import catalogue_for, packaged_catalogue, packaged_years
from ita_desktop.storage.store import open_file
from tests.aids.places import FILES

YEARS = (2565, 2566, 2567, 2568, 2569)
FIRST_FILE = FILES / "version_1.itadb"


def shipped(year: int) -> Catalogue:
    return catalogue_from(packaged_catalogue(year), year)


def test_five_years_ship_and_no_other() -> None:
    assert packaged_years() == YEARS
    assert packaged_catalogue(2550) == ()


@pytest.mark.parametrize("year", YEARS)
def test_every_entry_says_where_it_comes_from(year: int) -> None:
    records = packaged_catalogue(year)
    assert {type(one) for one in records} <= set(KINDS)
    assert all(one.source.strip() for one in records)
    assert len({one.id for one in records}) == len(records)
    assert any(not one.certain for one in records) or year == 2567


@pytest.mark.parametrize("year", YEARS)
def test_ten_indicators_stand_in_three_tools(year: int) -> None:
    numbers = {tool: [one.number for one in shipped(year).indicators_of(tool)] for tool in Tool}
    assert numbers == {Tool.IIT: [1, 2, 3, 4, 5], Tool.EIT: [6, 7, 8], Tool.OIT: [9, 10]}


@pytest.mark.parametrize(
    ("year", "plan", "report"),
    [(2565, "O42", "O43"), (2566, "O42", "O43"), (2567, "O34", "O35"), (2568, "O27", "O28")],
)
def test_the_papers_have_the_item_numbers_of_their_year(year: int, plan: str, report: str) -> None:
    assert shipped(year).paper_item(PaperKind.PLAN) == plan
    assert shipped(year).paper_item(PaperKind.REPORT) == report


def test_the_lists_of_2567_are_whole_and_in_order() -> None:
    catalogue = shipped(2567)
    assert [len(catalogue.items_of(tool)) for tool in Tool] == [15, 9, 35]
    assert all(catalogue.complete(tool) for tool in Tool)
    codes = [one.code for one in catalogue.items]
    assert codes == sorted(codes, key=code_order)
    covered = [code for issue in catalogue.issues for code in item_codes(issue)]
    assert sorted(covered, key=code_order) == codes
    assert len(catalogue.issues) == 7


@pytest.mark.parametrize("year", [2568, 2569])
def test_a_list_with_gaps_is_not_called_complete(year: int) -> None:
    catalogue = shipped(year)
    assert not any(catalogue.complete(tool) for tool in Tool)
    taken = [one for one in catalogue.items if one.source.startswith("คัดลอกจากปี 2567")]
    assert taken
    assert not any(one.certain for one in taken)


@pytest.mark.parametrize("year", YEARS)
def test_issues_and_items_agree(year: int) -> None:
    catalogue = shipped(year)
    for issue in catalogue.issues:
        assert all(isinstance(one, Reference) and one.year == year for one in issue.codes)
        assert all(catalogue.item(code) for code in item_codes(issue)), issue.title


def test_every_question_of_a_whole_list_has_words_to_propose() -> None:
    for item in shipped(2567).items:
        asked = tool_of(item.code) is not Tool.OIT
        assert bool(item.finding) is asked
        assert bool(item.advice) is asked
        assert "{" not in item.finding + item.advice


def test_a_new_year_is_copied_and_nothing_in_it_is_confirmed() -> None:
    made = catalogue_from(copied(shipped(2567), 2570), 2570)
    assert [one.code for one in made.items] == [one.code for one in shipped(2567).items]
    assert {one.year for one in records_of(made)} == {2570}
    assert not any(one.certain for one in records_of(made))
    assert all("2567" in one.source for one in records_of(made))
    assert not any(made.complete(tool) for tool in Tool)
    assert all(one.year == 2570 for issue in made.issues for one in issue.codes)
    assert made.item("I4").id == CatalogueItem.key(2570, "I4")  # type: ignore[union-attr]
    assert made.issues[0].id == Issue.key(2570, 1)


def test_a_year_of_which_nothing_is_known_copies_to_a_head_alone() -> None:
    [head] = copied(Catalogue(2560), 2570)
    assert isinstance(head, CatalogueYear)
    assert Catalogue(2560).empty


def test_a_new_file_holds_the_catalogues_of_its_years(tmp_path: Path) -> None:
    path = new_file(tmp_path / "ใหม่", new_id=lambda: str(uuid4()), action_year=2568)
    with closing(open_file(path)) as store:
        snapshot = store.load()
    assert catalogue_years(snapshot) == (2568, 2567)
    assert catalogue_of(snapshot, 2567) == shipped(2567)


def test_a_file_from_before_catalogues_gets_those_of_its_years(tmp_path: Path) -> None:
    old = tmp_path / "เก่า.itadb"
    shutil.copyfile(FIRST_FILE, old)
    for read_only in (True, False, False):
        with closing(open_file(old, read_only=read_only, backups=tmp_path)) as store:
            snapshot = store.load()
        [work] = snapshot.years
        assert set(catalogue_years(snapshot)) == {work.score_year, work.assessment_year}


def test_years_that_share_a_catalogue_get_it_once() -> None:
    works = [YearWork.of(2568), YearWork.of(2569)]
    held = snapshot_of(catalogue_for(works))
    assert catalogue_years(held) == (2569, 2568, 2567)
    assert len(held.of(CatalogueYear)) == 3
