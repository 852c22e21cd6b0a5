"""What stands around a finding: its line, rules' words in its record, addresses close by."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from qt_app.core.diagnosis.rulebook import Rule
from qt_app.core.patterns import lazily
from qt_app.core.reading.context import Context as Calls
from qt_app.core.reading.model import Exchange, Span
from qt_app.core.reading.records import Records
from qt_app.core.reading.times import stamp_in

BEFORE, AFTER = 700, 1500
_CLAUSE = lazily(r"[，,。；;！!？?]")
_PLACE = lazily(r"里|中|内|上(?!报)|客户端|浏览器|打开|登录|扫码|分享")
# A line that only announces the answer in the next one.
_ANNOUNCES = lazily(r"(?:[:：=]|返回|响应|如下|结果)\s{0,4}\n\s{0,8}$")
_BLOCK, _SENTENCE = 4000, 100
_REMEMBERED = 2000
# Both begin with what a search can skip to: classes for both cases, the slash before its look back.
_URL = lazily(
    r"[hH][tT][tT][pP][sS]?(?::(?:\\{0,4}/){2}|%3[aA]%2[fF]%2[fF])"
    r"(?:\\{1,4}/|[^\s\"'<>(){}|\\^`，。；、“”]){1,2000}"
)
# How a line begins in which a person goes on after a pasted log.
_RETOLD = lazily(
    r"\s{0,8}(?:客户|用户|同事|对方|领导|我们?|他们?|你们?|补充|后来|然后|现在|今天|昨天|刚才|又|另外|还有"
    r"|(?:customer|user|we|they|i|then|later|now|also|today|yesterday)\b)",
    re.IGNORECASE,
)
_PATH = lazily(r"/(?<![\w/.:-].)/?(?:v1|team|auth|js)/[A-Za-z][\w/.-]{0,200}")


class Surroundings:
    """Positions of rules' words and of addresses in one text, found once, asked often."""

    def __init__(self, text: str, rules: Iterable[Rule], taken: Iterable[Span] = ()) -> None:
        self.text = text
        self._taken = list(taken)
        self._calls: Calls | None = None
        self._records = Records(text)
        self._exchanges: dict[int, Exchange] = {}
        self._near: dict[str, list[int]] = {}
        self._topics: list[Rule] = []
        self._named: dict[str, bool] = {}
        self._told: dict[tuple[str, str], frozenset[str]] = {}
        self._ahead: list[Rule] = []
        self._beside: list[Rule] = []
        lowered = text.lower()
        for rule in rules:
            self._add(rule, lowered)
        # A text without a slash has neither: large junk is not searched for them.
        slashed = text if "/" in text or "%2" in text else ""
        self._urls = [
            (found.start(), found.group().replace("\\", "")) for found in _URL.finditer(slashed)
        ]
        self._paths = [(found.start(), found.group()) for found in _PATH.finditer(slashed)]

    def _add(self, rule: Rule, lowered: str) -> None:
        near, hints = rule.when.near, rule.when.near_hints
        if rule.when.kind == "mention" and (rule.when.ahead or rule.when.behind):
            self._beside.append(rule)
        elif rule.when.ahead is not None and any(hint in lowered for hint in hints):
            self._ahead.append(rule)
        if near is None:
            return
        if rule.when.kind == "mention":
            self._topics.append(rule)
        elif not hints or any(hint in lowered for hint in hints):
            places = [found.start() for found in near.finditer(self.text)]
            if places:
                self._near[rule.id] = places

    def line(self, span: Span) -> Span:
        """The whole lines that the span touches, at most some hundred characters around it."""
        start = self.text.rfind("\n", max(0, span.start - BEFORE), span.start) + 1
        end = self.text.find("\n", span.end, span.end + BEFORE)
        return Span(max(start, span.start - BEFORE), end if end >= 0 else span.end + BEFORE)

    def near(self, span: Span, low: int, high: int) -> frozenset[str]:
        """Ids of the rules whose words stand near, between the neighbours `low` and `high`."""
        told = self._announced(span) if self._ahead else frozenset()
        if not self._near:
            return told
        start, end = max(low, span.start - BEFORE), min(high, span.end + AFTER)
        return told.union(
            name for name, places in self._near.items() if _within(places, start, end)
        )

    def _announced(self, span: Span) -> frozenset[str]:
        """Ids of the rules whose words stand in the clause right before an answer."""
        words = self.text[max(0, span.start - _SENTENCE) : span.start]
        lines = words.rsplit("\n", 2)
        words = lines[-1]
        if len(lines) > 1 and not words.strip() and _ANNOUNCES.search(f"{lines[-2]}\n"):
            words = lines[-2]
        clause = _CLAUSE.split(words.rstrip("，, "))[-1]
        return frozenset(
            rule.id
            for rule in self._ahead
            if _holds(rule.when.ahead, clause) and not _holds(rule.when.unless_ahead, clause)
        )

    def topics(self, span: Span) -> frozenset[str]:
        """Ids of the rules for plain words whose words stand in the same line."""
        before = self.text[max(0, span.start - _SENTENCE) : span.start].rpartition("\n")[2]
        behind = self.text[span.end : span.end + _SENTENCE].partition("\n")[0]
        known = self._told.get((before, behind))
        if known is None:
            if len(self._told) >= _REMEMBERED:
                self._told.clear()
            known = self._told[before, behind] = self._topics_of(before, behind)
        return known

    def _topics_of(self, before: str, behind: str) -> frozenset[str]:
        words = f"{before} {behind}"
        found = {rule.id for rule in self._topics if _holds(rule.when.near, words)}
        named = [rule for rule in self._topics if rule.when.unless_near is not None]
        if not found.isdisjoint(rule.id for rule in named):
            found = found.difference(rule.id for rule in named)
            found |= self._platforms(named, before, behind)
        clause = _CLAUSE.split(before)[-1]
        found.update(
            rule.id
            for rule in self._beside
            if _holds(rule.when.ahead, clause) or _holds(rule.when.behind, behind)
        )
        return frozenset(found)

    def _platforms(self, named: list[Rule], before: str, behind: str) -> set[str]:
        """The rules of the platform that the code's own clause names; else of any in the line."""
        for clause in (_CLAUSE.split(before)[-1], _CLAUSE.split(behind)[0]):
            if any(_holds(rule.when.unless_near, clause) for rule in named):
                return set()
            nearest = {rule.id for rule in named if _names(rule, clause)}
            if nearest:
                return nearest
        words = f"{before} {behind}"
        return {
            rule.id for rule in named if _holds(rule.when.near, words) and not self._excluded(rule)
        }

    def _excluded(self, rule: Rule) -> bool:
        """Whether the words that silence the rule stand anywhere in the text."""
        unless = rule.when.unless_near
        if unless is None:
            return False
        if rule.id not in self._named:
            self._named[rule.id] = unless.search(self.text) is not None
        return self._named[rule.id]

    def retold(self, span: Span) -> bool:
        """Whether somebody tells of it in a line of their own, which has no time."""
        line = self.line(span)
        if not _RETOLD.match(self.text, line.start, span.start):
            return False
        return stamp_in(self.text[line.start : line.end]) is None

    def exchange(self, span: Span) -> Exchange:
        """The call that plain words belong to: its address, its thread, the time in their line."""
        block = span.start - span.start % _BLOCK
        key = max(block, self.text.rfind("\n", block, span.start) + 1)
        known = self._exchanges.get(key)
        if known is None:
            known = self._exchanges[key] = self._exchange(span)
        time = self._records.time_at(span.start, known.time)
        return known if time == known.time else replace(known, time=time)

    def _exchange(self, span: Span) -> Exchange:
        if self._calls is None:
            self._calls = Calls(self.text, self._taken)
        line = self.line(span)
        known = self._calls.at(span)
        if known.time and not stamp_in(self.text[line.start : line.end]):
            # What somebody adds below a log was not said when the line above was written.
            known = replace(known, time=None)
        if known.path or known.host:
            return known
        beside = self.call(span, reach=400)
        return replace(known, url=beside.url, host=beside.host, path=beside.path)

    def call(self, span: Span, reach: int = 0) -> Exchange:
        """The API address in the span's own lines, or `reach` characters before it."""
        line = self.line(span)
        low = max(0, min(line.start, span.start - reach))
        url = _nearest(self._urls, span, low, line.end)
        if url is not None:
            return _exchange(url)
        return Exchange(path=_nearest(self._paths, span, low, line.end))

    def urls(self, place: int, reach: int) -> list[str]:
        """The addresses within `reach` characters of a place, nearest first."""
        first = bisect_left(self._urls, (place - reach, ""))
        last = bisect_right(self._urls, (place + reach, "\U0010ffff"))
        near = sorted(self._urls[first:last][-60:], key=lambda one: abs(one[0] - place))
        return [url for _, url in near]


