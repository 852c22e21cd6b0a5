"""Facts that the text itself proves beside a failure: tokens, their age, repeats, wasted calls."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from qt_app.core.diagnosis.model import Finding
from qt_app.core.phrases import Phrase
from qt_app.core.reading.model import ReadText
from qt_app.core.reading.times import stamp_in
from qt_app.core.story.model import FactRule, StoryBook, matches_code
from qt_app.core.story.moments import Moment, beijing, moment
from qt_app.core.story.tokens import Token, tokens_in

_REACH = 4000
_DAY = 24 * 60


@dataclass
class Facts:
    """Facts of one text. Patterns are searched once each, whatever the number of findings."""

    read: ReadText
    book: StoryBook
    _places: dict[str, list[int]] = field(default_factory=dict)
    _values: dict[str, Counter[str]] = field(default_factory=dict)
    _rules: dict[str, tuple[FactRule, ...]] = field(default_factory=dict)
    _moments: dict[int, Moment | None] = field(default_factory=dict)

    @cached_property
    def tokens(self) -> list[Token]:
        """All readable tokens, in text order."""
        return tokens_in(self.read.text)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def of(self, finding: Finding) -> tuple[Phrase, ...]:
        """The facts beside one finding."""
        if finding.ok:
            return ()
        found = (self._fact(rule, finding) for rule in self._rules_for(finding.code))
        return tuple(fact for fact in found if fact is not None)

    def _rules_for(self, code: str) -> tuple[FactRule, ...]:
        if code not in self._rules:
            rules = (rule for rule in self.book.facts if matches_code(code, rule.codes))
            self._rules[code] = tuple(rules)
        return self._rules[code]

    def _fact(self, rule: FactRule, finding: Finding) -> Phrase | None:
        if rule.kind == "jwt":
            return self._token_fact(rule, finding)
        if rule.kind == "age":
            return self._age_fact(rule, finding)
        if rule.kind == "repeat":
            return self._repeat_fact(rule, finding)
        return self._ratio_fact(rule)

    def _token_fact(self, rule: FactRule, finding: Finding) -> Phrase | None:
        token = self._token_near(finding)
        if token is None:
            return None
        args: dict[str, str | int] = {
            "appid": token.appid or "?",
            "domain_id": token.domain_id or "?",
            "expires": beijing(token.expires) if token.expires else "?",
        }
        if token.expires is None:
            return Phrase(f"fact.{rule.fact}_seen", args)
        now = moment(finding.time)
        if now is None:
            return Phrase(f"fact.{rule.fact}_until", args)
        minutes = now.minutes_since(token.expires)
        args["minutes"] = round(abs(minutes))
        state = "expired" if minutes >= 0 else "valid"
        return Phrase(f"fact.{rule.fact}_{state}" + ("_beijing" if now.assumed else ""), args)

    def _token_near(self, finding: Finding) -> Token | None:
        """The token of the same record or call: inside it, else the nearest one before it."""
        last = bisect_right(self._token_starts, finding.span.end)
        if not last:
            return self._token_after(finding)
        token = self.tokens[last - 1]
        if finding.span.start - token.end <= _REACH:
            return token
        return self._token_after(finding)

    def _token_after(self, finding: Finding) -> Token | None:
        end = self.read.text.find("\n", finding.span.end)
        end = len(self.read.text) if end < 0 else end
        inside = [t for t in self.tokens if finding.span.start <= t.start < end]
        return inside[0] if inside else None

    def _age_fact(self, rule: FactRule, finding: Finding) -> Phrase | None:
        now = moment(finding.time)
        fetched = self._last_time(rule, finding)
        if now is None or fetched is None:
            return None
        minutes = now.minutes_since(fetched)
        if not rule.minutes <= minutes <= _DAY:
            return None
        return Phrase(
            f"fact.{rule.fact}",
            {"minutes": round(minutes), "time": fetched.at.strftime("%Y-%m-%d %H:%M:%S")},
        )

    def _last_time(self, rule: FactRule, finding: Finding) -> Moment | None:
        places = self._occurrences(rule.id, rule.pattern)
        last = bisect_right(places, finding.span.start)
        for place in reversed(places[max(0, last - 20) : last]):
            found = self._moment_at(place)
            if found is not None:
                return found
        return None

    def _moment_at(self, place: int) -> Moment | None:
        """The time of the line that holds a place."""
        if place not in self._moments:
            begin = self.read.text.rfind("\n", 0, place) + 1
            self._moments[place] = moment(stamp_in(self.read.text[begin : begin + 200]))
        return self._moments[place]

    def _repeat_fact(self, rule: FactRule, finding: Finding) -> Phrase | None:
        if rule.pattern is None:
            return None
        counts = self._values.get(rule.id)
        if counts is None:
            counts = Counter(m.group(1) for m in rule.pattern.finditer(self.read.text))
            self._values[rule.id] = counts
        value = self._value_near(rule.pattern, finding)
        count = counts[value] if value else max(counts.values(), default=0)
        return Phrase(f"fact.{rule.fact}", {"count": count}) if count >= rule.least else None

    def _value_near(self, pattern: re.Pattern[str], finding: Finding) -> str | None:
        begin = max(0, finding.span.start - _REACH)
        last = None
        for found in pattern.finditer(self.read.text, begin, finding.span.end):
            last = found.group(1)
        return last

    def _ratio_fact(self, rule: FactRule) -> Phrase | None:
        fetched = len(self._occurrences(rule.id, rule.pattern))
        calls = len(self._occurrences(f"{rule.id}.other", rule.other))
        if fetched < rule.least or fetched < rule.share * calls:
            return None
        return Phrase(f"fact.{rule.fact}", {"count": fetched, "calls": calls})

    def _occurrences(self, name: str, pattern: re.Pattern[str] | None) -> list[int]:
        """Where a pattern occurs, once a line at most."""
        if name not in self._places:
            self._places[name] = list(self._lines_with(pattern)) if pattern else []
        return self._places[name]

    def _lines_with(self, pattern: re.Pattern[str]) -> Sequence[int]:
        text, found, line_end = self.read.text, [], -1
        for match in pattern.finditer(text):
            if match.start() < line_end:
                continue
            found.append(match.start())
            end = text.find("\n", match.start())
            line_end = len(text) if end < 0 else end
        return found
