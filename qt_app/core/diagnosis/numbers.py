"""Codes named in plain text, and the many numbers that are none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qt_app.core.diagnosis.rulebook import Cues
from qt_app.core.patterns import lazily

_LEFT, _RIGHT = 32, 40
_REMEMBERED = 20_000
_LEAST_ALONE = 5
_ANYBODYS = ("0", "-1")  # any program's results
_DIGITS = "0-9０-９"
_NUMBER = lazily(
    rf"(?<![{_DIGITS}A-Za-z_.．\-])([-−－]?)([{_DIGITS}]{{1,9}})(?![{_DIGITS}A-Za-z_])"
)
# The same, found by its first digit; `sign` is empty where none belongs to the number.
_NUMBER_IN_LINE = lazily(
    rf"[{_DIGITS}](?:(?<![{_DIGITS}A-Za-z_.．\-].)|(?<=-.)(?<![{_DIGITS}A-Za-z_.．\-]-.))"
    rf"[{_DIGITS}]{{0,8}}(?![{_DIGITS}A-Za-z_])"
)
_SIGNED = lazily(rf"(?<![{_DIGITS}A-Za-z_.．\-])[-−－]")
_CONTINUED = lazily(r"^(?:[.．][0-9]|[-/][0-9]|[:：][0-9]{2}|\s+---|,[0-9]{3}(?![0-9]))")
_SLASHED = lazily(r"^\s?[/、]\s?([0-9]{5})(?![0-9A-Za-z_])")
_MORE_PAIRS = lazily(
    r"^[&;, ]{1,2}(?![\w.]{0,12}(?:msg|message|err|desc|info))[A-Za-z_]\w{0,20}=", re.IGNORECASE
)
_IN_PATH = lazily(r"[A-Za-z_.]/$")
_COUNTED = lazily(
    r"^\s{0,2}(?:条(?!件)|个(?!人)|次(?!数)|毫秒|秒|ms(?![a-z])|元(?!素)|端口|字节"
    r"|rows?|items?|records?|lines?|bytes?)"
)
_ONLY = lazily(r"[\s\"'“”‘’`「」『』【】\[\]()（）<>《》:：,，;；#、/|和与及跟]*")
_TAIL = lazily(r"[\s\"'“”‘’`」』】\]）)>》。.!?！？…~～,，;；:：]*")
_BRACKET = lazily(r"([（(\[【])\s{0,2}$")
_STATEMENT = lazily(r"(?:^|[\s;{)])return\s{0,2}$")  # a line of a program
FAILED = lazily(
    r"错|失败|异常|无效|超时|超过|不合法|不存在|过大|过长|打不开|进不去|不了|不上|不允许|未授权|没有|缺少|需要|fail|error|invalid|"
    r"exception|denied|required|not ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedCode:
    """A code in plain text: where it stands (in the text handed in), how it was recognised."""

    start: int
    end: int
    code: str
    rule: str


def past_beside(right: str, known: Callable[[str], bool]) -> str:
    """What follows a code and the known ones that slashes join to it: `50002/42001 …`."""
    while (beside := _SLASHED.match(right)) is not None and known(beside[1]):
        right = right[beside.end() :]
    return right


def plain_number(text: str) -> str:
    """Digits in any width as a plain decimal string: `０40001` → `40001`."""
    if text.isascii() and text[0] not in "-0":
        return text
    folded = unicodedata.normalize("NFKC", text).replace("−", "-")
    sign, digits = ("-", folded[1:]) if folded.startswith("-") else ("", folded)
    digits = digits.lstrip("0") or "0"
    return sign + digits if digits != "0" else "0"


def only_codes(text: str, known: Callable[[str], bool]) -> list[NamedCode]:
    """The codes of a text that holds nothing else: one number, or several known ones."""
    if len(text) > 400:
        return []
    found: list[NamedCode] = []
    at = 0
    for number in _NUMBER.finditer(text):
        if _ONLY.fullmatch(text, at, number.start()) is None and (
            not found or _TAIL.fullmatch(text, at, number.start()) is None
        ):
            return []
        code = plain_number(number.group())
        found.append(NamedCode(number.start(), number.end(), code, "mention.only"))
        at = number.end()
    if not found or _TAIL.fullmatch(text, at) is None:
        return []
    if len(found) == 1:
        code = found[0].code
        return found if known(code) or 4 <= len(code.lstrip("-")) <= 6 else []
    return found if all(known(one.code) for one in found) else []


def _numbers(line: str) -> Iterator[tuple[int, int]]:
    """Start and end of what `_NUMBER` finds, several times faster in a line without many."""
    for number in _NUMBER_IN_LINE.finditer(line):
        start = number.start()
        signed = start and line[start - 1] in "-−－" and _SIGNED.match(line, start - 1)
        yield (start - 1 if signed else start), number.end()


class CodeFinder:
    """Finds the codes that lines name as such; equal surroundings are judged once."""

    def __init__(self, cues: Cues, known: Callable[[str], bool]) -> None:
        self._cues = cues
        self._known = known
        self._judged: dict[tuple[str, str, str], str | None] = {}

    def named(self, line: str) -> Iterator[NamedCode]:
        """The codes that a line names, in order."""
        hinted = self._is_hinted(line)
        for start, end in _numbers(line):
            if not hinted and end - start < _LEAST_ALONE:
                continue
            code = plain_number(line[start:end])
            known = self._known(code)
            if not known and not hinted:
                continue
            if not known and not 4 <= len(code.lstrip("-")) <= 8:
                continue
            rule = self._judge(code, line[max(0, start - _LEFT) : start], line[end : end + _RIGHT])
            if rule:
                yield NamedCode(start, end, code, rule)

    def _is_hinted(self, line: str) -> bool:
        """Without a cue's word only a known code of five digits can be one."""
        plain = line if line.isascii() else unicodedata.normalize("NFKC", line)
        lowered = plain.lower()
        return any(hint in lowered for hint in self._cues.hints)

    def _judge(self, code: str, left: str, right: str) -> str | None:
        key = (code, left, right)
        if key not in self._judged:
            if len(self._judged) >= _REMEMBERED:
                self._judged.clear()
            self._judged[key] = self._recognise(code, left, right)
        return self._judged[key]

    def _recognise(self, code: str, left: str, right: str) -> str | None:
        known, cues = self._known(code), self._cues
        before = unicodedata.normalize("NFKC", left)
        if known:
            right = past_beside(right, self._known)
        if _CONTINUED.match(right) or (code == "-1" and _STATEMENT.search(before)):
            return None
        if code in _ANYBODYS and cues.program.search(before):
            return None
        lowered = before.lower()
        hinted = any(hint in lowered for hint in cues.hints)
        if hinted and cues.strong.search(before):
            blocked = _COUNTED.match(right) if known else cues.not_after.match(right)
            return None if blocked else "mention.named"
        if not known or code == "0" or _IN_PATH.search(before):
            return None
        rule = "mention.named" if hinted and cues.weak.search(before) else None
        if rule and before.endswith("=") and _MORE_PAIRS.match(right):
            return None  # one member of a record: code=40001 name=x
        if rule is None and len(code.lstrip("-")) >= 5:
            rule = "mention.named" if cues.after.match(right) else _in_brackets(before, right)
        if rule is None or cues.not_before.search(before) or cues.not_after.match(right):
            return None
        return rule


def _in_brackets(left: str, right: str) -> str | None:
    opened = _BRACKET.search(left)
    if opened is None or not re.match(r"\s{0,2}[)）\]】]", right):
        return None
    return "mention.bracket" if FAILED.search(left) else None
