"""From matches to events: what one failure says in several ways counts once."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from qt_app.core.patterns import lazily
from qt_app.core.phrasebook.lines import RecordState, begin_record, continue_record
from qt_app.core.phrasebook.matching import Match
from qt_app.core.phrasebook.model import GENERIC
from qt_app.core.reading.records import next_element

_PAGE = ("title", "text", "name")
_PAGE_LINES, _PAGE_REACH, _SESSION_REACH = 14, 2000, 60_000
_LINE_REACH = 600
_SAME_LINE_SPLIT = lazily(
    r"\}\s{0,4},?\s{0,4}\{|\d{1,2}:\d{2}:\d{2}|[。；;，、|]|, | and | then "
    r"|然后|后来|接着|还有|以及"
)
_RESTART = lazily(r"\}\s{0,4},?\s{0,4}\{|\d{1,2}:\d{2}:\d{2}|\\n(?=\[?\d{4}-)")
_NEW_SENTENCE = lazily(r"[。；，、]")
_NAME = lazily(r"(?:[Nn][Ee][Tt]::)?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|E[A-Z]{4,16}|HTTP ERROR \d{3}")
_CHAIN = lazily(
    r"(?:error|exception)\(|caused by|nested exception|reason|cause|because|-+>"
    r"|\\tat |\\n {2,8}at ",
    re.I,
)
_PAGE_OPENS = lazily(r"<!doctype html|<html[ >]", re.IGNORECASE)
_PAGE_CLOSES = lazily(r"</html\s{0,4}>", re.IGNORECASE)
# A doctype and the <html> after it are one opening.
_PAGE_HEAD = 200
_COMMAND = lazily(r"^\s{0,8}[$#>]?\s{0,4}(?:curl|openssl)\s+\S", re.MULTILINE)


@dataclass(slots=True)
class Event:
    """Matches of one failure, in text order. `extent`: where a page that it opened ends."""

    matches: list[Match]
    state: RecordState
    extent: int = 0
    parts: list[str | None] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.matches[0].start

    @property
    def end(self) -> int:
        return max(self.extent, self.matches[-1].end)


def group_events(text: str, matches: list[Match]) -> list[Event]:
    """Matches in text order, grouped."""
    events: list[Event] = []
    pages = _Pages(text)
    for match in matches:
        part = _part(text, match)
        if events and _joins(text, events[-1], match, part):
            _append(events[-1], match, part)
            event = events[-1]
        else:
            event = Event([match], begin_record(_line(text, match.start)), parts=[part])
            events.append(event)
        if part == "html":
            event.extent = max(event.extent, pages.end(match.end))
    return events


def _append(event: Event, match: Match, part: str | None) -> None:
    """A phrase said over and over in one event is kept once, at its latest place."""
    if len(event.matches) > 1 and match.rule is event.matches[-1].rule and part == event.parts[-1]:
        event.matches[-1] = match
        return
    event.matches.append(match)
    event.parts.append(part)


def deepest(event: Event) -> Match:
    """The match that names the cause: the most telling; in a tie the innermost one."""
    ordered = event.matches if event.state.python else list(reversed(event.matches))
    return max(ordered, key=lambda match: match.rule.level)


def _line(text: str, place: int) -> str:
    low, high = max(0, place - 400), min(len(text), place + 400)
    begin, end = text.rfind("\n", low, place) + 1, text.find("\n", place, high)
    return text[max(begin, low) : end if end >= 0 else high]


def _part(text: str, match: Match) -> str | None:
    """The rule's part, or what the line around it makes of it."""
    low = max(0, match.start - 400)
    head = text[max(low, text.rfind("\n", low, match.start) + 1) : match.end]
    if "curl: (" in head:
        return "curl-end"
    if head.startswith("* ") and match.rule.part is None:
        return "curl"
    if _NAME.fullmatch(text, match.start, match.end):
        return "name"
    return None if match.rule.part == "name" else match.rule.part


def _joins(text: str, event: Event, match: Match, part: str | None) -> bool:
    last = event.matches[-1]
    if match.rule.ok or last.rule.ok:
        return False
    if match.start < event.extent:
        return True
    gap = text[event.end : match.start]
    if "\n" not in gap:
        return _joins_in_line(event, match, gap)
    if last.rule.kind != match.rule.kind or next_element(gap):
        return False
    return (
        _joins_page(text, event, match, part, gap)
        or _joins_session(event, part, gap)
        or _joins_answer(event, match, part, gap)
        or _joins_record(text, event, match)
    )


