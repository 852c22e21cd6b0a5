"""Where a text may carry an answer: the places at which a known member name stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from qt_app.core.reading.words import WordFinder


def _any_case(pattern: str) -> str:
    """Lower-case letters outside brackets as classes of both cases."""
    return re.sub(r"(?<![\[\\?])[a-z]", lambda one: f"[{one[0]}{one[0].upper()}]", pattern)


_AFTER = (
    r"(?=(?:\\{0,8}[\"'“”‘’`]|&(?:amp;)*(?:quot|apos|#34|#39|#x22|#x27);|%(?:25)*2[27]|"
    r"\\{1,4}u00(?:22|27)"
    r"|\"\")?\]?\s{0,40}(?:[:=>\t|,]|%(?:25)*3[AaDd]|-\s?>|\Z|\n|&(?:amp;)*gt;|\s{2}|<))"
)
_STRONG = _any_case(r"err(?:or)?[_\-]?(?:code|msg|message|desc)(?:_?cn|ription)?")
_GENERIC = _any_case(r"(?:code|msg|message|ret(?:_?code|urn_?code)?|errno|result_?code|resp_?code)")
_SUCCESS = _any_case(
    r"(?:access_?token|msg_?id|media_?id|has_?more|result_?list|followers|jsapi_?ticket|ti"
    r"cket|msg_?status"
    r"|openid)"
)
_ANCHOR = re.compile(
    rf"(?:(?P<strong>{_STRONG})(?![0-9A-Za-z])"
    rf"|(?:(?P<generic>{_GENERIC})|(?P<success>{_SUCCESS}))(?![0-9A-Za-z_]){_AFTER}"
    r"|(?P<chinese>(?:错误码|返回码|错误代码)(?=\"?[ ]{0,40}[\t|,;│]|[ ]{2})"
    r"|(?<=[\t|,;│])(?:错误码|返回码|错误代码)(?=\"?[ ]{0,40}(?:\r?\n|\Z))))"
)
_WORD_BEFORE = re.compile(r"[0-9A-Za-z_\-]")
_ESCAPE_BEFORE = re.compile(r"(?:\\[nrt]|%(?:25)*[0-9A-F]{2})\Z")


class Anchor(NamedTuple):
    """A member name at [start, end); `kind` is strong, generic, success or chinese."""

    start: int
    end: int
    kind: str


_LOWER = """
errcode errmsg error err_ err- errmess errdesc code msg message retcode ret_code returncode
return_code errno resultcode result_code respcode resp_code access_token accesstoken msgid msg_id
media_id mediaid has_more hasmore result_list resultlist followers jsapi_ticket jsapiticket ticket
openid msg_status
""".split()  # noqa: SIM905
# Names that only answers have: without one of them few stretches of a large log say anything.
SURE_KEYS = (
    *("errcode", "errmsg", "err_code", "err_msg", "error_code", "error_msg", "errorcode"),
    *("errormsg", "errormessage", "error_message", "err-code", "error-code", "errmess", "errdesc"),
    *("retcode", "ret_code", "returncode", "return_code", "错误码", "返回码", "错误代码"),
)
_MIXED = """
errCode ErrCode errMsg ErrMsg errMess ErrMess errDesc ErrDesc ret" ret= ret: ret' ret\\
retCode RetCode returnCode ReturnCode resultCode ResultCode respCode RespCode accessToken
AccessToken mediaId MediaId hasMore HasMore resultList jsapiTicket
openId OpenId msgId MsgId 错误码 返回码 错误代码
""".split()  # noqa: SIM905
_WORDS = WordFinder(
    [*_LOWER, *_MIXED, *(word.upper() for word in _LOWER), *(word.capitalize() for word in _LOWER)]
)


def anchors(text: str, floor: Callable[[], int] = lambda: 0) -> Iterator[Anchor]:
    """All anchors in text order, without those before what `floor` says at the time."""
    last = 0
    for at in _WORDS.places(text):
        if at < last or at < floor():
            continue
        found = _ANCHOR.match(text, at)
        if found is None:
            continue
        last = found.end()
        kind = found.lastgroup or "strong"
        if kind in ("generic", "success") and _within_word(text, at):
            continue
        yield Anchor(at, found.end(), kind)


def _within_word(text: str, at: int) -> bool:
    """Whether a letter or digit stands right before; an escape's own letters do not count."""
    if not at or not _WORD_BEFORE.match(text, at - 1):
        return False
    return _ESCAPE_BEFORE.search(text, max(0, at - 12), at) is None


def has_anchor(text: str) -> bool:
    """Whether a known member name stands anywhere in `text`."""
    return next(anchors(text), None) is not None


def holds_anchor(text: str, start: int, end: int) -> bool:
    """Whether a known member name may stand in [start, end)."""
    return has_anchor(text[start:end])
