"""What every document of the year may be written as, for menus and buttons alike."""

from __future__ import annotations

EXPORT_ALL = (
    ("export-all", "เป็น PDF…", "file-down"),
    ("export-all-word", "เป็น Word…", "file-text"),
    ("export-all-both", "ทั้ง PDF และ Word…", "folder-open"),
)
"""The act, its words and its sign."""
