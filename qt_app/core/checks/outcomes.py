"""The outcome numbers that the checks return; their words are in `resources/checklists`."""

from __future__ import annotations

from enum import StrEnum

from qt_app.core.checks.model import Note


class Outcome(StrEnum):
    """An outcome number with the status that always goes with it: `NAME = "D-01", "pass"`."""

    status: str

    def __new__(cls, number: str, status: str = "fail") -> Outcome:
        member = str.__new__(cls, number)
        member._value_ = number
        member.status = status
        return member

    def note(self, **args: str) -> Note:
        """This outcome with the values its words need."""
        return Note(self.value, self.status, args)


class Domain(Outcome):
    """`check domain`."""

    FORM_OK = "D-01", "pass"
    EMPTY = "D-02"
    SCHEME = "D-03"
    PATH = "D-04"
    PORT = "D-05"
    WILDCARD = "D-06"
    BLANK = "D-07"
    NEWLINE = "D-08"
    INVISIBLE = "D-09"
    USER_INFO = "D-10"
    NO_HOST = "D-11"
    NO_SCHEME = "D-12"
    BROKEN_SCHEME = "D-13"
    TWO_NAMES = "D-14"
    EMPTY_LABEL = "D-15"
    HYPHEN = "D-16"
    UNDERSCORE = "D-17"
    LABEL_LONG = "D-18"
    NAME_LONG = "D-19"
    BAD_CHARACTER = "D-20"
    BAD_IDN = "D-21"
    BAD_IP = "D-22"
    QUOTED = "D-23"
    CASE = "D-24", "warn"
    OUTER_BLANK = "D-25", "warn"
    FINAL_DOT = "D-26", "warn"
    FULL_WIDTH = "D-27", "warn"
    ODD_IP = "D-28", "warn"
    BRACKETS = "D-29", "warn"
    WECHAT_FILE = "D-48", "warn"

    REGISTRABLE = "D-30", "pass"
    REGISTRABLE_IDN = "D-31", "pass"
    SUBDOMAIN = "D-32", "warn"
    PUBLIC_SUFFIX = "D-33"
    SINGLE_LABEL = "D-34"
    UNKNOWN_SUFFIX = "D-35"
    BELOW_PRIVATE = "D-36", "warn"
    DEEP_PRIVATE = "D-37", "warn"
    PRIVATE_SUFFIX = "D-38"
    IP_PUBLIC = "D-39", "warn"
    IP_LAN = "D-40", "warn"
    IP_LOOPBACK = "D-41", "warn"
    LOOKALIKE = "D-42", "warn"
    UNUSABLE = "D-43"
    NOTHING = "D-44"
    NOT_AN_IP = "D-45"
    WECHAT_HOST = "D-46", "warn"
    SUGGESTED = "D-47", "manual"

    SAME_HOST = "D-50", "pass"
    BELOW = "D-51", "pass"
    NO_PAGE = "D-52", "skip"
    OTHER_DOMAIN = "D-53"
    SIBLING = "D-54"
    COVERS_NOTHING = "D-55"
    NO_PAGE_HOST = "D-56"
    NO_SAFE_DOMAIN = "D-57"
    NOT_GIVEN = "D-58", "skip"
    NOT_COMPARED = "D-59", "skip"

    CACHE = "D-60", "manual"


