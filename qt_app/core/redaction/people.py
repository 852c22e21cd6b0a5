"""Numbers of people: identity cards, bank cards, telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qt_app.core.patterns import lazily
from qt_app.core.redaction.model import Hit

# Where a number may begin: after no letter or digit, or after an escape (%22, %2522, \\n).
_EDGE = (
    r"(?:(?<![0-9A-Za-z])|(?<=%[0-9A-Fa-f]{2})|(?<=%25[0-9A-Fa-f]{2})"
    r"|(?<=%2525[0-9A-Fa-f]{2})|(?<=\\[nrt]))"
)
# Eleven digits or more with at most two signs between: where a person's number may stand.
_DIGITS = lazily(r"[0-9](?<![0-9].)(?:[ \-.()\u00a0]{0,2}[0-9]){10,}+")
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
# The cards of before 2000: a place, a birthday in six digits, no check digit.
_OLD_ID = lazily(
    rf"{_EDGE}(?<![0-9][- .])"
    r"([1-9][0-9]{5}([0-9]{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3})"
    r"(?![0-9A-Za-z]|[- .][0-9])"
)
# 0755-86543210, (021) 61234567; a date of this century behind the code makes it another number.
_DESK = lazily(
    r"(?<![0-9A-Za-z.:/_-])(?<![0-9] )(\(?0(?:10|2[0-9]|[3-9][0-9]{2})(?:\)[ -]?|[- ]{1,2})"
    r"(?!20[0-9]{2}[01][0-9][0-3][0-9])[2-9][0-9]{2,3}[ -]?[0-9]{4})(?![0-9A-Za-z]|[.:][0-9])"
)
_COUNTRY = (
    r"(?:7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[124]|86(?![ \-.()]{0,3}1[ ]?[3-9])|9[0-58]"
    r"|(?:2[1-9]|3[578]|42|5[09]|6[7-9]|8[58]|9[679])[0-9])"
)
# +852 9123 4567, +1 (415) 555-2671; mobile phones of the mainland are found without the code.
_ABROAD = lazily(
    r"(?:\+|%2[bB])(?<![0-9A-Za-z)\]+_/=]\+)"
    rf"({_COUNTRY}(?:[ \-.()]{{0,2}}[0-9]){{7,12}}"
    r"|1[ \-.]?\(?[2-9][0-9]{2}\)?[ \-.]?[2-9][0-9]{2}[ \-.]?[0-9]{4})"
    r"(?![0-9A-Za-z]|[.:/-][0-9])"
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


def find_people(text: str) -> Iterator[Hit]:
    """Numbers of identity cards, bank cards, mobile phones, lines at a desk."""
    for run in _DIGITS.finditer(text):
        window = (max(0, run.start() - 1), min(len(text), run.end() + 2))
        yield from _cards(text, window)
        for pattern in (_MOBILE, _SPACED_MOBILE, _DESK):
            for found in pattern.finditer(text, *window):
                if not _named_otherwise(text, found.start()):
                    yield _hit(found, "mobile")
    if "+" in text or "%2" in text:
        yield from (_hit(found, "mobile") for found in _ABROAD.finditer(text))


def _hit(found: re.Match[str], kind: str) -> Hit:
    return Hit(*found.span(1), kind, found[1])


def _cards(text: str, window: tuple[int, int]) -> Iterator[Hit]:
    for found in _ID.finditer(text, *window):
        if _is_id(text, found):
            yield _hit(found, "id")
    for found in _OLD_ID.finditer(text, *window):
        if _is_old_id(text, found):
            yield _hit(found, "id")
    for found in _CARD.finditer(text, *window):
        digits = re.sub(r"[ -]", "", found[1])
        named = _CARD_NAME.search(text, max(0, found.start() - 24), found.start())
        made = _card_length(digits) and _luhn(digits)
        if (made or named) and not _named_otherwise(text, found.start()):
            yield _hit(found, "card")


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


def _is_old_id(text: str, found: re.Match[str]) -> bool:
    """Bare ones only if the year is none of this century: 230504112233445 is a moment."""
    if found[1][:2] not in _PROVINCES:
        return False
    if _ID_NAME.search(text, max(0, found.start() - 24), found.start()):
        return True
    return found[2] > "29" and not _named_otherwise(text, found.start())


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
