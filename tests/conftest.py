"""Fixtures and options that every test may use."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ("tests.aids.office_fixtures",)

# The same examples in every run: what fails here fails at the next desk too. Other examples are
# looked for at length by ``python -m tests.faults.long_faults``.
# A machine that is busy, and offices that are large, are no reason to fail.
_LARGE_AND_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("steady", derandomize=True, suppress_health_check=_LARGE_AND_SLOW)
settings.load_profile("steady")


def pytest_configure() -> None:
    """Windows without a screen, constants that last, garbage collected where windows live.

    See ``ui/constants_kept.py`` and ``ui/collecting.py``.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.constants_kept import keep_constants

    keep_constants()
    gc.disable()


def pytest_runtest_teardown() -> None:
    """Let go, in the thread of the windows, what a test left in circles."""
    from ui.collecting import collect_due

    collect_due()


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--output-path=DIR`` leaves every PDF the tests make for a person to look at;
    ``--accept-golden`` keeps what documents say now as what they should say."""
    parser.addoption("--output-path", default=None, help="folder to leave the tests' PDFs in")
    parser.addoption(
        "--accept-golden", action="store_true", help="keep the documents' texts as they are now"
    )


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Logs, settings and backups go to a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ITA_DESKTOP_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def windows_gone() -> None:
    """Windows that tests before have closed are deleted, as an event loop would do: where they
    stay, every new style sheet dresses all of them, and each test takes longer than the last."""
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def keep_pdf(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Keep a PDF under a name where ``--output-path`` says; otherwise do nothing."""
    folder = request.config.getoption("--output-path")

    def keep(name: str, data: bytes) -> None:
        if folder:
            target = Path(str(folder))
            target.mkdir(parents=True, exist_ok=True)
            (target / f"{name}.pdf").write_bytes(data)

    return keep
