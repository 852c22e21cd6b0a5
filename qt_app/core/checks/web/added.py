"""What one copy of a page holds more than the other, and how much it weighs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from qt_app.core.checks.web.answer import split
from qt_app.core.checks.web.page_reader import Item, PageText
from qt_app.core.checks.web.sameness import hosts_in, is_call_value, neutral, signature, values

# A place of its own for both copies, so that relative addresses are equal.
HERE = "https://page.invalid/"
_NOWHERE = "page.invalid"
_CODE = frozenset(
    {"script", "inline", "frame", "plugin", "refresh", "event", "socket", "form", "style"}
    | {"request"}
)
_WORD = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.]*|[\u4e00-\u9fff]+")
_INLINE = ("inline", "event")
_LIKENESS = 0.8
_TWINS = 100
_WORDS_LOOKED_AT = 20_000


@dataclass(frozen=True, slots=True)
class Added:
    """One thing that only the http copy has, and where. `values`: known code, other values."""

    item: Item
    position: str
    values: bool = False

    @property
    def is_code(self) -> bool:
        """Can it change what the user sees or does?"""
        return self.item.kind in _CODE

    @property
    def host(self) -> str:
        """The host it comes from, "" for code in the page and for the page's own host."""
        host = host_of(self.item.url)
        return "" if host == _NOWHERE else host

    def is_own(self, hosts: set[str]) -> bool:
        """Does it come from the site itself? An inline script may be anybody's."""
        if not self.item.url or self.item.url.lower().startswith(("javascript:", "data:")):
            return False
        return self.host in hosts or not self.host


def host_of(url: str) -> str:
    """The host of an address, "" if it has none."""
    parts = split(url)
    return (parts.hostname or "") if parts else ""


def find_added(old: PageText, new: PageText) -> list[Added]:
    """What `old` (http) has more often than `new`, in page order; the same thing once."""
    have: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in new.items:
        have[signature(item)].append(item)
    left: dict[tuple[str, str], Item] = {}
    for item in old.items:
        same = have.get(signature(item))
        if same:
            same.pop()
        else:
            left.setdefault(signature(item), item)
    rest = [item for items in have.values() for item in items]
    found = _Releases(rest, new).sorted_out(list(left.values()))
    return [Added(item, _position(item, old), known) for item, known in found]


class _Releases:
    """What of the other copy was not matched: another version of a file, code with other values."""

    def __init__(self, unmatched: Sequence[Item], page: PageText) -> None:
        self._files = Counter(neutral(item) for item in unmatched if item.url)
        self._codes = {neutral(item): item for item in reversed(unmatched) if not item.url}
        self._twins = _Twins(unmatched)
        self._hosts = {host_of(item.url) for item in page.items if item.url}
        for item in page.items:
            self._hosts |= hosts_in(item.text) if item.text else set()

    def sorted_out(self, items: Sequence[Item]) -> list[tuple[Item, bool]]:
        """What is new, and whether it is code that is known but for its values."""
        found: list[tuple[Item, bool]] = []
        for item in items:
            known = self._known(item)
            if known != "same":
                found.append((item, known == "values"))
        return found

    def _known(self, item: Item) -> str:
        if item.url:
            name = neutral(item)
            self._files[name] -= 1
            return "same" if self._files[name] >= 0 else ""
        if hosts_in(item.text) - self._hosts:
            return ""
        code = self._codes.get(neutral(item))
        if code is not None:
            return _by_values(item.text, code.text)
        return "same" if self._twins.has(item) else ""


def _by_values(one: str, other: str) -> str:
    """ "same" if only tokens, times and numbers differ, "" if a value is itself code."""
    differ = [pair for pair in zip_longest(values(one), values(other), fillvalue="")
              if pair[0] != pair[1]]  # fmt: skip
    if any("<" in mine or "javascript:" in mine.lower() for mine, _ in differ):
        return ""
    return "same" if all(is_call_value(each) for pair in differ for each in pair) else "values"


class _Twins:
    """Inline code of the https copy that was not matched: the same code with other values."""

    def __init__(self, unmatched: Sequence[Item]) -> None:
        code = [item for item in unmatched if item.kind in _INLINE][:_TWINS]
        self._known = [(item.kind, _words(signature(item)[1])) for item in code]
        self._asked = 0

    def has(self, item: Item) -> bool:
        """Do most of its words stand in one piece of the other copy? Asked a limited time."""
        if item.kind not in _INLINE or self._asked >= _TWINS:
            return False
        self._asked += 1
        own = _words(signature(item)[1])
        return len(own) > 3 and any(
            kind == item.kind and len(own & other) >= _LIKENESS * len(own | other)
            for kind, other in self._known
        )


def _words(text: str) -> frozenset[str]:
    return frozenset(match[0] for match in _WORD.finditer(text[:_WORDS_LOOKED_AT]))


def _position(item: Item, page: PageText) -> str:
    """before_head_end | body | after_end."""
    if page.body_end >= 0 and item.at > page.body_end:
        return "after_end"
    return "head" if 0 <= item.at < page.head_end else "body"
