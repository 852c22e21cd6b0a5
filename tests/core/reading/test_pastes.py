"""Pastes in every dialect and damage: which codes are read, with which message and context."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from qt_app.core.reading import ReadText, read

DATA = Path(__file__).parents[2] / "data" / "reading"


def _pastes() -> list[Any]:
    rows = []
    for file in sorted(DATA.glob("*.toml")):
        for paste in tomllib.loads(file.read_text(encoding="utf-8"))["paste"]:
            rows.append(pytest.param(paste, id=f"{file.stem}-{paste['name']}"))
    return rows


def _codes(result: ReadText, wrappers: list[str]) -> list[str]:
    return [one.code or "-" for one in result.readings if one.code not in wrappers]


@pytest.mark.parametrize("paste", _pastes())
def test_paste(paste: dict[str, Any]) -> None:
    result = read(paste["text"])
    codes = _codes(result, paste.get("wrappers", []))
    assert codes == paste["codes"], result.readings
    if not codes:
        return
    first = next(one for one in result.readings if one.code not in paste.get("wrappers", []))
    for field in ("message", "dialect"):
        if field in paste:
            assert getattr(first, field) == paste[field]
    for field in ("time", "path", "host", "service", "method", "status", "thread"):
        if field in paste:
            assert getattr(first.exchange, field) == paste[field]
    assert set(paste.get("repairs", [])) <= {*first.repairs, *result.repairs}
    if "span" in paste:
        assert result.text[first.span.start : first.span.end] == paste["span"]
    if "notes" in paste:
        assert [note.key for note in result.notes] == paste["notes"]
