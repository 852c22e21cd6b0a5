"""JSON looked at in pieces ends where Python's decoder ends it."""

from __future__ import annotations

import json

import pytest

from qt_app.core.reading.plain_json import plain_group
from qt_app.core.reading.strict import json_end

LONG = json.dumps({"a": "x" * 5000, "b": [1, 2.5, None] * 1000, "c": {"d": "y" * 40_000}})


@pytest.mark.parametrize("text", ["{}", '{"a":1}', LONG, "[1,  2]", '{"a":"' + "z" * 2100 + '"}'])
def test_whole_values_end_where_they_end(text: str) -> None:
    assert json_end("ab " + text + " tail", 3, len(text) + 8)[0] == 3 + len(text)


@pytest.mark.parametrize("text", ["{'a':1}", '{"a":', LONG[:-1], '{"a":"' + "z" * 9000, "[" * 9000])
def test_what_is_no_json_has_no_end(text: str) -> None:
    end, read = json_end(text, 0, len(text))
    assert end == 0
    assert 0 <= read <= 2 * len(text) + 4096


def test_a_fault_is_found_without_reading_on() -> None:
    assert json_end("{'a'" + "x" * 1_000_000, 0, 1_000_004) == (0, 1)


def test_python_prints_are_plain_and_escapes_are_not() -> None:
    text = "{'errcode': 50002, 'errmsg': 'x'}"
    group = plain_group(text, text, 0, "'")
    assert group is not None
    assert [member.key for member in group.members] == ["errcode", "errmsg"]
    for other in ("{'a': \"it's\"}", "{'a': 'b\\n'}", "{'a': None}", "{}", '{"a": 1e5}'):
        assert plain_group(other, other, 0, other[1]) is None
