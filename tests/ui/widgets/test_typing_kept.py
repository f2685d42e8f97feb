"""Who types without ever pausing is saved all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ita_desktop.model.fields import field_of
from ita_desktop.model.records import Measure
from tests.ui.hands import show, write
from ui.widgets.editors import editor as editor_module
from ui.widgets.editors.editor import LONGEST, PAUSE, Editor
from ui.widgets.editors.editors import make_editor


@pytest.fixture
def title(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Editor]:
    """An editor whose pause never comes."""
    monkeypatch.setattr(editor_module, "PAUSE", 600_000)
    made = make_editor(field_of(Measure, "title"))
    assert made is not None
    qtbot.addWidget(made)
    show(made)
    made.focus_field()
    yield made


def test_typing_without_a_pause_is_told_again_and_again(title: Editor, qtbot: Any) -> None:
    told: list[str] = []
    title.edited.connect(told.append)
    typed = 0
    while len(told) < 2:
        write("ก")
        typed += 1
        qtbot.wait(50)
        assert typed < 1000
    assert len(told[0]) < len(told[1]) <= typed
    assert title._pause.isActive() or not title.pending


def test_nothing_is_told_once_the_typing_was_told(title: Editor, qtbot: Any) -> None:
    told: list[str] = []
    title.edited.connect(told.append)
    write("ก")
    title.flush()
    assert told == ["ก"]
    assert not title._longest.isActive()
    assert not title._pause.isActive()


def test_what_is_typed_is_in_the_file_within_two_seconds() -> None:
    assert PAUSE < LONGEST <= 1500