def _holds(pattern: re.Pattern[str] | None, words: str) -> bool:
    return pattern is not None and pattern.search(words) is not None


def _names(rule: Rule, clause: str) -> bool:
    """Whether a clause names the rule's platform, and not only the app that a page is opened in."""
    near = rule.when.near
    return near is not None and any(
        not _PLACE.match(clause, found.end()) for found in near.finditer(clause)
    )


def _within(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _nearest(found: list[tuple[int, str]], span: Span, low: int, high: int) -> str | None:
    """The last one before the span, else the first one behind it, within the bounds."""
    before = bisect_right(found, (span.start, "\U0010ffff"))
    if before and found[before - 1][0] >= low:
        return found[before - 1][1]
    behind = bisect_left(found, (span.end, ""))
    if behind < len(found) and found[behind][0] < high:
        return found[behind][1]
    return None


def _exchange(url: str) -> Exchange:
    host, path = host_of(url), None
    try:
        path = urlsplit(url).path or None
    except ValueError:
        path = None
    return Exchange(url=url, host=host, path=path)


def host_of(url: str) -> str | None:
    """The host of an address, lower-case, percent-encoding undone; None if it has none."""
    text = url
    for _ in range(2):
        if "://" in text[:12]:
            break
        text = unquote(text)
    try:
        return (urlsplit(text).hostname or "").lower().rstrip(".") or None
    except ValueError:
        return None
