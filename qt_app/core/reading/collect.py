"""From a parsed tree to the answers in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from qt_app.core.reading.found import Found, Harvest
from qt_app.core.reading.hints import hint_of, members_around, merge
from qt_app.core.reading.keys import (
    GENERIC_CODE,
    GENERIC_MESSAGE,
    WORD_CODE,
    code_rank,
    fold_key,
    is_success_body,
    message_rank,
    normal_code,
)
from qt_app.core.reading.nodes import Group, Scalar, scalars, walk

Unwrap = Callable[[str, str], Harvest | None]
MOST_CARRIERS = 20_000


class Answer(NamedTuple):
    """What the members of one group say."""

    code: str | None
    code_key: str | None
    code_rank: int
    message: str | None
    message_key: str | None
    message_rank: int
    named: bool
    success: bool
    worded: bool = False


def answer_of(group: Group) -> Answer:
    """The best code and message among a group's own scalar members; later equal keys win."""
    code: tuple[int, str | None, str | None] = (99, None, None)
    message: tuple[int, str | None, str | None] = (99, None, None)
    named = False
    for member in group.members:
        if member.key is None or not isinstance(member.value, Scalar):
            continue
        rank = code_rank(member.key)
        if rank is not None:
            named = named or rank < GENERIC_CODE
            value = None if member.value.cut else normal_code(member.value.value)
            if value is not None and rank <= code[0]:
                code = (rank, value, member.key)
            continue
        rank = message_rank(member.key)
        text = member.value.value
        if rank is not None and isinstance(text, str) and text and rank <= message[0]:
            message = (rank, text, member.key)
    success = code[1] is None and is_success_body(_telling(group))
    word = _word_code(group) if code[1] is None and message[1] is not None else None
    return Answer(
        code[1],
        code[2] or word,
        code[0],
        message[1],
        message[2],
        message[0],
        named,
        success,
        word is not None,
    )


def _word_code(group: Group) -> str | None:
    """The key of a code in words beside a request id, as clouds write: "code": "Forbidden"."""
    keys = {fold_key(member.key): member for member in group.members if member.key}
    member = keys.get("code")
    if member is None or "requestid" not in keys or not isinstance(member.value, Scalar):
        return None
    value = member.value.value
    return member.key if isinstance(value, str) and WORD_CODE.fullmatch(value) else None


def _telling(group: Group) -> Iterator[str]:
    """The member names of a group, without a code or message that is null or empty."""
    for member in group.members:
        if member.key is None:
            continue
        empty = isinstance(member.value, Scalar) and member.value.value in (None, "", "null")
        if empty and (code_rank(member.key) is not None or message_rank(member.key) is not None):
            continue
        yield member.key


def carries(answer: Answer) -> bool:
    """Whether the group could be an answer at all."""
    if answer.code is not None:
        return True
    return answer.message_rank < GENERIC_MESSAGE or answer.success or answer.worded


def duplicates(group: Group) -> bool:
    """Whether a code or message key stands twice in one group."""
    seen: set[str] = set()
    for member in group.members:
        if member.key is None or (
            code_rank(member.key) is None and message_rank(member.key) is None
        ):
            continue
        if member.key in seen:
            return True
        seen.add(member.key)
    return False


class _Carrier(NamedTuple):
    group: Group
    above: tuple[Group, ...]
    answer: Answer
    depth: int


class _Inner(NamedTuple):
    """A string with answers in it, and the groups that it stands in, from the outermost."""

    place: Scalar
    harvest: Harvest
    path: tuple[Group, ...]


