"""The call that a span belongs to: request, time, thread, status and SDK class around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from qt_app.core.patterns import lazily
from qt_app.core.reading.model import Exchange, Span
from qt_app.core.reading.requests import Request, RequestIndex
from qt_app.core.reading.times import stamp_in
from qt_app.core.reading.words import WordFinder, lowered

RECORD_LINES = 40
_BRACKETS = lazily(r"\[([^\[\]\n]{1,120})\]")
_TRACE = lazily(
    r"(?:trace|request|req|correlation|session|span|tx)[-_]?id[\"']?[ \t]{0,2}[:=][ \t]{0,"
    r"2}[\"']?([\w\-]{3,64})"
    r"|(?<![A-Za-z])(?:tid|rid)[\"']?[:=] ?[\"']?([\w\-]{3,64})",
    re.IGNORECASE,
)
_TRACE_NAME = lazily(
    r"(?:trace|request|req|correlation|session|span|tx)[-_]?id\Z|(?<![a-z])[tr]id\Z"
)
_TRACE_SIGN = lazily(r"[iI][dD][\"']?[ \t]{0,2}[:=]")
_LISTED = lazily(r"[,;|]\s*")
_HEX_ID = lazily(
    r"(?=[\w\-]{0,40}\d)(?:[0-9a-f]{8,32}|[0-9a-f]{8}-[0-9a-f\-]{20,30}|req[-_]\w{1,40})\Z", re.I
)
_THREAD = lazily(
    r"(?:main|MainThread|[\w.$\-]*(?:exec|thread|pool|worker|scheduling|task|executor|nio|"
    r"XNIO|reactor|OkHttp)"
    r"[\w.$\-:/# ]*|[\w.$\-]{1,60}[-#]\d{1,6}|[a-z]{1,8}\d{1,6}|\d{1,7})\Z",
    re.IGNORECASE,
)
_LEVELS = {
    "info",
    "warn",
    "warning",
    "error",
    "err",
    "inf",
    "wrn",
    "debug",
    "dbg",
    "trace",
    "fatal",
}
_WORD = lazily(r"[\w\-]+")
_LOOSE_THREAD = lazily(r"(?:MainThread|Thread-\d{1,6}|[\w\-]*exec-\d{1,6}|pool-\d+-thread-\d+)\Z")
_LOGCAT = lazily(r"^\d\d-\d\d \d\d:\d\d:\d\d\.\d+ +(\d+ +\d+) |^[VDIWEF]/[\w.]+ *\( *(\d+)\)")
_STATUS = lazily(
    r"HTTP/[\d.]{1,3}\"?[ \t]+([1-5]\d\d)(?!\d)|<-- ([1-5]\d\d)(?!\d)"
    r"|(?<![A-Za-z])(?:status|http_?code|status_?code|HTTP)[\"']?[ \t]{0,2}[:= ][ \t]{0,"
    r"2}\"?([1-5]\d\d)(?!\d)"
    r"|Response \[([1-5]\d\d)",
    re.IGNORECASE,
)
_STATUS_WORDS = WordFinder(("http", "status", "<-- ", "response ["))
_DATE_HEADER = lazily(r"^[< \t]{0,3}date:[ \t]*([^\r\n]{10,60})", re.IGNORECASE | re.MULTILINE)
_FRAME = lazily(r"[ \t]*(?:at |Caused by:|\.\.\. \d|--- )|[ \t]+")
_SDK_CLASS = lazily(
    r"nudgeplus\.sdk\.\w{1,40}\.(\w{1,80})[.$]|(?<![\w])(\w{1,80}Service)[.:]\w{1,80}\(\1?\w*"
)
_LOG_LINE = lazily(
    r"[ \t]{0,10}\[?(?:\d{4}[-/.]\d|\d\d:\d\d:\d\d|\d\d-\d\d \d|[A-Z][a-z]{2} [ \d]\d \d\d"
    r":|[VDIWEF]/\w"
    r"|(?:INFO|WARN|ERROR|DEBUG)\b)"
)


class Context:
    """Answers for many spans of one text; `taken` are the spans of its readings."""

    def __init__(self, text: str, taken: Iterable[tuple[int, int]]) -> None:
        self._text = text
        spans = list(taken)
        self._index = RequestIndex(text, spans)
        self._answers = sorted(start for start, _ in spans)
        self._line = (0, -1)
        self._last: tuple[tuple[int, int, int], Exchange, int] | None = None
        self._ids = lru_cache(maxsize=4096)(self._ids_of_line)
        # The line last searched from, the record's begin found (-1: none) and the lines it took.
        self._searched = (-1, -1, 0)
        self._record_start = lru_cache(maxsize=4096)(self._begin_of_record)
        self._status_places: list[int] | None = None

    def at(self, span: Span) -> Exchange:
        """The exchange that `span` belongs to, as far as the text around it tells."""
        line = self._line_start(span.start)
        place = (line, self._index.place(span.start), self._index.place(span.end))
        if self._last and self._last[0] == place and span.start - self._last[2] < 100_000:
            return self._last[1]
        exchange = self._fresh(span, line)
        self._last = (place, exchange, span.start)
        return exchange

    def _fresh(self, span: Span, line: int) -> Exchange:
        head = self._record_start(line)
        traces, threads = self._ids(head)
        request = self._request(span, line, head)
        status, date = self._response_head(span, line, head, request)
        return Exchange(
            method=request.method if request else None,
            url=request.url if request else None,
            host=request.host if request else None,
            path=request.path if request else None,
            params=request.params if request else {},
            status=status,
            time=self._time(head, line, span) or date,
            thread=next(iter(sorted(traces) or sorted(threads)), None),
            service=self._service(span),
        )

    def _line_start(self, at: int) -> int:
        self._note_line(at)
        return self._line[0]

    def _line_end(self, at: int) -> int:
        self._note_line(at)
        return self._line[1]

    def _note_line(self, at: int) -> None:
        """Remember the line around `at`: lines may be megabytes long and asked for often."""
        if not self._line[0] <= at <= self._line[1]:
            end = self._text.find("\n", at)
            self._line = (
                self._text.rfind("\n", 0, at) + 1,
                len(self._text) if end < 0 else end,
            )

    def _head_text(self, line: int, width: int = 400) -> str:
        return self._text[line : min(self._line_end(line), line + width)]

    def _begin_of_record(self, line: int) -> int:
        """The line that begins the log record around `line`; `line` itself where none does."""
        at, begin, used = line, -1, 0
        while used < RECORD_LINES:
            if at == self._searched[0]:
                # The lines before were searched for the span before: nothing is read twice.
                begin, used = self._searched[1], used + self._searched[2]
                break
            used += 1
            head = self._head_text(at, 120)
            if _LOG_LINE.match(head) or stamp_in(head[:60]):
                begin = at
                break
            if at == 0 or not self._text[max(0, at - 400) : at - 1].rpartition("\n")[2].strip():
                break
            at = self._line_start(at - 1)
        self._searched = (line, begin, used)
        return begin if begin >= 0 and used <= RECORD_LINES else line

    def _time(self, head: int, line: int, span: Span) -> str | None:
        stamp = stamp_in(self._text[head : min(self._line_end(head), head + 400)])
        if stamp or head == line:
            return stamp or stamp_in(self._text[max(line, span.start - 400) : span.start])
        return stamp_in(self._text[line : min(span.start, line + 400)])

    def _ids_of_line(self, line: int) -> tuple[frozenset[str], frozenset[str]]:
        head = self._head_text(line, 600)
        low = head.lower()
        low = low if len(low) == len(head) else head
        traces = set(_traces(head, low)) if "id" in low else set()
        threads: set[str] = set()
        for found in _BRACKETS.finditer(head[:300]):
            for token in _LISTED.split(found[1].strip()):
                kind = _token_kind(token)
                if kind:
                    (traces if kind == "trace" else threads).add(token)
        if "thread" in low or "exec-" in low:
            words = (found for found in _WORD.findall(head[:300]) if "-" in found or "M" in found)
            threads |= {word for word in words if _LOOSE_THREAD.match(word)}
        logcat = _LOGCAT.match(head)
        if logcat:
            threads.add(logcat[1] or logcat[2])
        return frozenset(traces), frozenset(threads)

    def _request(self, span: Span, line: int, head: int) -> Request | None:
        ours = self._ids(head)
        for request in self._index.before(span.start):
            if request.start >= line:
                return request
            if self._same(ours, request.start) and not self._is_answered(ours, request.start):
                return request
        end = self._line_end(span.end)
        for request in self._index.after(span.end):
            if request.start < end:
                return request
            if not _LOG_LINE.match(self._head_text(line, 60)) and request.start < span.end + 300:
                return request if self._index.is_single() else None
        return None

    def _same(self, ours: tuple[frozenset[str], frozenset[str]], at: int) -> bool:
        """Whether the record at an earlier place may be of the same exchange."""
        line = self._record_start(self._line_start(at))
        theirs = self._ids(line)
        if ours[0] and theirs[0]:
            return bool(ours[0] & theirs[0])
        if ours[1] and theirs[1]:
            return bool(ours[1] & theirs[1])
        return True

    def _is_answered(self, ours: tuple[frozenset[str], frozenset[str]], at: int) -> bool:
        """Whether an earlier request has its answer in its own line, and nothing ties us to it."""
        line = self._line_start(at)
        end = self._line_end(at)
        theirs = self._ids(self._record_start(line))
        if ours[0] & theirs[0] or ours[1] & theirs[1]:
            return False
        first = bisect_left(self._answers, at)
        return first < len(self._answers) and self._answers[first] < end

    def _response_head(
        self, span: Span, line: int, head: int, request: Request | None
    ) -> tuple[int | None, str | None]:
        """Status of the answer, and the Date header of the HTTP head above it."""
        found = self._last_status(min(head, line), span.start)
        tail = self._first_status(span.end, min(self._line_end(span.end), span.end + 300))
        low = max(0, span.start - 4000)
        block = self._text.rfind("HTTP/", low, span.start)
        date = None
        if block >= 0:
            between = self._text[block : span.start]
            if between.count("\n") <= 60 and re.match(r"HTTP/[\d.]+ [1-5]\d\d", between):
                header = _DATE_HEADER.search(between)
                date = stamp_in(header[1]) if header else None
                found = found or self._last_status(block, span.start)
        if found is None and request and span.start - 2000 < request.start < span.start:
            found = self._last_status(self._line_start(request.start), span.start)
            ours = self._ids(head)
            if found and not self._same(ours, found.start()):
                found = None
        found = found or tail
        return int(found[found.lastindex or 1]) if found else None, date

    def _statuses(self, low: int, high: int) -> list[int]:
        """Where in [low, high) a status may be named."""
        if self._status_places is None:
            self._status_places = _STATUS_WORDS.places(lowered(self._text))
        places = self._status_places
        return places[bisect_left(places, low) : bisect_left(places, high)]

    def _last_status(self, low: int, high: int) -> re.Match[str] | None:
        for at in reversed(self._statuses(max(low, high - 4000), high)):
            found = _STATUS.match(self._text, at, high)
            if found:
                return found
        return None

    def _first_status(self, low: int, high: int) -> re.Match[str] | None:
        for at in self._statuses(low, high):
            found = _STATUS.match(self._text, at, high)
            if found:
                return found
        return None

    def _service(self, span: Span) -> str | None:
        """The SDK class of the first frame that names one, in the stack below (or above) a span."""
        at = self._line_end(span.end) + 1
        low = at
        for _ in range(60):
            if at >= len(self._text) or not _FRAME.match(self._text, at):
                break
            at = self._line_end(at) + 1
        found = _SDK_CLASS.search(self._text, low, min(at, len(self._text)))
        if found is None:
            return None
        name = found[1] or found[2]
        return None if name.endswith(("Exception", "Utils")) else name


def _traces(head: str, low: str) -> Iterator[str]:
    """The ids that a line names by what they are ids of: trace_id=…, "requestId": …"""
    last = 0
    for sign in _TRACE_SIGN.finditer(head):
        before = _TRACE_NAME.search(low, max(last, sign.start() - 13), sign.start() + 2)
        found = _TRACE.match(head, before.start()) if before else None
        if found:
            last = found.end()
            yield found[1] or found[2]


@lru_cache(maxsize=8192)
def _token_kind(token: str) -> str | None:
    """ "trace" for an id, "thread" for a thread's name, None for anything else in brackets."""
    if token.lower() in _LEVELS or stamp_in(token):
        return None
    if _HEX_ID.match(token):
        return "trace"
    return "thread" if _THREAD.match(token) else None


def context_at(text: str, span: Span, taken: Iterable[tuple[int, int]] = ()) -> Exchange:
    """The exchange around one span of `text`; for many spans make one `Context`."""
    return Context(text, [*taken, (span.start, span.end)]).at(span)
