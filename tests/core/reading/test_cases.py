"""The collected broken pastes: every code that structured text carries is read, and no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qt_app.core.reading import read
from qt_app.core.reading.cleaning import layers_of

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


LINE = '2026-11-02 10:00:01 ERROR [main] [my-pool 1] {"errcode":50002} [m] at [micro:8080]'


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (LINE, LINE),
        ("\x1b[31mx\x1b[0m " + LINE, "x " + LINE),
        ("[31mx[m [1;32my[0m " + LINE, "x y " + LINE),
    ],
)
def test_a_bracketed_word_is_no_colour(text: str, plain: str) -> None:
    assert [one.code for one in read(text).readings] == ["50002"]
    layers = layers_of(text)
    assert (layers[-1].text if layers else text) == plain
