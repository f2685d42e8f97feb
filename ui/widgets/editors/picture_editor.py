"""A picture of the office's own, such as the Garuda: chosen from a file, shown, taken off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.errors import UserError
from ita_desktop.model.fields import Field
from ui.theme import GRID, set_role
from ui.widgets.buttons import push
from ui.widgets.editors.editor import Editor
from ui.widgets.flow import FlowLayout
from ui.widgets.text.labels import WrapLabel

_SHOWN = 104
"""Logical pixels of the picture's side in the form."""

_DRAWN = 1600
"""Pixels of the longer side of a drawing (SVG) when it becomes a picture: 3 cm at 1,200 dpi."""

Load = Callable[[str], bytes | None]
Keep = Callable[[bytes], str]
Choose = Callable[[QWidget], Path | None]
Bring = Callable[[QWidget], bytes | None]


class PictureEditor(Editor):
    """Holds the SHA-256 of a picture; ``load`` and ``keep`` know where pictures lie, ``choose``
    asks the clerk for a file; ``bring``, where given, gets a picture out of a Word file."""

    def __init__(
        self,
        field: Field,
        load: Load,
        keep: Keep,
        choose: Choose,
        parent: QWidget | None = None,
        *,
        bring: Bring | None = None,
    ) -> None:
        super().__init__(field, parent)
        self._bring = bring
        self._load, self._keep, self._choose_file = load, keep, choose
        self._digest = ""
        self.picture = QLabel(self)
        self.picture.setFixedSize(_SHOWN, _SHOWN)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.picture.setProperty("role", "picture")
        self.state = WrapLabel("", "hint", self)
        self.choose = push("เลือกแฟ้มภาพ…", "image", self._on_choose)
        self.remove = push("เอาภาพออก", "x", self._on_remove)
        self._named(self.choose, "เลือกแฟ้มภาพ")
        self.word = push("นำมาจากแฟ้ม Word ของหน่วยงาน…", "file-text", self._on_bring)
        buttons = QWidget()
        flow = FlowLayout(buttons, GRID)
        flow.setContentsMargins(0, 0, 0, 0)
        for one in (self.choose, self.word, self.remove):
            flow.addWidget(one)
        if bring is None:
            self.word.hide()
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(buttons)
        words.addWidget(self.state)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        self.setFocusProxy(self.choose)
        self._paint()

    def value(self) -> str:
        return self._digest

    def inputs(self) -> list[QWidget]:
        offered = (
            (self.choose, True),
            (self.word, self._bring is not None),
            (self.remove, bool(self._digest)),
        )
        return [button for button, here in offered if here]

    def take_file(self, path: Path) -> None:
        """Keep a picture file in the office file and hold it from now on."""
        self._take(lambda: picture_bytes(path))

    def _take(self, read: Callable[[], bytes]) -> None:
        try:
            self._digest = self._keep(read())
        except UserError as problem:
            set_role(self.state, "danger")
            self.state.setText(f"{problem.problem} {problem.remedy}")
            return
        self._paint()
        self._decided()

    def _on_choose(self) -> None:
        path = self._choose_file(self)
        if path is not None:
            self.take_file(path)

    def _on_bring(self) -> None:
        data = self._bring(self) if self._bring is not None else None
        if data is not None:
            self._take(lambda: data)

    def _on_remove(self) -> None:
        self._digest = ""
        self._paint()
        self._decided()

    def _show(self, value: Any) -> None:
        self._digest = str(value)
        self._paint()

    def _paint(self) -> None:
        data = self._load(self._digest) if self._digest else None
        image = QImage.fromData(data) if data else QImage()
        set_role(self.state, "hint")
        self.remove.setVisible(bool(self._digest))
        if image.isNull():
            self.picture.setPixmap(QPixmap())
            self.picture.setText("ยังไม่ได้เลือก" if not self._digest else "เปิดภาพไม่ได้")
            self.state.setText(
                "เอกสารจะเว้นที่ไว้ให้ จนกว่าจะเลือกภาพ"
                if not self._digest
                else "ภาพในแฟ้มงานเสียหาย เลือกแฟ้มภาพใหม่"
            )
            return
        ratio = self.devicePixelRatioF()
        side = round((_SHOWN - GRID) * ratio)
        shown = image.scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(shown))
        self.state.setText("พิมพ์ในเอกสารที่มีตรานี้")


def picture_bytes(path: Path) -> bytes:
    """A picture file as PNG or JPEG; a drawing (SVG) becomes a picture. Raises UserError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"เปิดแฟ้มภาพ “{path.name}” ไม่ได้", "ตรวจว่าแฟ้มยังอยู่ และไม่ได้เปิดค้างในโปรแกรมอื่น"
        ) from error
    if path.suffix.lower() == ".svg":
        return _drawn(data, path.name)
    if QImage.fromData(data).isNull():
        raise UserError(f"“{path.name}” ไม่ใช่แฟ้มภาพที่เปิดได้", "เลือกแฟ้มภาพชนิด PNG, JPEG หรือ SVG")
    return data


def _drawn(svg: bytes, name: str) -> bytes:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(svg))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise UserError(f"เปิดภาพวาด “{name}” ไม่ได้", "เลือกแฟ้มภาพอื่น หรือแปลงเป็น PNG ก่อน")
    size.scale(_DRAWN, _DRAWN, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())