class Link(Outcome):
    """`check link`."""

    ENDPOINT_OK = "L-01", "pass"
    EMPTY = "L-02"
    NO_SCHEME = "L-03"
    NOT_HTTPS = "L-04"
    OTHER_SCHEME = "L-05"
    OLD_HOST = "L-06", "warn"
    TEST_HOST = "L-07"
    OTHER_QINGTUI = "L-08"
    WECHAT_LINK = "L-09"
    FOREIGN_LINK = "L-10"
    NO_AUTHORIZE = "L-11"
    WRONG_PATH = "L-12"
    PATH_SLASH = "L-13", "warn"
    PORT = "L-14", "warn"
    BLANK = "L-15"
    USER_INFO = "L-16"

    APPID_OK = "L-20", "pass"
    APPID_MISSING = "L-21"
    APPID_PLACEHOLDER = "L-22"
    APPID_WECHAT = "L-23"
    APPID_NO_NUMBER = "L-24", "warn"
    APPID_LENGTH = "L-25", "warn"
    APPID_SPELLING = "L-26"
    APPID_TWICE = "L-27", "warn"

    REDIRECT_OK = "L-30", "pass"
    REDIRECT_MISSING = "L-31"
    REDIRECT_PLACEHOLDER = "L-32"
    REDIRECT_SPELLING = "L-33"
    NOT_ENCODED = "L-34"
    HALF_ENCODED = "L-35"
    TWICE_ENCODED = "L-36"
    NOT_ABSOLUTE = "L-37"
    NOT_WEB = "L-38"
    HTML_ESCAPED = "L-39"

    NO_FRAGMENT = "L-40", "pass"
    FRAGMENT = "L-41"
    FRAGMENT_IN_REDIRECT = "L-42"
    FRAGMENT_WECHAT = "L-43", "warn"

    DOMAIN_OK = "L-50", "pass"
    DOMAIN_IDN = "L-51", "pass"
    DOMAIN_PRIVATE = "L-52", "warn"
    DOMAIN_LAN = "L-53", "warn"
    DOMAIN_LOOPBACK = "L-54", "warn"
    DOMAIN_IP = "L-55", "warn"
    DOMAIN_LOOKALIKE = "L-56", "warn"
    DOMAIN_UNFIT = "L-57"
    DOMAIN_NONE = "L-58", "skip"
    DOMAIN_OF_PAGE = "L-59", "warn"

    PARAMS_OK = "L-60", "pass"
    PARAMS_WECHAT = "L-61", "warn"
    PARAMS_LOST = "L-62", "warn"
    PARAMS_UNKNOWN = "L-63", "warn"
    PARAMS_SECRET = "L-64"
    PARAMS_NONE = "L-65", "skip"


class Token(Outcome):
    """`check token`."""

    FORM_OK = "T-01", "pass"
    EMPTY = "T-02"
    NOT_JWT = "T-03"
    CUT = "T-04"
    MASKED = "T-05"
    TOO_MANY_PARTS = "T-06"
    BAD_BASE64 = "T-07"
    BAD_JSON = "T-08"
    OTHER_ALGORITHM = "T-09", "warn"
    SIGNATURE_LONG = "T-10"
    BEARER = "T-11", "warn"
    QUOTED = "T-12", "warn"
    OUTER_BLANK = "T-13", "warn"
    INNER_BLANK = "T-14", "warn"
    URL_ENCODED = "T-15", "warn"
    EMBEDDED = "T-16", "warn"
    PADDED = "T-17", "warn"

    APP_OK = "T-20", "pass"
    APP_UNREADABLE = "T-21", "skip"
    NOT_QINGTUI = "T-22"
    APP_PARTLY = "T-23", "warn"

    VALID = "T-30", "pass"
    EXPIRED = "T-31"
    EXPIRY_UNREADABLE = "T-32", "skip"
    NO_EXPIRY = "T-33", "warn"
    IN_SECONDS = "T-34", "warn"
    DURATION = "T-35", "warn"
    FROM_FUTURE = "T-36", "warn"
    EXPIRED_LONG = "T-37"


class Signature(Outcome):
    """`check signature`; each known mistake has the number of its words."""

    MATCH = "S-01", "pass"
    NO_MATCH = "S-02"
    VALUE_MISSING = "S-03"
    NOT_SHA1 = "S-04"

    NO_MISTAKE = "S-10", "pass"
    UNKNOWN = "S-11"
    FRAGMENT_KEPT = "S-12"
    URL_ENCODED = "S-13"
    URL_DECODED = "S-14"
    TIMESTAMP_MS = "S-15"
    TIMESTAMP_S = "S-16"
    NONCE_KEY_CAMEL = "S-17"
    ORDER = "S-18"
    UPPER_CASE = "S-19"
    QUERY_DROPPED = "S-20"
    SLASH_ADDED = "S-21"
    SLASH_DROPPED = "S-22"
    HTTP_HTTPS = "S-23"
    NOT_TRIED = "S-24", "skip"
