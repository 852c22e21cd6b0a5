"""From a paste to its report, beside a plain script that parses each line as JSON."""

from __future__ import annotations

import json
import re
import statistics
import time
from collections.abc import Callable

import pytest

from qt_app.api import analyse, load_catalogue

LINE = (
    "2026-11-02 10:00:05.{n:03} INFO  [exec-{n}] com.acme.Push - processed {n} rows path=/api/v3\n"
)
ANSWER = (
    "2026-11-02 10:00:05.{n:03} ERROR [exec-{n}] com.acme.Push - "
    'resp={{"errcode":42001,"errmsg":"access_token超时"}}\n'
)
SHAPES = re.compile(
    r"[\"'\\%]{0,6}(?:errcode|err_code|error_code|errmsg|err_msg|错误码|返回码)[\"'\\%]{0,6}"
    r"\s{0,4}(?:[:=]|%3A)\s{0,4}[\"'\\%]{0,6}(-?\d{1,9}|[^\"'\\\n]{1,80})",
    re.IGNORECASE,
)
ROUNDS = 5
# How many times the peer's work a report may take, by the size of the paste.
SIZES = {"1 KB": (1_000, 800.0), "10 KB": (10_000, 250.0), "1 MB": (1_000_000, 40.0)}


def text_of(size: int) -> str:
    """A log with an answer in every hundredth line, one at least."""
    lines = [(LINE if n % 100 else ANSWER).format(n=n % 1000) for n in range(size // 80)]
    return "".join(lines)[: size + 200]


def naive(text: str) -> int:
    """What a plain script does: JSON of each line's object, and every shape by one pattern."""
    found = 0
    for line in text.splitlines():
        at = line.find("{")
        if at >= 0:
            try:
                found += "errcode" in json.loads(line[at:])
            except ValueError:
                continue
    return found + len(SHAPES.findall(text))


def spent(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.benchmark
@pytest.mark.parametrize("size", SIZES)
def test_paste_to_report(size: str) -> None:
    length, most = SIZES[size]
    text, catalogue = text_of(length), load_catalogue()
    assert naive(text) > 0
    report = analyse(text, catalogue).report()
    assert {one.code for one in report.findings} == {"42001"}
    ours, peers = [], []
    for _ in range(ROUNDS):
        ours.append(spent(lambda: analyse(text, catalogue).report()))
        peers.append(spent(lambda: [naive(text) for _ in range(10)]) / 10)
    mine, peer = statistics.median(ours), statistics.median(peers)
    print(f"{size}: {mine * 1000:.1f} ms, peer {peer * 1000:.2f} ms, {mine / peer:.1f} times")
    assert mine / peer < most
