"""Office files damaged in every way a disk or a stick can, opened as the window opens them.

    python -m tests.faults.damaging FILES SEED FOLDER

The files are opened in a child, so that a crash of the process itself is seen. Prints, as JSON, how
often each kind of damage led to what. What counts is ``unnoticed`` (content differs and nothing is
said), ``crashed`` and ``slow`` (over two seconds of work): all must stay 0. Needs ``os.fork``.
"""

from __future__ import annotations

import dataclasses
import json
import os
import select
import signal
import sqlite3
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TypeAlias
from uuid import UUID

from ita_desktop.errors import UserError
from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import Measure
from ita_desktop.session.holding import open_or_read
from ita_desktop.session.safety.doubts import doubt_about
from ita_desktop.storage.faults import DamagedFileError, StrangeFileError
from ita_desktop.storage.rescue import rescue
from ita_desktop.storage.seal import Changed, Intact
from ita_desktop.storage.store import create_file, open_file
from tests.aids.full_records import FULL_RECORDS, MEASURE, PICTURE

PAGE = 4096
MOST_SECONDS = 2.0
HANGS_AFTER = 60.0
BATCH = 50

Damage: TypeAlias = Callable[[bytearray, Random], None]


def make_file(path: Path) -> bytes:
    """An office with every kind of record, trees of several pages, pictures, a history and free
    pages; the bytes of the file as it was some edits ago."""
    chance = Random(5)
    more = [
        dataclasses.replace(MEASURE, id=str(UUID(int=number)), note=f"ข้อ {number} " * number)
        for number in range(40)
    ]
    pictures = [(PICTURE, "image/png"), (chance.randbytes(30_000), "image/jpeg")]
    store = create_file(path, (*FULL_RECORDS, *more), attachments=pictures, overwrite=True)
    earlier = b""
    with closing(store):
        before = more[7]
        for number in range(30):
            after = dataclasses.replace(before, title=f"ครั้งที่ {number}", note="ยาว" * number * 20)
            changes = [Change(before, after)]
            if number == 20:
                changes += [Change(one, None) for one in more[20:]]
                earlier = path.read_bytes()
            store.commit(
                Edit("แก้ไข", tuple(changes)),
                edit_id=str(UUID(int=10**9 + number)),
                parent=store.last_edit(),
                who="ก",
                when=datetime(2026, 1, 5, 9, number, tzinfo=UTC),
            )
            before = after
    return earlier


# ---- kinds of damage


