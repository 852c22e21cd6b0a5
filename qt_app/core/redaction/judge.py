"""What is a value and what only looks like one: words, templates, code, addresses, labels."""

from __future__ import annotations

from qt_app.core.patterns import lazily
from qt_app.core.redaction.names import KNOWN_NAMES

MAX_PASSWORD = 256
COOKIE_EXTRAS = frozenset(
    ("path", "domain", "expires", "max-age", "samesite", "secure", "httponly", "version", "comment")
)
SCHEME = lazily(r"(?i)(?P<scheme>Bearer|Basic|Token|Digest|MAC)(?:[ +\t]|%20){1,8}(?=\S)")
HOST = lazily(r"(?=[a-z0-9.-]{4,80}\Z)(?:[a-z0-9-]+\.)+[a-z]{2,6}")
_PLAIN_WORDS = frozenset(
    (
        *("null", "none", "nil", "undefined", "true", "false", "empty", "expired", "invalid"),
        *("missing", "error", "required", "failed", "fail", "ok", "valid", "timeout", "not", "is"),
        *("wrong", "bad", "incorrect", "absent", "success", "yes", "no", "nan", "string", "str"),
        *("int", "number", "object", "bool", "boolean", "optional", "unauthorized", "bearer"),
        *("basic", "token", "secret", "await", "new", "option", "some", "just", "maybe", "any"),
        *(
            "bytes",
            "byte",
            "char",
            "text",
            "varchar",
            "function",
            "lambda",
            "promise",
            "result",
            "map",
        ),
    )
)
# Addresses and paths are no secrets; masked everywhere, they would take the story with them.
ADDRESS = lazily(r"https?://[^\s?#@]*|(?:/[a-z0-9_.-]+)+/?")
_FOLDER = lazily(r"(?:/[a-z][a-z_-]{1,30}){2,12}/?")
_TEMPLATE = lazily(r"[A-Z]+(?:_[A-Z]+)*")
# Code that names a value: this.token, cfg->secret, $this->token, {token}, <secret>, %(token)s.
_PRINTF = lazily(r"%[-0-9.]{0,8}[sdvqx@]")
_REFERENCE = lazily(r"[$@]?[A-Za-z_]{1,40}(?:(?:\.|->|::)[A-Za-z_]{1,40}){1,6}")
_PLACEHOLDER = lazily(r"(?:\$?\{{1,2}|<|%\(|\$|\$\()[A-Za-z_.-]{1,40}(?:\}{1,2}|>|\)s?)?")
_YOURS = lazily(r"(?i)(?:your|my|the)(?:[_-]?[a-z]{1,20}){1,4}")
_ENDINGS = tuple(sorted(KNOWN_NAMES))
_ALNUM = lazily(r"[^\W_]")
# When something happened to a token is no token.
_MOMENT = lazily(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[t_ ]\d{1,2}:\d\d\S{0,24})?")
_DATE = lazily(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}")
_CJK = lazily("[\u3400-\u9fff]")
# A ticket of an issue tracker is what a support person looks for.
_ISSUE = lazily(r"(?:[A-Z][A-Z0-9]{1,9}-|[A-Z]{2,5}|#)[0-9]{1,7}")
_NUMBER = lazily(r"\(?\+?(?:[ ().-]{0,2}[0-9]){7,16}")
_HOTLINE = lazily(r"[48]00[- ]?[0-9]")
_PASSPORT = lazily(r"(?i)[A-Z]{1,3}[0-9]{6,9}|[0-9]{9}")
_MIXED = lazily(r"(?=[^0-9]{0,200}[0-9])(?=[^A-Za-z]{0,200}[A-Za-z])[!-~]+")
# What has letters and digits and is made by no machine for a lock: versions, files, hosts,
# algorithms, lengths of time, threads, names with a number.
_NO_VALUE = lazily(
    r"(?i)v?[0-9]{1,4}(?:\.[0-9a-z-]{1,10}){1,4}"
    r"|.{0,60}\b(?:base|md|sha|utf|aes|rsa|hs|rs|es|ps|hmac|http|oauth|tls|ssl|des|sm|ipv|gb|log)"
    r"[-_/]?v?(?:1|2|3|4|5|6|8|16|32|64|128|192|224|256|384|512|1024|2048|4096|1\.\d)(?![0-9a-z]).*"
    r"|[0-9]{1,12}[-_]?(?:ms|s|h|d|min|mins|days?|hours?|sec|seconds?|minutes?|kb|mb|gb|bytes?"
    r"|chars?|px|bits?|digits?|times|characters?|xx|th|st|nd|rd)"
    r"|[\w./-]{1,80}\.(?:java|py|js|ts|go|kt|php|cs|rb|cpp|c|h|html?|jsp|vue|json|xml|ya?ml"
    r"|properties|log|txt|md|pem|png|jar|war|zip|exe|do|action)"
    r"|(?:[a-z0-9-]{1,63}\.){1,6}(?:com|cn|net|org|io|test|local|dev|gov|edu|top|vip|cc)(?:/.*)?"
    r"|.{0,40}(?:exec|thread|pool|nio|worker|node|server|line|step|page|chapter|table|version)"
    r"[-_#]?[0-9]{1,4}"
    r"|(?:user|app|test|admin|account|client|org|dept|emp|uid|id)[_-]?[0-9]{1,12}"
    r"|/.*|[a-z]{1,20}[_-]?[a-z]{0,20}[0-9]{1,2}|0x[0-9a-f]{1,4}|4[0-9]{2}[-_][a-z_-]+"
)

