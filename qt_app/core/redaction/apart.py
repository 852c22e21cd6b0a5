"""Values that stand apart from their name: another field, tag, argument, line or word."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qt_app.core.patterns import lazily
from qt_app.core.redaction.judge import (
    COOKIE_EXTRAS,
    PEOPLE,
    SCHEME,
    is_secret,
    is_shaped,
    looks_made,
)
from qt_app.core.redaction.values import BLANK, MAX_VALUE, QUOTE, TYPE, Place, value

_HELD = f"{TYPE}(?P<open>{QUOTE})"
# What may stand between a name and the field it is the value of: "name": "app
_NAMING = lazily(
    rf"(?i)(?:name|key|field|param|parameter|header|variable|property|label|prop|(?<!\w)(?:k|id))"
    rf"{QUOTE}?[ ]{{0,8}}[:=][ ]{{0,8}}{QUOTE}?[\w.$/-]{{0,60}}\Z"
)
_MEMBER = lazily(
    rf"(?i)(?<![\w.$-])(?P<label>value|val|v|content|default|default_?value|current_?value|raw"
    rf"|initial_?value|text|data|string){QUOTE}?[ ]{{0,20}}[:=][ ]{{0,20}}{TYPE}(?P<open>{QUOTE}?)"
)
# Under these any value counts; under "text" or "content" a sentence may stand.
_SURE = frozenset(("value", "val", "v", "default", "defaultvalue", "currentvalue", "raw"))
_BELOW = lazily(
    r"[\"']?[ \t]{0,8}\r?\n[ \t-]{0,40}[\"']?(?P<label>value|val|content|default)[\"']?[ ]?[:=]"
    rf"[ ]{{0,8}}(?P<open>{QUOTE}?)"
)
_PAIR = lazily(
    rf"(?P<close>{QUOTE})(?:\s{{0,60}},\s{{0,60}}|{BLANK},{BLANK}|[ ]to[ ]|[ ]{{1,8}}){_HELD}"
)
_SETTER = (
    r"(?:set|put|add|with|append|insert|update|save|store|define|use|env|header|field|param|cookie"
    r"|prop|of|entry|bearer|login|register)"
)
_SETS = lazily(rf"(?i)(?<![a-z0-9]){_SETTER}\w{{0,30}}\([ ]?[\"'][\w.-]{{0,60}}\Z")
_CALLEE = lazily(r"[A-Za-z_$][\w$]{0,60}\Z")
_SET_NAME = lazily(rf"(?i){_SETTER}")
_GETS = lazily(r"(?i)(?:get|fetch|load|find|query|has|is|check|remove|delete|by|new|create)")
_CALL = lazily(rf"\(\s{{0,60}}{_HELD}")
_NEXT_ARGUMENT = lazily(rf"{QUOTE}\s{{0,60}},\s{{0,60}}{_HELD}")
_ATTRIBUTES = r"(?:\s{1,60}[\w:-]{1,30}=[\"'][^\"'<>]{0,60}[\"']){0,4}\s{0,20}"
_CDATA = r"(?:<!\[CDATA\[)?"
_TEXT = rf"{_CDATA}(?P<value>[^<>&\s][^<>&\r\n]{{0,{MAX_VALUE - 1}}})"
_TAG = lazily(
    rf"{QUOTE}?{_ATTRIBUTES}(?:>|&gt;)\s{{0,60}}"
    rf"(?:<(?:\w{{1,20}}:)?(?:value|val|string|content|text|data)>\s{{0,60}})?{_TEXT}"
)
_SIBLING = lazily(
    rf"</[\w:.-]{{1,40}}>\s{{0,60}}<(?P<tag>[\w:.-]{{1,40}})(?:\s[^<>]{{0,80}})?>\s{{0,60}}{_TEXT}"
)
_OPEN_TAG = lazily(r"<[\w:.-]{1,40}(?:\s[^<>]{0,80})?>\s{0,20}[\w.$-]{0,60}\Z")
_CLOSING_TAG = lazily(r"(?:</|&lt;/)[\w:.-]{0,60}\Z")
_VALUE_TAG = lazily(r"(?i)(?:.{0,30}[:.-])?(?:value|val|string|content)")
_EOL = r"(?:\r?\n|\\{1,8}r\\{1,8}n|\\{1,8}n)"
_PART_HEAD = rf"(?:{_EOL}[A-Za-z][\w-]{{0,40}}:[^\r\n\\]{{0,200}}){{0,4}}"
_PART = lazily(
    rf"{QUOTE}(?:;[^\r\n\\]{{0,200}})?{_PART_HEAD}{_EOL}{_EOL}(?P<value>[^\r\n\\]{{1,{MAX_VALUE}}})"
)
_FORM_NAME = lazily(r"(?i)form-data;.{0,200}name=\\{0,8}[\"']?[\w.\[-]{0,60}\Z")
_OPTION = lazily(
    r"(?:(?:^|[\s\"'`\[(,=])--?[\w.-]{0,40}|(?:^|\s)(?:ENV|ARG|setx|setenv)[ \t]{1,8}\w{0,60})\Z"
)
_OPTION_VALUE = lazily(r"[ \t]{1,8}(?![-$<%{(])(?P<open>[\"']?)(?P<value>[^\s\"'`]{4,4096})")
_COOKIE_BLOCK = lazily(r"\{[^{}]{0,4000}\}?")
_NEXT_BLOCK = lazily(r"\s{0,60},\s{0,60}(?=\{)")
_COOKIE_MEMBER = lazily(
    rf"{QUOTE}(?P<label>[\w.-]{{1,60}}){QUOTE}\s{{0,8}}(?::|=>|,)\s{{0,8}}{_HELD}"
)
_MAX_COOKIES = 60
_REACH = 1000
_HEADERS = ("auth", "cookie")


def place_apart(text: str, start: int, end: int, kind: str) -> Place | None:
    """The value that belongs to the name at `start`..`end` without a sign between them."""
    begin = max(0, start - 120)
    for look in _LOOKS.get(text[end : end + 1], ()):
        place = look(text, begin, start, end, kind)
        if place is not None:
            return place
    return None


def _member(text: str, begin: int, start: int, end: int, kind: str) -> Place | None:
    """{"name": "secret", "value": "…"} in any order, <property name="secret" value="…"/>."""
    if _NAMING.search(text, begin, start) is None:
        return None
    below = _BELOW.match(text, end)
    if below is not None:
        place = value(text, below.end(), below["open"], kind, False)
        return _sure(text, place, below["label"], kind)
    low, high = _around(text, start, end)
    for found in _MEMBER.finditer(text, low, high):
        place = value(text, found.end(), found["open"], kind, False)
        if place is not None and (place.end <= start or found.start() >= end):
            place = _sure(text, place, found["label"], kind)
            if place is not None:
                return place
    return None


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The object or tag that holds the name; empty if there is none near."""
    low = max(text.rfind(sign, max(0, start - _REACH), start) for sign in "{<")
    close = ">" if low >= 0 and text[low] == "<" else "}"
    if low < 0 or text.find(close, low, start) >= 0 or (close == "}" and text[end] in " \t"):
        return 0, 0
    return low + 1, max(0, text.find(close, end, end + _REACH))


