"""What is found about timelines that read well and lie in another year than the work."""

from __future__ import annotations

import pytest

from ita_desktop.model.findings import Severity
from ita_desktop.model.records import Measure, YearWork
from ita_desktop.model.snapshot import snapshot_of
from ita_desktop.session.checking.readiness import all_findings, readiness
from ita_desktop.thai.timeline_reading import read_timeline

YEAR = YearWork.of(2569)


@pytest.mark.parametrize(
    ("typed", "severity", "problem"),
    [
        ("ก.พ. ๒๕๖๐", Severity.MUST_MEND, "อยู่นอกปีงบประมาณ พ.ศ. ๒๕๖๙"),
        ("ต.ค. ๒๕๖๙", Severity.MUST_MEND, "อยู่นอกปีงบประมาณ พ.ศ. ๒๕๖๙"),
        ("ก.ย. - ต.ค. ๒๕๖๙", Severity.LOOK_AT, "มีส่วนที่อยู่นอกปีงบประมาณ พ.ศ. ๒๕๖๙"),
    ],
)
def test_a_timeline_outside_the_year_is_found(typed: str, severity: Severity, problem: str) -> None:
    [found] = _outside(typed)
    assert found.severity is severity and found.problem.endswith(f"” {problem}")
    assert found.remedy == "ตรวจปีของช่วงเวลา ควรอยู่ระหว่าง ๑ ต.ค. ๖๘ ถึง ๓๐ ก.ย. ๖๙"
    assert (found.record_id, found.field) == ("m", "timeline")


@pytest.mark.parametrize("typed", ["ต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙", "๓๐ กันยายน ๒๕๖๙", "สี่นาคม", ""])
def test_a_timeline_within_the_year_or_unread_is_not_called_outside(typed: str) -> None:
    assert not _outside(typed)


def _outside(typed: str):  # type: ignore[no-untyped-def]
    timeline = read_timeline(typed, 2569).value
    measure = Measure(id="m", year_id=YEAR.id, rank="1", title="ก", timeline=timeline)
    found = all_findings(readiness(snapshot_of([YEAR, measure]), YEAR))
    return [one for one in found if one.code == "timeline-outside-year"]
