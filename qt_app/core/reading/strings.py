"""Quoted strings: where they end in damaged text, and what they say once unescaped."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from qt_app.core.patterns import lazily

CLOSERS = {
    '"': '"”',
    "'": "'’",
    "“": '”“"',
    "”": '”“"',
    "„": '”“"',
    "‘": "’‘'",
    "’": "’‘'",
    "`": "`",
    "「": "」",
    "『": "』",
}
QUOTES = "".join(CLOSERS)
SMART = "“”„‘’「『"
LONGEST_GUESS = 20_000
MOST_QUOTES = 60

_KEY_AHEAD = (
    r"(?:[\"'“”‘’][^\"'“”‘’\n]{1,100}[\"'“”‘’]|\[?[A-Za-z_$:][\w$.\-]{0,63}\]?)\s{0,20}(?:=>|[:=])"
)
_GAP = r"(?:[ \t\r\n\f]|\\[nrt]){0,400}"
_AFTER_IN_OBJECT = lazily(
    rf"{_GAP}(?:\Z|[}}\])\f]|[,;]{_GAP}(?:\Z|[}}\])]|{_KEY_AHEAD}|\.\.\.|…|//|/\*)"
    rf"|(?<=[\s\"”'’]){_KEY_AHEAD}|//|/\*|\.\.\.|…)|[ \t]{{0,40}}(?:\\n|\r?\n)"
)
_AFTER_IN_LIST = lazily(
    rf"{_GAP}(?:\Z|[}}\])]|[,;]{_GAP}(?:\Z|[\[{{\"'“‘0-9\-tfnTFNu}}\])(.…])|//|/\*|\.\.\.|…)"
    r"|[ \t]{0,40}(?:\\n|\r?\n)"
)
_FRESH_LINE = lazily(
    r"\n(?=[ \t]{0,20}(?:\[?\d{4}[-/.]\d\d[-/.]\d\d[T ]|\d\d:\d\d:\d\d|\{\"|at [\w.$]+\(|HTTP/\d))"
)
ESCAPES = lazily(
    r"\\U000[01][0-9A-Fa-f]{4}|(?:\\[uU][0-9A-Fa-f]{4})+|\\u\{[0-9A-Fa-f]{1,6}\}|(?:\\x[0-"
    r"9A-Fa-f]{2})+|(?:\\[0-3][0-7]{2})+|\\.",
    re.DOTALL,
)
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "0": "\0", "v": "\v", "\n": ""}


class Ending(NamedTuple):
    """Where a string ends: at the quote `quote`, or cut at `quote` with nothing there."""

    quote: int
    cut: bool
    inner_quotes: bool
    raw_newline: bool


def string_end(text: str, start: int, limit: int, in_list: bool, trust: bool) -> Ending:
    """The end of the string whose opening quote stands at `start`, its inner quotes guessed."""
    closers = CLOSERS[text[start]]
    first = next_quote(text, closers[0], start + 1, limit)
    if trust:
        stop = limit if first < 0 else first
        return Ending(stop, first < 0, False, False)
    if first >= 0 and _fits(text, first, limit, in_list) and text.find("\n", start, first) < 0:
        return Ending(first, False, False, False)
    return _guess(text, start, limit, closers, in_list)


def next_quote(text: str, quote: str, start: int, limit: int) -> int:
    """The next `quote` that no backslash escapes, -1 if there is none before `limit`."""
    at = text.find(quote, start, limit)
    while at > start and text[at - 1] == "\\":
        run = at - 1
        while run > start and text[run - 1] == "\\":
            run -= 1
        if (at - run) % 2 == 0:
            return at
        at = text.find(quote, at + 1, limit)
    return at


def _fits(text: str, quote: int, limit: int, in_list: bool) -> bool:
    after = _AFTER_IN_LIST if in_list else _AFTER_IN_OBJECT
    return after.match(text, quote + 1, limit) is not None


def _guess(text: str, start: int, limit: int, closers: str, in_list: bool) -> Ending:
    """Try each possible closing quote until one is followed by what may follow a string."""
    fresh = _FRESH_LINE.search(text, start, min(limit, start + LONGEST_GUESS))
    bound = fresh.start() if fresh else min(limit, start + LONGEST_GUESS)
    candidates: list[int] = []
    for closer in closers:
        at = next_quote(text, closer, start + 1, bound)
        while at >= 0 and len(candidates) < MOST_QUOTES:
            if _fits(text, at, limit, in_list):
                raw = text.find("\n", start, at) >= 0
                return Ending(at, False, bool(candidates), raw)
            candidates.append(at)
            at = next_quote(text, closer, at + 1, bound)
    if candidates and not fresh and text.find("\n", start, candidates[0]) < 0 and bound < limit:
        return Ending(candidates[0], False, False, False)
    newline = text.find("\n", start, bound)
    far = bound < limit or fresh is not None
    return Ending(newline if newline >= 0 and far else bound, True, False, False)


def _unicode_run(run: str) -> str:
    units = bytes.fromhex(run.replace("\\u", "").replace("\\U", ""))
    return units.decode("utf-16-be", "surrogatepass")


def _byte_run(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _unescape_one(found: re.Match[str]) -> str:
    run = found[0]
    lead = run[1]
    if lead == "U" and len(run) == 10 and run[2:4] == "00":
        return chr(int(run[2:], 16)) if int(run[2:], 16) <= 0x10FFFF else run
    if lead in "uU" and len(run) > 3:
        if run[2] == "{":
            point = int(run[3:-1], 16)
            return chr(point) if point <= 0x10FFFF else run
        return _unicode_run(run)
    if lead == "x" and len(run) > 2:
        return _byte_run(bytes.fromhex(run.replace("\\x", "")))
    if len(run) > 2:
        return _byte_run(bytes(int(part, 8) for part in run.split("\\")[1:]))
    return _SIMPLE.get(lead, lead)


def unescape(raw: str) -> str:
    """What a string literal says: JSON's, JavaScript's, Python's and C's escapes undone once."""
    return ESCAPES.sub(_unescape_one, raw) if "\\" in raw else raw


_BARE_NUMBER = lazily(r"[+-]?\d{1,4000}[LnN]?\Z")
_FRACTION = lazily(r"[+-]?\d{1,30}\.\d{0,30}[fFdDmM]?\Z")
_WORDS: dict[str, Any] = {
    "true": True,
    "True": True,
    "false": False,
    "False": False,
    "null": None,
    "None": None,
    "nil": None,
    "<nil>": None,
    "undefined": None,
    "NULL": None,
    "TRUE": True,
    "FALSE": False,
}


def bare_value(raw: str) -> Any:
    """What an unquoted value says: a number kept exact, a literal, else the text itself."""
    if raw in _WORDS:
        return _WORDS[raw]
    if _BARE_NUMBER.match(raw):
        return int(raw.rstrip("LnNl"))
    if _FRACTION.match(raw):
        return float(raw.rstrip("fFdDmM"))
    return raw
