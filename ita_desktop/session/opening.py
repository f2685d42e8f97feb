"""Office files: made new, opened to work on, opened only to read."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from ita_desktop import FILE_SUFFIX
from ita_desktop.model.ids import Id
from ita_desktop.model.records import Office, Record, YearWork
from ita_desktop.session.papers.pictures import media_type
from ita_desktop.session.safety.backups import usual_places
from ita_desktop.session.session import Session
from ita_desktop.storage.catalogue import catalogue_for
from ita_desktop.storage.processes import user_name
from ita_desktop.storage.store import Store, create_file, open_file
from ita_desktop.thai.dates import fiscal_year


def new_file(
    path: Path,
    *,
    new_id: Callable[[], Id],
    sample: bool = False,
    office: Office | None = None,
    action_year: int | None = None,
    overwrite: bool = False,
) -> Path:
    """Make an office file, empty or with the sample office; its path with the proper suffix.

    ``action_year`` (พ.ศ.) is the fiscal year in hand by default. Raises UserError where a file of
    that name stands and ``overwrite`` is False, or the folder refuses.
    """
    named = path.suffix.lower() == FILE_SUFFIX
    target = path if named else path.with_name(path.name + FILE_SUFFIX)
    records: Iterable[Record]
    attachments: list[tuple[bytes, str]] = []
    if sample:
        from ita_desktop.storage.sample import sample_pictures, sample_records

        records = sample_records(new_id)
        attachments = [(data, media_type(data)) for data in sample_pictures()]
    else:
        year = action_year or fiscal_year(date.today())
        work = YearWork.of(year)
        records = (office or Office(), work, *catalogue_for([work]))
    create_file(
        target, records, attachments=attachments, sample=sample, overwrite=overwrite
    ).close()
    return target


def open_to_work(path: Path, *, who: str = "") -> Session:
    """Open an office file for editing; ``who`` is written into its history.

    Without a name the history says the login and the computer. Raises UserError where it cannot
    be opened.
    """
    return _session(open_file(path, backups=usual_places().usual), who or login())


def login() -> str:
    """Who is logged in, and where: who works, as long as nobody has said a name."""
    return f"{user_name()}@{platform.node()}"


def open_to_read(path: Path) -> Session:
    """Open an office file without touching it. Raises UserError where it cannot be opened."""
    return _session(open_file(path, read_only=True), "")


def _session(store: Store, who: str) -> Session:
    """A session of an open file, which is let go where its records cannot be read."""
    try:
        return Session(store, who=who)
    except BaseException:
        store.close()
        raise
