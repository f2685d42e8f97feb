"""Right texts that look like mistakes: nothing is said of them, wherever they stand."""

from __future__ import annotations

import pytest

from ita_desktop.checks.texts.faults import TextFacts
from ita_desktop.checks.texts.reading import text_findings
from ita_desktop.model.records import Evidence, IssueAnalysis, Measure, Office, Record, YearWork
from ita_desktop.model.values import AgencyKind, FreeText, Item
from tests.checks.clean_texts import CLEAN

FACTS = TextFacts.of(
    Office(kind=AgencyKind.MUNICIPALITY, name="ศรีสำราญ", district="ธารสวรรค์", province="สุขสวัสดิ์"),
    YearWork.of(2569),
)


def records_with(text: str) -> tuple[Record, ...]:
    """The text where what was done is told, and where it is not."""
    return (
        Measure(
            id="m", results=(Item("สรุป", (Item("เรื่องแรก"), Item(text))),), outcomes=(Item(text),)
        ),
        Measure(id="n", title=text, note=text, responsible=(FreeText(text),)),
        Evidence(id="e", year_id="y", caption=text),
        IssueAnalysis(id="a", year_id="y", finding=text, advice=text),
    )


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, texts in CLEAN.items() for text in texts]
)
def test_nothing_is_said_of_a_right_text(rule: str, text: str) -> None:
    found = [(one.code, one.field, one.problem) for one in text_findings(records_with(text), FACTS)]
    assert found == [], rule


def test_each_rule_has_at_least_five_right_texts() -> None:
    assert {rule: len(texts) for rule, texts in CLEAN.items() if len(texts) < 5} == {}
