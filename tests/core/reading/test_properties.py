"""What holds for any input: no exception, valid spans and offsets, the same result twice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qt_app.core.reading import ReadText, read

PIECES = st.sampled_from(
    [
        '{"errcode":40001,"errmsg":"x"}',
        "errcode",
        "errmsg",
        "code",
        "message",
        "access_token",
        '"',
        '\\"',
        "\\",
        "&quot;",
        "%22",
        '""',
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ":",
        "=",
        "=>",
        ",",
        "\n",
        "\t",
        "|",
        " ",
        "40001",
        "-1",
        "“",
        "：",
        "，",
        "<errcode>",
        "</errcode>",
        "<td>",
        "...",
        "…",
        "\x1b[31m",
        "> ",
        "web_1 | ",
        "2026-11-02 10:00:05 ",
        "https://open.qingtui.cn/v1/token ",
        "HTTP/1.1 200 OK\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
        "1a\r\n",
        "=E6=97",
        "eyJlcnJjb2RlIjo0MDAwMX0=",
        "b'",
        "map[",
        "Array (",
        "\ud83d",
        "\0",
        "鑾峰彇",
        "è\x8e·å",
        "\u200b",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=200))
QUICK = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)


def _check(result: ReadText, size: int) -> None:
    length = len(result.text)
    starts = [one.span.start for one in result.readings]
    assert starts == sorted(starts)
    for one in result.readings:
        assert 0 <= one.span.start < one.span.end <= length
        start, end = result.byte_span(one.span)
        assert 0 <= start < end <= size
        assert one.code is None or one.code.lstrip("-").isdecimal()
    last = 0
    for span in result.plain:
        assert last <= span.start < span.end <= length
        last = span.end


@QUICK
@given(TEXTS)
def test_any_text(text: str) -> None:
    result = read(text)
    assert result.text == text
    _check(result, len(text.encode("utf-8", "surrogatepass")))
    assert read(text) == result


@QUICK
@given(st.one_of(st.binary(max_size=200), TEXTS.map(lambda t: t.encode("gb18030", "replace"))))
def test_any_bytes(data: bytes) -> None:
    result = read(data)
    _check(result, len(data))
    assert read(data) == result


JUNK = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\\"), max_size=80
)


@QUICK
@given(JUNK, JUNK)
def test_an_answer_in_junk_is_found(before: str, after: str) -> None:
    text = f'{before}\n{{"errcode":40029,"errmsg":"不合法的oauth_code"}}\n{after}'
    result = read(text)
    assert ("40029", "不合法的oauth_code") in [(one.code, one.message) for one in result.readings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_byte_offsets_point_at_the_answer(encoding: str) -> None:
    answer = '{"errcode":42001,"errmsg":"超时"}'
    data = ("接口返回了：\n" + answer + "\n谢谢").encode(encoding)
    result = read(data)
    start, end = result.byte_span(result.readings[0].span)
    assert (
        data[start:end].decode(encoding.replace("utf-16", "utf-16-le").replace("-le-le", "-le"))
        == answer
    )


def test_offsets_with_invalid_bytes() -> None:
    data = "好".encode() + b"\xff\xfe\x80" + "好\n".encode() + b'{"errcode":42001,"errmsg":"x"}'
    result = read(data)
    start, end = result.byte_span(result.readings[0].span)
    assert data[start:end] == b'{"errcode":42001,"errmsg":"x"}'
