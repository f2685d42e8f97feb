"""The words of Thai, and the two engines that find them in a text.

Both engines are maximal matching over Thai character clusters (newmm): nlpo3 is the one in Rust,
PyThaiNLP's own is the stand-in where no nlpo3 is installed. They give the same words.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from ita_desktop.resources import resource_path

Tokenizer: TypeAlias = Callable[[str], list[str]]
"""Cuts a text into words; the words joined together are the text."""

LONGEST_WORD = 16
"""Characters. A longer entry is a phrase: it does not fit a narrow cell and would be torn there."""


_MISLEADING = frozenset({"ตอนที่"})
"""``ขั้นตอนที่`` is ``ขั้นตอน|ที่``."""


@lru_cache(maxsize=2)
def tokenizer(*, rust: bool | None = None) -> Tokenizer:
    """The fastest engine at hand, with the Thai dictionary.

    ``rust`` asks for nlpo3 (True) or PyThaiNLP (False) by name; None takes nlpo3 where it can be
    imported. Costs half a second and some 60 MB the first time.
    """
    if rust is None:
        try:
            return _nlpo3(_dictionary())
        except ImportError:
            return _newmm(_dictionary())
    return _nlpo3(_dictionary()) if rust else _newmm(_dictionary())


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    """PyThaiNLP's words of at most sixteen characters, and our own list."""
    # PyThaiNLP makes a folder in the user's home on import unless it is told not to.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import thai_words

    own = resource_path("words.txt").read_text(encoding="utf-8").splitlines()
    listed = frozenset(line.strip() for line in own if line.strip() and not line.startswith("#"))
    words = frozenset(word for word in thai_words() if len(word) <= LONGEST_WORD) | listed
    return words - _misleading(words) | listed


def _misleading(words: frozenset[str]) -> frozenset[str]:
    """Entries that only repeat what their parts say, and tear the word before them.

    With ``การควบคุม`` listed, ``มาตรการควบคุม`` may be cut as ``มาตร|การควบคุม``.
    """
    repeating = [
        word
        for prefix in ("การ", "ความ")
        for word in words
        if word.startswith(prefix) and word[len(prefix) :] in words
    ]
    return _MISLEADING.union(repeating)


def _nlpo3(words: frozenset[str]) -> Tokenizer:
    import nlpo3

    listing = "\n".join(sorted(words)).encode()
    name = hashlib.sha256(listing).hexdigest()
    # nlpo3 reads dictionaries from files only, keeps them by name for the life of the process, and
    # refuses a name it has: the digest makes that refusal harmless.
    handle, path = tempfile.mkstemp(suffix=".txt", prefix="ita-words-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(listing)
        message, loaded = nlpo3.load_dict(path, name)
    finally:
        Path(path).unlink(missing_ok=True)
    if not loaded and "already exists" not in message:
        raise RuntimeError(message)
    segment = nlpo3.segment

    def tokenize(text: str) -> list[str]:
        return segment(text, name)

    return tokenize


def _newmm(words: frozenset[str]) -> Tokenizer:
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.tokenize import newmm
    from pythainlp.util import Trie

    trie = Trie(words)

    def tokenize(text: str) -> list[str]:
        found: list[str] = newmm.segment(text, trie)
        return found

    return tokenize
