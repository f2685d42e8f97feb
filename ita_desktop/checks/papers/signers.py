"""Who signs and who is asked, held against the register of people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.checks.noting import noted
from ita_desktop.documents.context import Context
from ita_desktop.documents.kinds import DocumentKind
from ita_desktop.documents.people import signer_lines
from ita_desktop.model.findings import Finding, Repair, Severity, Spot
from ita_desktop.model.records import Person, Position
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.model.values import Signer
from ita_desktop.thai.nearness import edit_distance
from ita_desktop.thai.text import fold

_ACTING = re.compile(r"(?:รักษา|ปฏิบัติ(?:ราชการ|หน้าที่)|ทำการ|ทำหน้าที่)\S*?(?:แทน|การ|ที่)?")
_TITLES = re.compile(
    r"^(?:นายแพทย์|นาย|นางสาว|นาง|น\.ส\.|ว่าที่\s?ร้อย\S+|ดร\.|พ\.จ\.อ\.|จ\.?[สอ]\.?[ตอ]\.)\s*"
)
_NEAR = 3
"""Characters by which a typed name may differ from a person's to be taken for that one's."""


def signer_findings(context: Context, kind: DocumentKind) -> Iterator[Finding]:
    """Signers and givers of opinions who do not hold the position they sign in.

    Who acts in a position (รักษาราชการแทน, ปฏิบัติหน้าที่) and says so is right.
    """
    snapshot, setup = context.snapshot, context.setup
    asked: list[tuple[str, Signer]] = []
    if "signers" in kind.options:
        asked += (("signers", one) for one in setup.signers)
    if "opinions" in kind.options:
        asked += (("opinions", one.signer) for one in setup.opinions)
    for field, signer in asked:
        yield from _of_signer(snapshot, signer, setup.id, field)


def _of_signer(snapshot: Snapshot, signer: Signer, record_id: str, field: str) -> Iterator[Finding]:
    name, lines = signer_lines(snapshot, signer)
    position = _position(snapshot, signer, lines)
    if not name or position is None or _acts(signer, lines):
        return
    holders = [one for one in snapshot.of(Person) if one.position_id == position.id]
    if any(_bare(one.full_name) == _bare(name) for one in holders):
        return
    told = f"“{_shown(name)}” ไม่ได้ดำรงตำแหน่ง “{position.title}” ตามทะเบียนบุคลากร"
    remedy, repair = _remedy(snapshot, name, position, holders)
    if remedy:
        yield noted(
            Severity.LOOK_AT,
            "signer-not-holder",
            told,
            remedy,
            record_id,
            field,
            repair if signer.name else None,
            Spot.whole(signer.name),
        )


def _remedy(
    snapshot: Snapshot, name: str, position: Position, holders: list[Person]
) -> tuple[str, Repair | None]:
    """What to do about it, and the name to put where it is only misspelt; nothing to do where the
    register knows neither of them."""
    acting = [
        one
        for one in snapshot.of(Person)
        if any(other.position_id == position.id for other in one.acting)
    ]
    if holders:
        right = holders[0].full_name
        near = edit_distance(_bare(name), _bare(right)) <= _NEAR
        words = f"ผู้ดำรงตำแหน่งคือ “{right}”"
        repair = Repair(name, name.replace(_shown(name), right)) if near else None
        more = "" if near else " ถ้าลงนามแทน ให้เติมคำว่ารักษาราชการแทนหรือปฏิบัติราชการแทน"
        return f"{words}{more}", repair
    if any(_bare(one.full_name) == _bare(name) for one in acting):
        return "ผู้นี้รักษาราชการแทน ให้เลือกว่าลงนามในฐานะรักษาราชการแทน", None
    if acting:
        return f"ผู้รักษาราชการแทนคือ “{acting[0].full_name}”", None
    if _person(snapshot, name) is not None:
        return "ตำแหน่งนี้ว่างอยู่ ถ้าลงนามแทน ให้เติมคำว่ารักษาราชการแทน", None
    return "", None


def _position(snapshot: Snapshot, signer: Signer, lines: tuple[str, ...]) -> Position | None:
    """The position of the register that is signed in: linked, or typed by its title."""
    if not signer.position and signer.position_id:
        return snapshot.get(Position, signer.position_id)
    first = fold(lines[0]) if lines else ""
    return next((one for one in snapshot.of(Position) if first and fold(one.title) == first), None)


def _acts(signer: Signer, lines: tuple[str, ...]) -> bool:
    return bool(signer.acting) or any(_ACTING.match(line.strip()) for line in lines)


def _person(snapshot: Snapshot, name: str) -> Person | None:
    return next((one for one in snapshot.of(Person) if _bare(one.full_name) == _bare(name)), None)


def _shown(name: str) -> str:
    """A name without the brackets it is printed in."""
    return name.strip().removeprefix("(").removesuffix(")").strip()


def _bare(name: str) -> str:
    """A name for comparing: without brackets, titles and spaces."""
    return _TITLES.sub("", fold(_shown(name))).replace(" ", "")
