"""One event is one finding: what responses, phrases and plain words say together counts once."""

from __future__ import annotations

import re
from dataclasses import replace

from qt_app.core.diagnosis.draft import Draft
from qt_app.core.patterns import lazily
from qt_app.core.phrasebook.lines import begin_record, continue_record
from qt_app.core.reading.model import Span
from qt_app.core.reading.records import next_element

_RANK = {"mention": 0, "jssdk": 1, "transport": 1, "response": 2}
_LINK = lazily(r"Caused by|Exception|\n\s+at |Error|Traceback|nested|error|失败|异常|Stack")
_BACK_TO_BACK = lazily(r"[\s,;|\[\]]*")
_MAX_GAP, _SAME_LINE, _SAME_WORDS = 20_000, 400, 40


def merge(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts in text order with each event once."""
    ordered = sorted(
        _apart(drafts), key=lambda one: (one.span.start, -one.span.end, -_RANK[one.kind])
    )
    kept: list[Draft] = []
    for draft in ordered:
        _join(text, kept, draft)
    return kept


def _apart(drafts: list[Draft]) -> list[Draft]:
    """An answer deep in an object, and the network's words elsewhere in it, each in its place."""
    hits = [one for one in drafts if one.kind in ("transport", "jssdk") and one.hit]
    for draft in drafts if hits else ():
        own = draft.reading.own if draft.reading is not None else None
        if own is None or draft.kind != "response" or draft.code == "-1":
            continue
        beside = [one for one in hits if _within(one, draft.span) and not _within(one, own)]
        for one in beside:
            one.span = one.hit.matched if one.hit is not None else one.span
        draft.span = own if beside else draft.span
    return drafts


def _within(draft: Draft, span: Span) -> bool:
    """Whether the words themselves stand within `span`."""
    words = draft.hit.matched if draft.hit is not None else draft.span
    return span.start <= words.start and words.end <= span.end


def _join(text: str, kept: list[Draft], draft: Draft) -> None:
    while kept:
        winner = _same_event(text, kept[-1], draft)
        if winner is None:
            break
        if winner is kept[-1]:
            return
        kept.pop()
        draft = winner
    kept.append(draft)


def _same_event(text: str, first: Draft, second: Draft) -> Draft | None:
    """The one of two neighbours that stands for both, or None if they are two events."""
    if second.span.start < first.span.end:
        return _overlapping(first, second)
    gap = text[first.span.end : second.span.start]
    if len(gap) > _MAX_GAP:
        return None
    kinds = {first.kind, second.kind}
    if "mention" in kinds:
        return _with_mention(first, second, gap)
    if first.ok or second.ok:
        return None
    if len(gap) <= _SAME_LINE and gap.count("\n") <= 1:
        answer = _told_by_client(first, second)
        if answer is not None:
            return answer
    if "\n" not in gap:
        return _in_one_line(first, second, gap)
    if _opened_below(first, second, gap):
        return first
    if next_element(gap):
        return None
    if not _LINK.search(gap) and not _LINK.search(_head(text, second)):
        return None
    if not _one_record(text, first, second):
        return None
    return _deepest(first, second)


def _overlapping(first: Draft, second: Draft) -> Draft | None:
    """A phrase inside an answer that has its own code belongs to that answer."""
    if first.kind == second.kind == "response":
        return None if first.span != second.span else second
    for one, other in ((first, second), (second, first)):
        if one.kind == "transport" and other.kind == "response" and other.code == "-1":
            return one  # a program's wrapper around what really happened
        if one.kind == "jssdk" and other.kind == "response" and len(other.code) <= 3:
            return one  # the bridge's own err_code, which no table knows
    if _RANK[first.kind] != _RANK[second.kind]:
        return first if _RANK[first.kind] > _RANK[second.kind] else second
    return first


def _told_by_client(first: Draft, second: Draft) -> Draft | None:
    """An SDK's or client's own words beside the answer that they complain about."""
    for one, other in ((first, second), (second, first)):
        if one.code.startswith("sdk.") and other.reading is not None and other.hit is None:
            return other
    return None


def _with_mention(first: Draft, second: Draft, gap: str) -> Draft | None:
    """Plain words beside what they talk about: same code in the same line or the next one."""
    if gap.count("\n") > 1 or len(gap) > _SAME_LINE:
        return None
    if first.code != second.code:
        return None
    if first.kind == second.kind == "mention":
        return _better_mention(first, second, gap)
    return first if second.kind == "mention" else second


def _better_mention(first: Draft, second: Draft, gap: str) -> Draft | None:
    both_named = first.message is None and second.message is None
    if "\n" in gap and (both_named or (first.message and second.message)):
        return None
    if first.message is None and second.message is not None:
        return second
    return first


def _opened_below(first: Draft, second: Draft, gap: str) -> bool:
    """A browser's console shows an object in one line and, opened, its members below."""
    indented = not gap.strip() and gap.endswith("  ")
    same = first.code == second.code and first.message == second.message
    if not (indented and same) or first.reading is None or second.reading is None:
        return False
    return first.reading.dialect != "pairs" and second.reading.dialect == "pairs"


def _in_one_line(first: Draft, second: Draft, gap: str) -> Draft | None:
    """The same answer told twice in one record: `resp={…} error: {…}`."""
    if len(gap) > _SAME_LINE:
        return None
    same = first.kind == second.kind and first.code == second.code
    if same and first.kind == "transport" and len(gap) <= _SAME_WORDS:
        return replace(first, span=Span(first.span.start, second.span.end))
    if same and (first.message is None) != (second.message is None):
        return second if first.message is None else first
    if _BACK_TO_BACK.fullmatch(gap) or '":' in gap:
        return None
    if same:
        return second if first.message == second.message else None
    if _LINK.search(gap) and re.search(r"Caused by|nested exception", gap):
        return second
    return None


def _deepest(first: Draft, second: Draft) -> Draft:
    """The deeper one; a client's text about an answer that has a code is only its echo."""
    echo = second.code.startswith("sdk.") and first.reading is not None and first.hit is None
    return first if echo else second


def _one_record(text: str, first: Draft, second: Draft) -> bool:
    """Whether the second stands in a line that continues the record of the first."""
    begin = text.rfind("\n", 0, first.span.start) + 1
    state = begin_record(text[begin : begin + 400].split("\n", 1)[0])
    at = text.find("\n", first.span.end) + 1
    stop = text.rfind("\n", 0, second.span.start) + 1
    while at <= stop:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if not continue_record(state, text[at : min(end, at + 400)]):
            return False
        at = end + 1
    return True


def _head(text: str, draft: Draft) -> str:
    begin = text.rfind("\n", 0, draft.span.start) + 1
    return text[max(begin, draft.span.start - 300) : draft.span.start]
