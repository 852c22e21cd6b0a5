"""Hostile shapes whose cost once grew with the square of their length, or by hundreds a sign."""

from __future__ import annotations

import time

import pytest

from qt_app.core.reading import read

SHAPES = ["code: ", "{'errcode': 50002, 'errmsg': 'x', 'n': 1}\n", '{"errcode":', "errcode=1&a=b&"]


def seconds(text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


@pytest.mark.parametrize("piece", SHAPES)
def test_time_grows_with_the_length(piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (20_000, 160_000))
    # Eight times the text may take eight times as long, not sixty-four; the constant is for noise.
    assert seconds(large) < 20 * seconds(small) + 0.2
