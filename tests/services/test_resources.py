"""The loader of packaged files, and the generated file being fresh."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from qt_app.core.errors import CatalogueError, ResourceError
from qt_app.services import knowledge, resources

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "path",
    ["../pyproject.toml", "/etc/passwd", "catalogue/../../x", "C:/x", "a\\..\\b", "none.txt"],
)
def test_a_bad_path_is_refused(path: str) -> None:
    with pytest.raises(ResourceError):
        resources.resource(path)


def test_names_and_text() -> None:
    assert "global.toml" in resources.names("catalogue", ".toml")
    assert 'table = "global"' in resources.read_text("catalogue/global.toml")


def test_the_generated_file_is_fresh() -> None:
    command = [sys.executable, "packaging/build_resources.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("text", ["", "{", "[]", '{"catalogue": 3}', "[" * 100_000])
def test_a_broken_catalogue_is_named(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(knowledge, "read_text", lambda path: text)
    with pytest.raises(CatalogueError) as caught:
        knowledge.load_knowledge()
    assert caught.value.faults[0].file == knowledge.PATH


def test_it_loads_in_a_few_milliseconds() -> None:
    raw = json.loads(resources.read_text(knowledge.PATH))
    assert set(raw) == {"catalogue", "rules", "phrasebook", "checklists"}
