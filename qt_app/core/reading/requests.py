"""Requests named in text: URLs, request lines, curl commands, paths behind a label."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import parse_qsl, urlsplit

from qt_app.core.patterns import lazily
from qt_app.core.reading.words import WordFinder

_WORDS = WordFinder(
    """
http:// https:// GET POST PUT DELETE PATCH HEAD OPTIONS /v1/ /v2/ /team/ /js/ /oauth2/ /cgi-bin/
/open-apis/ open. api. qyapi. oapi. devqtopen. uri Uri URI url Url URL path Path endpoint
接口 地址 路径
""".split()  # noqa: SIM905
)
_METHODS = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS"
_URL = r"https?://[^\s\"'<>\\`，。；、）】\u4e00-\u9fff{}|^]{3,2000}"
_BARE = r"(?<![\w.@/\-])(?:[a-z0-9\-]{1,63}\.){1,6}(?:cn|com|im)(?::\d{1,5})?/[\w/\-.?=&%]{1,500}"
_KNOWN = (
    r"(?<![\w/.:\-])/(?:v1|v2|team|js|oauth2|cgi-bin|open-apis)/[\w/\-.]{1,300}"
    r"(?:\?[^\s\"'<>]{1,1000})?"
)
_EVENT = lazily(
    rf"(?:(?<![A-Za-z])(?P<method>{_METHODS})[\"',]{{0,2}}[ \t:]{{1,4}}[\"']?(?P<target"
    rf">{_URL}|/[^\s\"'<>,]{{0,1000}}))"
    rf"|(?P<url>{_URL})|(?P<bare>{_BARE})"
    r"|(?:(?:uri|Uri|URI|url|Url|URL|path|Path|endpoint|接口|地址|路径)[\"']?\s?[:=：][ \t]{0,3}["
    r"\"']?(?P<path>/[\w/\-.]{2,300}(?:\?[^\s\"'<>]{1,1000})?))"
    rf"|(?P<known>{_KNOWN})"
)
_HOST_HEADER = lazily(
    r"(?:host|:?authority)\"?[ \t]{0,4}:[ \t]{0,4}\"?([\w.\-]{3,253})", re.IGNORECASE
)
_HOST_WORDS = ("host", "Host", "HOST", "authority", "Authority")
_HEAD_ENDS = lazily(r"\n[ \t<>]{0,3}\r?\n|\nHTTP/")
_URL_BEFORE = lazily(r"https?://([\w.\-]+)(?::\d+)?[\"' ]{0,3}\Z")
_CURL = lazily(r"(?<![\w/])curl(?:\.exe)?[ \t]")
_CURL_METHOD = lazily(rf"(?:-X|--request)[ \t=]{{0,3}}[\"']?({_METHODS})\b")
_CURL_DATA = lazily(r"(?:[ \t](?:-d|--data(?:-raw|-binary|-urlencode)?|-F|--form|--json))[ \t=]")
_NO_API = lazily(
    r"\.(?:js|css|png|jpe?g|gif|svg|ico|woff2?)(?:[?#]|\Z)|schemas?\.|w3\.org|/DTD/|github"
    r"\.com|localhost/docs",
    re.IGNORECASE,
)
_REFERER = lazily(
    r"(?:refer[r]?er|origin|location)[\"']?\s{0,3}[:=][ \t]{0,3}[\"']?\Z", re.IGNORECASE
)
REACH = 65_536
NEAR = 4096
BLOCK = 8192


@dataclass(frozen=True, slots=True)
class Request:
    """A request named at `start` in the text."""

    start: int
    end: int
    method: str | None
    url: str | None
    host: str | None
    path: str | None
    params: dict[str, str]


def split_url(url: str) -> tuple[str | None, str | None, dict[str, str]]:
    """Host, path and query of a URL or path; nothing of what cannot be read."""
    try:
        parts = urlsplit(url if "://" in url or url.startswith("/") else "//" + url)
        host = (parts.hostname or "").lower() or None
        params = dict(parse_qsl(parts.query, keep_blank_values=True)[:50])
    except ValueError:
        return None, None, {}
    return host, parts.path or None, params


def _start(found: re.Match[str]) -> int:
    return found.start()


class RequestIndex:
    """The requests of a text, read where they are asked for; those inside spans do not count."""

    def __init__(self, text: str, spans: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._signs: list[int] | None = None
        self._blocks: dict[int, list[re.Match[str]]] = {}
        self._known: dict[int, Request | None] = {}
        self._single: bool | None = None
        self._has_curl = "curl" in text
        self._has_hosts = any(word in text for word in _HOST_WORDS)

    def _places(self) -> list[int]:
        """Where a request may begin; more than there are."""
        if self._signs is None:
            self._signs = _WORDS.places(self._text)
        return self._signs

    def _inside(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._spans[index][1]

    def _edge(self, number: int) -> int:
        """Where a block begins: behind a line break or blank, so that no request is cut."""
        at = number * BLOCK
        if not 0 < at < len(self._text):
            return min(at, len(self._text))
        line = self._text.find("\n", at, at + BLOCK)
        if line >= 0:
            return line + 1
        blank = self._text.find(" ", at, at + BLOCK)
        return blank + 1 if blank >= 0 else at

    def _block(self, number: int) -> list[re.Match[str]]:
        """The requests that begin in a block."""
        found = self._blocks.get(number)
        if found is None:
            found = self._blocks[number] = list(
                self._in(self._edge(number), self._edge(number + 1))
            )
        return found

    def _in(self, low: int, high: int) -> Iterator[re.Match[str]]:
        places, last = self._places(), low
        for index in range(bisect_left(places, low), bisect_left(places, high)):
            found = _EVENT.match(self._text, places[index]) if places[index] >= last else None
            if found is None:
                continue
            last = found.end()
            if self._inside(found.start()) or _NO_API.search(found[0]):
                continue
            if not _REFERER.search(self._text, max(low, found.start() - 24), found.start()):
                yield found

    def _read(self, found: re.Match[str]) -> Request | None:
        at = found.start()
        if at not in self._known:
            self._known[at] = self._request(found)
        return self._known[at]

    def _request(self, found: re.Match[str]) -> Request | None:
        method, target = found["method"], found["target"]
        target = target or found["url"] or found["bare"] or found["path"] or found["known"]
        target = target.rstrip(".,;:)]")
        host, path, params = split_url(target)
        if host is None and path is None:
            return None
        if host is None:
            host = self._host_near(found.start(), found.end())
        url = target if host and target.startswith("http") else None
        if method is None:
            method = self._curl_method(found.start(), found.end())
        return Request(found.start(), found.end(), method, url, host, path, params)

    def _host_near(self, start: int, end: int) -> str | None:
        """The host of a request line: a URL right before it, or its Host header."""
        line = self._text.rfind("\n", max(0, start - 2000), start) + 1
        head = self._text[line:start]
        before = _URL_BEFORE.search(head) if "://" in head else None
        if before:
            return before[1].lower()
        if not self._has_hosts:
            return None
        stop = _HEAD_ENDS.search(self._text, end, end + 4000)
        header = _HOST_HEADER.search(self._text, end, stop.start() if stop else end + 2000)
        return header[1].lower() if header else None

    def _curl_method(self, start: int, end: int) -> str | None:
        if not self._has_curl:
            return None
        low = max(0, start - 1000)
        last = None
        for last in _CURL.finditer(self._text, low, start):  # noqa: B007
            pass
        if last is None or re.search(r"(?<!\\)\n", self._text[last.end() : start]):
            return None
        stop = re.compile(r"(?<![\\^`])\r?\n").search(self._text, end)
        command = self._text[last.start() : stop.start() if stop else end + 4000][:8000]
        named = _CURL_METHOD.search(command)
        if named:
            return named[1]
        return "POST" if _CURL_DATA.search(command) else "GET"

    def place(self, at: int) -> int:
        """A number that is the same for all places with the same requests before them."""
        return bisect_right(self._places(), at)

    def is_single(self) -> bool:
        """Whether the text names one request only."""
        if self._single is None:
            self._single = sum(1 for _ in islice(self._forward(0, len(self._text)), 2)) == 1
        return self._single

    def before(self, at: int, limit: int = 60) -> Iterator[Request]:
        """Requests that begin before `at`, the nearest first."""
        for number in range(at // BLOCK, max(-1, (at - REACH) // BLOCK - 1), -1):
            block = self._block(number)
            for index in range(bisect_right(block, at, key=_start) - 1, -1, -1):
                found = block[index]
                if found.start() < at - REACH or limit <= 0:
                    return
                request = self._read(found)
                if request is not None:
                    limit -= 1
                    yield request

    def after(self, at: int, limit: int = 6) -> Iterator[Request]:
        """Requests that begin at or after `at`, the nearest first; not far behind it."""
        yield from islice(self._forward(at, at + NEAR), limit)

    def _forward(self, at: int, end: int) -> Iterator[Request]:
        for number in range(max(0, at // BLOCK - 1), end // BLOCK + 1):
            block = self._block(number)
            for index in range(bisect_left(block, at, key=_start), len(block)):
                request = self._read(block[index])
                if request is not None:
                    yield request
