"""Ids: a record keeps its own in every copy of the file.

What can exist many times (a measure, a person) gets a random uuid4 from the session. What exists
once per file or per key (the office, one year's work, one document's set-up) gets the uuid5 of its
key, or two copies of a file would hold it twice.
"""

from __future__ import annotations

from typing import TypeAlias
from uuid import UUID, uuid5

Id: TypeAlias = str

NAMESPACE = UUID("6a0e6a3c-8f0e-5d55-9a51-3b1c0d1f7a10")


def key_id(*key: str | int) -> Id:
    """The id of what exists once per key, e.g. ``key_id("year", 2569)``."""
    return str(uuid5(NAMESPACE, "/".join(str(part) for part in key)))
