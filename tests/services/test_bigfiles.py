"""Large logs: what is kept stands where it is said to stand, and nothing near a sign is lost."""

from __future__ import annotations

import io
import random

import pytest

from qt_app.services import bigfiles
from qt_app.services.bigfiles import condense

NEEDLES = ["errcode", "connection refused"]
FILLER = b"2026-11-02 10:00:05.007 INFO [main] processed row 12345 in 42 ms\n"


def big_log(seed: int, signs: int, lines: int) -> tuple[bytes, list[int]]:
    """A log with signs on random lines; the lines (from 1) that carry one."""
    chosen = sorted(random.Random(seed).sample(range(1, lines + 1), signs))
    marked = set(chosen)
    rows = [
        b'{"errcode":%d,"errmsg":"x"}\n' % (40000 + n) if n in marked else FILLER
        for n in range(1, lines + 1)
    ]
    return b"".join(rows), chosen


@pytest.mark.parametrize(("seed", "signs"), [(1, 1), (2, 7), (3, 400)])
def test_every_sign_is_kept_with_its_place(
    monkeypatch: pytest.MonkeyPatch, seed: int, signs: int
) -> None:
    monkeypatch.setattr(bigfiles, "CHUNK", 256 << 10)
    data, chosen = big_log(seed, signs, 40_000)
    kept = condense(io.BytesIO(data), NEEDLES)
    assert kept is not None
    assert (kept.size, kept.lines, kept.capped) == (len(data), 40_000, False)
    places = []
    at = kept.data.find(b'{"errcode"')
    while at >= 0:
        places.append(kept.line(at))
        offset = kept.offset(at)
        assert data[offset : offset + 20] == kept.data[at : at + 20]
        at = kept.data.find(b'{"errcode"', at + 1)
    assert places == chosen


def test_case_does_not_matter() -> None:
    kept = condense(io.BytesIO(FILLER * 1000 + b"Connection Refused\n"), NEEDLES)
    assert kept is not None
    assert b"Connection Refused" in kept.data


def test_a_log_without_signs_keeps_nothing() -> None:
    kept = condense(io.BytesIO(FILLER * 1000), NEEDLES)
    assert kept is not None
    assert (kept.data, kept.lines) == (b"", 1000)


def test_one_endless_line_is_cut_around_the_sign() -> None:
    data = b"x" * (6 << 20) + b'{"errcode":50002}' + b"y" * (6 << 20)
    kept = condense(io.BytesIO(data), NEEDLES)
    assert kept is not None
    assert len(kept.data) < 64 << 10
    assert kept.offset(kept.data.index(b'{"errcode"')) == 6 << 20


def test_more_than_can_be_kept_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bigfiles, "KEPT_AT_MOST", 64 << 10)
    data, _ = big_log(4, 20_000, 20_000)
    kept = condense(io.BytesIO(data), NEEDLES)
    assert kept is not None
    assert kept.capped
    assert len(kept.data) <= 64 << 10
    assert kept.lines == 20_000


def test_utf16_and_a_cancel_give_nothing() -> None:
    assert condense(io.BytesIO("errcode".encode("utf-16")), NEEDLES) is None
    assert condense(io.BytesIO(FILLER), NEEDLES, cancelled=lambda: True) is None


def test_an_empty_stream() -> None:
    kept = condense(io.BytesIO(b""), NEEDLES)
    assert kept is not None
    assert (kept.size, kept.lines, kept.data) == (0, 0, b"")
