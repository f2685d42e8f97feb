"""Fixtures and options that every test may use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_configure() -> None:
    """Without it a run with many windows ends in "deallocating None" under Python 3.11."""
    from ui.constants_kept import keep_constants

    keep_constants()


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--output-path=DIR`` leaves every PDF the tests make for a person to look at."""
    parser.addoption("--output-path", default=None, help="folder to leave the tests' PDFs in")


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
