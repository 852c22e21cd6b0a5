"""Secrets that their own shape gives away, whatever stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qt_app.core.patterns import lazily
from qt_app.core.redaction.judge import is_shaped
from qt_app.core.redaction.model import Hit, RedactionOptions
from qt_app.core.redaction.people import find_people

# Patterns begin with a character that a search can skip to, and look back from behind it.
_RUN = lazily(r"[A-Za-z0-9_.-]{16,}")
_JWT_WRAP = lazily(
    r"\r?\n[ \t>|]{0,8}(?![0-9]{4}[-/])([A-Za-z0-9_.-]{8,4096})"
    r"(?=[\"',}\])]|[ \t]{0,40}(?:\r?\n|\Z))"
)
_PEM_BEGIN = lazily(r"-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----")
_PEM_END = lazily(r"-----END (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----")
_PEM_BODY = lazily(r"(?:[A-Za-z0-9+/=:,\- \t\r\n]|\\[nr/])*")
_USERINFO = lazily(r"://([^\s/@:?#\"'<>]{0,200}):([^\s/?#\"'<>]{1,200})@")
_CURL_USER = lazily(
    r"-(?<=\s-)(?:[uU](?:[ \t]{1,4}|=)|-(?:proxy-)?user(?:[ \t]{1,4}|=))[\"']?"
    r"([^\s:\"']{1,200}):([^\s\"']{1,200})"
)
# Written together only in a curl command: elsewhere "-update:abc" may be anything.
_CURL_JOINED = lazily(r"-(?<=[ \t]-)[uU]([^\s:\"'=]{1,200}):([^\s\"']{1,200})")
# An OAuth code in an address: letters and digits mixed and long; error codes are neither.
_URL_CODE = lazily(
    r"code(?:=|%(?:25){0,3}3[dD])"
    r"((?=[A-Za-z_-]{0,64}[0-9])(?=[0-9_-]{0,64}[A-Za-z])[A-Za-z0-9_-]{12,512})(?![A-Za-z0-9_-])"
)
_IN_ADDRESS = lazily(r"(?:[?&#;]|%(?:25){0,3}(?:3[fF]|26|23))\Z")
_BEARER = lazily(
    r"[Bb](?<![A-Za-z].)(?:earer|EARER)(?:[ \t+]|%20){1,4}([A-Za-z0-9._~+/-]{8,16000}={0,2})"
)
# -pSecret beside a user's name or in a database's own command; redis-cli -a, net use /user:x.
_CLIENT_OPTION = lazily(
    r" -[pPaw](?:[ \t]{0,4}(?P<open>[\"']?))(?P<value>[^\s\"'|;&-][^\s\"'|;&]{3,200})"
)
_CLIENTS = lazily(
    r"(?i)(?<![\w.-])(?:mysql\w{0,10}|mariadb|mongo\w{0,10}|sshpass|redis-cli|ldap\w{3,8}"
    r"|sqlcmd|(?:docker|podman|helm|az|oc) login)(?=[ \t]|\Z)"
)
_NET_USER = lazily(r"/user:[^\s\"']{1,100}[ \t]{1,4}([^\s\"'/]{4,100})")
_USER_OPTION = lazily(r"(?<=\s)(?:-u|--user(?:name)?)[ =]?[\w.@-]{2,60}(?=\s|\Z)")
# Keys that begin with their maker's mark.
_MARKED = (
    ("AKIA", lazily(r"AKIA[0-9A-Z]{16}(?![0-9A-Za-z])")),
    ("LTAI", lazily(r"LTAI[0-9A-Za-z]{12,26}(?![0-9A-Za-z])")),
    ("AKID", lazily(r"AKID[0-9A-Za-z]{28,36}(?![0-9A-Za-z])")),
    ("gh", lazily(r"gh[pousr]_[0-9A-Za-z]{30,80}")),
    ("glpat-", lazily(r"glpat-[0-9A-Za-z_-]{18,40}")),
    ("xox", lazily(r"xox[abprs]-[0-9A-Za-z-]{10,120}")),
    ("sk-", lazily(r"sk-(?<![0-9A-Za-z]sk-)[0-9A-Za-z_-]{20,160}")),
    ("$2", lazily(r"\$2[abxy]?\$[0-9]{2}\$[./0-9A-Za-z]{20,60}")),
)
_MAIL_LOCAL = lazily(r"[A-Za-z0-9._+-]*\Z")
_MAIL_DOMAIN = lazily(r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])")
# admin:S3cret@oa.abc.com in an address: the host is no mail's.
_IN_USERINFO = lazily(r"://[^\s/@:?#\"'<>]{0,200}:[^\s/?#\"'<>]{0,200}\Z")
# git@github.com:qt/app.git names a repository, no person.
_SERVICES = frozenset(("git", "hg", "svn"))
_AT = lazily(r"(?:@|%(?:25)?40)(?=[A-Za-z0-9])")
_OPENID = lazily(r"(?<![0-9A-Za-z_])o[A-Za-z0-9_-]{27}(?![0-9A-Za-z_-])")
_INNER_IP = lazily(
    r"(?<![0-9.])(?:10(?:\.[0-9]{1,3}){3}|192\.168(?:\.[0-9]{1,3}){2}"
    r"|172\.(?:1[6-9]|2[0-9]|3[01])(?:\.[0-9]{1,3}){2})(?![0-9.])"
)


def find_shapes(text: str, options: RedactionOptions) -> Iterator[Hit]:
    """Hits by shape, kind after kind."""
    yield from _tokens(text)
    yield from _codes(text)
    yield from _keys(text)
    yield from _logins(text)
    yield from _commands(text)
    for mark, pattern in _MARKED:
        if mark in text:
            yield from (_hit(found, 0, "key") for found in pattern.finditer(text))
    yield from find_people(text)
    yield from _mails(text)
    if options.inner_ips:
        yield from (_hit(found, 0, "ip") for found in _INNER_IP.finditer(text))
    if options.user_ids:
        yield from (_hit(found, 0, "user") for found in _OPENID.finditer(text))


def _hit(found: re.Match[str], group: int, kind: str) -> Hit:
    return Hit(*found.span(group), kind, found[group])


def _tokens(text: str) -> Iterator[Hit]:
    if "eyJ" in text:
        for run in _RUN.finditer(text):
            start = text.find("eyJ", run.start(), run.end())
            if start >= 0 and text.find(".", start + 8, run.end()) > 0:
                end = _wrapped(text, run.end()) if run.end() - start >= 40 else run.end()
                stop = end - (text[end - 1] == ".")
                yield Hit(start, stop, "token", text[start:stop])
    if "earer" in text or "EARER" in text:
        yield from (_hit(found, 1, "token") for found in _BEARER.finditer(text))


def _codes(text: str) -> Iterator[Hit]:
    if "code" in text:
        for found in _URL_CODE.finditer(text):
            start = found.start()
            if not _IN_ADDRESS.search(text, max(0, start - 9), start):
                continue
            if not found[1].isupper() or "_" not in found[1]:
                yield _hit(found, 1, "qt_code")


def _wrapped(text: str, end: int) -> int:
    for _ in range(64):
        following = _JWT_WRAP.match(text, end)
        if following is None:
            return end
        end = following.end(1)
    return end


def _keys(text: str) -> Iterator[Hit]:
    done = 0
    for begin in _PEM_BEGIN.finditer(text):
        if begin.start() < done:
            continue
        body = _PEM_BODY.match(text, begin.end())
        end = body.end() if body is not None else begin.end()
        close = _PEM_END.search(text, max(begin.end(), end - 40), min(len(text), end + 80))
        done = close.end() if close is not None else end
        yield Hit(begin.start(), done, "key", text[begin.start() : done])


def _logins(text: str) -> Iterator[Hit]:
    if "://" in text:
        for found in _USERINFO.finditer(text):
            yield _hit(found, 2, "password")
            if len(found[1]) >= 16 and any(char.isdigit() for char in found[1]):
                yield _hit(found, 1, "token")
    if "-u" in text or "-U" in text or "user" in text:
        yield from (_hit(found, 2, "password") for found in _CURL_USER.finditer(text))
        for found in _CURL_JOINED.finditer(text):
            if "curl" in text[max(0, found.start() - 500) : found.start()].rpartition("\n")[2]:
                yield _hit(found, 2, "password")


def _commands(text: str) -> Iterator[Hit]:
    if " -" in text:
        for found in _CLIENT_OPTION.finditer(text):
            if _is_password_option(text, found):
                yield _hit(found, 2, "password")
    if "/user:" in text:
        yield from (_hit(found, 1, "password") for found in _NET_USER.finditer(text))


def _is_password_option(text: str, found: re.Match[str]) -> bool:
    """-p is also a port and a parent folder: the command before it decides."""
    begin = max(0, found.start() - 200)
    before = text[begin : found.start()].rpartition("\n")[2]
    if not is_shaped(found["value"], "password", said=True) or not before:
        return False
    if _CLIENTS.search(before) is not None:
        return True
    parted = found["open"] or found[0][3:4] in (" ", "\t")
    return bool(parted) and found[0][2] == "p" and _USER_OPTION.search(before) is not None


def _mails(text: str) -> Iterator[Hit]:
    for at in _AT.finditer(text):
        domain = _MAIL_DOMAIN.match(text, at.end(), at.end() + 300)
        if domain is None:
            continue
        local = _MAIL_LOCAL.search(text, max(0, at.start() - 64), at.start())
        start = local.start() if local is not None else at.start()
        if text[start - 1 : start] == "\\" and text[start : start + 1] in ("n", "r", "t"):
            start += 1
        if start > 1 and text[start - 1] == "%":
            start += 2
        while start < at.start() and text[start] in ".-":
            start += 1
        if start >= at.start() or text[start : at.start()] in _SERVICES:
            continue
        if text[start - 1 : start] in (":", "@") and _in_userinfo(text, start):
            continue
        yield Hit(start, domain.end(), "mail", text[start : domain.end()])


def _in_userinfo(text: str, start: int) -> bool:
    return _IN_USERINFO.search(text, max(0, start - 300), start) is not None
