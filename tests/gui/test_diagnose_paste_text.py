"""The way between the paste and the screen."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qt_app.gui.vocabulary import SEVERITY
from qt_app.gui.widgets.paste_spans import SpanIndex, SpanMark
from qt_app.gui.widgets.paste_text import has_long_run, show, utf16_length

ODD = st.text(alphabet="ab\r\n\t\u202e\u2066\x00\ud83d😀中\u2028\u00a0\ufeff", max_size=60)


@given(ODD)
def test_every_place_leads_back(text: str) -> None:
    shown = show(text)
    for position in range(len(text) + 1):
        place = shown.to_screen(position)
        back = shown.to_paste(place)
        # Inside "\r\n" both characters stand for the one line break.
        assert back == position or text[back : back + 2] == "\r\n"
    assert shown.to_screen(len(text)) == utf16_length(shown.text)


@given(ODD)
def test_nothing_invisible_is_left(text: str) -> None:
    assert not set(show(text).text) & set("\u202e\u2066\x00\ud83d\u2028\ufeff\r")


def test_bidi_is_written_out() -> None:
    shown = show("a\u202eb")
    assert shown.text == "aU+202Eb"
    assert shown.pills_between(0, 10) == [(1, 7)]


def test_only_the_beginning_of_a_huge_text() -> None:
    text = "line\n" * 600_000
    shown = show(text)
    assert len(shown.text) <= 2_000_000
    assert shown.text.endswith("line")
    assert shown.to_screen(len(text)) == len(shown.text)


def test_long_runs_are_known() -> None:
    assert has_long_run("x" * 5000)
    assert not has_long_run("x y " * 5000)


def test_many_spans_are_found_fast() -> None:
    mark = SEVERITY["error"]
    spans = [SpanMark(i * 20, i * 20 + 15, i, mark) for i in range(100_000)]
    index = SpanIndex([*spans, SpanMark(0, 2_000_000, 100_000, mark)])
    started = time.perf_counter()
    for place in range(0, 2_000_000, 2000):
        assert index.innermost(place, place + 1) == place // 20
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize(("start", "end", "tone"), [(0, 10, "error"), (10, 20, "ok"), (30, 40, "")])
def test_the_mark_of_a_line(start: int, end: int, tone: str) -> None:
    index = SpanIndex(
        [
            SpanMark(1, 3, 0, SEVERITY["success"]),
            SpanMark(5, 8, 1, SEVERITY["error"]),
            SpanMark(12, 14, 2, SEVERITY["success"]),
        ]
    )
    mark = index.mark_between(start, end)
    assert (mark.tone if mark else "") == tone
