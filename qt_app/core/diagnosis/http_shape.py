"""Whether a `code` is only HTTP's own status: an object of an HTTP client, or a proxy's words."""

from __future__ import annotations

from collections.abc import Iterable

from qt_app.core.diagnosis.messages import fold
from qt_app.core.patterns import lazily

_STATUS = lazily(r"[1-5]\d\d\Z")
# What status lines say, folded.
_REASONS = {
    "200": {"ok", "success", "成功", "请求成功", "操作成功"},
    "201": {"created"},
    "202": {"accepted"},
    "204": {"nocontent"},
    "301": {"movedpermanently"},
    "302": {"found", "movedtemporarily"},
    "304": {"notmodified"},
    "307": {"temporaryredirect"},
    "308": {"permanentredirect"},
    "400": {"badrequest"},
    "401": {"unauthorized"},
    "403": {"forbidden"},
    "404": {"notfound"},
    "405": {"methodnotallowed"},
    "406": {"notacceptable"},
    "408": {"requesttimeout"},
    "409": {"conflict"},
    "410": {"gone"},
    "411": {"lengthrequired"},
    "413": {"payloadtoolarge", "requestentitytoolarge", "contenttoolarge"},
    "414": {"requesturitoolarge", "requesturitoolong", "uritoolong"},
    "415": {"unsupportedmediatype"},
    "422": {"unprocessableentity", "unprocessablecontent"},
    "429": {"toomanyrequests"},
    "500": {"internalservererror"},
    "501": {"notimplemented"},
    "502": {"badgateway"},
    "503": {"serviceunavailable", "servicetemporarilyunavailable"},
    "504": {"gatewaytimeout"},
}
_ADDRESS = frozenset({"url", "uri", "requesturl", "requesturi"})
_CLIENTS = frozenset({"protocol", "headers", "statustext", "httpversion", "contenttype"})


def is_http_status(code: str | None, message: str | None, members: Iterable[str]) -> bool:
    """Whether code and message are a status line's: 404 Not Found, 200 in a client's response."""
    if code is None or _STATUS.match(code) is None:
        return False
    said = fold(message or "")
    if said in _REASONS.get(code, ()):
        return True
    names = {fold(name.split(".", 1)[0].split("[", 1)[0]) for name in members}
    return bool(names & _CLIENTS) or (not said and bool(names & _ADDRESS))
