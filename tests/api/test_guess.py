"""The library's guess names fields and never a code."""

from __future__ import annotations

import sys

import pytest

from qt_app.api import diagnose, load_catalogue
from qt_app.api.guess import guessed_fields


def test_names_of_a_cut_object() -> None:
    assert list(guessed_fields('{"errmsg":"不合法的openid","errcode":4000')) == [
        "errmsg",
        "errcode",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "你好",
        '{"menu_id":"abc"}',
        "{'menu_id': 'abc', 'b': None}",
        '[{"a":1}]',
        'x {"a":1} y',
        "[1,2]",
        "{" * 3000,
        "{:" * 5000,
        '{"40001":1}',
    ],
)
def test_nothing_to_guess(text: str) -> None:
    assert not guessed_fields(text)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "json_repair", None)
    assert not guessed_fields('{"a":1')


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_note_names_no_code(lang: str) -> None:
    report = diagnose('{"errmsg":"x","errcode":4000', load_catalogue(), lang)
    assert report.findings == ()
    guess = [note for note in report.notes if "errmsg" in note]
    assert len(guess) == 1
    assert "4000" not in guess[0]
    assert "json_repair" not in guess[0]


def test_odd_numbers_in_a_paste_warn_nobody(recwarn) -> None:
    guessed_fields("{'a': 1and 2, 'b': 0x1for}")
    assert not recwarn.list
