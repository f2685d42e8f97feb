"""The law of the house (ARCHITECTURE.md), held against the source itself."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.house import house_law
from tests.house.house_law import ROOT, Breach, Module

MODULES = house_law.read_modules()
HEAVY = (
    *("pythainlp", "nlpo3", "babel", "reportlab", "fontTools", "uharfbuzz"),
    *("pikepdf", "PIL", "docx", "openpyxl", "xlsxwriter"),
)
Check = Callable[[tuple[Module, ...]], Iterator[Breach]]


def complaint(check: Check) -> str:
    return "\n".join(str(breach) for breach in check(MODULES))


def test_imports_run_downward_only_and_every_module_has_a_room() -> None:
    assert complaint(house_law.check_layers) == ""


def test_each_foreign_library_enters_through_its_own_room() -> None:
    assert complaint(house_law.check_doors) == ""


def test_pages_do_not_know_each_other_and_widgets_know_no_page() -> None:
    assert complaint(house_law.check_pages_and_widgets) == ""


def test_no_module_imports_itself_in_a_circle() -> None:
    assert complaint(house_law.check_circles) == ""


def test_modules_hold_no_state_and_importing_them_has_no_effect() -> None:
    assert complaint(house_law.check_state) == ""


def test_every_module_can_be_read_at_a_sitting() -> None:
    assert complaint(house_law.check_length) == ""


def test_the_list_of_long_modules_names_only_long_modules() -> None:
    lengths = {module.path: module.source.count("\n") for module in MODULES}
    short = [path for path in house_law.LONG_MODULES if lengths.get(path, 0) <= 300]
    assert short == []


# Each is a tree of files, the check that must object, and words of its objection.
BREACHES = (
    (
        {"ita_desktop/thai/digits.py": "\nfrom ita_desktop.model import records\n"},
        house_law.check_layers,
        "ita_desktop/thai/digits.py:2: ita_desktop.thai may not import ita_desktop.model",
    ),
    (
        {"ita_desktop/render/pdf.py": "def f():\n    from ita_desktop.storage import store\n"},
        house_law.check_layers,
        "ita_desktop/render/pdf.py:2: ita_desktop.render may not import ita_desktop.storage",
    ),
    (
        {"ita_desktop/render/pdf/table.py": "from ...session import Session\n"},
        house_law.check_layers,
        "may not import ita_desktop.session",
    ),
    (
        {"ita_desktop/cli.py": "import ui.window\n"},
        house_law.check_layers,
        "ita_desktop.cli may not import ui.window",
    ),
    ({"ita_desktop/helpers.py": ""}, house_law.check_layers, "is no room of the house"),
    (
        {"ita_desktop/model/records.py": "from ita_desktop.places import log_folder\n"},
        house_law.check_layers,
        "may not know the places",
    ),
    (
        {"ita_desktop/session.py": "from PySide6.QtCore import QObject\n"},
        house_law.check_doors,
        "ita_desktop/session.py:1: PySide6 enters through ui and main only",
    ),
    (
        {"ui/window.py": "def f():\n    import sqlite3\n"},
        house_law.check_doors,
        "ui/window.py:2: sqlite3 enters through ita_desktop.storage only",
    ),
    ({"main.py": "import requests\n"}, house_law.check_doors, "requests has no door"),
    (
        {
            "ui/pages/office.py": "from ui.pages.people import PeoplePage\n",
            "ui/pages/people.py": "",
        },
        house_law.check_pages_and_widgets,
        "ui/pages/office.py:1: a page may not import another page",
    ),
    (
        {"ui/widgets/forms/form.py": "from ui.pages import office\n", "ui/pages/office.py": ""},
        house_law.check_pages_and_widgets,
        "ui/widgets/forms/form.py:1: a widget may not import a page",
    ),
    (
        {
            "ita_desktop/model/a.py": "from ita_desktop.model import b\n",
            "ita_desktop/model/b.py": "from ita_desktop.model.a import x\n",
        },
        house_law.check_circles,
        "import circle: ita_desktop.model.a → ita_desktop.model.b → ita_desktop.model.a",
    ),
    (
        {"ita_desktop/model/a.py": "def f():\n    global x\n    x = 1\n"},
        house_law.check_state,
        "ita_desktop/model/a.py:2: no global statement",
    ),
    (
        {"ita_desktop/model/a.py": "_cache: dict[str, str] = {}\n"},
        house_law.check_state,
        "_cache is state at module level",
    ),
    (
        {"ita_desktop/model/a.py": "if True:\n    seen = set()\n"},
        house_law.check_state,
        "seen is state at module level",
    ),
    (
        {"ita_desktop/model/a.py": "CACHE = {}\ndef f(k):\n    CACHE[k] = 1\n"},
        house_law.check_state,
        "ita_desktop/model/a.py:3: CACHE is a constant",
    ),
    (
        {"ita_desktop/model/a.py": "SEEN = []\ndef f(k):\n    SEEN.append(k)\n"},
        house_law.check_state,
        "ita_desktop/model/a.py:3: SEEN is a constant",
    ),
    (
        {"ui/app.py": "import sys\nsys.path.insert(0, '.')\n"},
        house_law.check_state,
        "ui/app.py:2: an import may not have an effect",
    ),
    ({"ui/app.py": "x = 1\n" * 301}, house_law.check_length, "ui/app.py:301: 301 lines"),
)


@pytest.mark.parametrize(("files", "check", "words"), BREACHES)
def test_a_breach_of_the_law_is_found_and_named(
    files: dict[str, str], check: Check, words: str, tmp_path: Path
) -> None:
    for name, source in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(source, encoding="utf-8")
    found = "\n".join(str(breach) for breach in check(house_law.read_modules(tmp_path)))
    assert words in found


def test_what_the_law_allows_is_let_through(tmp_path: Path) -> None:
    lawful = {
        "main.py": "import sys\nif __name__ == '__main__':\n    sys.exit(0)\n",
        "ui/window.py": "from PySide6 import QtCore\nfrom ita_desktop.session import Session\n",
        "ita_desktop/session.py": "from .storage.store import x\nfrom ita_desktop import errors\n",
        "ita_desktop/storage/store.py": "import sqlite3\nfrom ..model import records\n",
        "ita_desktop/model/records.py": "MONTHS = {1: 'ม.ค.'}\ndef f():\n    return MONTHS[1]\n",
        "ita_desktop/errors.py": "__all__ = ['UserError']\n",
    }
    for name, source in lawful.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(source, encoding="utf-8")
    modules = house_law.read_modules(tmp_path)
    checks = [getattr(house_law, name) for name in dir(house_law) if name.startswith("check_")]
    assert [str(breach) for check in checks for breach in check(modules)] == []


def loaded_after(statement: str) -> set[str]:
    """Modules in a fresh interpreter after a statement, with the packages they stand in."""
    script = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def skip_unless_built(*names: str) -> None:
    for name in names:
        if not (ROOT / name.split(".")[0]).exists() or importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not built yet")


def test_the_session_and_the_commands_load_nothing_heavy_and_no_toolkit() -> None:
    skip_unless_built("ita_desktop.session", "ita_desktop.cli")
    loaded = loaded_after("import ita_desktop.session, ita_desktop.cli")
    assert loaded & {*HEAVY, "PySide6"} == set()


def test_the_window_loads_nothing_heavy_before_it_stands() -> None:
    skip_unless_built("ui.app", "ui.window")
    assert loaded_after("import ui.app, ui.window") & set(HEAVY) == set()


def test_the_window_stands_before_anything_of_an_office_is_loaded() -> None:
    loaded = loaded_after("import ui.app, ui.window")
    rooms = ("ita_desktop.model", "ita_desktop.documents", "ita_desktop.storage", "ui.workspace")
    assert {name for name in loaded if name.startswith(rooms)} == set()


def project_texts() -> Iterator[tuple[str, str]]:
    """Path and text of every file of the project that a person writes."""
    kinds = {".py", ".md", ".toml", ".lock", ".bat", ".svg", ".json", ".cfg", ".sh", ""}
    for file in sorted(ROOT.rglob("*")):
        parts = file.relative_to(ROOT).parts
        hidden = parts[0].startswith(".") and parts[0] != ".ci"
        if hidden or parts[0] == "out" or "__pycache__" in parts or file.suffix not in kinds:
            continue
        if file.is_file():
            yield "/".join(parts), file.read_text(encoding="utf-8")


def test_no_file_of_the_project_names_a_path_of_somebodys_computer() -> None:
    machine = r"/(?:home|root|work|opt|mnt|tmp|Users)/"
    somebodys = re.compile(rf"(?<![\w.:/-])(?:{machine}|(?:\.\./)?shared[/])")
    found = [
        f"{path}:{number}: {line.strip()}"
        for path, content in project_texts()
        for number, line in enumerate(content.splitlines(), 1)
        if somebodys.search(line)
    ]
    assert found == []


def test_the_program_asks_for_the_libraries_it_imports_and_for_no_others() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {plain_name(line) for line in project["project"]["dependencies"]}
    known = frozenset(module.name for module in MODULES)
    targets = {each.target for module in MODULES for each in house_law.imports(module, known)}
    foreign = {target.split(".")[0] for target in targets if house_law.room_of(target) is None}
    held = {
        library: {plain_name(package) for package in packages}
        for library, packages in importlib.metadata.packages_distributions().items()
        if library in foreign - sys.stdlib_module_names
    }
    assert [library for library, packages in held.items() if not packages & asked] == []
    idle = asked - set().union(*held.values())
    assert [package for package in idle if package != "nlpo3" or "nlpo3" in held] == []


def plain_name(requirement: str) -> str:
    """The package a requirement names, spelt the one way: ``PySide6_Pdf>=6`` is pyside6-pdf."""
    [name] = re.findall(r"^[\w.-]+", requirement)
    return re.sub("[._-]+", "-", name).lower()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_package_by_hash_and_names_no_index(lock: str) -> None:
    content = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.findall(
        r"^[a-z0-9][^\n]*(?:\n[ ]+--hash=sha256:[0-9a-f]{64}[^\n]*)+", content, re.M
    )
    assert len(packages) == len(re.findall(r"^[a-z0-9]", content, re.M)) > 0
    assert re.findall(r"^-.*|.*://.*", content, re.M) == []


def test_the_locks_agree_and_hold_all_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, development = (
        dict(re.findall(r"^([a-z0-9.-]+)==([^ ]+)", (ROOT / lock).read_text("utf-8"), re.M))
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime.items() <= development.items()
    asked = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    for wanted, locked in zip(asked, (runtime, development), strict=True):
        assert [name for name in map(plain_name, wanted) if name not in locked] == []
