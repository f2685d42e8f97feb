"""A program killed over and over while it edits, and the file looked at after each time.

    python -m tests.faults.killing ROUNDS SEED FOLDER

Every round is a process of its own that opens the office file as the window does, edits it without
a pause and is killed: half of them between BEGIN and the end of COMMIT, which the dying process
itself says in memory it shares with its killer. Prints the counts as JSON. Needs ``os.fork``.
"""

from __future__ import annotations

import dataclasses
import json
import mmap
import os
import signal
import sys
import time
import traceback
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from ita_desktop.model.edits import Change, Edit
from ita_desktop.model.records import Division, Measure
from ita_desktop.model.snapshot import Snapshot, snapshot_of
from ita_desktop.session.holding import open_or_read
from ita_desktop.session.papers.pictures import keep_picture
from ita_desktop.session.saving import SaveState
from ita_desktop.session.session import Session
from ita_desktop.storage.connections import journal_left
from ita_desktop.storage.seal import Intact
from ita_desktop.storage.store import create_file
from tests.aids.full_records import FULL_RECORDS, MEASURE, OFFICE

NEW_FILE_EVERY = 25
OUTSIDE, IN_TRANSACTION, IN_COMMIT = 0, 1, 2


@dataclass(slots=True)
class Counts:
    """What came of the rounds; ``corrupt`` and ``lost`` must stay 0."""

    rounds: int = 0
    inside: int = 0
    in_commit: int = 0
    outside: int = 0
    edits: int = 0
    undone: int = 0
    told_of_recovery: int = 0
    corrupt: int = 0
    lost: int = 0


