"""Inputs of any size: a large log is read in one pass, and only what is near a sign is kept."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, cast

from qt_app.api.knowing import expertise
from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.catalogue.entries import SEED_TABLES
from qt_app.core.diagnosis import Cancelled, Input
from qt_app.core.reading.anchors import SURE_KEYS
from qt_app.services.bigfiles import BIG, condense

_BEFORE_CODE = (
    *(":", ": ", '"', "'", "=", "(", "（", "错", "错 ", "错误 ", "码", "码 ", "码：", "码是"),
    *("error ", "code ", "errcode ", "报 ", "err "),
)
_LEAST_WORDS = 4
# A HAR tells of an answer far from it (the address, base64 bodies), so it is read as a whole.
HAR_LIMIT = 64 << 20
_HAR = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"log\"\s*:\s*\{")
Progress = Callable[[int], None]


def file_input(
    path: str,
    catalogue: Catalogue,
    *,
    name: str | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Input:
    """The Input of a file; never more of it in memory than what is worth reading.

    `progress(bytes read)` is told for files above 4 MB. OSError if it cannot be read; Cancelled.
    """
    with Path(path).open("rb") as stream:
        return stream_input(name or path, stream, catalogue, progress=progress, cancelled=cancelled)


def stream_input(
    name: str,
    stream: BinaryIO,
    catalogue: Catalogue,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Input:
    """The Input of what a stream of bytes holds, read to its end."""
    head = stream.read(BIG + 1)
    if len(head) <= BIG:
        return Input(name, head)
    if _HAR.match(head[:4096]):
        head += stream.read(HAR_LIMIT - len(head) + 1)
        if len(head) <= HAR_LIMIT:
            return Input(name, head)
    joined = _Joined(head, stream)
    kept = condense(
        cast(BinaryIO, joined), _needles(catalogue), progress=progress, cancelled=cancelled
    )
    if kept is not None:
        return Input(name, kept.data, kept)
    if cancelled is not None and cancelled():
        raise Cancelled
    return Input(name, joined.seen() + stream.read())


def condensed(
    one: Input, catalogue: Catalogue, cancelled: Callable[[], bool] | None = None
) -> Input:
    """An Input with all its data, as stretches if it is large; any other as it is."""
    if one.whole is not None or len(one.data) <= BIG:
        return one
    data = one.data
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    short = stream_input(one.name, io.BytesIO(data), catalogue, cancelled=cancelled)
    return one if short.whole is None else short


class _Joined:
    """What was read of a stream already, and the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest, self._seen = head, rest, b""

    def read(self, size: int) -> bytes:
        """At most `size` bytes."""
        if not self._head:
            return self._rest.read(size)
        piece, self._head = self._head[:size], self._head[size:]
        self._seen += piece
        return piece

    def seen(self) -> bytes:
        """What was read before the rest; all, if the text turned out to be UTF-16."""
        return self._seen + self._head


@lru_cache(maxsize=2)
def _needles(catalogue: Catalogue) -> tuple[str, ...]:
    """The words without which a stretch of a log holds nothing that can be diagnosed."""
    return tuple(dict.fromkeys(_all_needles(catalogue)))


def _all_needles(catalogue: Catalogue) -> Iterator[str]:
    yield from SURE_KEYS
    book = expertise().rulebook.phrases
    if book is not None:
        yield from book.needles
    for entry in catalogue.entries:
        if entry.code.isdecimal() and len(entry.code) >= _LEAST_WORDS:
            yield from (before + entry.code for before in _BEFORE_CODE)
        if entry.table in SEED_TABLES and entry.code != "0" and len(entry.message) >= _LEAST_WORDS:
            yield entry.message
