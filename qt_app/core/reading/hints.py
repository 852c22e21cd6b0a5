"""What the members around an answer tell about its call: a record's url, time, trace id …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from qt_app.core.reading.model import Exchange
from qt_app.core.reading.nodes import Group, Scalar
from qt_app.core.reading.requests import split_url
from qt_app.core.reading.times import TIME_KEYS, field_time

_URL_KEYS = {
    "url",
    "requesturl",
    "requesturi",
    "uri",
    "endpoint",
    "fullurl",
    "apiurl",
    "path",
    "requestpath",
    "api",
    "urlpath",
}
_METHOD_KEYS = {"method", "httpmethod", "requestmethod", "verb"}
_STATUS_KEYS = {"status", "statuscode", "httpstatus", "httpcode", "httpstatuscode", "responsecode"}
_THREAD_KEYS = {"traceid", "requestid", "reqid", "correlationid", "xrequestid"}
_HOST_KEYS = {"host", "hostname", "domain", "serverhost"}
_BESIDE = {
    "request",
    "req",
    "response",
    "res",
    "resp",
    "http",
    "originalrequest",
    "config",
    "context",
}
_TELLING_KEYS = frozenset(
    TIME_KEYS | _STATUS_KEYS | _URL_KEYS | _METHOD_KEYS | _THREAD_KEYS | _HOST_KEYS
)
_NOTHING = Exchange()
MOST_MEMBERS = 60


def fold(key: str) -> str:
    """`X-Request_Id` and `@timestamp` by their letters only."""
    return _folded(key if len(key) <= 64 else key.lower()[:64])


@lru_cache(maxsize=4096)
def _folded(key: str) -> str:
    return "".join(char for char in key.lower()[:64] if char.isalnum())


def members_around(groups: Iterable[Group]) -> Iterator[tuple[str, Any]]:
    """Scalar members of the groups (innermost first) and of the request or response beside them."""
    chain = list(groups)
    for group in chain:
        for member in group.members[:MOST_MEMBERS]:
            if member.key is None:
                continue
            if isinstance(member.value, Scalar):
                yield member.key, member.value.value
            elif fold(member.key) in _BESIDE:
                for inner in member.value.members[:MOST_MEMBERS]:
                    if inner.key is not None and isinstance(inner.value, Scalar):
                        yield inner.key, inner.value.value


def hint_of(members: Iterable[tuple[str, Any]]) -> Exchange | None:
    """The exchange that these members tell of, the first of a kind winning; None if nothing."""
    hint = _NOTHING
    for key, value in members:
        name = fold(key)
        if name in _TELLING_KEYS:
            hint = _with(hint, name, value)
    return None if hint is _NOTHING or hint == _NOTHING else hint


def _with(hint: Exchange, key: str, value: Any) -> Exchange:
    if key in TIME_KEYS and hint.time is None:
        return replace(hint, time=field_time(value))
    if key in _STATUS_KEYS and hint.status is None:
        number = str(value)
        good = len(number) == 3 and number.isdecimal() and number[0] in "12345"
        return replace(hint, status=int(number)) if good else hint
    if not isinstance(value, str) or not value or len(value) > 4000:
        return hint
    if key in _URL_KEYS and (hint.path is None or (hint.host is None and "://" in value)):
        return _with_url(hint, value)
    if key in _METHOD_KEYS and hint.method is None and value.isalpha() and value.isupper():
        return replace(hint, method=value)
    if key in _THREAD_KEYS and hint.thread is None:
        return replace(hint, thread=value)
    if key in _HOST_KEYS and hint.host is None and "." in value and "/" not in value:
        return replace(hint, host=value.partition(":")[0].lower())
    return hint


def _with_url(hint: Exchange, value: str) -> Exchange:
    if not ("://" in value or value.startswith("/")):
        return hint
    host, path, params = split_url(value.strip())
    if path is None and host is None:
        return hint
    url = value if "://" in value else hint.url
    return replace(hint, url=url, host=host or hint.host, path=path, params=params)


def merge(hint: Exchange | None, around: Exchange) -> Exchange:
    """The structure's own word first, the text around it for what it leaves open."""
    if hint is None:
        return around
    call = _call(hint, around) if hint.host or hint.path else around
    return Exchange(
        method=hint.method or call.method,
        url=call.url,
        host=call.host,
        path=call.path,
        params=call.params,
        status=hint.status or around.status,
        time=hint.time or around.time,
        thread=hint.thread or around.thread,
        service=around.service,
    )


def _call(hint: Exchange, around: Exchange) -> Exchange:
    """The structure's own request; the text's only where both name the same path."""
    same = hint.path == around.path and (hint.host is None or hint.host == around.host)
    return Exchange(
        method=around.method if same else None,
        url=hint.url,
        host=hint.host or (around.host if same else None),
        path=hint.path,
        params=hint.params,
    )
