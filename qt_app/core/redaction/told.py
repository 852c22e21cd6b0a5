"""Values told in a sentence, with nothing but words or a blank between name and value."""

from __future__ import annotations

import re

from qt_app.core.patterns import lazily
from qt_app.core.redaction.judge import is_shaped, tells
from qt_app.core.redaction.values import Place

LEAST_TOLD = 8
_STRONG = lazily(
    r"[\"'“”)\]】]?[ \t]{0,4}(?:[|\t]|是|为|is\b|值|如下|[ \t\r\n:=]){1,8}[ \t]{0,8}[\"'“]?"
    r"(?P<value>(?=[A-Za-z_./+-]{0,200}[0-9])[A-Za-z0-9_\-+/.=]{16,4096})(?![A-Za-z0-9_(])"
)
# 密码是 abc12345: told in a sentence, so it must look made (a digit in it).
_TOLD = lazily(
    r"[\"'“”]?[ ]?(?:的?值)?(?:应该|就|现在|填的?|用的?|设置?的?|写的?|重置|修改|更新){0,2}"
    r"(?:是|为|改成了?|改为|换成了?|成了?)[ :“\"']{0,3}"
    r"(?P<value>(?=[!-+\--:<-~]{0,60}[0-9])[!-+\--:<-~]{4,64})"
)
_WORD = r"(?P<value>[A-Za-z0-9!@#$^*~+/][A-Za-z0-9_\-+/.=~!@#$%^&*?]{3,63})(?![A-Za-z0-9_(])"
_SAID = lazily(
    r"[\"'”)\]]?[ ]{1,2}(?:value[ ])?(?:is|was|are|should be|has been|set to|changed to|reset to"
    r"|equals?)(?:[ ](?:now|set to|changed to|still|actually|just|currently|this|as follows)){0,2}"
    rf"(?:[ ]?:[ ]?|[ ]{{1,2}})[\"'“`]?{_WORD}"
)
_HELD = lazily(rf"[ ]{{0,2}}[:]?[ ]?[\[(<{{\"'“‘`「『【]{_WORD}[\])>}}\"'”’`」』】]")
_BESIDE = lazily(rf"[ \t]{{0,3}}{_WORD}")
# 账号密码：admin Abc12345, user/password: admin/Abc12345
_LOGIN = lazily(
    r"(?i)(?:账号|帐号|用户名?|账户|工号|account|user(?:name)?)[ ]?[/和及与、&+]?[ ]?\Z"
)
_LOGIN_VALUE = lazily(
    r"[ ]{0,2}[:=是为]?[ ]{0,2}[A-Za-z0-9_.@-]{2,60}(?:[ ]{0,2}[/|,，、;][ ]{0,2}|[ ]{1,4})"
    r"(?P<value>(?=[!-+\--:<-~]{0,60}[0-9])[!-+\--:<-~]{4,64})"
)
_LINE_BELOW = lazily(
    r"[\"']?[ \t]{0,8}[:=][ \t]{0,8}(?:[|>][+-]?)?[ \t]{0,8}\r?\n[ \t]{0,60}"
    r"(?P<value>[A-Za-z0-9!@#$^*~+/][A-Za-z0-9_\-+/.=~!@#$%^&*?]{5,4096})[ \t]{0,40}(?=\r?\n|\Z)"
)
_PASSPORT = lazily(
    r"[ ]?[是为]?[ ]?(?P<value>(?:[A-Z]{1,2}[0-9]{7,8}|[A-Z][0-9]{6}))(?![A-Za-z0-9])"
)
# What people name in one breath with its value: 密码 …, token …
_BESIDE_KINDS = frozenset(("token", "secret", "key", "password", "qt_code"))


def place_told(text: str, start: int, end: int, kind: str) -> Place | None:
    """The value that the words behind the name tell."""
    if kind in ("mobile", "id"):
        return _place(_PASSPORT.match(text, end)) if kind == "id" else None
    told = _TOLD.match(text, end)
    if told is not None and len(told["value"]) >= (4 if kind == "password" else LEAST_TOLD):
        return _place(told)
    strong = _STRONG.match(text, end)
    if strong is not None and not tells(strong["value"]):
        return _place(strong)
    if text[start - 1 : start] == "/":  # the end of an address: GET /v1/token HTTP/1.1
        return None
    for pattern, said in ((_LINE_BELOW, False), (_SAID, True), (_HELD, True), (_BESIDE, False)):
        if pattern is _BESIDE and kind not in _BESIDE_KINDS:
            continue
        found = pattern.match(text, end)
        if found is not None:
            value = found["value"].rstrip(".!?")
            if is_shaped(value, kind, said):
                return Place(found.start("value"), found.start("value") + len(value), False)
    return None


def login_place(text: str, start: int, end: int) -> Place | None:
    """The password behind the name of a user, told in one go: 账号密码：admin Abc12345."""
    if _LOGIN.search(text, max(0, start - 16), start) is None:
        return None
    found = _LOGIN_VALUE.match(text, end)
    made = found is not None and is_shaped(found["value"], "password", said=True)
    return _place(found) if made else None


def _place(found: re.Match[str] | None) -> Place | None:
    return Place(*found.span("value"), False) if found is not None else None
