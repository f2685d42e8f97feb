"""The kinds of file a document may become, by the end of its name: nothing else to import."""

from __future__ import annotations

PDF, WORD = ".pdf", ".docx"
SUFFIXES = (PDF, WORD)