def _joins_in_line(event: Event, match: Match, gap: str) -> bool:
    last = event.matches[-1]
    if len(gap) > _LINE_REACH and not _CHAIN.search(gap):
        return False
    if match.rule.kind == "jssdk" and last.rule.kind == "jssdk":
        return match.rule is not last.rule and "}" not in gap
    if _CHAIN.search(gap):
        return True
    if min(last.rule.level, match.rule.level) <= GENERIC:
        return not _RESTART.search(gap)
    if _agree(event, match):
        return not (_RESTART.search(gap) or _NEW_SENTENCE.search(gap))
    return not _SAME_LINE_SPLIT.search(gap)


def _agree(event: Event, match: Match) -> bool:
    """Whether they can be about the same thing: a shared code, or one only says "failed"."""
    codes = {code for code, _ in match.rule.codes}
    last = event.matches[-1]
    if min(last.rule.level, match.rule.level) <= GENERIC:
        return True
    return any(code in codes for code, _ in last.rule.codes)


def _joins_page(text: str, event: Event, match: Match, part: str | None, gap: str) -> bool:
    last = event.parts[-1]
    if part not in _PAGE or gap.count("\n") > _PAGE_LINES or len(gap) > _PAGE_REACH:
        return False
    if not _agree(event, match):
        return False
    if part == "name":
        near = last in ("title", "text") or (last is None and gap.count("\n") <= 3)
        return near and _is_bare(text, match)
    if last == "name":
        return not gap.strip() and "title" not in event.parts and _is_bare(text, event.matches[-1])
    if last == "text":
        heading = _beside(text, event.matches[-1]) < 4 <= _beside(text, match)
        return part == "text" and (match.rule is not event.matches[-1].rule or heading)
    return last == "title"


def _is_bare(text: str, match: Match) -> bool:
    """Whether the line holds the error's name and hardly more."""
    return _beside(text, match) <= 24


def _beside(text: str, match: Match) -> int:
    """How many characters its line holds besides the match."""
    return len(_line(text, match.start).strip()) - (match.end - match.start)


def _joins_session(event: Event, part: str | None, gap: str) -> bool:
    last = event.parts[-1]
    if part in ("curl", "curl-end"):
        return last == "curl" and len(gap) < _SESSION_REACH and not _COMMAND.search(gap)
    if part == "openssl" and last == "openssl":
        return len(gap) < _SESSION_REACH and "CONNECTED(" not in gap and not _COMMAND.search(gap)
    return False


def _joins_answer(event: Event, match: Match, part: str | None, gap: str) -> bool:
    """A status line and its page; a parser's complaint and the page it choked on."""
    last = event.parts[-1]
    if part == "html" and last == "status":
        return len(gap) < 4000 and "HTTP/" not in gap and '"request"' not in gap
    if part == "html" or event.extent:
        other = match.rule if event.extent else event.matches[-1].rule
        return gap.count("\n") <= 4 and any(code == "http.not_json" for code, _ in other.codes)
    return False


def _joins_record(text: str, event: Event, match: Match) -> bool:
    state = event.state
    begin = text.find("\n", event.matches[-1].end) + 1
    end = text.find("\n", match.start)
    for line in text[begin : end if end >= 0 else len(text)].split("\n"):
        if not continue_record(state, line[:400]):
            return False
    return True


class _Pages:
    """Where the text's HTML pages begin and end; found once, in one pass each."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _closings(self) -> list[int]:
        return [found.end() for found in _PAGE_CLOSES.finditer(self._text)]

    @cached_property
    def _openings(self) -> list[int]:
        return [found.start() for found in _PAGE_OPENS.finditer(self._text)]

    def end(self, start: int) -> int:
        """Where the page that opens before `start` closes; `start` if another opens first."""
        at = bisect_left(self._closings, start)
        if at == len(self._closings):
            return start
        closing = self._closings[at]
        following = bisect_left(self._openings, start + _PAGE_HEAD)
        opens_before = following < len(self._openings) and self._openings[following] < closing
        return start if opens_before else closing
