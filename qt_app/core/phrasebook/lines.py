"""Which lines of a log belong to one record: stack frames, causes, tracebacks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qt_app.core.patterns import lazily

_QUOTE = lazily(r"(?:[>|] ?){1,4}|[\w.-]{1,40} {0,30}\| |\{\"log\":\"")
_STAMP = lazily(
    r"\[?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]|\d{1,2}-\d{1,2} \d{1,2}:|\d{1,2}:\d{2}:\d{2}"
    r"|\d{1,2}/[A-Z][a-z]{2}/\d{4}:|[A-Z][a-z]{2} [ \d]\d \d{2}:)"
)
_LEVEL = lazily(
    r"\[?(?:ERROR|WARN(?:ING)?|INFO|DEBUG|FATAL|TRACE|SEVERE|CRITICAL|ERR|WRN)\b", re.IGNORECASE
)
_LOGCAT = lazily(r"[VDIWEF]/[\w.$ -]{1,60}\(\s{0,6}\d{1,7}\): ?|[VDIWEF] [\w.$-]{1,60} {0,20}: ")
_FRAME = lazily(
    r"\s{0,20}(?:at\s|在 |\.{3} \d+ (?:more|common)|File \"|#\d+ |--- End of|--- 内部异常|\^|~)"
    r"|(?:errno|code|syscall|hostname|host|address|port|type)\s{0,2}:|[}\])]+[,;]?\s{0,4}$"
    r"|goroutine |Stack trace:|  thrown in "
)
_CAUSE = lazily(
    r"\s{0,20}(?:Caused by|Suppressed|Wrapped by|-{2,3}> |\[cause\]|cause:|Next \w|nested exception"
    r"|During handling of the above|The above exception was|InnerException)"
)
_PYTHON_CHAIN = lazily(r"\s{0,20}(?:During handling of the above|The above exception was)")
_TRACEBACK = lazily(r"\s{0,20}(?:\w{1,20}: )?Traceback \(most recent call last\)")
_EXCEPTION = lazily(
    r"(?:Exception in thread \"[^\"\n]{0,80}\" )?"
    r"(?:[a-z_][\w$]{0,60}\.){1,12}\w{1,80}(?:[:：]|\s*$)"
    r"|(?:Uncaught |Unhandled )?[A-Z]\w{0,60}(?:Exception|Error)\b"
)
_MAX_BLANK = 3


@dataclass(slots=True)
class RecordState:
    """Where in a record one is while its lines go by. `logged`: it began with a log's prefix."""

    logged: bool = False
    has_exception: bool = False
    in_traceback: bool = False
    chained: bool = False
    python: bool = False
    blanks: int = 0


def begin_record(line: str) -> RecordState:
    """The state after a record's first line."""
    rest, logged = _strip(line)
    return RecordState(
        logged=logged,
        has_exception=bool(_EXCEPTION.match(rest)),
        in_traceback=rest[:1] in (" ", "\t") and not _FRAME.match(rest) and not _CAUSE.match(rest),
    )


def continue_record(state: RecordState, line: str) -> bool:
    """Whether the next line still belongs to the record; `state` moves on."""
    rest, logged = _strip(line)
    if not rest.strip():
        state.blanks += 1
        return state.blanks <= _MAX_BLANK
    state.blanks = 0
    if _CAUSE.match(rest):
        state.python = state.python or bool(_PYTHON_CHAIN.match(rest))
        state.chained = state.has_exception = True
        return True
    if _FRAME.match(rest):
        return True
    if _TRACEBACK.match(rest):
        return _enter_traceback(state)
    if logged:
        return False
    return _plain_line(state, rest)


def _enter_traceback(state: RecordState) -> bool:
    allowed = (state.python and state.chained) or not state.has_exception
    state.in_traceback, state.chained = True, False
    return allowed


def _plain_line(state: RecordState, rest: str) -> bool:
    if rest[0] in " \t":
        return True
    if state.in_traceback:
        state.in_traceback, state.has_exception = False, True
        return True
    if state.logged and not state.has_exception and _EXCEPTION.match(rest):
        state.has_exception = True
        return True
    return False


def _strip(line: str) -> tuple[str, bool]:
    """The line without quoting and a log's prefix, and whether it had such a prefix."""
    quote = _QUOTE.match(line)
    rest = line[quote.end() :] if quote else line
    logged = bool(_STAMP.match(rest) or _LEVEL.match(rest))
    logcat = _LOGCAT.search(rest, 0, 160) if logged or _LOGCAT.match(rest) else None
    if logcat:
        return rest[logcat.end() :], True
    return rest, logged
