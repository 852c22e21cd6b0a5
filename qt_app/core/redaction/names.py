"""Which field names hold secrets. A name counts by its last word: `X-Qt-Token`, `accessToken`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from qt_app.core.redaction.model import RedactionOptions

_WORDS = {
    "token": ("token", "令牌"),
    "secret": ("secret",),
    "ticket": ("ticket",),
    "signature": ("signature", "sign"),
    "password": (
        "password", "passwd", "passphrase", "passcode", "pwd", "pswd", "psw", "pw", "pass",
        "密码", "口令",
    ),
    "cookie": ("cookie", "cookies"),
    "session": (
        "jsessionid", "phpsessid", "sessionid", "session_id", "session-id",
        "sessid", "connect.sid", "session_key", "sessionkey",
    ),
    "auth": ("authorization", "authorisation"),
    "qt_code": ("qt_code", "qtcode", "qt-code", "oauth_code", "oauthcode", "auth_code", "authcode"),
    "key": (
        "api_key", "apikey", "api-key", "aeskey", "aes_key", "aes-key", "private_key", "privatekey",
        "private-key", "secret_key", "secretkey", "secret-key", "access_key", "accesskey",
        "access-key", "access_key_id", "accesskeyid", "encrypt_key", "encryptkey", "密钥", "秘钥",
        "私钥",
    ),
}  # fmt: skip
# Numbers of people, which their own look tells only at home: abroad any digits may be one.
_PEOPLE_WORDS = {
    "mobile": (
        "mobile", "mobile_no", "mobileno", "mobile_number", "mobilenumber", "phone", "phone_no",
        "phoneno", "phone_number", "phonenumber", "telephone", "tel", "fax", "cellphone",
        "手机", "手机号", "手机号码", "电话", "电话号码", "座机", "座机号", "传真", "联系方式",
    ),
    "id": (
        "passport", "passport_no", "passportno", "passport_number", "passportnumber",
        "护照", "护照号", "护照号码",
    ),
}  # fmt: skip
_USER_WORDS = {
    "user": (
        "openid", "open_id", "openids", "userid", "user_id", "unionid", "union_id", "to_user",
        "touser", "to_users", "employee_id", "employeeid", "open_ids", "user_ids", "userids",
        "followers",
    )
}  # fmt: skip
# These words also end ordinary words (design, assign, compass), so a border must stand before.
_SHORT = frozenset({"sign", "pass", "ticket", "pwd", "pw", "psw", "tel", "fax"})
_AFTER = re.compile(
    r"(?:s|[_-]?(?:value|val|str|text|string|new|old|[0-9]{1,2}))?(?![a-z0-9_]|-(?!>))"
)
_BEFORE = re.compile(r"(?:\\{1,8}[nrt]|%[0-9a-f]{2}|jsapi|js)\Z")
KNOWN_NAMES = frozenset(
    word.replace("_", "").replace("-", "") for words in _WORDS.values() for word in words
)


class Names:
    """All secret field names of some options, searched in one pass."""

    def __init__(self, options: RedactionOptions) -> None:
        table = {**_WORDS, **_PEOPLE_WORDS, **(_USER_WORDS if options.user_ids else {})}
        pairs = [(word, kind) for kind, words in table.items() for word in words]
        self._words = [word for word, _ in pairs]
        self._kinds = [kind for _, kind in pairs]
        self._finder = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, low: str) -> Iterator[tuple[int, int, str]]:
        """(start of the last word, end of the name, kind) of every name in the text."""
        for index, start, end in self._finder.find_matches_as_indexes(low):
            word = self._words[index]
            after = _AFTER.match(low, end)
            if after is None and not word.isascii():
                # 密码Abc12345: no blank parts these, so the name ends where the value begins.
                yield start, end, self._kinds[index]
                continue
            if after is None or (word in _SHORT and not _border(text, low, start)):
                continue
            yield start, after.end(), self._kinds[index]


@cache
def names_for(options: RedactionOptions) -> Names:
    """The names of these options, built once."""
    return Names(options)


def _border(text: str, low: str, start: int) -> bool:
    before = low[start - 1 : start]
    if not before or not before.isascii() or not before.isalnum():
        return True
    if text[start].isupper() and not text[start - 1].isupper():
        return True
    return _BEFORE.search(low[max(0, start - 10) : start]) is not None