def collect(root: Group, dialect: str, repairs: set[str], unwrap: Unwrap) -> Harvest:
    """All answers in a tree; string members are opened with `unwrap`."""
    harvest = Harvest()
    carriers = [one for one in _carriers(root) if one.depth < 40]
    inner = _inside_strings(root, unwrap)
    tops = _kept(carriers, bool(inner))
    single = root.keyed and _leaves(tops, inner) == 1 and _only_wrapped(tops, inner)
    for one in tops:
        found = _found(one, dialect, repairs)
        if single or one.group is root:
            found.own = (found.start, found.end)
            found.start, found.end = root.start, root.end
        if duplicates(one.group):
            found.repairs.add("duplicate_key")
            harvest.duplicates.append(found.start)
        harvest.found.append(found)
    for place, part, _ in inner:
        start, end = (root.start, root.end) if single else (place.start, place.end)
        for found in part.found:
            found.depth += 1
            found.repairs |= repairs
        harvest.extend(part.moved(start, end, (place.start, place.end)))
    harvest.found.sort(key=lambda found: (found.start, found.depth))
    return harvest


def _carriers(root: Group) -> list[_Carrier]:
    found: list[_Carrier] = []
    for group, above in walk(root):
        if not group.keyed:
            continue
        answer = answer_of(group)
        if carries(answer):
            found.append(_Carrier(group, above, answer, sum(1 for g in above if g.keyed)))
            if len(found) >= MOST_CARRIERS:
                break
    return found


def _kept(carriers: list[_Carrier], inner: bool) -> list[_Carrier]:
    """Without wrappers that say nothing and business data that only looks like an answer."""
    coded_above: set[int] = {id(one.group) for one in carriers if one.answer.code is not None}
    holding: set[int] = set()
    kept: list[_Carrier] = []
    for one in carriers:
        answer = one.answer
        under = any(id(group) in coded_above for group in one.above)
        weak = answer.code_rank >= GENERIC_CODE and answer.message is None
        if under and (answer.code is None or weak):
            continue
        kept.append(one)
        if answer.code is not None:
            holding.update(id(group) for group in one.above)
    return [
        one
        for one in kept
        if one.answer.code is not None or (id(one.group) not in holding and not inner)
    ]


def _only_wrapped(tops: list[_Carrier], inner: list[_Inner]) -> bool:
    """Whether no list of several things stands around the answer: its root is not a collection."""
    paths = [(*one.above, one.group) for one in tops] + [one.path for one in inner]
    return not any(
        len(group.members) > 1 and all(_is_place(member.key) for member in group.members[:2])
        for path in paths
        for group in path
    )


def _is_place(key: str | None) -> bool:
    """Whether a member has no name but its place: PHP and Lua write the number."""
    return key is None or key.isdecimal()


def _leaves(tops: list[_Carrier], inner: list[_Inner]) -> int:
    above = {id(group) for one in tops for group in one.above}
    plain = sum(1 for one in tops if id(one.group) not in above)
    deep = sum(len(one.harvest.found) or 1 for one in inner)
    if deep and plain == 1 and tops and all(one.depth == 0 for one in tops):
        return deep
    return plain + deep


def _inside_strings(root: Group, unwrap: Unwrap) -> list[_Inner]:
    inner: list[_Inner] = []
    for group, above in walk(root):
        encoded = any(
            member.key == "encoding"
            and isinstance(member.value, Scalar)
            and member.value.value == "base64"
            for member in group.members
        )
        for member in group.members:
            value = member.value
            if isinstance(value, Scalar) and value.quoted and isinstance(value.value, str):
                key = "base64" if encoded else member.key or ""
                part = unwrap(value.value, key) if len(value.value) > 12 else None
                if part and (part.found or part.cut_numbers):
                    _hint(part, group, above)
                    inner.append(_Inner(value, part, (*above, group)))
    return inner


def _hint(part: Harvest, group: Group, above: tuple[Group, ...]) -> None:
    """What the record around a string tells holds for the answers inside it."""
    hint = hint_of(members_around((group, *reversed(above))))
    for found in part.found:
        found.hint = merge(found.hint, hint) if hint else found.hint


def _found(one: _Carrier, dialect: str, repairs: set[str]) -> Found:
    answer = one.answer
    fields: dict[str, Any] = scalars(one.group)
    return Found(
        one.group.start,
        one.group.end,
        answer.code,
        answer.code_key,
        answer.message,
        answer.message_key,
        fields,
        dialect,
        set(repairs),
        not one.group.closed and "truncated" in repairs,
        one.depth,
        hint_of(members_around((one.group, *reversed(one.above)))),
    )
