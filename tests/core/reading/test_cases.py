"""The collected broken pastes: every code that structured text carries is read, and no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qt_app.core.reading import read

CASES = Path(__file__).parents[2] / "data" / "cases"
MANIFEST = json.loads((CASES / "MANIFEST.json").read_text(encoding="utf-8"))
# Prose and pages carry their code in words, which the diagnosis reads.
IN_WORDS = {"27_plain_text.txt", "29_html_502.txt"}


@pytest.mark.parametrize("name", sorted(name for name in MANIFEST if not name.startswith("_")))
def test_case(name: str) -> None:
    wanted = [] if name in IN_WORDS else [code for code, _ in MANIFEST[name]["findings"]]
    result = read((CASES / name).read_bytes())
    found = [one.code for one in result.readings if one.code and one.code != "200"]
    assert found == wanted


@pytest.mark.parametrize("name", sorted(name for name in MANIFEST if not name.startswith("_")))
def test_message_of_case(name: str) -> None:
    expected = MANIFEST[name]["expected"]
    wanted = expected.get("errmsg") if isinstance(expected, dict) else None
    if wanted is None:
        return
    assert [one.message for one in read((CASES / name).read_bytes()).readings] == [wanted]
