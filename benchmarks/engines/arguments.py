"""The command line that every engine understands."""

from __future__ import annotations

import argparse
from pathlib import Path


def arguments(*flags: str) -> argparse.Namespace:
    """``rows``, ``out`` and ``repeating``, and whether each of the flags was given."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--repeating", action="store_true", help="rows whose phrases come back")
    for flag in flags:
        parser.add_argument(flag, action="store_true")
    return parser.parse_args()
