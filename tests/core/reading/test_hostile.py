"""Hostile sizes: an answer behind the junk is found, in time proportional to the input."""

from __future__ import annotations

import time

import pytest

from qt_app.core.reading import read

ANSWER = '\n{"errcode":40001,"errmsg":"bad"}\n'
# Far above what they need, so that a busy machine does not fail them; quadratic code would.
SECONDS = 20.0
ROWS = ",".join(f'{{"id":{n},"name":"row {n}"}}' for n in range(100_000))

JUNK = {
    "open brackets": "[" * 200_000,
    "open objects": '{"a":' * 200_000,
    "quotes": '"' * 1_000_000,
    "apostrophes": "'" * 1_000_000,
    "backslashes": "\\" * 1_000_000,
    "escaped quotes": '\\"' * 300_000,
    "string of quotes": '{"errcode":"' + '"' * 300_000,
    "keys with escaped quotes": 'errcode\\"' * 30_000,
    "keys with entities": "errcode&quot;" * 30_000,
    "keys with percent": "errcode%22" * 30_000,
    "keys with blanks": ("errcode" + " " * 1000) * 500,
    "keys on lines": "errcode\n" * 50_000,
    "elements": "<errcode>" * 20_000,
    "comments": '{"errcode":1 ' + "/*" * 300_000,
    "one line": "x" * 8_000_000,
    "blank": " " * 1_000_000,
    "trailing comma": "[" + ROWS + ",]",
    "addresses": "http://a/" * 50_000,
}


@pytest.mark.parametrize("name", sorted(JUNK))
def test_an_answer_behind_junk(name: str) -> None:
    started = time.process_time()
    result = read(JUNK[name] + ANSWER)
    assert time.process_time() - started < SECONDS
    assert ("40001", "bad") in [(one.code, one.message) for one in result.readings]
