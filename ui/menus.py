"""The menu bar and its standard shortcuts; every command is an action of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QToolButton, QWidget

from ui.export_choices import EXPORT_ALL
from ui.frame import Frame
from ui.icons import icon
from ui.importing import ask_word, ask_workbook
from ui.paper import Paper
from ui.reviewing.acts import Reviewing
from ui.safety.asking import show_backups
from ui.settings import forget_files, recent_files
from ui.theme import GRID, choose_scheme
from ui.years.acts import begin_next, find_gaps, split


@dataclass
class Commands:
    """The actions that are switched on and off with what is open."""

    copy: QAction
    export: QAction
    print: QAction
    viewer: QAction
    close_file: QAction
    undo: QAction
    redo: QAction
    preview: QAction
    detached: QAction
    year: QToolButton
    every: QMenu
    """Held here: without a hand on it the menu of all documents would go."""
    with_file: tuple[QAction, ...] = ()


def make_menus(window: Frame, paper: Paper, reviewing: Reviewing) -> Commands:
    """Fill the window's menu bar."""
    bar = window.menuBar()
    files = bar.addMenu("แฟ้ม(&F)")
    edit = bar.addMenu("แก้ไข(&E)")
    view = bar.addMenu("มุมมอง(&V)")
    aid = bar.addMenu("ช่วยเหลือ(&H)")

    def add(
        menu: QMenu,
        text: str,
        act: Callable[[], object],
        sign: str = "",
        keys: QKeySequence | QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = QAction(text, window)
        if sign:
            action.setIcon(icon(sign))
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _on=False: act())
        menu.addAction(action)
        return action

    key = QKeySequence.StandardKey
    add(files, "สร้างแฟ้มงานใหม่…", window.new_file, "file-plus", key.New)
    add(files, "เปิดแฟ้มงาน…", window.ask_open, "folder-open", key.Open)
    _recent_menu(window, files)
    files.addSeparator()
    copy = add(files, "บันทึกสำเนาเป็น…", paper.save_copy, "save", key.SaveAs)
    begun = add(files, "เริ่มปีงบประมาณถัดไปจากปีนี้…", lambda: begin_next(window), "calendar-plus")
    safe = add(files, "แฟ้มสำรองและการกู้คืน…", lambda: show_backups(window), "rotate-ccw")
    among_colleagues = reviewing.fill(files)
    files.addSeparator()
    typed = add(files, "นำเข้าตารางจาก Word…", lambda: ask_word(window), "folder-input", "Ctrl+I")
    files.addSeparator()
    export = add(files, "ส่งออก PDF…", paper.export, "file-down", "Ctrl+E")
    word = add(files, "ส่งออก Word…", paper.export_word, "file-text", "Ctrl+Shift+E")
    every = QMenu("ส่งออกทุกฉบับ", window)
    every.setIcon(icon("folder-open"))
    files.addMenu(every)
    for name, words, sign in EXPORT_ALL:
        add(every, words, lambda one=name: paper.answer(one), sign)
    files.addSeparator()
    excel = (
        add(files, "ส่งออกเป็น Excel…", paper.export_workbook, "folder-output"),
        add(files, "นำเข้าจาก Excel…", lambda: ask_workbook(window), "folder-input"),
        add(files, "บันทึกแบบฟอร์ม Excel เปล่า…", paper.save_template, "columns-3"),
    )
    files.addSeparator()
    asking = (
        add(files, "ขอผลรายรอบจากสำนัก/กอง…", lambda: rounds_act(window, "ask"), "send"),
        add(files, "รับผลที่สำนัก/กองส่งกลับ…", lambda: rounds_act(window, "take"), "folder-input"),
    )
    files.addSeparator()
    printing = add(files, "พิมพ์…", paper.print, "printer", key.Print)
    viewer = add(files, "เปิดเอกสารในโปรแกรมอ่าน PDF", paper.open_in_viewer, "external-link")
    files.addSeparator()
    close_file = add(files, "ปิดแฟ้มงาน", window.close_file, "x", "Ctrl+W")
    add(files, "ออกจากโปรแกรม", window.close, "", key.Quit).setMenuRole(QAction.MenuRole.QuitRole)

    undo = add(edit, "เลิกทำ", window.undo, "undo-2", key.Undo)
    redo = add(edit, "ทำซ้ำ", window.redo, "redo-2")
    redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
    edit.addSeparator()
    find = add(edit, "ค้นหาและแทนที่…", lambda: _find(window), "search")
    find.setShortcuts([QKeySequence(one) for one in ("Ctrl+F", "Ctrl+H", "Ctrl+Shift+F")])
    edit.addSeparator()
    onward = add(edit, "สิ่งที่ตรวจพบรายการถัดไป", lambda: _walk(window, 1), "arrow-down", "F8")
    back = add(edit, "สิ่งที่ตรวจพบรายการก่อนหน้า", lambda: _walk(window, -1), "arrow-up", "Shift+F8")

    preview = add(view, "แสดงตัวอย่างเอกสาร", window.toggle_preview, "panel-right", "F9")
    preview.setCheckable(True)
    detached = add(view, "ตัวอย่างเอกสารในหน้าต่างแยก", window.toggle_detached, "maximize", "Shift+F9")
    detached.setCheckable(True)
    gaps = add(edit, "ข้อที่ต่ำกว่าเป้าหมายและยังไม่มีมาตรการ…", lambda: find_gaps(window), "search-check")
    compared = add(view, "เทียบสองปี", lambda: _compare(window), "move-horizontal")
    view.addSeparator()
    _scheme_menu(view)

    add(aid, "เกี่ยวกับโปรแกรม", window.show_about, "info", key.HelpContents)

    year = QToolButton(window)
    year.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    year.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    year.setIcon(icon("calendar"))
    year.setToolTip("เลือกปีงบประมาณที่ทำงานอยู่")
    year.setMenu(QMenu(year))
    bar.setCornerWidget(_corner(window, year, find, undo, redo))
    with_file = (copy, safe, typed, export, word, *every.actions(), printing, viewer)
    with_file = (*with_file, close_file, *excel, *asking, find, onward, back, compared, begun, gaps)
    acts = (copy, export, printing, viewer, close_file, undo, redo, preview, detached)
    return Commands(*acts, year, every, (*with_file, preview, detached, *among_colleagues))


