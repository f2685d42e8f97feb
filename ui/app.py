"""The application: type and theme, Qt's words in Thai, the report of faults, the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.collecting import Collector
from ui.constants_kept import keep_constants
from ui.faults import FaultReport
from ui.icons import app_icon
from ui.settings import open_settings, recent_files
from ui.thai_texts import ThaiTexts
from ui.theme import apply_theme
from ui.window import Window

_TURN = 0.002
"""Seconds after which a thread at work lets another have its turn: a window is laid out by many
short calls, and each of them may have to wait that long while the preview is made. Python's own
5 ms add up to a second in a page of cards; under 2 ms the preview comes markedly later."""


def run(path: Path | None) -> int:
    """Open the window, on a file where one is given, and stay until it is closed; the exit code."""
    app = make_app(sys.argv)
    report = FaultReport(app)
    report.install()
    settings = open_settings()
    window = Window(settings)

    def begin() -> None:
        report.start_log()
        wanted = [path] if path is not None else list(recent_files(settings)[:1])
        if not (wanted and window.open_path(wanted[0])):
            window.show_start()

    window.stood.connect(begin)  # the frame first, then what takes longer
    window.show()
    try:
        return app.exec()
    finally:
        report.remove()


def make_app(words: list[str]) -> QApplication:
    """The QApplication in the program's look and language."""
    keep_constants()
    sys.setswitchinterval(_TURN)
    app = QApplication(words)
    Collector(app)
    app.setApplicationName("ITA Desktop")
    app.setApplicationDisplayName("")
    app.setWindowIcon(app_icon())
    app.installTranslator(ThaiTexts(app))
    apply_theme(app)
    return app
