"""Buttons with an icon and a word, made the same way everywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QToolButton, QWidget

from ui.icons import icon
from ui.theme import set_role

_SMALL = QSize(18, 18)


def push(
    text: str,
    sign: str,
    act: Callable[[], object],
    *,
    role: str = "",
    color_role: str = "",
    tip: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button; ``role`` is ``primary`` or ``flat``, ``color_role`` the icon's colour."""
    # Qt leaves four pixels between icon and word, too few beside Thai.
    button = QPushButton(f" {text}", parent)
    button.setAccessibleName(text)
    button.setIcon(icon(sign, color_role or ("on_accent" if role == "primary" else "text")))
    button.setIconSize(_SMALL)
    if role:
        set_role(button, role)
    if tip:
        button.setToolTip(tip)
    button.clicked.connect(lambda _on=False: act())
    return button


def tool(
    sign: str, words: str, act: Callable[[], object], parent: QWidget | None = None
) -> QToolButton:
    """A small button that shows an icon only; ``words`` are its tooltip and its name."""
    button = QToolButton(parent)
    button.setIcon(icon(sign))
    button.setIconSize(_SMALL)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.clicked.connect(lambda _on=False: act())
    return button


def deciding(dialog: QDialog, yes: QPushButton, no: QPushButton) -> QDialogButtonBox:
    """The row at the foot of a dialog: ``yes`` accepts it, ``no`` rejects it."""
    box = QDialogButtonBox()
    box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    box.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
