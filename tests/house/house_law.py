"""Reads the program's source with ``ast`` and says where it breaks the law of the house.

Nothing is imported or run. Every breach names the file, the line and the rule, so that whoever
meets it knows what to move. The law itself stands in the tables.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.aids.places import ROOT

CODE = ("ita_desktop", "ui", "main.py")

# Higher rooms may import lower ones, never the other way; rooms of one height never meet.
HEIGHTS = {
    "main": 90,
    "ui": 80,
    "ita_desktop.cli": 80,
    "ita_desktop.commands": 75,
    "ita_desktop.session": 70,
    "ita_desktop.storage": 60,
    "ita_desktop.exchange": 60,
    "ita_desktop.render": 60,
    "ita_desktop.checks": 50,
    "ita_desktop.documents": 40,
    "ita_desktop.model": 30,
    "ita_desktop.thai": 20,
    "ita_desktop.logs": 15,
    "ita_desktop.places": 10,
    "ita_desktop.resources": 10,
    "ita_desktop.errors": 0,
    "ita_desktop": 0,  # its __init__.py: a name and a version
}
# Where this computer keeps things, and the log there, concern nobody who works on values.
THIS_COMPUTER = ("ita_desktop.places", "ita_desktop.logs")
KNOW_THIS_COMPUTER = ("main", "ui", "ita_desktop.cli", "ita_desktop.session", "ita_desktop.logs")

# Each foreign library enters through these rooms and no others.
DOORS = {
    "PySide6": ("ui", "main"),
    "sqlite3": ("ita_desktop.storage",),
    "sqlite_utils": ("ita_desktop.storage",),
    "reportlab": ("ita_desktop.render",),
    "uharfbuzz": ("ita_desktop.render",),
    "fontTools": ("ita_desktop.render",),
    "pikepdf": ("ita_desktop.render",),
    "PIL": ("ita_desktop.render",),
    "pypdfium2": ("ita_desktop.render",),
    "docx": ("ita_desktop.render", "ita_desktop.exchange"),
    "openpyxl": ("ita_desktop.exchange",),
    "xlsxwriter": ("ita_desktop.exchange",),
    "pythainlp": ("ita_desktop.thai",),
    "nlpo3": ("ita_desktop.thai",),
    "babel": ("ita_desktop.thai",),
    "platformdirs": ("ita_desktop.places",),
}

MOST_LINES = 300
# Longer ones, each with the reason why it is better in one piece.
LONG_MODULES: dict[str, str] = {}

MUTABLE_CALLS = ("dict", "list", "set", "bytearray", "defaultdict", "deque", "Counter")
MUTATORS = (
    *("append", "extend", "insert", "add", "update", "setdefault", "pop", "popitem"),
    *("remove", "discard", "clear"),
)


@dataclass(frozen=True, slots=True)
class Module:
    """One source file: its path below the root and its dotted name."""

    path: str
    name: str
    is_package: bool
    source: str
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module as its dotted name; ``late`` when it stands inside a function."""

    target: str
    line: int
    late: bool


@dataclass(frozen=True, slots=True)
class Breach:
    """Where the law is broken, and which rule."""

    path: str
    line: int
    rule: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}"


def read_modules(root: Path = ROOT) -> tuple[Module, ...]:
    """Every module of the program below ``root``, in order of path."""
    files = [file for top in CODE for file in sorted((root / top).rglob("*.py"))]
    files += [root / top for top in CODE if (root / top).is_file()]
    return tuple(read_module(file, root) for file in files)


def read_module(file: Path, root: Path) -> Module:
    """One file; its dotted name leaves out ``__init__``."""
    path = file.relative_to(root)
    is_package = path.name == "__init__.py"
    name = ".".join((path.parent if is_package else path.with_suffix("")).parts)
    source = file.read_text(encoding="utf-8")
    return Module(path.as_posix(), name, is_package, source, ast.parse(source, str(file)))


def imports(module: Module, known: frozenset[str]) -> Iterator[Import]:
    """What a module imports; ``from package import name`` means the module of that name, if any."""
    for node, late in walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, late)
        elif isinstance(node, ast.ImportFrom):
            source = absolute(module, node)
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                yield Import(inner if inner in known else source, node.lineno, late)


