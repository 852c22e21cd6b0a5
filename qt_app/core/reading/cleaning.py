"""What is taken off a whole text before it is read: colours, line prefixes, transfer encodings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qt_app.core.patterns import lazily
from qt_app.core.reading.layers import Layer, erase, rewrite
from qt_app.core.reading.mojibake import unmangle

_ANSI = lazily(
    r"(?:\x1b|\^\[|␛|\\u001[bB]|\\x1[bB]|\\033|\\e(?=\[)|#033)(?:\[[0-9;?]{0,20}[A-Za-z]|\(B)"
    r"|(?<![\w\]\"'])\[(?:\d{1,3};){0,4}\d{1,3}m|\[0m"
    # A bare [m also begins [main], the thread in a Java log.
    r"|\[m(?![\w.\-/: ]{0,60}\])"
)
_ANSI_HINT = lazily(r"\x1b|\^\[\[|␛|\\u001[bB]|\\x1[bB]|\\033|#033|\[\d{1,3}(?:;\d{1,3})*m")
# These begin with the line break before their line: a search skips from break to break.
_HTTP_ARROWS = lazily(r"\n[<>] ?(?:HTTP/|[A-Z]{3,7} /|Host:)", re.MULTILINE)
_MAIL_QUOTE = lazily(r"\n(?:[ \t]{0,4}(?:>|&gt;|》))+[ \t]?", re.MULTILINE)
_COMPOSE = lazily(r"\n(?P<name>[A-Za-z][\w.\-]{0,60})[ \t]{0,40}\|[ \t]?", re.MULTILINE)
_POD = lazily(r"\n\[(?:pod/)?[\w\-./]{3,120}\] (?=[ \t]*[\"{}\[\]])", re.MULTILINE)
_STAMPED = lazily(
    r"\n(?:\[?\d{4}[-/.]\d|\d\d:\d\d:\d\d|\d\d-\d\d \d\d:|[A-Z][a-z]{2} [ \d]\d \d\d:|[VDIWEF]/"
    r"|\[?(?:INFO|WARN|ERROR|DEBUG)\b|[\w.\-]{1,60} [\w.\-]{1,60} [›>])[^{}\"\n]{0,200}?(?"
    r"<=[\s:|>])"
    r"(?=[ \t]{0,80}(?:\"[^\"\n]{1,80}\"[ \t]{0,4}:|[}\]]{1,4}[,;]?[ \t]{0,4}\r?$))",
    re.MULTILINE,
)
_NUMBERED = lazily(
    r"\n[ \t]{0,6}\d{1,5}(?:[.:|]|[ \t])[ \t]{0,2}(?=[ \t]*(?:[{}\[\]]|\"[^\"\n]{1,80}\"[ \t]*:))",
    re.MULTILINE,
)
_QUOTED_PRINTABLE = lazily(r"(?:=[0-9A-F]{2})+|=[ \t]{0,4}\r?\n")
_QP_SIGN = lazily(r"=(?:E[4-9]=[89AB][0-9A-F]=[89AB][0-9A-F]=|3D\"?\d|22errcode=22)")
_QP_NAMES = ("quoted-printable", "Quoted-Printable", "QUOTED-PRINTABLE")
_CHUNKED = lazily(r"transfer-encoding:[ \t]*chunked", re.IGNORECASE)
_CHUNK_SIZE = lazily(r"(?:(?<=\n)|\r?\n)([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,80})?\r?\n")


def layers_of(text: str) -> list[Layer]:
    """The layers to read `text` through, outermost first; empty if nothing is to be taken off."""
    found: list[Layer] = []
    for step in (
        _without_nul,
        _without_colours,
        _without_prefixes,
        _plain_mail,
        _dechunked,
        unmangle,
    ):
        layer = step(text)
        if layer is not None:
            found.append(layer)
            text = layer.text
    return found


def _without_nul(text: str) -> Layer | None:
    if text.count("\0", 0, 4096) * 4 < min(len(text), 4096) or "\0" not in text:
        return None
    return rewrite(text, re.compile("\0+"), lambda _: "", "encoding")


def _without_colours(text: str) -> Layer | None:
    return rewrite(text, _ANSI, lambda _: "", "ansi") if _ANSI_HINT.search(text) else None


def _without_prefixes(text: str) -> Layer | None:
    spans = sorted(_prefixes(text))
    return erase(text, spans, "line_prefix") if spans else None


def _prefixes(text: str) -> Iterator[tuple[int, int]]:
    """Line prefixes that would stand in the middle of an object printed over several lines."""
    lines = "\n" + text
    if not _HTTP_ARROWS.search(lines):
        yield from _several(_MAIL_QUOTE, lines)
    if "|" in text:
        yield from _composed(lines)
    if text.count('"', 0, 100_000) > 1:
        yield from _several(_STAMPED, lines)
        yield from _several(_POD, lines)
        yield from _several(_NUMBERED, lines, 3)


def _several(pattern: re.Pattern[str], lines: str, least: int = 1) -> list[tuple[int, int]]:
    """Where the pattern stands in the text that `lines` is, with one line break before it."""
    spans = [(found.start(), found.end() - 1) for found in pattern.finditer(lines)]
    return spans if len(spans) >= least else []


def _composed(lines: str) -> Iterator[tuple[int, int]]:
    names: dict[str, list[tuple[int, int]]] = {}
    for found in _COMPOSE.finditer(lines):
        names.setdefault(found["name"], []).append((found.start(), found.end() - 1))
    for name, spans in names.items():
        if len(spans) >= 2 and not re.match(r"(?i)err|code|msg|message", name):
            yield from spans


def _quoted_printable(found: re.Match[str]) -> str:
    if found[0].endswith("\n"):
        return ""
    data = bytes.fromhex(found[0].replace("=", ""))
    for codec in ("utf-8", "gb18030"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return found[0]


def _plain_mail(text: str) -> Layer | None:
    if "=" not in text:
        return None
    if not any(name in text for name in _QP_NAMES) and not _QP_SIGN.search(text):
        return None
    joined = rewrite(text, re.compile(r"=[ \t]{0,4}\r?\n"), lambda _: "", "quoted_printable")
    if joined is None:
        return rewrite(text, _QUOTED_PRINTABLE, _quoted_printable, "quoted_printable")
    return _split_runs(text)


def _split_runs(text: str) -> Layer | None:
    """Soft line breaks may stand inside one character's bytes: runs are taken across them."""
    run = re.compile(r"(?:=[0-9A-F]{2}(?:=[ \t]{0,4}\r?\n)?)+|=[ \t]{0,4}\r?\n")

    def decode(found: re.Match[str]) -> str:
        packed = re.sub(r"=[ \t]{0,4}\r?\n", "", found[0])
        if not packed:
            return ""
        again = _QUOTED_PRINTABLE.match(packed)
        return _quoted_printable(again) if again else found[0]

    return rewrite(text, run, decode, "quoted_printable")


