"""Pictures and papers that come along with records out of another file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ita_desktop.session.papers.pictures import media_type
from ita_desktop.session.session import Session


def bring_attachments(
    wanted: Iterable[str], find: Callable[[str], bytes | None], session: Session
) -> tuple[int, int]:
    """Bring attachments along that the file does not have; how many, and how many are lost."""
    brought = missing = 0
    for digest in wanted:
        if session.store.attachment(digest) is not None:
            continue
        data = find(digest)
        if data is None:
            missing += 1
        else:
            session.store.add_attachment(data, media_type(data))
            brought += 1
    return brought, missing
