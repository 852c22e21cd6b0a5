"""Which member names say a code, a message or success, and which values are codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

CODE_RANK = {
    "errcode": 0,
    "errorcode": 1,
    "code": 3,
    "errno": 4,
    "retcode": 5,
    "returncode": 5,
    "resultcode": 5,
    "respcode": 5,
    "ret": 6,
}
MESSAGE_RANK = {
    "errmsg": 0,
    "errormsg": 1,
    "errmessage": 1,
    "errormessage": 2,
    "errmsgcn": 3,
    "errdesc": 4,
    "errordesc": 4,
    "errordescription": 4,
    "message": 5,
    "msg": 6,
    "retmsg": 7,
    "returnmsg": 7,
    "resultmsg": 7,
    "respmsg": 7,
}
# From this rank on a name is anybody's: it alone says little.
GENERIC_CODE, GENERIC_MESSAGE = 3, 5

# Headings of tables that people keep, never keys of an answer.
CODE_HEADINGS = ("错误码", "返回码", "错误代码", "状态码")
MESSAGE_HEADINGS = ("错误信息", "错误消息", "错误描述", "返回信息", "错误提示", "提示信息", "说明")

_SUCCESS_PRIMARY = {
    "accesstoken",
    "msgid",
    "mediaid",
    "hasmore",
    "resultlist",
    "followers",
    "ticket",
    "jsapiticket",
    "msgstatus",
}
_SUCCESS_SURE = {"hasmore", "resultlist", "followers", "msgstatus"}
_SUCCESS_BESIDE = {
    "refreshtoken",
    "expiresin",
    "expires",
    "type",
    "createdat",
    "totalcount",
    "rate",
    "success",
    "data",
    "scope",
    "tokentype",
    "openid",
    "timestamp",
}
_USERINFO = {
    "openid",
    "username",
    "uid",
    "unionid",
    "avatar",
    "domainid",
    "userid",
    "role",
    "isdomainmanager",
    "isappmanager",
    "domainmanager",
    "appmanager",
    "workid",
    "name",
}

_NOT_LETTERS = re.compile(r"[^a-z0-9\u4e00-\u9fff]+")
_NUMBER = re.compile(r"([+-]?)([0-9]+)(?:\.0*)?[LnN]?\Z")
_FULL_DIGITS = {0xFF10 + n: str(n) for n in range(10)} | {0xFF0D: "-", 0xFF0B: "+", 0xFF0E: "."}
_INVISIBLE = re.compile(r"[\r\n\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
LONGEST_CODE = 12
WORD_CODE = re.compile(r"[A-Za-z][\w.\-]{2,80}")


@lru_cache(maxsize=4096)
def _folded(key: str) -> str:
    return _NOT_LETTERS.sub("", key.rpartition(".")[2].lower())


def fold_key(key: str) -> str:
    """`Err_Code` and `resp.errCode` as `errcode`."""
    return _folded(key[-64:])


def code_rank(key: str) -> int | None:
    """How surely `key` names a code (0 best), None if it does not."""
    return CODE_RANK.get(fold_key(key))


def message_rank(key: str) -> int | None:
    """How surely `key` names a message (0 best), None if it does not."""
    return MESSAGE_RANK.get(fold_key(key))


def normal_code(value: Any) -> str | None:
    """The plain decimal string of a code, None for anything that is none.

    Full-width digits, leading zeros, `42001.0` and `"40100"` are folded; fractions, booleans,
    exponents and hexadecimals are no codes.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e12 else None
    if isinstance(value, int):
        return str(value) if abs(value) < 10**LONGEST_CODE else None
    if not isinstance(value, str) or len(value) > 40:
        return None
    found = _NUMBER.match(_INVISIBLE.sub("", value.translate(_FULL_DIGITS)).strip())
    if not found:
        return None
    digits = found[2].lstrip("0") or "0"
    if len(digits) > LONGEST_CODE:
        return None
    return "-" + digits if found[1] == "-" and digits != "0" else digits


def is_success_body(keys: Iterable[str]) -> bool:
    """Whether these are the members of a documented success body that carries no code."""
    folded = {fold_key(key) for key in keys}
    if folded & _SUCCESS_SURE:
        return True
    if len(folded & _USERINFO) >= 3 and "openid" in folded:
        return True
    return bool(folded & _SUCCESS_PRIMARY) and folded <= _SUCCESS_PRIMARY | _SUCCESS_BESIDE
