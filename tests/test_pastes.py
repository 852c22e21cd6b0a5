"""Every paste of tests/data/pastes and of tests/data/cases is read as a careful human would."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from qt_app.api import diagnose, load_catalogue
from qt_app.core.catalogue import Catalogue

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "data" / "cases"
_spec = importlib.util.spec_from_file_location("confusion", ROOT / "packaging" / "confusion.py")
assert _spec
assert _spec.loader
confusion = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(confusion)

PASTES = list(confusion.load_pastes())
MANIFEST: dict[str, Any] = json.loads((CASES / "MANIFEST.json").read_text(encoding="utf-8"))
MANIFEST.pop("_about")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize("paste", PASTES, ids=[f"{p.group}-{p.name}" for p in PASTES])
def test_a_paste_is_read_right(paste: Any, catalogue: Catalogue) -> None:
    assert confusion.differences(paste, diagnose(paste.text, catalogue).findings) == []


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_a_broken_paste_is_read_as_its_manifest_says(name: str, catalogue: Catalogue) -> None:
    data = (CASES / name).read_bytes()
    found = [[one.code, one.ok] for one in diagnose(data, catalogue).findings]
    assert found == MANIFEST[name]["findings"]
