"""Where the project lies, and the files that tests of several rooms read."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The project."""

FILES = ROOT / "tests" / "files"
"""An office file of each version that was ever released, and a running text."""
