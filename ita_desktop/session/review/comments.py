"""Comments of who reads the file (ความเห็น): written, answered, settled, each in one edit."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from ita_desktop.documents.record_names import RecordNames
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.fields import fields_of
from ita_desktop.model.ids import Id
from ita_desktop.model.own_fields import all_fields
from ita_desktop.model.records import RECORDS, Comment, Record
from ita_desktop.model.snapshot import Snapshot
from ita_desktop.session.session import Session
from ita_desktop.thai.text import clean

WHOLE_FILE = "ทั้งแฟ้มงาน"
GONE = "รายการที่ลบไปแล้ว"


@dataclass(frozen=True, slots=True)
class CommentGroup:
    """The comments about one record, or about the whole file where ``record_id`` is empty.

    ``here`` says whether the file still holds the record.
    """

    record_id: Id
    name: str
    comments: tuple[Comment, ...]
    here: bool = True


def add_comment(
    session: Session, words: str, author: str, about: Record | None = None, field: str = ""
) -> Comment | None:
    """Write a comment about a record, a field of it, or the whole file; None for empty words."""
    said = clean(words)
    if not said:
        return None
    comment = Comment(
        id=session.new_id(),
        about=about.TABLE if about is not None else "",
        about_id=about.id if about is not None else "",
        field=field,
        author=author,
        written=session.clock().date(),
        words=said,
    )
    session.add(comment, name="ให้ความเห็น")
    return comment


def reword_comment(session: Session, comment: Comment, words: str) -> None:
    """Say a comment in other words; empty ones take it back."""
    said = clean(words)
    if said:
        _change(session, comment, "แก้ไขความเห็น", words=said)
    else:
        delete_comment(session, comment)


def answer_comment(session: Session, comment: Comment, answer: str) -> None:
    """Say what was done about a comment; an empty answer takes the answer back."""
    _change(session, comment, "ชี้แจงความเห็น", answer=clean(answer))


def settle_comment(session: Session, comment: Comment, settled: bool) -> None:
    """Mark a comment as dealt with, or not."""
    name = "ทำเครื่องหมายว่าจัดการความเห็นแล้ว" if settled else "นำเครื่องหมายจัดการแล้วออก"
    _change(session, comment, name, settled=settled)


def delete_comment(session: Session, comment: Comment) -> None:
    """Take a comment away."""
    current = session.snapshot.get(Comment, comment.id)
    if current is not None:
        session.remove(current, name="ลบความเห็น")


def open_comments(snapshot: Snapshot, record_id: Id, field: str = "") -> tuple[Comment, ...]:
    """Comments not yet settled about a field of a record, or about the record itself."""
    return tuple(
        one
        for one in in_order(snapshot)
        if one.about_id == record_id and one.field == field and not one.settled
    )


def count_open(snapshot: Snapshot) -> int:
    """How many comments are not settled yet."""
    return sum(not one.settled for one in snapshot.each(Comment))


def comment_groups(snapshot: Snapshot, *, only_open: bool) -> tuple[CommentGroup, ...]:
    """Comments by the record they are about: the whole file first, then in the file's order."""
    wanted = [one for one in in_order(snapshot) if not (only_open and one.settled)]
    names = RecordNames(snapshot)
    groups: dict[Id, list[Comment]] = {}
    for one in wanted:
        groups.setdefault(one.about_id, []).append(one)
    found: list[tuple[tuple[int, int], CommentGroup]] = []
    for record_id, comments in groups.items():
        record = about_record(snapshot, comments[0])
        if record is not None:
            name = names.of(record)
        else:
            name = _title(comments[0]) if record_id else WHOLE_FILE
        here = record is not None or not record_id
        group = CommentGroup(record_id, name, tuple(comments), here)
        found.append((_place(snapshot, record, bool(record_id)), group))
    return tuple(group for _, group in sorted(found, key=lambda one: one[0]))


def about_record(snapshot: Snapshot, comment: Comment) -> Record | None:
    """The record a comment is about, where the file holds it."""
    kind = next((one for one in RECORDS if comment.about == one.TABLE), None)
    return snapshot.get(kind, comment.about_id) if kind is not None else None


def field_label(snapshot: Snapshot, comment: Comment) -> str:
    """The label of the field a comment is about; empty for a whole record."""
    kind = next((one for one in RECORDS if comment.about == one.TABLE), None)
    if kind is None or not comment.field:
        return ""
    fields = (*fields_of(kind), *all_fields(snapshot, kind))
    return next((one.label for one in fields if one.name == comment.field), comment.field)


def in_order(snapshot: Snapshot) -> tuple[Comment, ...]:
    """Every comment, the oldest first; those of one day in the order they were written."""
    days = {one.id: one.written.toordinal() if one.written else 0 for one in snapshot.each(Comment)}
    return tuple(sorted(snapshot.each(Comment), key=lambda one: days[one.id]))


def _change(session: Session, comment: Comment, name: str, **values: object) -> None:
    current = session.snapshot.get(Comment, comment.id)
    if current is None:
        return
    after = dataclasses.replace(current, **values)  # type: ignore[arg-type]
    if after != current:
        session.commit(Edit(name, (Change(current, after),)))


def _title(comment: Comment) -> str:
    kind = next((one for one in RECORDS if comment.about == one.TABLE), None)
    return f"{kind.TITLE}: {GONE}" if kind is not None else GONE


def _place(snapshot: Snapshot, record: Record | None, about_one: bool) -> tuple[int, int]:
    if record is None:
        return (len(RECORDS), 0) if about_one else (-1, 0)
    like = snapshot.of(type(record))
    return RECORDS.index(type(record)), next(
        at for at, one in enumerate(like) if one.id == record.id
    )
