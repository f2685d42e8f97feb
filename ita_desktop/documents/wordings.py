"""Wordings: the fixed sentences of the documents, as templates with named fields.

Each document declares its own in its file of the catalogue. ``{agency}`` and its like are filled
from the records; a field nobody knows stays visible where it stands and is reported. The office may
put its own text in the place of a wording, for every year or for one document of one year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from ita_desktop.documents.wording_values import FIELD_LABELS
from ita_desktop.model.findings import Finding, Severity, Spot
from ita_desktop.model.records import DocumentSetup


class WordingForm(Enum):
    """What the lines of a wording are."""

    LINES = "lines"
    """Lines of a title: each stands by itself."""
    PARAGRAPHS = "paragraphs"
    """Each line is a paragraph."""
    OUTLINE = "outline"
    """Headings and items two deep (see :mod:`.outlines`)."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One template: stable name, Thai label for the form, and the text as shipped.

    An empty text leaves out what the wording stands for; of one that is ``needed`` the clerk is
    told. ``printed`` says by the document's set-up whether it is printed at all.
    """

    name: str
    label: str
    text: str
    form: WordingForm = WordingForm.PARAGRAPHS
    hint: str = ""
    needed: bool = False
    printed: Callable[[DocumentSetup], bool] = lambda _setup: True


def name_of(document: str) -> str:
    """The wording that says what a document is called in a table of contents."""
    return f"{document}.name"


UNKNOWN_FIELD = "unknown-wording-field"
"""The code of a field in a wording that nobody knows."""

_FIELD = re.compile(r"\{([^{}\s]*)\}")
_SPACED = re.compile(r"( ?)\{([^{}\s]*)\}")


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with its fields filled; unknown fields stay as they stand. What is filled with
    nothing takes the space before it along."""

    def filled(found: re.Match[str]) -> str:
        words = values.get(found[2])
        return found[0] if words is None else f"{found[1]}{words}" if words else ""

    return _SPACED.sub(filled, template)


def named_fields(template: str) -> frozenset[str]:
    """The fields a template names, known or not."""
    return frozenset(_FIELD.findall(template))


def _first_places(template: str) -> dict[str, re.Match[str]]:
    """The fields a template names in order, each where it stands first."""
    places: dict[str, re.Match[str]] = {}
    for found in _FIELD.finditer(template):
        places.setdefault(found[1], found)
    return places


def unknown_fields(template: str, record_id: str = "", field: str = "") -> tuple[Finding, ...]:
    """One finding for each field of a template that nobody knows."""
    return tuple(
        Finding(
            Severity.MUST_MEND,
            UNKNOWN_FIELD,
            f"ข้อความมีช่องเติม {{{name}}} ซึ่งโปรแกรมไม่รู้จัก",
            "เลือกช่องเติมจากรายการ หรือพิมพ์ข้อความนั้นเอง",
            record_id,
            field,
            spot=Spot(template, *found.span()),
        )
        for name, found in _first_places(template).items()
        if name not in FIELD_LABELS
    )
