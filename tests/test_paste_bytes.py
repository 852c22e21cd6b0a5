"""Offsets, lines and repairs of one answer in every encoding, behind every kind of text."""

from __future__ import annotations

import pytest

from qt_app.api import diagnose, load_catalogue
from qt_app.core.catalogue import Catalogue

ANSWER = '{"errcode":42001,"errmsg":"access_token超时"}'
ENCODINGS = [
    ("utf-8", b"", []),
    ("utf-8", b"\xef\xbb\xbf", ["bom"]),
    ("gb18030", b"", ["encoding"]),
    ("utf-16-le", b"\xff\xfe", ["bom", "encoding"]),
    ("utf-16-be", b"\xfe\xff", ["bom", "encoding"]),
    ("utf-16-le", b"", ["encoding"]),
]
LEADS = ["", "😀 日志 ", "第一行\r\n第二行 ", "\x1b[31m红\x1b[0m "]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.mark.parametrize(("codec", "mark", "repairs"), ENCODINGS)
@pytest.mark.parametrize("lead", LEADS)
def test_an_answer_is_found_where_it_stands(
    codec: str, mark: bytes, repairs: list[str], lead: str, catalogue: Catalogue
) -> None:
    data = mark + (lead + ANSWER + "\r\n尾巴").encode(codec)
    (finding,) = diagnose(data, catalogue).findings
    assert data[finding.start : finding.end] == ANSWER.encode(codec)
    assert (finding.code, finding.message) == ("42001", "access_token超时")
    assert finding.line == (2 if "\n" in lead else 1)
    assert set(repairs) <= set(finding.repairs)


@pytest.mark.parametrize(("break_", "line"), [("\n", 3), ("\r\n", 3), ("\r", 3)])
def test_lines_count_as_editors_do(break_: str, line: int, catalogue: Catalogue) -> None:
    (finding,) = diagnose(break_.join(["a", "b", ANSWER]), catalogue).findings
    assert finding.line == line


def test_a_token_or_a_link_alone_gets_a_note(catalogue: Catalogue) -> None:
    token = (
        "eyJhbGciOiJIUzI1NiJ9.eyJkb21haW5faWQiOiJkMSIsImFwcGlkIjoiMTIzNDU2Nzg5MCIsImV4cGlyZXNfaW4i"
        "OjE1MjQ3OTY5OTk5OTYsImRpc3BhdGNoIjoxNTI0Nzg5Nzk5OTk2fQ.c2ln"
    )
    report = diagnose(token, catalogue)
    assert not report.findings
    assert "1234567890" in report.notes[0]
    assert "2018-04-27 10:43" in report.notes[0]
    link = "https://open.qingtui.cn/v1/oauth2/authorize?appid=1&redirect_uri=https%3A%2F%2Fa.cn"
    report = diagnose(link, catalogue)
    assert not report.findings
    assert "授权链接" in report.notes[0]
