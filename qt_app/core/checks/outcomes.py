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

    SAME_HOST = "D-50", "pass"
    BELOW = "D-51", "pass"
    NO_PAGE = "D-52", "skip"
    OTHER_DOMAIN = "D-53"
    SIBLING = "D-54"
    COVERS_NOTHING = "D-55"
    NO_PAGE_HOST = "D-56"
    NO_SAFE_DOMAIN = "D-57"

    CACHE = "D-60", "manual"
