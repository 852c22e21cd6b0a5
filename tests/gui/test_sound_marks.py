"""Pinyin and initials are marked on the characters they stand for."""

from __future__ import annotations

import pytest

from qt_app.core.search import parse_query
from qt_app.gui.sound_marks import SoundMarks
from qt_app.services.knowledge import load_knowledge


@pytest.fixture(scope="module")
def catalogue():
    return load_knowledge().catalogue


def marked(catalogue, word: str, text: str) -> list[str]:
    marks = SoundMarks(catalogue.entries)
    entry = next(e for e in catalogue.entries if text in (e.message, e.title.get("zh")))
    search = entry.search
    words = "\n".join((search.message, search.title, search.meaning, entry.code))
    return [text[a:b] for a, b in marks.spans(parse_query(word), text, entry, words)]


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("wsqdym", "未授权的域名", ["未授权的域名"]),
        ("ym", "未授权的域名", ["域名"]),
        ("shouquan", "未授权的域名", ["授权"]),
        ("shouqu", "未授权的域名", ["授权"]),
        ("ouquandey", "未授权的域名", ["授权的域"]),
        ("guoqi", "access_token 过期", ["过期"]),
        ("access", "access_token 过期", ["access"]),
        ("bhf", "菜单按钮个数不对", []),
        ("bhf", "不合法的按钮个数", ["不合法"]),
        ("md", "没带 openid", ["没带"]),
        ("md", "缺少openid", []),
        ("域名 wsq", "未授权的域名", ["未授权", "域名"]),
        ("nothing", "未授权的域名", []),
    ],
)
def test_a_sound_marks_its_characters(catalogue, word, text, expected) -> None:
    assert marked(catalogue, word, text) == expected


def test_every_chinese_text_is_understood(catalogue) -> None:
    marks = SoundMarks(catalogue.entries)
    for entry in catalogue.entries:
        for text in (entry.title.get("zh"), entry.message):
            first = next((char for char in text if "\u3400" <= char <= "\u9fff"), "")
            if first:
                found = [
                    span
                    for full in (*entry.search.pinyin, *entry.search.initials)
                    for span in marks.spans(parse_query(full), text, entry, "")
                ]
                assert any(text[a] == first or first in text[a:b] for a, b in found), text