def _sure(text: str, place: Place | None, label: str, kind: str) -> Place | None:
    if place is None or kind in _HEADERS:
        return place
    held = SCHEME.sub("", text[place.start : place.end].strip(), count=1)
    told = label.lower().replace("_", "") not in _SURE and not looks_made(held)
    return None if told or " " in held or not _is_plain(held, kind) else place


def _is_plain(held: str, kind: str) -> bool:
    """A secret that holds no words of a sentence: those stay, whatever announces them."""
    if kind in _HEADERS:
        return True
    return is_secret(held, kind, True) and (kind in PEOPLE or is_secret(held, "token", True))


def _pair(text: str, begin: int, start: int, end: int, kind: str) -> Place | None:
    """("secret", "…"), put("secret", "…"), "secret" to "…"."""
    pair = _PAIR.match(text, end)
    if pair is None:
        return None
    place = value(text, pair.end(), pair["open"], kind, False)
    if place is None:
        return None
    held = text[place.start : place.end]
    sets = _SETS.search(text, begin, start) is not None and _is_plain(held, kind)
    return place if looks_made(held) or (sets and len(held) >= 4) else None


def _call(text: str, begin: int, start: int, end: int, kind: str) -> Place | None:
    """setAppSecret("…"), withToken("…"); getToken("appid", "…") only what looks made."""
    call = _CALL.match(text, end)
    if call is None:
        return None
    callee = _CALLEE.search(text, begin, start)
    verb = callee[0] if callee is not None else ""
    sets = _SET_NAME.match(verb or text[start:end]) is not None
    least = 16 if _GETS.match(verb) else 8
    for _ in range(3):
        place = value(text, call.end(), call["open"], kind, False)
        held = text[place.start : place.end] if place is not None else ""
        if place is None or (sets and len(held) >= 4 and _is_plain(held, kind)):
            return place
        if len(held) >= least and is_shaped(held, "token"):
            return place
        following = _NEXT_ARGUMENT.match(text, place.end)
        if following is None:
            return None
        call = following
    return None


