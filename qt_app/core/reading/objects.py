"""One tolerant, iterative parser for every notation with brackets.

It reads JSON, JavaScript, Python, Java, Go, PHP, Ruby, C#, Swift … prints with the same few rules:
a group holds members, a member is `key separator value` or a bare element. Nothing recurses, every
step moves forward, so a text costs time in proportion to its length.
"""

from __future__ import annotations

import json
from typing import Any

from qt_app.core.reading import grammar as g
from qt_app.core.reading.anchors import holds_anchor
from qt_app.core.reading.keys import code_rank
from qt_app.core.reading.looker import Looker
from qt_app.core.reading.nodes import Group, Member, Scalar
from qt_app.core.reading.strict import json_end
from qt_app.core.reading.strings import QUOTES, SMART, bare_value, string_end, unescape

LARGE = 65_536
PAIRS = json.JSONDecoder(object_pairs_hook=list).raw_decode
MOST_JUNK = 40


class ObjectParser(Looker):
    """Parses one group. `text` is folded for structure, `original` is where values come from.

    `repairs` are the damages met; `keys` the positions of all keys; `strings` the spans of all
    quoted values; `cut_number` the position of a number that the text's end may have cut.
    """

    def __init__(self, text: str, original: str, limit: int, trust: bool = False) -> None:
        super().__init__(text, limit)
        self.original = original
        self.trust = trust
        self.keys: set[int] = set()
        self.covered: list[tuple[int, int]] = []
        self.strings: list[tuple[int, int]] = []
        self.cut_numbers: list[int] = []
        self.stack: list[Group] = []
        self.junk = 0
        self.done = False
        self.truncated = False
        self.large = limit > LARGE
        self.slack = 4 * limit

    def parse(self, start: int, virtual: bool = False) -> Group | None:
        """The group whose opener (or, if `virtual`, whose first key) stands at `start`."""
        position = start
        if virtual:
            root = Group("", "", start)
        else:
            opened = self._opener(start)
            if opened is None:
                return None
            root, position = opened
        self.stack = [root]
        while self.stack and not self.done:
            position = self._step(position)
        self._finish(position)
        root.end = max(root.end, min(position, self.limit) if root.closed else root.end)
        return root

    def _finish(self, position: int) -> None:
        """Close what the text left open: everything in it was cut or its bracket is missing."""
        for group in reversed(self.stack):
            last = group.members[-1].value.end if group.members else group.start + 1
            group.end = max(group.end, last)
            if group.opener:
                self.truncated = True
        del position

    def _opener(self, at: int) -> tuple[Group, int] | None:
        """The group that opens at `at`, a name before its bracket included, and what follows."""
        bare = self.text[at]
        if bare in "{[(" and not self.text.startswith(("(object)", "[]"), at):
            return Group(bare, g.CLOSE_OF[bare], at), at + 1
        for pattern in (g.PHP_OPENER, g.GO_OPENER, g.NAMED_OPENER):
            found = pattern.match(self.text, at, self.limit)
            if not found:
                continue
            bracket = found[found.lastgroup] if found.lastgroup in ("bracket", "brace") else "{"
            name = found.group("name") or ""
            if pattern is g.GO_OPENER:
                name = "go"
            elif pattern is g.PHP_OPENER:
                name = "php"
            elif name and not g.INSIDE_OPENER.match(self.text, found.end(), self.limit):
                return None
            return Group(bracket, g.CLOSE_OF[bracket], at, name), found.end()
        return None

    def _step(self, at: int) -> int:
        """One separator, bracket or member; returns where the next begins."""
        before, at = at, self._blank(at)
        if at >= self.limit or (at > before and self._fresh(before, at)):
            self.done = True
            return before
        if self.large:
            run = g.SIMPLE_RUN.match(self.text, at, self.limit)
            if run and run.end() - at > 2048 and not holds_anchor(self.text, at, run.end()):
                return run.end()
        char = self.text[at]
        if char in "}])":
            return self._close(char, at)
        if char in ",;":
            return self._comma(at)
        group = self.stack[-1]
        found = g.KEY.match(self.text, at, self.limit)
        if found and not (found.group("boxed") and "=" not in found["separator"]):
            return self._member(group, found, before)
        if group.opener == "" or (group.opener == "{" and char in "{[" and group.keyed):
            self.done = True
            return before
        return self._element(group, at)

    def _comma(self, at: int) -> int:
        group = self.stack[-1]
        group.comma = group.commas = True
        after = self._blank(at + 1)
        if self.text[at] == "," and after < self.limit and self.text[after] in "}])":
            self.repairs.add("trailing_comma")
        return at + 1

    def _close(self, char: str, at: int) -> int:
        """A closing bracket: of this group, of one further out (then ours is missing), or stray."""
        for depth, group in enumerate(reversed(self.stack)):
            if group.close == char or group.opener == "":
                if depth:
                    self.truncated = True
                self._pop_to(len(self.stack) - 1 - depth, at)
                return at + 1
            if depth > 64:
                break
        return at + 1

    def _pop_to(self, index: int, at: int) -> None:
        for group in self.stack[index + 1 :]:
            group.end = at
        closing = self.stack[index]
        closing.end = at + 1
        closing.closed = True
        del self.stack[index:]
        if self.stack:
            _as_pair(self.stack[-1], closing)

    def _member(self, group: Group, found: Any, before: int) -> int:
        quoted, boxed, bare = found.group("quoted", "boxed", "bare")
        key = quoted or boxed or bare
        at = found.start() if quoted is None else found.start("quoted")
        if bare is not None or boxed is not None:
            at = found.start("bare" if bare is not None else "boxed")
        self._note_key(group, found, quoted, before)
        group.separator = group.separator or found["separator"]
        self.keys.add(at)
        return self._value(group, key, at, found["separator"], found.end())

    def _note_key(self, group: Group, found: Any, quoted: str | None, before: int) -> None:
        opening = found[0][0]
        if quoted is None:
            if group.opener and found["separator"] == ":" and group.name != "go":
                self.repairs.add("unquoted_keys")
        elif opening == "'":
            self.repairs.add("single_quotes")
        elif opening in SMART:
            self.repairs.add("smart_quotes")
        if group.members and not group.comma and group.members[-1].key is not None:
            bare = quoted is None and group.separator != ":"
            if not bare and group.name not in ("go", "php") and not self._pretty(group):
                self.repairs.add("missing_comma")
        if "comma" not in self.repairs and group.opener:
            group.comma = group.comma and group.separator != ":"
        del before

    @staticmethod
    def _pretty(group: Group) -> bool:
        """Go's and Swift's prints put no commas between members without quotes."""
        return group.separator == ":" and not group.members[-1].value.end

    def _element(self, group: Group, at: int) -> int:
        if self.text[at] in ".…":
            ellipsis = g.ELLIPSIS.match(self.text, at, self.limit)
            if ellipsis:
                self.repairs.add("ellipsis")
                return ellipsis.end()
        if group.opener == "{":
            self.junk += 1
            if self.junk > MOST_JUNK:
                self.done = True
                return at
        after = self._value(group, None, at, "", at)
        return max(after, at + 1)

    def _value(self, group: Group, key: str | None, key_at: int, separator: str, at: int) -> int:
        """Read one value at `at`, attach it, and return where reading goes on."""
        before, at = at, self._blank(at)
        if at >= self.limit or (at > before and key is not None and self._fresh(before, at)):
            self.done = True
            return before
        char = self.text[at]
        if char.isalpha() or char in "@$":
            for pattern in (g.PHP_STRING, g.STRING_PREFIX):
                found = pattern.match(self.text, at, self.limit)
                at = found.end() if found else at
            char = self.text[at]
            if char.isalpha() and self._wrapped(group, key, key_at, at):
                return group.members[-1].value.end
        if char in QUOTES:
            return self._string(group, key, key_at, at)
        if char in "}])":
            group.members.append(Member(key, key_at, Scalar(None, at, at, False, False)))
            return at
        if "0" <= char <= "9" or char == "-":
            return self._bare(group, key, key_at, at)
        return self._group_or_bare(group, key, key_at, separator, at)

    def _group_or_bare(
        self, group: Group, key: str | None, key_at: int, separator: str, at: int
    ) -> int:
        quick = self._flat(at)
        if quick:
            group.members.append(Member(key, key_at, quick))
            return quick.end
        skipped = self._skip_large(at)
        if skipped:
            group.members.append(Member(key, key_at, Scalar(None, at, skipped, False, False)))
            return skipped
        opened = self._nested(separator, group, at)
        if opened:
            nested, inner = opened
            group.members.append(Member(key, key_at, nested))
            self.stack.append(nested)
            return inner
        return self._bare(group, key, key_at, at)

    def _wrapped(self, group: Group, key: str | None, key_at: int, at: int) -> bool:
        """A value in a type's brackets: int(40001), Some("x"), Number(1)."""
        wrapped = g.WRAPPED.match(self.text, at, self.limit)
        if wrapped is None:
            return False
        raw = wrapped["text"] if wrapped["text"] is not None else bare_value(wrapped["value"])
        scalar = Scalar(raw, at, wrapped.end(), wrapped["text"] is not None, False)
        group.members.append(Member(key, key_at, scalar))
        return True

    def _flat(self, at: int) -> Group | None:
        """In a large text: a well-formed object without nesting, read in one step."""
        if not self.large or self.text is not self.original:
            return None
        found = g.FLAT.match(self.text, at, self.limit)
        if found is None:
            return None
        try:
            pairs = PAIRS(found[0])[0]
        except ValueError:
            return None
        end = found.end()
        flat = Group("{", "}", at)
        flat.end, flat.closed, flat.separator = end, True, ":"
        flat.members = [
            Member(key, at, Scalar(value, at, end, isinstance(value, str), False))
            for key, value in pairs
        ]
        self.covered.append((at, end))
        return flat

    def _skip_large(self, at: int) -> int:
        """In a large text: the end of a well-formed group at `at` that holds no known name, or 0.

        A failing look costs what it read, so the room for failures is bounded.
        """
        if not self.large or self.text[at] not in "{[" or self.slack <= 0:
            return 0
        end, read = json_end(self.text, at, len(self.text))
        if not end:
            self.slack -= read + 64
            return 0
        if end > self.limit or holds_anchor(self.text, at, end):
            self.slack -= end - at if end - at > LARGE else 0
            return 0
        return end

    def _nested(self, separator: str, group: Group, at: int) -> tuple[Group, int] | None:
        opened = self._opener(at)
        if opened is None or not self._loose(group, separator):
            return opened
        inside = self.text[opened[1] : opened[1] + 1]
        if opened[0].name or inside in "{[\"'}])" or g.KEY.match(self.text, self._blank(opened[1])):
            return opened
        return None

    @staticmethod
    def _loose(group: Group, separator: str) -> bool:
        """Whether values stand there without quotes, as Java, Go and C# print them."""
        return separator == "=" or group.name == "go"

    def _string(self, group: Group, key: str | None, key_at: int, at: int) -> int:
        ending = string_end(self.text, at, self.limit, key is None, self.trust)
        self._note_string(self.text[at], ending)
        raw = self.original[at + 1 : ending.quote]
        end = ending.quote if ending.cut else ending.quote + 1
        self.strings.append((at, end))
        scalar = Scalar(unescape(raw), at, end, True, ending.cut)
        group.members.append(Member(key, key_at, scalar))
        if ending.cut:
            self.done = True
            self.truncated = True
        return end

    def _note_string(self, quote: str, ending: Any) -> None:
        if quote in SMART:
            self.repairs.add("smart_quotes")
        elif quote == "'":
            self.repairs.add("single_quotes")
        if ending.inner_quotes:
            self.repairs.add("unescaped_quotes")
        if ending.raw_newline:
            self.repairs.add("raw_newline")

    def _bare(self, group: Group, key: str | None, key_at: int, at: int) -> int:
        end, cut = self._bare_end(group, at)
        raw = self.text[at:end].rstrip(" \t\r\n,;\u00a0")
        number = g.NUMBER.match(raw) is not None
        value = (
            bare_value(raw) if number or g.WORD.match(raw) else self.original[at : at + len(raw)]
        )
        if number:
            self._note_number(raw)
            cut = cut or self._number_cut(group, end, raw)
            if cut and key is not None and code_rank(key) is not None:
                self.cut_numbers.append(at)
        elif raw in ("None", "True", "False"):
            self.repairs.add("python_literals")
        scalar = Scalar(value, at, at + len(raw), False, cut)
        group.members.append(Member(key, key_at, scalar))
        return max(end, at + 1)

    def _note_number(self, raw: str) -> None:
        digits = raw.lstrip("+-")
        if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
            self.repairs.add("leading_zero")


def _as_pair(parent: Group, closing: Group) -> None:
    """Python prints OrderedDict and header lists as pairs: [('errcode', 40001), …]."""
    if closing.opener != "(" or parent.opener != "[" or len(closing.members) != 2:
        return
    key, value = closing.members
    if key.key is None and isinstance(key.value, Scalar) and isinstance(key.value.value, str):
        parent.members[-1] = Member(key.value.value, key.value.start, value.value)
        parent.separator = parent.separator or ","
