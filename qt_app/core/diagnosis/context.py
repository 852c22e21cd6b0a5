"""What is known around one answer when its meaning is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from qt_app.core.diagnosis.messages import language, required_param
from qt_app.core.diagnosis.rulebook import Condition

QINGTUI_HOSTS: Final = (".qingtui.com", ".qingtui.cn", ".qingtui.im")


@dataclass(frozen=True, slots=True)
class Context:
    """Hashable, so that equal answers are decided once.

    `near` holds the ids of rules whose `near`, `ahead` or `behind` occurs in the same record,
    and no `unless_near`. `key` is "errcode" or "code" (a name that any system uses) for responses,
    "text" for a code in plain text, "words" for a message without a code. `sent` holds the values
    of those parameters that a rule looks at.
    """

    kind: str
    code: str | None
    message: str | None = None
    key: str | None = None
    path: str | None = None
    host: str | None = None
    service: str | None = None
    params: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    sent: frozenset[tuple[str, str]] = frozenset()
    near: frozenset[str] = frozenset()
    documented: bool = False

    @property
    def lang(self) -> str | None:
        """The language of the message."""
        return language(self.message)

    @property
    def param(self) -> str | None:
        """The parameter that an "… is required" names."""
        return required_param(self.message)

    @property
    def own_host(self) -> bool:
        """Whether the call went to a host of the platform."""
        return is_own_host(self.host)


def is_own_host(host: str | None) -> bool:
    """Whether a host name belongs to 轻推."""
    return host is not None and f".{host.lower().rstrip('.')}".endswith(QINGTUI_HOSTS)


def holds(condition: Condition, context: Context, rule_id: str, lang: str | None) -> bool:
    """Whether everything that the condition asks is so; `match` is judged per candidate."""
    return (
        _sets_hold(condition, context)
        and (condition.lang is None or condition.lang == lang)
        and (condition.kind is None or condition.kind == context.kind)
        and (condition.documented is None or condition.documented == context.documented)
        and _patterns_hold(condition, context)
        and (not _looks_around(condition) or rule_id in context.near)
    )


def _looks_around(condition: Condition) -> bool:
    return bool(condition.near or condition.ahead or condition.behind)


def _sets_hold(condition: Condition, context: Context) -> bool:
    return (
        (condition.codes is None or context.code in condition.codes)
        and (condition.fields is None or condition.fields <= context.fields)
        and (condition.params is None or bool(condition.params & context.params))
        and (condition.sent is None or _was_sent(condition.sent, context.sent))
        and (condition.keys is None or (context.key or "").lower() in condition.keys)
    )


def _was_sent(
    wanted: tuple[tuple[str, re.Pattern[str]], ...], sent: frozenset[tuple[str, str]]
) -> bool:
    return any(
        name == known and pattern.search(value) for name, pattern in wanted for known, value in sent
    )


def _patterns_hold(condition: Condition, context: Context) -> bool:
    return (
        _found(condition.message, context.message)
        and _found(condition.path, context.path)
        and _found(condition.host, context.host)
        and _found(condition.service, context.service)
        and _found(condition.code_like, context.code)
    )


def _found(pattern: re.Pattern[str] | None, text: str | None) -> bool:
    return pattern is None or (text is not None and pattern.search(text) is not None)
