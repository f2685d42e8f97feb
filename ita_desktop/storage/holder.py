"""Who has an office file open for writing: a note beside it that others read.

The note is a small JSON file named after the office file with ``.inuse`` added. SQLite's own locks
guard the data; the note is there so that a second window, or a colleague at another computer, is
told who is at work instead of typing into a file that changes underneath.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

from ita_desktop.storage.placing import placed
from ita_desktop.storage.processes import began, user_name

NOTE_SUFFIX = ".inuse"
QUIET_FOR = timedelta(hours=12)
"""After so long without a sign, another computer's note is probably left over."""

_HALF_WRITTEN_FOR = timedelta(seconds=10)
"""How long a note that cannot be read may still be one being written."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a file: computer, user, process (and when that began), since when (UTC, ISO)."""

    computer: str
    user: str
    pid: int
    began: str
    since: str
    path: str
    token: str


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody else holds the file. ``by`` is None where their note cannot be read.

    ``last_sign`` is when the note was last touched; ``quiet`` says that this is so long ago that
    taking the file over may be offered (:func:`take_over`).
    """

    by: Holder | None
    last_sign: datetime
    quiet: bool


@dataclass(frozen=True, slots=True)
class Unholdable:
    """No note can be written here (read-only medium, no right): open the file read-only."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The file is ours until :meth:`release`.

    ``dead`` is who held it before and ended without letting go, where their note lay there still.
    """

    note: Path
    holder: Holder
    dead: Holder | None = None

    def release(self) -> None:
        """Let others have the file; a note that is no longer ours is left alone."""
        if self.still_ours():
            with suppress(OSError):
                self.note.unlink()

    def still_ours(self) -> bool:
        """Whether the note is there and still ours."""
        return _read(self.note) == self.holder

    def touch(self) -> None:
        """Show other computers that we are alive; worth doing after each commit."""
        with suppress(OSError):
            os.utime(self.note)


Answer: TypeAlias = Holding | Held | Unholdable


def hold(path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Answer:
    """Hold an office file for writing, or learn who does.

    A note whose process has ended, or that was copied along from another place, gives way.
    """
    note = path.with_name(path.name + NOTE_SUFFIX)
    me = _me(path, now())
    dead: Holder | None = None
    for _ in range(3):
        try:
            if _write_new(note, me):
                _sweep(note.parent, now())
                return Holding(note, me, dead)
            held = _look(note, path, now())
            if held is not None:
                return held
            left = _read(note)
            dead = left if left is not None and _is_about(left, path) else None
            _clear(note, left)
        except FileNotFoundError:
            if not note.parent.is_dir():
                return Unholdable()
        except OSError:
            return Unholdable()
    return _look(note, path, now()) or Unholdable()


def take_over(path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Answer:
    """Hold a file whoever's note lies there: only after the clerk was asked and said so."""
    note = path.with_name(path.name + NOTE_SUFFIX)
    me = _me(path, now())
    try:
        with placed(note, overwrite=True) as part:
            part.write_text(_json(me), encoding="utf-8")
    except OSError:
        return Unholdable()
    return Holding(note, me)


def _me(path: Path, now: datetime) -> Holder:
    pid = os.getpid()
    return Holder(
        computer=platform.node(),
        user=user_name(),
        pid=pid,
        began=began(pid) or "",
        since=now.astimezone(UTC).isoformat(timespec="seconds"),
        path=str(path.resolve()),
        token=uuid4().hex,
    )


def _write_new(note: Path, holder: Holder) -> bool:
    """Write the note where there is none; False where there is one.

    It is written aside and then appears under its name whole, so that one who is killed leaves no
    empty note. Where a medium cannot do that (sticks in FAT), it is written in its place.
    """
    if note.exists():
        return False
    aside = note.with_name(f".{holder.token[:12]}.part")
    try:
        aside.write_text(_json(holder), encoding="utf-8")
        os.link(aside, note)
        return True
    except FileExistsError:
        return False
    except (OSError, NotImplementedError, AttributeError):
        return _write_in_place(note, holder)
    finally:
        aside.unlink(missing_ok=True)


def _write_in_place(note: Path, holder: Holder) -> bool:
    try:
        handle = os.open(note, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    except FileExistsError:
        return False
    try:
        os.write(handle, _json(holder).encode())
    finally:
        os.close(handle)
    return True


def _sweep(folder: Path, now: datetime) -> None:
    """Take away notes that were being written when somebody was killed."""
    with suppress(OSError):
        for left in folder.glob(".*.part"):
            age = now - datetime.fromtimestamp(left.stat().st_mtime, UTC)
            if age > QUIET_FOR and _read(left) is not None:
                left.unlink()


def _look(note: Path, path: Path, now: datetime) -> Held | None:
    """Who the note says holds the file; None where it counts for nothing any more."""
    last_sign = datetime.fromtimestamp(note.stat().st_mtime, UTC)
    age = now - last_sign
    holder = _read(note)
    if holder is None:
        return Held(None, last_sign, quiet=False) if age < _HALF_WRITTEN_FOR else None
    if holder.computer == platform.node():
        alive = began(holder.pid) == holder.began
        return Held(holder, last_sign, quiet=False) if alive and _is_about(holder, path) else None
    return Held(holder, last_sign, quiet=age > QUIET_FOR)


def _is_about(holder: Holder, path: Path) -> bool:
    """Whether a note of this computer is about this file, and was not copied along with it."""
    noted = Path(holder.path)
    try:
        return noted == path.resolve() or noted.samefile(path)
    except OSError:
        return False


def _clear(note: Path, dead: Holder | None) -> None:
    """Take a dead note away; one that somebody else wrote there just now is put back."""
    aside = note.with_name(f".{uuid4().hex[:12]}.part")
    with suppress(FileNotFoundError):
        note.rename(aside)
        if _read(aside) == dead:
            aside.unlink()
        else:
            aside.rename(note)


def _read(note: Path) -> Holder | None:
    try:
        with note.open(encoding="utf-8") as file:
            found = json.loads(file.read(10_000))
        holder = Holder(**found)
        types = {name: type(value) for name, value in asdict(holder).items()}
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    expected = {name: int if name == "pid" else str for name in types}
    return holder if types == expected else None


def _json(holder: Holder) -> str:
    return json.dumps(asdict(holder), ensure_ascii=False, indent=1) + "\n"
