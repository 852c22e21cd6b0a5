"""Secrets that their own shape gives away, whatever stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qt_app.core.patterns import lazily
from qt_app.core.redaction.model import Hit, RedactionOptions

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
# Where a number may begin: after no letter or digit, or after an escape (%22, %2522, \\n).
_EDGE = (
    r"(?:(?<![0-9A-Za-z])|(?<=%[0-9A-Fa-f]{2})|(?<=%25[0-9A-Fa-f]{2})"
    r"|(?<=%2525[0-9A-Fa-f]{2})|(?<=\\[nrt]))"
)
# Eleven digits or more with at most two signs between: where a person's number may stand.
_DIGITS = lazily(r"[0-9](?<![0-9].)(?:[ \-.\u00a0]{0,2}[0-9]){10,}+")
_MOBILE = lazily(
    rf"(?<![0-9]\.)(?:{_EDGE}|(?<=tel)|(?<=one)|(?<=ile))"
    r"(?:(?:\+|00)?86)?(1[3-9][0-9]{9})(?![0-9A-Za-z]|\.[0-9])"
)
_SPACED_MOBILE = lazily(
    r"(?<![0-9A-Za-z])(?<![0-9][-./: ])(?:\(?\+?(?:00)?86\)?[ \-.\u00a0]{0,3})?"
    r"(1[ \-.\u00a0]{0,2}[3-9](?:[ \-.\u00a0]{0,2}[0-9]){9})(?![0-9A-Za-z]|[-.: ][0-9])"
)
_NOT_MOBILE = lazily(
    r"(?i)(?:order|trace|request|req|msg|message|seq|serial|span|log|trade|flow|job|task|batch"
    r"|timestamp|time|ts|code|port|size|length|订单|单号|流水|编号|批次|追踪|耗时)"
    r"[A-Za-z_ -]{0,12}号?[\"'\]]{0,2}\s?[:=：是]?\s?[\"']?\Z"
)
_ID = lazily(
    _EDGE + r"([1-9][0-9]{5}[ ]?(?:19|20)[0-9]{2}[01][0-9][0-3][0-9][ ]?[0-9]{3}[0-9Xx])"
    r"(?![0-9A-Za-z])"
)
_CARD = lazily(
    _EDGE + r"(?<![0-9][- .])((?:62|4[0-9]|5[1-5]|3[47]|35|60)[0-9]{2}"
    r"(?:[ -]?[0-9]{4}){2,3}[ -]?[0-9]{1,4})(?![0-9A-Za-z]|[- .][0-9])"
)
_MAIL_LOCAL = lazily(r"[A-Za-z0-9._+-]*\Z")
_MAIL_DOMAIN = lazily(r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])")
_AT = lazily(r"(?:@|%(?:25)?40)(?=[A-Za-z0-9])")
_OPENID = lazily(r"(?<![0-9A-Za-z_])o[A-Za-z0-9_-]{27}(?![0-9A-Za-z_-])")
_INNER_IP = lazily(
    r"(?<![0-9.])(?:10(?:\.[0-9]{1,3}){3}|192\.168(?:\.[0-9]{1,3}){2}"
    r"|172\.(?:1[6-9]|2[0-9]|3[01])(?:\.[0-9]{1,3}){2})(?![0-9.])"
)
_ID_NAME = lazily(r"(?i)(?:身份证|证件|id_?card|identity)[^0-9\n,，;；]{0,16}\Z")
_CARD_NAME = lazily(r"(?i)(?:银行|卡号|借记|信用|储蓄|bank|card)[^0-9\n,，;；]{0,16}\Z")
# Years of birth that an order's number with today's date in it does not have.
_BIRTHDAY = lazily(
    r"(?:19[3-9][0-9]|20(?:0[0-9]|1[0-9]))(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
)
_PROVINCES = frozenset(
    f"{code}"
    for low, high in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71))
    for code in range(low, high + 1)
)  # fmt: skip
_CHECK_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def find_shapes(text: str, options: RedactionOptions) -> Iterator[Hit]:
    """Hits by shape, kind after kind."""
    yield from _tokens(text)
    yield from _codes(text)
    yield from _keys(text)
    yield from _logins(text)
    yield from _people(text)
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


def _people(text: str) -> Iterator[Hit]:
    for run in _DIGITS.finditer(text):
        window = (max(0, run.start() - 1), min(len(text), run.end() + 2))
        for found in _ID.finditer(text, *window):
            if _is_id(text, found):
                yield _hit(found, 1, "id")
        for found in _CARD.finditer(text, *window):
            digits = re.sub(r"[ -]", "", found[1])
            named = _CARD_NAME.search(text, max(0, found.start() - 24), found.start())
            made = _card_length(digits) and _luhn(digits)
            if (made or named) and not _named_otherwise(text, found.start()):
                yield _hit(found, 1, "card")
        for pattern in (_MOBILE, _SPACED_MOBILE):
            for found in pattern.finditer(text, *window):
                if not _named_otherwise(text, found.start()):
                    yield _hit(found, 1, "mobile")


def _named_otherwise(text: str, start: int) -> bool:
    """True if the name before the number says that it is an order, a time or another id."""
    return _NOT_MOBILE.search(text, max(0, start - 32), start) is not None


def _is_id(text: str, found: re.Match[str]) -> bool:
    """A made-up check digit is an id too, if a name or the place and the birthday say so."""
    number = found[1].replace(" ", "")
    if _id_checks(number) or _ID_NAME.search(text, max(0, found.start() - 24), found.start()):
        return True
    likely = number[:2] in _PROVINCES and _BIRTHDAY.match(number, 6) is not None
    return likely and not _named_otherwise(text, found.start())


def _id_checks(number: str) -> bool:
    total = sum(int(d) * w for d, w in zip(number[:17], _CHECK_WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


def _card_length(digits: str) -> bool:
    if digits.startswith("62"):
        return 16 <= len(digits) <= 19
    return len(digits) == (15 if digits[:2] in ("34", "37") else 16)


def _luhn(digits: str) -> bool:
    total = 0
    for place, char in enumerate(reversed(digits)):
        value = int(char) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


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
        if start < at.start():
            yield Hit(start, domain.end(), "mail", text[start : domain.end()])
