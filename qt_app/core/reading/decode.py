"""Bytes to text, with the way back from characters to bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from qt_app.core.reading.offsets import Offsets


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of an input, how it was encoded and what was mended."""

    text: str
    encoding: str
    repairs: tuple[str, ...]
    offsets: Offsets = field(repr=False)


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BAD = re.compile("[\udc80-\udcff]")


def decode(data: bytes | str) -> Decoded:
    """Decode `data`; bytes that say nothing become U+FFFD and keep their offsets."""
    if isinstance(data, str):
        marked = ("bom",) if data.startswith("\ufeff") else ()
        return Decoded(data, "utf-8", marked, Offsets(data, "utf-8", "surrogatepass"))
    for mark, codec in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            repairs = ("bom",) if codec == "utf-8" else ("bom", "encoding")
            return _decoded(body, codec, repairs, len(mark))
    wide = _wide(data)
    if wide:
        return _decoded(data, wide, ("encoding",), 0)
    return _narrow(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its plain part is zero."""
    sample = data[:4096]
    if len(sample) < 4 or sample.count(0) * 4 < len(sample):
        return None
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd * 3 > len(sample) // 2 and even * 8 < odd:
        return "utf-16-le"
    if even * 3 > len(sample) // 2 and odd * 8 < even:
        return "utf-16-be"
    return None


def _decoded(body: bytes, codec: str, repairs: tuple[str, ...], lead: int) -> Decoded:
    if codec == "utf-8":
        text = body.decode(codec, "surrogateescape")
        return _kept(text, codec, "surrogateescape", repairs, lead)
    unit = 4 if "32" in codec else 2
    whole = body[: len(body) - len(body) % unit]
    errors = "surrogatepass" if unit == 2 else "replace"
    try:
        text = whole.decode(codec, errors)
    except UnicodeDecodeError:
        text = whole.decode(codec, "replace")
    return Decoded(text, codec, repairs, Offsets(text, codec, errors, lead))


def _kept(text: str, codec: str, errors: str, repairs: tuple[str, ...], lead: int) -> Decoded:
    offsets = Offsets(text, codec, errors, lead)
    if not text.isascii() and _BAD.search(text):
        return Decoded(_BAD.sub("\ufffd", text), codec, (*repairs, "encoding"), offsets)
    return Decoded(text, codec, repairs, offsets)


def _narrow(data: bytes) -> Decoded:
    try:
        return Decoded(text := data.decode("utf-8"), "utf-8", (), Offsets(text, "utf-8", "strict"))
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "surrogateescape")
    bad = len(_BAD.findall(text))
    good = sum(1 for char in text[:20000] if char > "\x7f" and not "\udc80" <= char <= "\udcff")
    wide = sum(1 for char in text[:20000] if char >= "\u0800" and not "\udc80" <= char <= "\udcff")
    cut = not _BAD.search(text[:-3])
    if (bad <= 3 and (wide >= bad or cut)) or bad * 10 < good:
        return _kept(text, "utf-8", "surrogateescape", (), 0)
    try:
        text = data.decode("gb18030")
        return Decoded(text, "gb18030", ("encoding",), Offsets(text, "gb18030", "strict"))
    except UnicodeDecodeError:
        pass
    text = data.decode("gb18030", "surrogateescape")
    if bad > 3 and len(_BAD.findall(text)) * 10 < len(text):
        return _kept(text, "gb18030", "surrogateescape", ("encoding",), 0)
    return _kept(data.decode("utf-8", "surrogateescape"), "utf-8", "surrogateescape", (), 0)