def absolute(module: Module, node: ast.ImportFrom) -> str:
    """The dotted name that a ``from … import`` means, with its leading dots resolved."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    parts = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*parts, node.module] if node.module else parts)


def walk(tree: ast.AST, late: bool = False) -> Iterator[tuple[ast.AST, bool]]:
    """Every node, with whether it stands inside a function."""
    for child in ast.iter_child_nodes(tree):
        yield child, late
        inside = late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from walk(child, inside)


def room_of(name: str) -> str | None:
    """The room of the house that a module belongs to; None for what is not ours."""
    parts = name.split(".")
    if parts[0] in ("ui", "main"):
        return parts[0]
    return ".".join(parts[:2]) if parts[0] == "ita_desktop" else None


def check_layers(modules: tuple[Module, ...]) -> Iterator[Breach]:
    """Imports run downward only, and every module belongs to a known room."""
    known = frozenset(module.name for module in modules)
    for module in modules:
        room = room_of(module.name)
        if room not in HEIGHTS:
            yield Breach(module.path, 1, f"{room} is no room of the house: give it a height")
            continue
        for found in imports(module, known):
            other = room_of(found.target)
            if other in (None, room):
                continue
            if HEIGHTS.get(other, 100) >= HEIGHTS[room]:
                rule = f"{room} may not import {found.target}: imports run downward only"
                yield Breach(module.path, found.line, rule)
            elif other in THIS_COMPUTER and room not in KNOW_THIS_COMPUTER:
                rule = f"{room} may not know the places of this computer: have them passed in"
                yield Breach(module.path, found.line, rule)


def check_doors(modules: tuple[Module, ...]) -> Iterator[Breach]:
    """Each foreign library enters through its own room; unknown ones through none."""
    known = frozenset(module.name for module in modules)
    for module in modules:
        room = room_of(module.name)
        for found in imports(module, known):
            library = found.target.split(".")[0]
            if room_of(found.target) is not None:
                continue
            if library in DOORS:
                if room not in DOORS[library]:
                    rule = f"{library} enters through {' and '.join(DOORS[library])} only"
                    yield Breach(module.path, found.line, rule)
            elif library not in sys.stdlib_module_names:
                yield Breach(module.path, found.line, f"{library} has no door into the house")


def check_pages_and_widgets(modules: tuple[Module, ...]) -> Iterator[Breach]:
    """Pages never import each other; widgets know values and no page."""
    known = frozenset(module.name for module in modules)
    for module in modules:
        for found in imports(module, known):
            if not found.target.startswith("ui.pages"):
                continue
            if module.name.startswith("ui.pages.") and not same_page(module.name, found.target):
                yield Breach(module.path, found.line, "a page may not import another page")
            if module.name.startswith("ui.widgets"):
                yield Breach(module.path, found.line, "a widget may not import a page")


def same_page(one: str, other: str) -> bool:
    """Do both belong to one page, which may be a folder of modules?"""
    return one.split(".")[:3] == other.split(".")[:3]


def check_circles(modules: tuple[Module, ...]) -> Iterator[Breach]:
    """No module reaches itself through what it imports at module level."""
    known = frozenset(module.name for module in modules)
    paths = {module.name: module.path for module in modules}
    graph = {
        module.name: {
            found.target: found.line
            for found in imports(module, known)
            if not found.late and found.target in known and found.target != module.name
        }
        for module in modules
    }
    finished: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> Iterator[Breach]:
        if name in trail:
            circle = " → ".join((*trail[trail.index(name) :], name))
            yield Breach(paths[trail[-1]], graph[trail[-1]][name], f"import circle: {circle}")
        elif name not in finished:
            for target in graph[name]:
                yield from visit(target, (*trail, name))
            finished.add(name)

    for name in graph:
        yield from visit(name, ())


def check_state(modules: tuple[Module, ...]) -> Iterator[Breach]:
    """No ``global``, no container at module level that changes, no import with an effect."""
    for module in modules:
        constants: set[str] = set()
        for statement in module_level(module.tree):
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
                yield Breach(module.path, statement.lineno, "an import may not have an effect")
            for name in mutable_names(statement):
                if name.isupper() or name == "__all__":
                    constants.add(name)
                else:
                    rule = f"{name} is state at module level: keep it in an object"
                    yield Breach(module.path, statement.lineno, rule)
        for node, _ in walk(module.tree):
            if isinstance(node, ast.Global):
                yield Breach(module.path, node.lineno, "no global statement")
            elif (changed := changed_name(node)) and changed in constants:
                yield Breach(module.path, getattr(node, "lineno", 1), f"{changed} is a constant")


def module_level(tree: ast.Module) -> Iterator[ast.stmt]:
    """What runs on import, also inside ``if`` and ``try``, but not the main guard."""
    waiting: list[ast.AST] = [*tree.body]
    while waiting:
        statement = waiting.pop(0)
        if isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test):
            continue
        if isinstance(statement, ast.stmt):
            yield statement
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            children = ast.iter_child_nodes(statement)
            waiting += [node for node in children if isinstance(node, ast.stmt | ast.excepthandler)]


def mutable_names(statement: ast.AST) -> Iterator[str]:
    """Names that a statement binds to a dict, list or set."""
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return
    value = statement.value
    called = value.func if isinstance(value, ast.Call) else None
    literal = ast.Dict | ast.List | ast.Set | ast.DictComp | ast.ListComp | ast.SetComp
    if isinstance(value, literal) or (
        called and ast.unparse(called).split(".")[-1] in MUTABLE_CALLS
    ):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def changed_name(node: ast.AST) -> str | None:
    """The name of the container a node writes to: ``X[k] = v``, ``del X[k]``, ``X.append(v)``."""
    container: ast.AST | None = None
    if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
        container = node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        container = node.func.value if node.func.attr in MUTATORS else None
    return container.id if isinstance(container, ast.Name) else None


def check_length(modules: tuple[Module, ...]) -> Iterator[Breach]:
    """A file can be read at a sitting."""
    for module in modules:
        lines = module.source.count("\n")
        if lines > MOST_LINES and module.path not in LONG_MODULES:
            yield Breach(
                module.path, lines, f"{lines} lines, over {MOST_LINES}: split it by meaning"
            )
