"""The office's own wordings: kept for every year, or for one document of one year only.

Three layers: the text as shipped, over it the office's for every year (:class:`OwnWording`), over
both the text of one document of one year (:attr:`DocumentSetup.texts`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.wordings import Wording
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import DocumentSetup, OwnWording
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import OwnText
from ita_desktop.session.session import Session


def office_texts(snapshot: Snapshot, kind: DocumentKind) -> Mapping[str, str]:
    """The office's own texts for every year, by the name of the wording."""
    held = ((one, snapshot.get(OwnWording, OwnWording.key(one.name))) for one in kind.all_wordings)
    return {one.name: own.words for one, own in held if own is not None}


def use_every_year(session: Session, setup: DocumentSetup, wording: Wording, text: str) -> None:
    """Say ``text`` in every year, this document's own text given up for it: one edit."""
    record = OwnWording(id=OwnWording.key(wording.name), name=wording.name, words=text)
    after = None if text == wording.text else record
    changes = (_office(session, wording, after), _setup(session, setup, wording, None))
    _commit(session, f"ใช้ถ้อยคำ “{wording.label}” ทุกปี", changes)


def use_here_only(session: Session, setup: DocumentSetup, wording: Wording, text: str) -> None:
    """Say ``text`` in this document of this year only; the other years go back to what is shipped:
    one edit."""
    own = OwnText(wording.name, text)
    changes = (_office(session, wording, None), _setup(session, setup, wording, own))
    _commit(session, f"ใช้ถ้อยคำ “{wording.label}” เฉพาะฉบับนี้", changes)


def use_shipped(session: Session, setup: DocumentSetup, wording: Wording) -> None:
    """Go back to the text as shipped, in this document and in every other year: one edit."""
    changes = (_office(session, wording, None), _setup(session, setup, wording, None))
    _commit(session, f"กลับไปใช้ถ้อยคำ “{wording.label}” ของโปรแกรม", changes)


def _office(session: Session, wording: Wording, after: OwnWording | None) -> Change | None:
    before = session.snapshot.get(OwnWording, OwnWording.key(wording.name))
    return Change(before, after) if before != after else None


def _setup(
    session: Session, setup: DocumentSetup, wording: Wording, own: OwnText | None
) -> Change | None:
    held = session.snapshot.get(DocumentSetup, setup.id)
    current = held or setup
    texts = tuple(one for one in current.texts if one.name != wording.name)
    after = dataclasses.replace(current, texts=(*texts, own) if own is not None else texts)
    return Change(held, after) if after != current else None


def _commit(session: Session, name: str, changes: tuple[Change | None, ...]) -> None:
    session.commit(Edit(name, tuple(one for one in changes if one is not None)))