class Shared:
    """Memory that outlives the one who writes it: the phase, edits told as saved, BEGINs seen."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 12)

    def __getitem__(self, place: int) -> int:
        return int.from_bytes(self._memory[4 * place : 4 * place + 4], "little")

    def __setitem__(self, place: int, value: int) -> None:
        self._memory[4 * place : 4 * place + 4] = value.to_bytes(4, "little")


PHASE, TOLD, BEGUN = 0, 1, 2


def number_in(session: Session) -> int:
    """Which edit the records are the outcome of."""
    telephone = session.snapshot.office.telephone
    return int(telephone) if telephone.isdecimal() else 0


def edit(session: Session, number: int) -> Edit:
    """The edit of that number: several records change together or not at all."""
    office = session.snapshot.office
    measure = session.snapshot.get(Measure, MEASURE.id)
    assert measure is not None
    changes = [
        Change(office, dataclasses.replace(office, telephone=str(number), address=text(number))),
        Change(measure, dataclasses.replace(measure, note=text(number))),
        Change(None, Division(id=f"d{number}", name=str(number))),
    ]
    gone = session.snapshot.get(Division, f"d{number - 3}")
    if gone is not None:
        changes.append(Change(gone, None))
    return Edit(f"ครั้งที่ {number}", tuple(changes))


def text(number: int) -> str:
    return f"ครั้งที่ {number} " * (50 + number % 400)


def work(path: Path, shared: Shared) -> None:
    """Open the file and edit it until killed."""
    opened = open_or_read(path)
    session = opened.session
    if session.read_only:
        raise RuntimeError(f"read only: {opened.why_read_only} {session.store.content}")

    def phase(statement: str) -> None:
        if statement.startswith("BEGIN IMMEDIATE"):
            shared[PHASE] = IN_TRANSACTION
            shared[BEGUN] += 1
        elif statement == "COMMIT":
            shared[PHASE] = IN_COMMIT
        elif statement == "ROLLBACK":
            shared[PHASE] = OUTSIDE

    def saved(state: SaveState) -> None:
        if state.problem is not None:
            print(repr(state.problem), repr(state.problem.__cause__), file=sys.stderr, flush=True)
            os._exit(3)
        if state.safe:
            shared[PHASE] = OUTSIDE

    session.listen_saving(saved)
    session.store._connection.set_trace_callback(phase)
    for number in range(number_in(session) + 1, 10**6):
        if number % 7 == 0:
            keep_picture(session, b"\x89PNG\r\n\x1a\n" + number.to_bytes(4, "big") * 20_000)
            shared[PHASE] = OUTSIDE
        session.commit(edit(session, number))
        session.flush()
        shared[TOLD] = number


def kill_one(path: Path, chance: Random, *, inside: bool) -> Shared:
    """Let one process work, and kill it at a moment of chance inside a write, or at any moment."""
    shared = Shared()
    child = os.fork()
    if child == 0:
        try:
            work(path, shared)
        except BaseException:
            traceback.print_exc()
        os._exit(2)
    if inside:
        wanted = chance.choice((IN_TRANSACTION, IN_COMMIT, IN_COMMIT))
        pause = chance.random() * (0.001 if wanted == IN_TRANSACTION else 0.015)
        writes = chance.randrange(1, 7)
        aimed = False
        while not aimed:
            while shared[BEGUN] < writes or shared[PHASE] != wanted:
                ended, _ = os.waitpid(child, os.WNOHANG)
                if ended:
                    raise RuntimeError("the process ended by itself")
            aimed = wait_while_writing(shared, pause)
    else:
        time.sleep(chance.random() * 0.25)
        started = time.monotonic()
        while shared[PHASE] != OUTSIDE and time.monotonic() - started < 1:
            pass
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"the process ended by itself: {status}")
    return shared


def wait_while_writing(shared: Shared, seconds: float) -> bool:
    """Wait less long than sleeping can; whether the write was still going on at the end."""
    write = shared[BEGUN]
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        if shared[PHASE] == OUTSIDE or shared[BEGUN] != write:
            return False
    return True


def look(path: Path, shared: Shared, counts: Counts, before: int) -> int:
    """Open the file as at the next start, and count what is there and what is told; the number of
    its last edit."""
    counts.rounds += 1
    phase = shared[PHASE]
    counts.inside += phase != OUTSIDE
    counts.in_commit += phase == IN_COMMIT
    counts.outside += phase == OUTSIDE
    cut_off = journal_left(path)
    opened = open_or_read(path)
    with closing(opened):
        session = opened.session
        number = number_in(session)
        counts.lost += max(0, shared[TOLD] - number)
        whole = (
            isinstance(session.store.content, Intact)
            and not session.read_only
            and session.snapshot == expected(number)
            and [entry.name for entry in session.store.history(3)]
            == [f"ครั้งที่ {one}" for one in range(number, max(0, number - 3), -1)]
        )
        counts.corrupt += not whole
        if opened.recovered is not None and opened.recovered.undone == cut_off:
            counts.told_of_recovery += 1
            counts.undone += cut_off
        elif shared[BEGUN] == 0 and opened.recovered is None:
            counts.told_of_recovery += 1  # killed before it had the file: nothing to tell
        counts.edits += number - before
    return number


def expected(number: int) -> Snapshot:
    """What the records are after that many edits."""
    if number == 0:
        return snapshot_of(FULL_RECORDS)
    office = dataclasses.replace(OFFICE, telephone=str(number), address=text(number))
    measure = dataclasses.replace(MEASURE, note=text(number))
    kept = (one for one in range(max(1, number - 2), number + 1))
    divisions = [Division(id=f"d{one}", name=str(one)) for one in kept]
    return snapshot_of((*FULL_RECORDS, office, measure, *divisions))


def run(rounds: int, seed: int, folder: Path) -> Counts:
    """Kill a program that many times, half of them inside a write."""
    chance = Random(seed)
    counts = Counts()
    path = folder / "งาน.itadb"
    number = 0
    while counts.rounds < rounds or counts.inside < rounds // 2:
        if counts.rounds % NEW_FILE_EVERY == 0:
            create_file(path, FULL_RECORDS, overwrite=True).close()
            number = 0
        shared = kill_one(path, chance, inside=counts.inside <= counts.outside)
        number = look(path, shared, counts, number)
    return counts


if __name__ == "__main__":
    made = run(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
    print(json.dumps(dataclasses.asdict(made)))
