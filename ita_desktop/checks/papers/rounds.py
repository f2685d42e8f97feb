"""Which round a report says that it tells of, held against the one it does tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.checks.noting import noted
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.wordings import WordingForm
from ita_desktop.model.findings import Finding, Severity
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.thai.digits import to_arabic

_ROUND = re.compile(r"รอบ(?:ที่)?\s*([0-9]{1,2})\s*เดือน")


def round_findings(context: Context, kind: DocumentKind) -> Iterator[Finding]:
    """A title or cover that names another round than the report tells of, and a title that names
    none where the report tells of one."""
    if "round" not in kind.options:
        return
    month, named = context.setup.round, False
    titles = [
        one for one in kind.wordings if "{round}" in one.text and one.form is WordingForm.LINES
    ]
    titles = [one for one in titles if one.printed(context.setup)]
    tells = f"รอบ {month} เดือน" if month else "ผลทั้งปี"
    for wording in titles:
        said = [int(one) for one in _ROUND.findall(to_arabic(context.wording(wording.name)))]
        named = named or month in said
        for other in sorted({*said} - {month}):
            yield noted(
                Severity.MUST_MEND,
                "other-round",
                f"{wording.label}บอกว่าเป็นรอบ {other} เดือน แต่รายงานนี้พิมพ์{tells}",
                "แก้ถ้อยคำ หรือเลือกรอบที่จะพิมพ์ในหน้าเอกสาร",
                context.setup.id,
                f"{OF_TEXT}{wording.name}",
            )
    if month and not named and titles:
        yield noted(
            Severity.LOOK_AT,
            "round-not-named",
            f"รายงานนี้พิมพ์{tells} แต่{titles[-1].label}ไม่ได้บอกรอบ",
            "เติมช่อง {round} ในถ้อยคำ หรือคืนถ้อยคำตามที่โปรแกรมให้มา",
            context.setup.id,
            f"{OF_TEXT}{titles[-1].name}",
        )
