"""A screen, a window manager, and a hand: the program driven as a person drives it.

The program runs in a process of its own on a virtual screen; it gets key strokes and mouse clicks
from the X server and nothing else. What came of them is read from the office file and pictures.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PIL import Image

from tests.aids.places import ROOT

PROGRAMS = ("Xvfb", "setxkbmap", "openbox", "xdotool")
"""What a walk needs of the system; the second comes with the first."""

PATIENCE = 20.0
"""Seconds until what is waited for has failed to come."""

MAIN = ROOT / "main.py"

T = TypeVar("T")


class Screen:
    """A virtual screen of its own, with openbox on it; ``close`` ends both."""

    def __init__(self, width: int = 1366, height: int = 768) -> None:
        ours, theirs = os.pipe()
        self._pixels = tempfile.TemporaryDirectory()
        server = ("Xvfb", "-noreset", "-displayfd", str(theirs), "-fbdir", self._pixels.name)
        self._processes = [
            subprocess.Popen(
                [*server, "-screen", "0", f"{width}x{height}x24"],
                pass_fds=[theirs],
                stderr=subprocess.DEVNULL,
            )
        ]
        os.close(theirs)
        with os.fdopen(ours) as told:
            self.display = f":{told.readline().strip()}"  # the server looks for a free one itself
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("QT_")
        } | {"DISPLAY": self.display, "LC_ALL": "C.UTF-8"}
        # Thai letters as the second group of the keyboard, as at a clerk's desk: without it xdotool
        # must change the keymap for every letter, and letters are lost.
        self.keyboard("us,th")
        self.start("openbox", "--sm-disable")

    def start(self, *words: str, told: str = "", **more: str) -> subprocess.Popen[bytes]:
        """Start a program on this screen; ``told`` is what it reads from its standard input."""
        process = subprocess.Popen(
            words,
            env=self.environment | more,
            stdin=subprocess.PIPE if told else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if process.stdin is not None:
            process.stdin.write(told.encode())
            process.stdin.close()
        self._processes.append(process)
        return process

    def say(self, *words: str) -> str:
        """What a program of this screen prints."""
        done = subprocess.run(
            words, env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )
        return done.stdout

    def keyboard(self, layouts: str) -> None:
        """Which layouts the keyboard has; the first one is in use."""
        self.say("setxkbmap", layouts)

    def picture(self) -> Image.Image:
        """What the screen shows; the server keeps its pixels in a file, in the form of xwd."""
        data = (Path(self._pixels.name) / "Xvfb_screen0").read_bytes()
        fields = struct.unpack(">20I", data[:80])
        head, width, height, line, colours = (fields[at] for at in (0, 4, 5, 12, 19))
        pixels = data[head + 12 * colours :]
        return Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX", line)

    def close(self) -> None:
        """End the programs, last started first."""
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._pixels.cleanup()


class Hand:
    """Keys and mouse on one screen; nothing here knows what the program is made of."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.acts = 0
        """Keys and clicks beside letters typed, counted."""

    def press(self, *keys: str) -> None:
        """Press keys one after the other: ``ctrl+z``, ``Return``, ``Tab``."""
        self.acts += len(keys)
        self.screen.say("xdotool", "key", "--delay", "30", *keys)

    def write(self, text: str) -> None:
        """Type letters."""
        self.screen.say("xdotool", "type", "--delay", "12", text)

    def click(self, x: int, y: int) -> None:
        """Click so many pixels right of and below the upper left corner of the window in hand."""
        self.acts += 1
        move = ("getactivewindow", "mousemove", "--window", "%1", str(x), str(y))
        self.screen.say("xdotool", *move, "click", "1")

    def window(self) -> str:
        """The title of the window in hand."""
        return self.screen.say("xdotool", "getactivewindow", "getwindowname").strip()


class OfficeFile:
    """What the office file holds now, read by another process than the program's."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """The rows a query finds; nothing is ever written."""
        with contextlib.closing(
            sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=5)
        ) as file:
            return file.execute(query).fetchall()

    def measures(self) -> list[str]:
        """The titles of all measures, in order."""
        return [str(title) for (title,) in self.rows("SELECT title FROM measure ORDER BY rank")]


def wait_for(look: Callable[[], T], wanted: str = "", patience: float = PATIENCE) -> T:
    """The first true answer of ``look``; fails with the last one where none comes in time."""
    end = time.monotonic() + patience
    while True:
        answer = look()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience:.0f} s for {wanted or look}; last: {answer!r}")
        time.sleep(0.1)


def wait_for_rest(screen: Screen) -> Image.Image:
    """What the screen shows once it has stopped changing for half a second."""
    seen = [screen.picture()]

    def rests() -> bool:
        seen.append(screen.picture())
        return len(seen) > 5 and all(one == seen[-1] for one in seen[-5:])

    wait_for(rests, "the screen at rest")
    return seen[-1]


def new_sample(path: Path, home: Path) -> OfficeFile:
    """A fresh file of the sample office, made with the program's own command."""
    subprocess.run(
        [sys.executable, str(MAIN), "new", str(path), "--sample"],
        env=os.environ | {"ITA_DESKTOP_HOME": str(home)},
        check=True,
        capture_output=True,
        timeout=60,
    )
    return OfficeFile(path)


@contextlib.contextmanager
def program_on(screen: Screen, home: Path, *words: str, **more: str) -> Iterator[Hand]:
    """The program started as a user starts it, with its window in hand; ended afterwards."""
    process = screen.start(sys.executable, str(MAIN), *words, ITA_DESKTOP_HOME=str(home), **more)
    hand = Hand(screen)
    try:
        wait_for(lambda: process.poll() is not None or hand.window(), "the window")
        assert process.poll() is None, f"the program ended with {process.returncode}"
        yield hand
        if process.poll() is None:
            hand.press("ctrl+q")
            process.wait(PATIENCE)
        assert process.returncode == 0, f"the program ended with {process.returncode}"
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(10)