def _dechunked(text: str) -> Layer | None:
    """Chunk sizes removed from the bodies of HTTP dumps, so that a split object is whole again."""
    if "chunked" not in text.lower():
        return None
    spans: list[tuple[int, int]] = []
    for header in _CHUNKED.finditer(text):
        blank = re.compile(r"\r?\n(?:[<>] ?)?\r?\n").search(text, header.end(), header.end() + 8000)
        if blank and (not spans or blank.start() >= spans[-1][1]):
            spans += _chunks(text, blank.end())
    return erase(text, spans, "chunked") if spans else None


def _chunks(text: str, at: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    found = _CHUNK_SIZE.match(text, at)
    while found and len(spans) < 10_000:
        spans.append(found.span())
        size = int(found[1], 16)
        if size == 0 or size > len(text):
            break
        after = _after_bytes(text, found.end(), size)
        following = _CHUNK_SIZE.match(text, after)
        if following is None:
            near = _CHUNK_SIZE.search(text, found.end(), min(len(text), after + 16))
            following = near if near and near.end() > found.end() else None
        found = following
    return spans


def _after_bytes(text: str, at: int, size: int) -> int:
    """The position `size` UTF-8 bytes further on."""
    piece = text[at : at + size].encode("utf-8", "replace")[:size]
    return at + len(piece.decode("utf-8", "ignore"))
