"""Programs of the system that some tests compare our work with."""

from __future__ import annotations

import os
import shutil

import pytest


def need(*programs: str) -> None:
    """Go on only where these programs are installed: skip at a desk, fail in CI."""
    missing = [program for program in programs if shutil.which(program) is None]
    if not missing:
        return
    reason = f"not installed: {', '.join(missing)} (bootstrap.py names their Debian packages)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
