"""PDFium takes one caller at a time, whatever document it is about."""

from __future__ import annotations

from threading import Lock

ONE_AT_A_TIME = Lock()
"""Held by whoever has a document open in PDFium."""
