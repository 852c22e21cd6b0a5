"""Rooms stay small: files, functions, and what the repository may hold at its top."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILE_LINES = 400
FUNCTION_LINES = 60
INIT_LINES = 40
TOP = {"pyproject.toml", "qt_app", "resources", "tests", "packaging"}
BESIDE = {"README.md", "LICENSE", "CHANGELOG.md"}
# Left by tools when the project is built or the tests run; git ignores them.
LEFT_BY_TOOLS = {"dist", "build"}


def sources() -> list[Path]:
    folders = ("qt_app", "tests", "packaging")
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def test_files_are_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert not long


def test_functions_are_short() -> None:
    long = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > (INIT_LINES if node.name == "__init__" else FUNCTION_LINES):
                    long[f"{path.relative_to(ROOT)}:{node.name}"] = lines
    assert not long


def test_the_top_level_is_as_agreed() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert names >= TOP
    assert names - TOP - LEFT_BY_TOOLS <= BESIDE


@pytest.mark.parametrize("name", ["utils.py", "helpers.py", "misc.py", "common.py"])
def test_no_attic(name: str) -> None:
    assert not list((ROOT / "qt_app").rglob(name))


def test_packaging_is_no_package() -> None:
    """With an __init__.py it would hide the `packaging` distribution from tools run at the root."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_locks_have_hashes_and_no_urls() -> None:
    for path in (ROOT / "packaging").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        names = re.findall(r"^[A-Za-z0-9_.-]+==\S+", text, re.M)
        assert len(names) > 5
        assert text.count("--hash=sha256:") >= len(names)