def _tag(text: str, begin: int, start: int, end: int, kind: str) -> Place | None:
    """<token>…</token>, <property name="secret"><value>…</value>."""
    found = _TAG.match(text, end)
    if found is None or _CLOSING_TAG.search(text, begin, start) is not None:
        return None
    return Place(found.start("value"), _stripped(text, *found.span("value")), True)


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t]":
        end -= 1
    return end


def _sibling(text: str, begin: int, start: int, end: int, kind: str) -> Place | None:
    """<key>secret</key><string>…</string>, <param-name>…</param-name><param-value>…"""
    found = _SIBLING.match(text, end)
    if found is None or _OPEN_TAG.search(text, begin, start) is None:
        return None
    held = found["value"].rstrip()
    if not _is_plain(held, kind):
        return None
    if _VALUE_TAG.fullmatch(found["tag"]) is None and not is_shaped(held, kind):
        return None
    return Place(found.start("value"), _stripped(text, *found.span("value")), True)


def _part(text: str, begin: int, start: int, end: int, kind: str) -> Place | None:
    """A part of a form: its name in the head, an empty line, the value."""
    found = _PART.match(text, end)
    if found is None or _FORM_NAME.search(text, max(0, start - 300), start) is None:
        return None
    return Place(*found.span("value"), True)


def _option(text: str, begin: int, start: int, end: int, kind: str) -> Place | None:
    """--secret …, -password "…", ENV APP_SECRET …"""
    found = _OPTION_VALUE.match(text, end)
    if found is None or _OPTION.search(text, begin, start) is None:
        return None
    held = found["value"].rstrip(",;)]")
    made = found["open"] or not held.isalpha()
    if not made or not _is_plain(held, kind):
        return None
    return Place(found.start("value"), found.start("value") + len(held), bool(found["open"]))


def cookie_places(text: str, at: int) -> list[Place]:
    """The values of cookies={'sid': '…'} and "cookies": [{"name": "sid", "value": "…"}]."""
    places: list[Place] = []
    for _ in range(_MAX_COOKIES):
        block = _COOKIE_BLOCK.match(text, at)
        if block is None:
            break
        members = list(_COOKIE_MEMBER.finditer(text, at, block.end()))
        listed = [one for one in members if one["label"].lower() == "value"]
        for one in listed or members:
            place = value(text, one.end(), one["open"], "cookie", False)
            if place is not None and one["label"].lower() not in COOKIE_EXTRAS:
                places.append(place)
        following = _NEXT_BLOCK.match(text, block.end())
        if following is None:
            break
        at = following.end()
    return places


_Look = Callable[[str, int, int, int, str], Place | None]
_IN_QUOTES: tuple[_Look, ...] = (_pair, _member, _tag, _part, _option)
# By the character right behind the name: most names have nothing apart.
_LOOKS: Mapping[str, tuple[_Look, ...]] = {
    **dict.fromkeys("\"'`\\“”‘’&%", _IN_QUOTES),
    **dict.fromkeys(" \t", (_member, _option)),
    **dict.fromkeys("\r\n", (_member,)),
    "(": (_call,),
    "<": (_sibling,),
    ">": (_tag,),
}
