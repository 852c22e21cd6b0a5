"""What was typed where a web address is wanted."""

from __future__ import annotations

import pytest

from qt_app.core.checks.web.target import read_target


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("oa.abc.com.cn", "oa.abc.com.cn"),
        (" https://oa.abc.com.cn/login ", "oa.abc.com.cn"),
        ("https://oa.abc.com.cn /login", "oa.abc.com.cn"),
        ("见 https://oa.abc.com.cn/x 谢谢", "oa.abc.com.cn"),
        ("localhost", "localhost"),
        ("intranet/login page", "intranet"),
    ],
)
def test_an_address_among_blanks_is_found(typed: str, host: str) -> None:
    target = read_target(typed)
    assert target.host == host
    assert target.usable


@pytest.mark.parametrize("typed", ["not a url", "NOT a URL", "本 机", "localhost 8080"])
def test_words_are_not_run_together_to_a_host(typed: str) -> None:
    target = read_target(typed)
    assert not target.usable
    assert any(note.args.get("found") == typed for note in target.notes)
