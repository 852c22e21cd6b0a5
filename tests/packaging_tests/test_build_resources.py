"""The builder names the faults of all hand-edited files at once."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from qt_app.core.errors import CatalogueError

ROOT = Path(__file__).resolve().parents[2]

# One fault a file: what to replace, by what, and the file the fault must name.
FAULTS = {
    "catalogue/token.toml": ('severity = "error"', 'severity = "fatal"', "token"),
    "rules/meaning.toml": ("weight = 1.9", 'weight = "much"', "rules/meaning.toml"),
    "rules/story.toml": ('kind = "jwt"', 'kind = "jws"', "story.toml"),
    "phrasebook/dns.toml": ("[[phrase]]", "[[phrases]]", "phrasebook/dns.toml"),
    "checklists/token.toml": ("[[steps]]", "[[stepz]]", "checklists/token.toml"),
}


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT))
    path = ROOT / "packaging" / "build_resources.py"
    spec = importlib.util.spec_from_file_location("packaging_build_resources", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    for name in ("catalogue", "rules", "phrasebook", "checklists"):
        shutil.copytree(ROOT / "resources" / name, tmp_path / name)
    return tmp_path


def test_faults_of_all_kinds_come_at_once(builder: ModuleType, resources: Path) -> None:
    for name, (old, new, _) in FAULTS.items():
        path = resources / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        builder.render(resources)
    named = {fault.file for fault in caught.value.faults}
    for _, _, file in FAULTS.values():
        assert any(file in one for one in named), (file, named)


def test_a_file_that_is_no_toml_is_named(builder: ModuleType, resources: Path) -> None:
    (resources / "rules" / "cues.toml").write_text("name = ", encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        builder.render(resources)
    assert "cues.toml" in {fault.file for fault in caught.value.faults}


def test_a_shape_that_cannot_be_read_is_named_too(builder: ModuleType, resources: Path) -> None:
    path = resources / "rules" / "meaning.toml"
    path.write_text('rule = ["one"]\n', encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        builder.render(resources)
    assert "rules" in {fault.file for fault in caught.value.faults}