# hunter2: what people take for a password.
_SIMPLE = lazily(r"(?i)(?!sha|md\d|base|utf|aes|oauth|http|field|step|line)[a-z]{3,20}[0-9]{1,4}")


def looks_made(value: str) -> bool:
    """Whether it is no word that a person would write."""
    return any(char.isdigit() for char in value) or len(value) >= 24


def is_shaped(value: str, kind: str, said: bool = False) -> bool:
    """Whether it is a value with nothing but its own look to say so, as in a sentence.

    `said`: a verb or brackets tie it to the name, so a password may be a word with a number.
    """
    if kind == "password":
        if value.isdigit():
            return 6 <= len(value) <= 20
        made = len(value) >= 6 and _MIXED.fullmatch(value) is not None
        return made and ((said and _SIMPLE.fullmatch(value) is not None) or not tells(value))
    digits = sum(char.isdigit() for char in value)
    made = len(value) >= 8 and digits >= 2 and _MIXED.fullmatch(value) is not None
    return made and not tells(value)


def tells(value: str) -> bool:
    """A moment, a version, a file, a host, an algorithm, a number of an issue: worth reading."""
    if _DATE.match(value) or _REFERENCE.match(value):
        return True
    return _NO_VALUE.fullmatch(value) is not None or _ISSUE.fullmatch(value) is not None


def is_secret(value: str, kind: str, quoted: bool) -> bool:
    """False for what only looks like a value: words, templates, other labels."""
    plain = value.strip().lower()
    if kind in PEOPLE:
        return PEOPLE[kind](value.strip())
    if not _ALNUM.search(plain) or plain.startswith(("«", "${")):
        return False
    if plain in _PLAIN_WORDS or _is_name(value, plain):
        return False
    if plain[0] in "(<[" and plain.strip("()<>[]") in _PLAIN_WORDS:
        return False
    if not plain.strip("*x.-•") or (plain[0] in "{[<" and not quoted):
        return False
    if kind == "password":
        told = quoted or not (_CJK.match(plain) or _FOLDER.fullmatch(value))
        return len(plain) <= MAX_PASSWORD and told
    if ADDRESS.fullmatch(value) or _MOMENT.fullmatch(plain) or (not quoted and _is_code(value)):
        return False
    return not (_CJK.search(plain) or (" " in plain and not _one_run(plain)))


def _is_code(value: str) -> bool:
    """40014 behind a token's name says what is wrong with it."""
    return len(value) <= 5 and value.isdigit()


def _is_name(value: str, plain: str) -> bool:
    """The name of a value where the value should stand: ACCESS_TOKEN, this.token, {secret}."""
    if plain.replace("_", "").replace("-", "") in KNOWN_NAMES:
        return True
    if plain[0] == "%" and _PRINTF.fullmatch(plain):
        return True
    if not plain.rstrip("})>").endswith(_ENDINGS):
        return plain.endswith(")s") and _is_name(value[:-1], plain[:-1])
    return any(one.fullmatch(value) for one in (_TEMPLATE, _REFERENCE, _PLACEHOLDER, _YOURS))


def is_issue(value: str) -> bool:
    """The number of a ticket in an issue tracker."""
    return _ISSUE.fullmatch(value) is not None


def _is_number(value: str) -> bool:
    """A telephone number under its name: any with enough digits, but no hotline."""
    return _NUMBER.fullmatch(value) is not None and _HOTLINE.match(value) is None


def _is_passport(value: str) -> bool:
    return _PASSPORT.fullmatch(value) is not None


PEOPLE = {"mobile": _is_number, "id": _is_passport}


def _one_run(plain: str) -> bool:
    """Text with blanks counts only if a part of it looks made by a machine."""
    return any(len(part) >= 16 and any(c.isdigit() for c in part) for part in plain.split())
