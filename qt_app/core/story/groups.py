"""Findings of one meaning, told once with their number, first and last."""

from __future__ import annotations

from collections.abc import Sequence

from qt_app.core.diagnosis.model import Finding, Group
from qt_app.core.story.moments import moment

Key = tuple[object, ...]


def group(findings: Sequence[Finding]) -> tuple[Group, ...]:
    """Groups in the order of their first finding; successes are never mixed into errors."""
    members: dict[Key, list[int]] = {}
    for index, finding in enumerate(findings):
        members.setdefault(_key(finding), []).append(index)
    return tuple(_group(findings, tuple(indexes)) for indexes in members.values())


def _key(finding: Finding) -> Key:
    """What makes two findings the same trouble.

    A decided entry is a meaning by itself; otherwise the code, its maker and the message without
    names and numbers are.
    """
    made = finding.origin if finding.origin in ("client", "foreign") else ""
    if finding.ok:
        return (True, finding.kind == "jssdk", finding.platform, finding.success)
    if finding.entry is not None and not finding.undecided:
        return (False, finding.entry.id, made)
    return (False, finding.code, made, finding.platform, finding.template)


def _group(findings: Sequence[Finding], indexes: tuple[int, ...]) -> Group:
    first, last = findings[indexes[0]], findings[indexes[-1]]
    times = [findings[index].time for index in indexes]
    entry = None if first.undecided else first.entry
    return Group(
        entry_id=entry.id if entry else None,
        code=first.code,
        table=entry.table if entry else None,
        count=len(indexes),
        first_line=first.line,
        last_line=last.line,
        first_time=_extreme(times, latest=False),
        last_time=_extreme(times, latest=True),
        follows=None,
        ok=first.ok,
        members=indexes,
    )


def _extreme(times: Sequence[str | None], *, latest: bool) -> str | None:
    known = [(one.at, time) for time in times if time and (one := moment(time))]
    if not known:
        return None
    return (max if latest else min)(known, key=lambda pair: pair[0])[1]