def show_undo(commands: Commands, undo_name: str, redo_name: str) -> None:
    """Name in the menu and the tooltips what would be undone and redone."""
    for action, word, name in (
        (commands.undo, "เลิกทำ", undo_name),
        (commands.redo, "ทำซ้ำ", redo_name),
    ):
        action.setText(f"{word}: {name}" if name else word)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{action.text()} ({keys})")


def show_years(commands: Commands, window: Frame) -> None:
    """Fill the year chooser."""
    workspace = window.workspace
    commands.year.setVisible(workspace is not None)
    if workspace is None:
        return
    from ita_desktop.thai.digits import to_thai

    commands.year.setText(to_thai(f" ปีงบประมาณ {workspace.year.action_year}  ▾"))
    menu = commands.year.menu()
    menu.clear()
    group = QActionGroup(menu)
    years = workspace.session.snapshot.years
    for year in years:
        action = menu.addAction(to_thai(f"ปีงบประมาณ พ.ศ. {year.action_year}"))
        action.setCheckable(True)
        action.setChecked(year.id == workspace.year.id)
        action.triggered.connect(lambda _on, one=year: workspace.choose_year(one))
        group.addAction(action)
    if not workspace.session.read_only:
        menu.addSeparator()
        begun = menu.addAction(
            icon("calendar-plus"),
            to_thai(f"เริ่มปีงบประมาณ พ.ศ. {workspace.year.action_year + 1} จากปีนี้…"),
        )
        begun.triggered.connect(lambda: begin_next(window))
        gaps = menu.addAction(icon("search-check"), "ข้อที่ต่ำกว่าเป้าหมายและยังไม่มีมาตรการ…")
        gaps.triggered.connect(lambda: find_gaps(window))
        following = years[0].action_year + 1
        more = menu.addAction(icon("plus"), to_thai(f"เพิ่มปีงบประมาณ พ.ศ. {following} (ว่าง)"))
        more.triggered.connect(lambda: window.add_year(following))
    menu.addSeparator()
    menu.addAction(icon("move-horizontal"), "เทียบสองปี").triggered.connect(lambda: _compare(window))
    apart = to_thai(f"แยกปีงบประมาณ พ.ศ. {workspace.year.action_year} เป็นแฟ้มใหม่…")
    menu.addAction(icon("file-plus"), apart).triggered.connect(lambda: split(window))


def year_act(window: Frame, act: str) -> None:
    """Do what a page asked for with the years: ``gaps`` or ``next``."""
    {"gaps": find_gaps, "next": begin_next}[act](window)


def _compare(window: Frame) -> None:
    if window.workspace is not None:
        window.workspace.show_page("comparison")


def _walk(window: Frame, way: int) -> None:
    if window.desk is not None:
        window.commit_typing()  # what is being typed is looked at as well
        window.desk.walk.step(way)


def rounds_act(window: Frame, name: str) -> None:
    """Ask divisions for their results of a round, or take back what they send."""
    from ui.rounds.acts import ask_results, take_results

    if window.workspace is not None:
        {"ask": ask_results, "take": take_results}[name](window, window.workspace)


def _find(window: Frame) -> None:
    if window.workspace is not None:
        window.workspace.find()


def _recent_menu(window: Frame, files: QMenu) -> None:
    menu = files.addMenu(icon("history"), "แฟ้มงานล่าสุด")

    def fill() -> None:
        menu.clear()
        found = recent_files(window.settings)
        for path in found:
            action = menu.addAction(f"{path.name}  —  {path.parent}")
            action.triggered.connect(lambda _on=False, one=path: window.open_path(one))
        if not found:
            menu.addAction("ยังไม่มี").setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction("ล้างรายการนี้").triggered.connect(lambda: forget_files(window.settings))

    menu.aboutToShow.connect(fill)


def _scheme_menu(view: QMenu) -> None:
    menu = view.addMenu(icon("contrast"), "สีของโปรแกรม")
    group = QActionGroup(menu)
    for words, sign, scheme in (
        ("ตามระบบ", "settings", ""),
        ("สว่าง", "sun", "light"),
        ("มืด", "moon", "dark"),
    ):
        action = menu.addAction(icon(sign), words)
        action.setCheckable(True)
        action.setChecked(not scheme)
        action.triggered.connect(
            lambda _on, one=scheme: choose_scheme(QApplication.instance(), one)
        )
        group.addAction(action)


def _corner(window: Frame, year: QToolButton, *actions: QAction) -> QWidget:
    corner = QWidget(window)
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 2, GRID, 2)
    row.setSpacing(GRID // 2)
    row.addWidget(year)
    for action in actions:
        button = QToolButton(corner)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(action.text())
        row.addWidget(button)
    return corner
