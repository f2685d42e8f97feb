"""What a document declares of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ita_desktop.documents.blocks import Section
from ita_desktop.documents.context import Context


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One kind of document: id, titles, what it is for, and how it is built.

    ``short_title`` goes into file names.

    ``needs`` is the word that fields use in ``needed``; ``items`` gives the OIT item under which
    the document is published, by assessment year (พ.ศ.).
    """

    id: str
    title: str
    short_title: str
    purpose: str
    needs: str
    build: Callable[[Context], tuple[Section, ...]]
    items: Mapping[int, str] = field(default_factory=dict)
