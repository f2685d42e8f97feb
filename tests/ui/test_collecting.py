"""What hangs together in circles goes in the thread of the windows, whoever makes objects."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.collecting import Collector


class _Circle(QWidget):
    """A widget that knows itself, as one does whose signal calls its own function."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def _make_much() -> None:
    """Objects enough for every generation to fall due many times over."""
    kept = []
    for _turn in range(40):
        kept = [[index] for index in range(20_000)]
    assert kept


def test_windows_go_in_their_own_thread_while_another_makes_objects(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert app is not None
    collector = Collector(app)
    went: list[threading.Thread] = []
    circle = _Circle()
    weakref.finalize(circle, lambda: went.append(threading.current_thread()))
    del circle
    worker = threading.Thread(target=_make_much)
    worker.start()
    worker.join()
    assert not went
    gc.collect(0)  # as it would fall due
    qtbot.waitUntil(lambda: bool(went) or not gc.collect(), timeout=10_000)
    assert went == [threading.main_thread()]
    collector.deleteLater()
