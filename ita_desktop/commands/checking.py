"""The command ``check``: what is wrong or missing, by document."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.commands.arguments import Commands, year_number
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.thai.digits import to_thai_but_codes, to_thai_but_quoted

if TYPE_CHECKING:
    from ita_desktop.session.checking.readiness import Readiness

TO_MEND = 1
"""The exit code where something must be mended."""


def declare_check(commands: Commands) -> None:
    """The words of the command."""
    check = commands.add_parser("check", help="ตรวจเอกสารทุกฉบับ บอกสิ่งที่ขาดหรือผิด")
    check.add_argument("file", metavar="แฟ้มงาน", type=Path)
    check.add_argument("--year", metavar="ปี", help="ปีงบประมาณ พ.ศ. ที่ดำเนินการ")
    check.add_argument("--json", action="store_true", help="พิมพ์ผลเป็น JSON ให้โปรแกรมอื่นอ่าน")


def check(chosen: argparse.Namespace) -> int:
    """Print everything found, by document; 1 where something must be mended, else 0."""
    from ita_desktop.session.checking.places import place_words
    from ita_desktop.session.checking.readiness import all_findings, readiness
    from ita_desktop.session.opening import open_to_read

    with closing(open_to_read(chosen.file)) as session:
        year = session.year(year_number(chosen.year))
        snapshot = session.snapshot
        documents = readiness(snapshot, year)
        where = place_words(snapshot)
    if chosen.json:
        found = all_findings(documents)
        errors = sum(one.severity is Severity.MUST_MEND for one in found)
        print(_json(year.action_year, errors, documents, where))
    else:
        _print(documents, where)
    return 0 if all(one.ready for one in documents) else TO_MEND


def _print(documents: Sequence[Readiness], where: Callable[[Finding], tuple[str, str]]) -> None:
    for one in documents:
        told = one.words
        if one.doubtful:
            told += f" ควรตรวจดู {one.doubtful} รายการ"
        print(to_thai_but_codes(f"{one.kind.title}: {told}"))
        for finding in one.findings:
            place = " – ".join(filter(None, where(finding)))
            lead = f"{place}: " if place else ""
            words = " · ".join(filter(None, (finding.problem, finding.remedy)))
            print(to_thai_but_quoted(f"  [{finding.severity.label}] {lead}{words}"))
        if one.left:
            print(to_thai_but_codes(f"  ปล่อยไว้ {len(one.left)} รายการ"))


def _json(
    year: int,
    errors: int,
    documents: Sequence[Readiness],
    where: Callable[[Finding], tuple[str, str]],
) -> str:
    return json.dumps(
        {
            "action_year": year,
            "errors": errors,
            "documents": [
                {
                    "document": one.kind.id,
                    "title": one.kind.title,
                    "ready": one.ready,
                    "findings": [_as_json(finding, where) for finding in one.findings],
                    "left": [_as_json(finding, where) for finding in one.left],
                }
                for one in documents
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _as_json(finding: Finding, where: Callable[[Finding], tuple[str, str]]) -> dict[str, object]:
    record, field = where(finding)
    return {
        "severity": finding.severity.value,
        "rule": finding.code,
        "record_id": finding.record_id,
        "record": record,
        "field": finding.field,
        "field_label": field,
        "problem": finding.problem,
        "remedy": finding.remedy,
        "words": finding.words,
    }
