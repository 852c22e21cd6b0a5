"""core ← services ← api ← cli and gui: nothing imports against the arrow, core stays pure."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "qt_app"
ALLOWED = {
    "core": {"core"},
    "services": {"core", "services"},
    "api": {"core", "services", "api"},
    "cli": {"core", "services", "api", "cli", "gui"},
    "gui": {"core", "services", "api", "gui"},
}
IMPURE = frozenset(
    (
        *("os", "io", "pathlib", "shutil", "tempfile", "logging"),
        *("socket", "ssl", "http", "urllib.request", "requests", "subprocess"),
        *("time", "random", "threading", "PySide6", "pyperclip"),
    )
)
ONLY_IN = {
    "QThreadPool": {"gui/tasks.py"},
    "QMessageBox": {"gui/dialogs.py"},
    "QSettings": set(),
    "QWebEngineView": set(),
    "setHtml": set(),
}


def modules(layer: str) -> list[Path]:
    return sorted((PACKAGE / layer).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Dotted names that a file imports (not those for type checkers only)."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("layer", ALLOWED)
def test_imports_follow_the_arrow(layer: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(layer)
        for name in imported(path)
        if name.startswith("qt_app.")
        and name.split(".")[1] in ALLOWED
        and name.split(".")[1] not in ALLOWED[layer]
    ]
    assert not wrong


def test_only_the_command_opens_the_window() -> None:
    users = {p.name for p in modules("cli") if any("qt_app.gui" in n for n in imported(p))}
    assert users <= {"main.py"}


def test_core_is_pure() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules("core")
        for name in imported(path)
        if name in IMPURE or name.split(".")[0] in IMPURE
    ]
    assert not wrong


def test_core_opens_no_file_and_asks_no_clock() -> None:
    forbidden = {"open", "input", "print", "now", "today", "utcnow"}
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules("core")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _called(node.func) in forbidden
    ]
    assert not wrong


def _called(func: ast.expr) -> str:
    if isinstance(func, ast.Name):
        return func.id
    return func.attr if isinstance(func, ast.Attribute) and func.attr in {"now", "today"} else ""


@pytest.mark.parametrize("name", ONLY_IN)
def test_some_names_have_one_home(name: str) -> None:
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Name) and node.id == name)
        or (isinstance(node, ast.Attribute) and node.attr == name)
    }
    assert users <= ONLY_IN[name]


@pytest.mark.parametrize("module", ["qt_app.api", "qt_app.cli.main", "qt_app.services.knowledge"])
def test_no_qt_below_the_window(module: str) -> None:
    code = f"import sys, {module}; print([m for m in sys.modules if m.startswith('PySide6')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_panels_do_not_import_each_other() -> None:
    wrong = [
        f"{path.name} imports {name}"
        for path in (PACKAGE / "gui" / "pages").glob("*.py")
        for name in imported(path)
        if name.startswith("qt_app.gui.pages.") and not _same_page(path.stem, name)
    ]
    assert not wrong


def _same_page(stem: str, name: str) -> bool:
    return name.split(".")[3].split("_")[0] == stem.split("_")[0]
