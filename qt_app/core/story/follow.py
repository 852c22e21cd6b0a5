"""Which group comes after which: rules over codes, distance in time and lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from qt_app.core.diagnosis.model import Finding, Group
from qt_app.core.phrases import Phrase
from qt_app.core.story.model import FollowRule, matches_code
from qt_app.core.story.moments import moment


def link(
    groups: Sequence[Group], findings: Sequence[Finding], rules: Sequence[FollowRule]
) -> tuple[Group, ...]:
    """The groups, each with what it follows, by the first rule that fits."""
    return tuple(_linked(effect, groups, findings, rules) for effect in groups)


def _linked(
    effect: Group,
    groups: Sequence[Group],
    findings: Sequence[Finding],
    rules: Sequence[FollowRule],
) -> Group:
    if effect.ok:
        return effect
    for rule in rules:
        cause = _cause(rule, effect, groups, findings)
        if cause is not None:
            fact = Phrase(f"fact.{rule.fact}", _args(cause, effect))
            name = cause.entry_id or cause.code
            return replace(effect, follows=name, facts=(*effect.facts, fact))
    return effect


def _cause(
    rule: FollowRule, effect: Group, groups: Sequence[Group], findings: Sequence[Finding]
) -> Group | None:
    """The nearest earlier group that the rule takes for the cause."""
    second = findings[effect.members[0]]
    if not matches_code(effect.code, rule.effect):
        return None
    if rule.effect_origins and second.origin not in rule.effect_origins:
        return None
    best: tuple[int, Group] | None = None
    for cause in groups:
        if cause.ok or cause is effect or not matches_code(cause.code, rule.cause):
            continue
        first = _last_before(cause, second, findings)
        if first is None or not _near(rule, first, second):
            continue
        if best is None or first.start > best[0]:
            best = (first.start, cause)
    return best[1] if best else None


def _last_before(cause: Group, second: Finding, findings: Sequence[Finding]) -> Finding | None:
    """The group's last finding ahead of the effect, in the same input."""
    place = (second.source, second.start)
    position = bisect_left(
        cause.members, place, key=lambda index: (findings[index].source, findings[index].start)
    )
    if not position:
        return None
    first = findings[cause.members[position - 1]]
    return first if first.source == second.source else None


def _near(rule: FollowRule, first: Finding, second: Finding) -> bool:
    if rule.lines and second.line - first.line > rule.lines:
        return False
    earlier, later = moment(first.time), moment(second.time)
    if earlier is None or later is None:
        return True
    gap = later.minutes_since(earlier)
    return gap >= 0 and not (rule.minutes and gap > rule.minutes)


def _args(cause: Group, effect: Group) -> dict[str, str | int]:
    return {
        "code": cause.code,
        "line": cause.first_line,
        "time": (cause.first_time or "").replace("T", " ")[:19] or f"#{cause.first_line}",
        "count": effect.count,
    }
