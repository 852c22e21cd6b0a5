"""The tree that the object parser builds: groups with members, and scalars, with positions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Scalar:
    """A value without members. `cut` says that the text ended inside it."""

    __slots__ = ("cut", "end", "quoted", "start", "value")

    def __init__(self, value: Any, start: int, end: int, quoted: bool, cut: bool) -> None:
        self.value = value
        self.start = start
        self.end = end
        self.quoted = quoted
        self.cut = cut


class Member:
    """One member of a group; `key` is None for an element of a list."""

    __slots__ = ("key", "key_start", "value")

    def __init__(self, key: str | None, key_start: int, value: Scalar | Group) -> None:
        self.key = key
        self.key_start = key_start
        self.value = value


class Group:
    """Anything in brackets. `opener` is the bracket, `name` what stands before it."""

    __slots__ = (
        "close",
        "closed",
        "comma",
        "commas",
        "end",
        "members",
        "name",
        "opener",
        "separator",
        "start",
    )

    def __init__(self, opener: str, close: str, start: int, name: str = "") -> None:
        self.opener = opener
        self.close = close
        self.start = start
        self.end = start + 1
        self.name = name
        self.members: list[Member] = []
        self.closed = False
        self.comma = False
        self.commas = False
        self.separator = ""

    @property
    def keyed(self) -> bool:
        """Whether it has at least one member with a key."""
        return self.separator != ""


Node = Scalar | Group


def walk(root: Group) -> Iterator[tuple[Group, tuple[Group, ...]]]:
    """Every group in text order, with its ancestors from the outermost."""
    stack: list[tuple[Group, tuple[Group, ...]]] = [(root, ())]
    while stack:
        group, above = stack.pop()
        yield group, above
        below = (*above, group) if len(above) < 12 else (*above[1:], group)
        stack.extend(
            (member.value, below)
            for member in reversed(group.members)
            if isinstance(member.value, Group)
        )


def scalars(group: Group, limit: int = 300) -> dict[str, Any]:
    """All scalar members by dotted path, the last of equal keys winning; at most `limit`."""
    found: dict[str, Any] = {}
    stack: list[tuple[str, Group]] = [("", group)]
    while stack and len(found) < limit:
        prefix, current = stack.pop()
        nested: list[tuple[str, Group]] = []
        for place, member in enumerate(current.members[:limit]):
            path = prefix + (str(place) if member.key is None else member.key)
            if isinstance(member.value, Group):
                if path.count(".") < 8:
                    nested.append((path + ".", member.value))
            elif not (member.value.cut and not member.value.quoted):
                found[path] = member.value.value
        stack.extend(reversed(nested))
    return found
