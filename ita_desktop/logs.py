"""The log of what went wrong: small files that turn over, in the folder the About page names."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from ita_desktop.places import log_folder

SIZE = 500_000
"""Bytes of one log file; three older ones are kept."""


def start_log() -> Path:
    """Write the program's log from now on, once; the path of the newest file."""
    path = log_folder() / "ita-desktop.log"
    root = logging.getLogger()
    if not any(isinstance(one, RotatingFileHandler) for one in root.handlers):
        handler = RotatingFileHandler(path, maxBytes=SIZE, backupCount=3, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
        root.setLevel(logging.INFO)
    return path
