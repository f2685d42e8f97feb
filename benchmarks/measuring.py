"""What one run of a program costs: a cold process, its time and its memory."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and on all processors, peak memory in MB; ``failure`` says why not."""

    wall: float
    cpu: float
    peak: float
    failure: str = ""


def cost_of(command: Sequence[str], *, folder: Path, limit: float) -> Cost:
    """Run a command in a process group of its own, stopped after ``limit`` seconds.

    The figures hold the processes it starts and waits for; memory is that of the largest.
    """
    # As on a clerk's machine, where modules are compiled once and not at every start.
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=said,
            stderr=said,
            start_new_session=True,
            env=surroundings,
        )
        overdue = []

        def stop() -> None:
            overdue.append(True)
            os.killpg(process.pid, signal.SIGKILL)

        timer = Timer(limit, stop)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        failure = ""
        if overdue:
            failure = f"stopped after {limit:.0f} s"
        elif process.returncode:
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines()
            failure = lines[-1] if lines else f"exit code {process.returncode}"
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, failure)
