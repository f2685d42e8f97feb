"""Where Thai words end, for labels and text boxes.

Qt knows Thai words only where libthai is, which Windows is not. The dictionary takes half a second
to load, so it is loaded in a thread the first time somebody asks; until then Qt does what it can,
and ``ready`` tells the labels and boxes to lay themselves out again.
"""

from __future__ import annotations

import re
from threading import Thread
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

_WARM_AFTER = 600
"""Milliseconds from the first question to the loading: the window stands by then."""

_RUNS = re.compile(r"[\u0e00-\u0e4e]+|[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*|[A-Za-z]+|\s+|[^\s]")


class WordBreaks(QObject):
    """Finds line breaks and words; one for the program, see :func:`word_breaks`."""

    ready = Signal()
    _loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("word-breaks")
        self._asked = False
        self._thread: Thread | None = None
        self.is_ready = False
        self._loaded.connect(self._on_loaded, Qt.ConnectionType.QueuedConnection)

    def warm(self) -> None:
        """Load the dictionary in a thread, once."""
        if not self._asked:
            self._asked = True
            self._thread = Thread(target=self._load, name="words", daemon=True)
            self._thread.start()
            app = QCoreApplication.instance()
            assert app is not None
            app.aboutToQuit.connect(self._wait)

    def warm_now(self) -> None:
        """Load the dictionary before going on: for tests and pictures."""
        self._asked = True
        _segment_ends("ก")
        self._on_loaded()

    def ends(self, text: str) -> tuple[int, ...] | None:
        """Every place in one line where it may be broken, or None while that is not known."""
        if not self._known():
            return None
        ends = _segment_ends(text)
        # Unseen characters are skipped by the breaker: places would not fit this text.
        return ends if not ends or ends[-1] == len(text) else None

    def shown(self, text: str) -> str:
        """The text with U+200B between words, for a label; unchanged while words are unknown."""
        if not self._known():
            return text
        from ita_desktop.thai.words import display_breaks

        return display_breaks(text)

    def edges(self, text: str) -> tuple[int, ...]:
        """Every place where a word of one line begins or ends, both ends of the line included."""
        found = {match.start() for match in _RUNS.finditer(text)} | {0, len(text)}
        found.update(self.ends(text) or ())
        return tuple(sorted(found))

    def _known(self) -> bool:
        if not self.is_ready and not self._asked:
            QTimer.singleShot(_WARM_AFTER, self, self.warm)
        return self.is_ready

    def _load(self) -> None:
        _segment_ends("ก")
        try:
            self._loaded.emit()
        except RuntimeError:
            return  # the program ended meanwhile

    def _wait(self) -> None:
        # A thread still at work while Python takes itself apart brings the program down.
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _on_loaded(self) -> None:
        if not self.is_ready:
            self.is_ready = True
            self.ready.emit()


def word_breaks() -> WordBreaks:
    """The program's word breaks; they live as long as its application object."""
    app = QCoreApplication.instance()
    assert app is not None
    found = app.findChild(WordBreaks, "word-breaks", Qt.FindChildOption.FindDirectChildrenOnly)
    return cast(WordBreaks, found) if found is not None else WordBreaks(app)


def _segment_ends(text: str) -> tuple[int, ...]:
    from ita_desktop.thai.words import breaker

    ends: list[int] = []
    place = 0
    for segment in breaker().segments(text):
        place += len(segment.text) + segment.spaces
        ends.append(place)
    return tuple(ends)
