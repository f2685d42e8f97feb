"""What leaves the window: PDF, print, another program's view, a copy of the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ita_desktop.errors import UserError
from ita_desktop.session.papers.suffixes import PDF, WORD
from ui.dialogs import open_folder, open_in_system, tell_problem
from ui.frame import Frame

if TYPE_CHECKING:
    from ui.checking.told import OpenErrors
    from ui.widgets.bars import Step
    from ui.widgets.preview.preview import Preview
    from ui.workspace import Workspace


class Paper(QObject):
    """Acts on the window's open file and its document in hand."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._errors: OpenErrors | None = None

    def serve(self, workspace: Workspace, preview: Preview) -> None:
        """Answer what a file's pages and the bar of its preview ask for."""
        from ui.checking.told import OpenErrors

        self._errors = OpenErrors(workspace)
        workspace.paper_wanted.connect(self.answer)
        preview.export_wanted.connect(self.export)
        preview.word_wanted.connect(self.export_word)
        preview.print_wanted.connect(self.print)
        preview.viewer_wanted.connect(self.open_in_viewer)

    def answer(self, what: str) -> None:
        """What a page wants done: ``export``, ``export-word``, ``export-all`` (as PDF,
        ``export-all-word`` for Word, ``export-all-both``), ``print``, ``view`` or
        ``copy``."""
        acts = {
            "export": self.export,
            "export-word": self.export_word,
            "export-all": self.export_all,
            "export-all-word": lambda: self.export_all(WORD),
            "export-all-both": lambda: self.export_all(PDF, WORD),
            "print": self.print,
            "view": self.open_in_viewer,
            "copy": self.save_copy,
        }
        acts[what]()

    def export(self) -> None:
        """Write the document as PDF where the clerk says."""
        from ui.exporting import export_pdf

        window = self._window
        if window.desk is None or window.workspace is None:
            return
        window.commit_typing()
        try:
            path = export_pdf(window, window.workspace, window.desk.preview)
        except UserError as problem:
            tell_problem(window, problem)
            return
        if path is not None:
            self._tell_exported(path, window.workspace.document)

    def export_word(self) -> None:
        """Write the document as a Word file where the clerk says."""
        from ui.exporting import export_word

        window = self._window
        if window.desk is None or window.workspace is None:
            return
        window.commit_typing()
        try:
            path = export_word(window, window.workspace)
        except UserError as problem:
            tell_problem(window, problem)
            return
        if path is not None:
            self._tell_exported(path, window.workspace.document)

    def _tell(self, words: str, *steps: Step, document: str | None = None) -> None:
        """Say what was done; of a ``document``, or of all where it is empty, also how many errors
        are open in it, once for each state."""
        assert self._window.desk is not None and self._errors is not None
        more, look = self._errors.tell(document) if document is not None else ("", ())
        self._window.desk.notices.tell(f"{words}{more}", *look, *steps)

    def _tell_exported(self, path: Path, document: str | None = None) -> None:
        self._tell(
            f"ส่งออก “{path.name}” แล้ว",
            ("เปิดแฟ้ม", lambda: open_in_system(path)),
            ("เปิดโฟลเดอร์", lambda: open_folder(path.parent)),
            document=document,
        )

    def save_copy(self) -> None:
        """Write a checked copy of the open file where the clerk says.

        Where the file cannot be written, the copy is of what is on the screen.
        """
        from ita_desktop.session.safety.copying import save_copy
        from ui.choosing import choose_copy

        window = self._window
        if window.desk is None or window.workspace is None:
            return
        window.commit_typing()
        session = window.workspace.session
        target = choose_copy(window, session.path)
        if target is None:
            return
        try:
            whole = save_copy(session, target)  # the dialog has asked before overwriting
        except UserError as problem:
            tell_problem(window, problem)
            return
        if whole:
            window.desk.notices.tell(
                f"บันทึกสำเนา “{target.name}” แล้ว",
                ("เปิดโฟลเดอร์", lambda: open_folder(target.parent)),
            )
        else:
            window.desk.notices.tell(
                f"บันทึกงานที่เห็นบนจอเป็น “{target.name}” แล้ว",
                ("ทำงานต่อในแฟ้มนั้น", lambda: window.open_path(target)),
            )

    def export_workbook(self) -> None:
        """Write the whole office as an Excel workbook where the clerk says."""
        self._write_workbook(template=False)

    def save_template(self) -> None:
        """Write an empty Excel workbook, to be filled in, where the clerk says."""
        self._write_workbook(template=True)

    def _write_workbook(self, *, template: bool) -> None:
        from ui.workbooks import export_excel

        window = self._window
        if window.desk is None or window.workspace is None:
            return
        window.commit_typing()
        try:
            path = export_excel(window, window.workspace, template=template)
        except UserError as problem:
            tell_problem(window, problem)
            return
        if path is not None:
            self._tell_exported(path)

    def export_all(self, *suffixes: str) -> None:
        """Write every document of the year into a folder of the clerk's choice, as PDF unless
        ``suffixes`` say otherwise."""
        from ita_desktop.thai.digits import to_thai
        from ui.exporting import export_every

        window = self._window
        if window.desk is None or window.workspace is None:
            return
        window.commit_typing()
        try:
            written = export_every(window, window.workspace, suffixes or (PDF,))
        except UserError as problem:
            tell_problem(window, problem)
            return
        if written:
            self._tell(
                to_thai(f"ส่งออกเอกสาร {len(written)} แฟ้มแล้ว"),
                ("เปิดโฟลเดอร์", lambda: open_folder(written[0].parent)),
                document="",
            )

    def print(self) -> None:
        """Print the document through the system's dialog."""
        from ui.exporting import finished_document
        from ui.printing import ask_printer, print_with_progress

        window = self._window
        if window.desk is None or window.workspace is None:
            return
        window.commit_typing()
        preview = window.desk.preview
        try:
            made = finished_document(window, window.workspace, preview)
            if made is None:
                return
            printer = ask_printer(window, made.pages)
            page = preview.view.page
            if printer is not None and print_with_progress(window, made.data, printer, page):
                self._tell("ส่งงานไปเครื่องพิมพ์แล้ว", document=window.workspace.document)
        except UserError as problem:
            tell_problem(window, problem)

    def open_in_viewer(self) -> None:
        """Show the document in the system's own program for PDF."""
        from ui.exporting import finished_document, viewer_file

        window = self._window
        if window.desk is None or window.workspace is None:
            return
        window.commit_typing()
        try:
            made = finished_document(window, window.workspace, window.desk.preview)
            if made is None:
                return
            path = viewer_file(window.workspace, made.data)
            if not open_in_system(path):
                raise UserError("เครื่องนี้ไม่มีโปรแกรมอ่าน PDF", f"ติดตั้งโปรแกรมอ่าน PDF แล้วเปิดแฟ้ม {path}")
        except UserError as problem:
            tell_problem(window, problem)
