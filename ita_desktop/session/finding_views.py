"""Where a finding stands, in words: the record and the field it is about."""

from __future__ import annotations

from collections.abc import Callable

from ita_desktop.documents.catalog import DOCUMENTS
from ita_desktop.documents.record_names import RecordNames
from ita_desktop.model.fields import fields_of
from ita_desktop.model.findings import Finding
from ita_desktop.model.repairs import OF_TEXT
from ita_desktop.model.snapshot import Snapshot


def place_words(snapshot: Snapshot) -> Callable[[Finding], tuple[str, str]]:
    """Says of a finding what its record and its field are called; empty where it has none.

    A record that the file does not hold yet has no name.
    """
    names = RecordNames(snapshot)
    labels = {one.name: one.label for kind in DOCUMENTS for one in kind.all_wordings}

    def where(finding: Finding) -> tuple[str, str]:
        record = snapshot.find(finding.record_id) if finding.record_id else None
        if finding.field.startswith(OF_TEXT):
            field = labels.get(finding.field.removeprefix(OF_TEXT), "")
        else:
            declared = fields_of(type(record)) if record is not None else ()
            field = next((one.label for one in declared if one.name == finding.field), "")
        return (names.of(record) if record is not None else "", field)

    return where
