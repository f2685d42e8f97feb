"""What nobody expected: written to the log, told once in Thai, never the end of the program.

Exceptions in slots, in threads and Qt's own warnings all arrive here.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ita_desktop.errors import UserError
from ui.dialogs import tell_fault, tell_problem

_log = logging.getLogger("ita_desktop.window")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class FaultReport(QObject):
    """Receives every unforeseen exception; shows one dialog at a time, on the interface thread."""

    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._shown: set[str] = set()
        self._told.connect(self._show)
        self._crashes: TextIO | None = None

    def install(self) -> None:
        """Take over the hooks of Python and Qt. The log begins with :meth:`start_log`."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def start_log(self) -> None:
        """Write to the log from now on, a crash of the process itself too."""
        from ita_desktop.logs import start_log

        if self._crashes is None:
            self._crashes = crash_log(start_log().parent).open("a", encoding="utf-8")
            faulthandler.enable(self._crashes)

    def remove(self) -> None:
        """Give the hooks back."""
        faulthandler.disable()
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._crashes is not None:
            self._crashes.close()
            self._crashes = None

    def tell(self, error: BaseException) -> None:
        """Write an exception to the log, unless a person can mend it, and show it."""
        if not isinstance(error, UserError):
            self.start_log()
            _log.error("unforeseen", exc_info=error)
        self._told.emit(error)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.tell(error.with_traceback(trace))

    def _on_thread_exception(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            self.tell(what.exc_value)

    def _show(self, error: BaseException) -> None:
        parent = QApplication.activeWindow()
        if isinstance(error, UserError):
            tell_problem(parent, error)
            return
        details = "".join(traceback.format_exception(error))
        if self._showing or details in self._shown:
            return
        self._showing = True
        self._shown.add(details)
        try:
            tell_fault(parent, details)
        finally:
            self._showing = False


def crash_log(folder: Path) -> Path:
    """Where a crash of the process itself leaves its trace."""
    return folder / "crash.log"


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