def one_bit(data: bytearray, chance: Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def some_bits(data: bytearray, chance: Random) -> None:
    for _ in range(chance.randrange(2, 20)):
        one_bit(data, chance)


def bits_of_one_page(data: bytearray, chance: Random) -> None:
    """The first pages, where the file says what it is and where its tables begin, among them."""
    start = min(chance.randrange(4), len(data) // PAGE - 1) * PAGE
    for _ in range(chance.randrange(1, 4)):
        data[start + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)


def cut_short(data: bytearray, chance: Random) -> None:
    del data[chance.randrange(len(data)) :]


def zeroed_pages(data: bytearray, chance: Random) -> None:
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        start = chance.randrange(len(data) // PAGE) * PAGE
        data[start : start + PAGE] = bytes(PAGE)


def swapped_pages(data: bytearray, chance: Random) -> None:
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    kept = data[one : one + PAGE]
    data[one : one + PAGE] = data[other : other + PAGE]
    data[other : other + PAGE] = kept


def rubbish_in_a_sector(data: bytearray, chance: Random) -> None:
    start = chance.randrange(len(data) // 512) * 512
    data[start : start + 512] = chance.randbytes(512)


def text_changed(data: bytearray, chance: Random) -> None:
    """A letter of a text becomes another one: nothing of SQLite's can see that."""
    places = [at for at in range(len(data) - 3) if data[at] == 0xE0 and data[at + 1] == 0xB8]
    at = chance.choice(places)
    data[at + 2] = 0x81 + (data[at + 2] - 0x80) % 0x2E


def rubbish_behind(data: bytearray, chance: Random) -> None:
    data += chance.randbytes(chance.randrange(1, 9000))


def foreign_file(data: bytearray, chance: Random) -> None:
    header = bytes(data[: chance.choice((16, 100, PAGE))])
    begin = chance.choice((b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", header, header))
    data[:] = begin + chance.randbytes(chance.randrange(0, 30_000))


KINDS: tuple[Damage, ...] = (
    one_bit,
    one_bit,
    some_bits,
    bits_of_one_page,
    cut_short,
    zeroed_pages,
    swapped_pages,
    rubbish_in_a_sector,
    text_changed,
    rubbish_behind,
    foreign_file,
)


def pages_not_written(data: bytearray, chance: Random, earlier: bytes) -> None:
    """Pages as they were some edits ago: a stick said it had written them, and had not."""
    pages = min(len(earlier), len(data)) // PAGE
    stale = [n for n in range(pages) if earlier[n * PAGE :][:PAGE] != data[n * PAGE :][:PAGE]]
    for number in chance.sample(stale, min(len(stale), chance.randrange(1, 4))):
        data[number * PAGE :][:PAGE] = b""
        data[number * PAGE : (number + 1) * PAGE] = earlier[number * PAGE : (number + 1) * PAGE]


# ---- what comes of it


def everything(path: Path) -> object:
    """All that a file holds, read without any code of the program."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names
        }


def outcome(path: Path, original: object) -> str:
    """Open a file as the window does, look at all of it, edit it where that is allowed."""
    try:
        opened = open_or_read(path)
    except UserError as told:
        _rescue(path)
        if isinstance(told, DamagedFileError):
            return "told: damaged"
        return "told: strange" if isinstance(told, StrangeFileError) else "told: refused"
    with closing(opened):
        session = opened.session
        session.store.history(10**6)
        if isinstance(session.store.content, Changed):
            doubt = doubt_about(session)
            assert session.read_only
            assert doubt is not None
            assert doubt.parts
            _rescue(path)
            return "told: changed"
        if everything(path) != original:
            return "unnoticed"
        if session.read_only:
            return "told: read only"
        measure = session.snapshot.get(Measure, MEASURE.id)
        assert measure is not None
        session.change(measure, title="แก้ไขต่อ")
        session.flush()
    with closing(open_file(path)) as store:
        return "as before" if store.content == Intact() else "unnoticed"


def _rescue(path: Path) -> None:
    rescue(path)


def work(numbers: range, seed: int, path: Path, whole: bytes, earlier: bytes, say: int) -> None:
    """Damage and open one file after another, and say what came of each."""
    path.write_bytes(whole)
    original = everything(path)
    for number in numbers:
        chance = Random(f"{seed}/{number}")
        data = bytearray(whole)
        kind = (*KINDS, None)[number % (len(KINDS) + 1)]
        if kind is None:
            pages_not_written(data, chance, earlier)
        else:
            kind(data, chance)
        name = "pages_not_written" if kind is None else kind.__name__
        path.write_bytes(data)
        begun = time.process_time()
        try:
            came = outcome(path, original)
        except Exception:
            came = f"crashed: {traceback.format_exc(limit=-4)}"
        spent = time.process_time() - begun
        line = json.dumps([number, name, came, round(spent, 3)])
        os.write(say, line.encode() + b"\n")


def run(files: int, seed: int, folder: Path) -> dict[str, object]:
    """Damage so many files; how often each damage led to what, and every number that went wrong."""
    path = folder / "งาน.itadb"
    earlier = make_file(path)
    whole = path.read_bytes()
    table: dict[str, Counter[str]] = {}
    wrong: list[object] = []
    slowest = 0.0
    done = 0
    while done < files:
        numbers = range(done, min(done + BATCH, files))
        told = _batch(numbers, seed, path, whole, earlier)
        for number, name, came, seconds in told:
            slowest = max(slowest, seconds)
            table.setdefault(name, Counter())[came.partition("\n")[0][:40]] += 1
            if came == "unnoticed" or came.startswith("crashed") or seconds > MOST_SECONDS:
                wrong.append([number, name, came, seconds])
        done += len(told)
    total = Counter[str]()
    for counter in table.values():
        total += counter
    return {
        "files": done,
        "outcomes": total,
        "by damage": table,
        "slowest": slowest,
        "wrong": wrong,
        "unnoticed": total["unnoticed"],
        "size": len(whole),
    }


def _batch(
    numbers: range, seed: int, path: Path, whole: bytes, earlier: bytes
) -> list[tuple[int, str, str, float]]:
    """Let a child do some files; where it dies or hangs, the file it had in hand is counted so."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            work(numbers, seed, path, whole, earlier, write)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    os.close(write)
    said = b""
    hung = False
    while not hung:
        ready, _, _ = select.select([read], [], [], HANGS_AFTER)
        hung = not ready
        if hung:
            os.kill(child, signal.SIGKILL)
        elif part := os.read(read, 65536):
            said += part
        else:
            break
    os.close(read)
    _, status = os.waitpid(child, 0)
    told = [tuple(json.loads(line)) for line in said.decode().splitlines()]
    if len(told) < len(numbers):
        what = "hung" if hung else f"the process died: {status}"
        told.append((numbers[len(told)], "?", f"crashed: {what}", HANGS_AFTER if hung else 0.0))
    return told  # type: ignore[return-value]


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))))
