"""What holds for any text: no exception, places inside the input, the same answer twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from qt_app.core.catalogue import Catalogue
from qt_app.core.diagnosis.meaning import MARGIN

PIECES = st.sampled_from(
    [
        '{"errcode":45002}',
        '{"errcode":42001,"errmsg":"access_token超时"}',
        '{"code":40001,"message":"x"}',
        '{"errMsg":"config:ok"}',
        "报错 50002",
        "未授权的域名",
        "（50002）",
        "error 40014",
        "https://open.qingtui.com/v1/oauth2/authorize?appid=1&redirect_uri=http%3A%2F%2Fa.cn%2F",
        "/team/member/all/paged",
        "Caused by: java.net.ConnectException: Connection refused",
        "\tat a.b.C.d(C.java:1)",
        "2026-11-02 10:00:00 ERROR ",
        "微信",
        "\n",
        " ",
        "40001",
        "-1",
        "\ud800",
        "\0",
        "\u202e",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=12).map("".join))


@settings(max_examples=250)
@given(text=TEXTS)
@example(text="报错" + "0" * 50)
@example(text="(" * 500 + "50002" + ")" * 500)
def test_any_text_gives_an_answer_that_fits_it(text: str, reads: Callable[..., Any]) -> None:
    size = len(text.encode("utf-8", "surrogatepass"))
    diagnosis = reads(text)
    last = 0
    for finding in diagnosis.findings:
        assert 0 <= finding.start <= finding.end <= size
        assert finding.span.start >= last
        last = finding.span.start
        assert finding.code
        assert 0 <= finding.confidence <= 1
        best = finding.alternatives[0].confidence if finding.alternatives else None
        close = best is not None and round(finding.confidence - best, 4) <= MARGIN
        assert finding.undecided == close
        assert (finding.ask is not None) == finding.undecided
        assert finding.entry is None or finding.origin != "foreign"
        assert not (finding.undecided and finding.enter)
    assert reads(text) == diagnosis


@settings(max_examples=100)
@given(data=st.binary(max_size=300))
def test_any_bytes_give_an_answer(data: bytes, reads: Callable[..., Any]) -> None:
    for finding in reads(data).findings:
        assert 0 <= finding.start <= finding.end <= len(data)


@settings(max_examples=60)
@given(data=st.data())
def test_every_documented_message_is_found_again(
    data: st.DataObject, catalogue: Catalogue, reads: Callable[..., Any]
) -> None:
    seeds = [entry for entry in catalogue.entries if entry.provenance == "seed"]
    entry = data.draw(st.sampled_from(seeds))
    text = json.dumps({"errcode": entry.code, "errmsg": entry.message}, ensure_ascii=False)
    (finding,) = reads(text).findings
    same = {one.id for one in catalogue.by_code(entry.code) if one.message == entry.message}
    assert finding.entry is not None
    if finding.origin != "foreign":
        assert finding.entry.id in same


@settings(max_examples=60)
@given(
    number=st.integers(0, 99_999_999),
    frame=st.sampled_from(["共 {} 条", "耗时 {} ms", "订单号 {}", "pid={}"]),
)
def test_counted_things_are_no_codes(number: int, frame: str, reads: Callable[..., Any]) -> None:
    assert reads(frame.format(number)).findings == ()
