"""What a document declares of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from ita_desktop.documents.blocks import Section
from ita_desktop.documents.context import Context
from ita_desktop.documents.wordings import Wording, WordingForm, name_of
from ita_desktop.model.values import PaperKind, Signer


class Stage(Enum):
    """When in the year's work a document is made."""

    START = "ก่อนและเริ่มปี"
    END = "สิ้นปี"
    VOLUME = "รวมเล่ม"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One kind of document: id, titles, what it is for, and how it is built.

    ``short_title`` goes into file names. ``wordings`` are its fixed sentences, ``options`` the
    fields of its set-up that mean something to it, ``needs`` the word that fields use in
    ``needed``. ``paper`` says under which OIT item it is published. ``about_scores`` is for what
    names the year of the scores, not that of the measures. A ``bundle`` binds others together.
    ``stage`` is when it is made; one with a ``garuda`` bears the emblem. ``signer`` finds whoever
    must sign it; None where it may go without.
    """

    id: str
    title: str
    short_title: str
    purpose: str
    build: Callable[[Context], tuple[Section, ...]]
    wordings: tuple[Wording, ...] = ()
    needs: str = ""
    options: tuple[str, ...] = ()
    paper: PaperKind | None = None
    about_scores: bool = False
    bundle: bool = False
    stage: Stage = Stage.START
    garuda: bool = False
    signer: Callable[[Context], Signer] | None = None

    @property
    def all_wordings(self) -> tuple[Wording, ...]:
        """Those it declares, and what it is called where it is not seen itself."""
        label, hint = "ชื่อในสารบัญและในแฟ้ม PDF", "ไม่พิมพ์ในตัวเอกสาร"
        name = Wording(name_of(self.id), label, self.title, WordingForm.LINES, hint)
        return (*self.wordings, name)


TABLE_OPTIONS = ("layout", "orientation", "table_size", "timeline_style")
"""Options of documents with a table of measures."""

ALL_OPTIONS = ("digits", "spare_codes", "texts")
"""Options that mean something to every document."""
