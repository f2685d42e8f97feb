"""One field of a record given a new value, whether declared in code or added by the office."""

from __future__ import annotations

from typing import TypeVar

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.fields import Field
from ita_desktop.model.own_fields import with_value
from ita_desktop.model.records import Record
from ita_desktop.session.session import Session

R = TypeVar("R", bound=Record)


def change_field(
    session: Session,
    record: R,
    field: Field,
    value: object,
    *,
    name: str = "",
    visit: str = "",
    along: tuple[Change, ...] = (),
) -> R:
    """Give one field another value; the record as it then stands.

    A record the file does not hold yet (an untouched set-up) is added. ``name`` is what the Undo
    menu shows, by default that the field was changed; edits of one ``visit`` are undone as one.
    ``along`` are changes of other records that belong to the same edit.
    """
    current = session.snapshot.get(type(record), record.id)
    after = with_value(current or record, field, value)
    if after != current:
        changes = (*along, Change(current, after))
        session.commit(Edit(name or f"แก้ไข{field.label}", changes), visit)
    return after
