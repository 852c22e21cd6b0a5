"""Where blanks and unquoted values end: the part of the object parser that only looks."""

from __future__ import annotations

from qt_app.core.reading import grammar as g
from qt_app.core.reading.nodes import Group

LONGEST_BARE = 4096
FULL_LENGTH = 5


class Looker:
    """A text up to `limit`, and the repairs that looking at it brings to light."""

    def __init__(self, text: str, limit: int) -> None:
        self.text = text
        self.limit = limit
        self.repairs: set[str] = set()

    def _blank(self, at: int) -> int:
        """Past blanks and comments."""
        if at < self.limit and "!" <= self.text[at] <= "~" and self.text[at] not in "/\\#":
            return at
        while True:
            found = g.BLANK.match(self.text, at, self.limit)
            if found:
                if "//" in found[0] or "#" in found[0]:
                    self.repairs.add("comments")
                at = found.end()
            if not self.text.startswith(g.COMMENT_OPEN, at, self.limit):
                return at
            close = self.text.find(g.COMMENT_CLOSE, at + 2, min(self.limit, at + g.LONGEST_COMMENT))
            if close < 0:
                return at
            self.repairs.add("comments")
            at = close + 2

    def _fresh(self, before: int, at: int) -> bool:
        newline = self.text.rfind("\n", before, at)
        return newline >= 0 and g.FRESH_LINE.match(self.text, newline + 1, self.limit) is not None

    def _number_cut(self, group: Group, end: int, raw: str) -> bool:
        """Whether the text stops right behind a number that may go on.

        Members copied without their brackets may end in a number of a code's full length.
        """
        if group.opener == "{" and raw.isdigit() and self._number_goes_on(end, raw):
            return True
        after = self._blank(end)
        if after >= self.limit:
            lone = not group.members and not self.text[: group.start].strip()
            whole = len(raw) == FULL_LENGTH or (lone and raw in ("0", "-1"))
            return bool(group.opener) or not whole
        return bool(group.opener) and self._fresh(end, after)

    def _number_goes_on(self, end: int, raw: str) -> bool:
        """Whether digits follow a comma, as in 42,001, or stand where a screen broke the line."""
        if len(raw) <= 3 and raw[0] != "0" and g.THOUSANDS.match(self.text, end, self.limit):
            return True
        return len(raw) > 1 and g.WRAPPED_DIGITS.match(self.text, end, self.limit) is not None

    def _bare_end(self, group: Group, start: int) -> tuple[int, bool]:
        """Where an unquoted value ends, and whether an ellipsis cuts it."""
        limit = min(self.limit, start + LONGEST_BARE)
        number = g.NUMBER_THEN_KEY.match(self.text, start, limit)
        if number:
            return number.end(), False
        at, depth = start, 0
        while True:
            found = g.BARE_STOP.search(self.text, at, limit)
            if not found:
                return limit, False
            stop = found[0]
            if group.opener and stop == group.opener:
                depth += 1
            elif depth and stop == group.close:
                depth -= 1
            elif stop in ("...", "…"):
                if g.NUMBER.match(self.text[start : found.start()]):
                    return found.start(), True
            elif not depth and self._ends_bare(group, start, found.start(), found.end(), stop):
                return found.start(), False
            at = found.end()

    def _ends_bare(self, group: Group, start: int, at: int, after: int, stop: str) -> bool:
        raw = self.text[start:at].strip() if at - start < 400 else ""
        plain = bool(g.NUMBER.match(raw) or g.WORD.match(raw))
        if stop in "}])":
            return stop == group.close or plain or group.opener == ""
        if stop in ",;":
            return self._ends_at_comma(group, after, plain)
        if stop in ("//", "/*"):
            return plain and at > start
        if stop in "{[(":
            return (
                group.separator == ""
                and group.opener != "{"
                and self.text[after : after + 1] == '"'
            )
        return self._ends_at_blank(group, at, after, plain, stop)

    def _ends_at_comma(self, group: Group, after: int, plain: bool) -> bool:
        after = self._blank(after)
        if plain or not group.separator or after >= self.limit:
            return True
        if self.text[after] in "}])" or g.ELLIPSIS.match(self.text, after, self.limit):
            return True
        found = g.KEY.match(self.text, after, self.limit)
        return found is not None

    def _ends_at_blank(self, group: Group, at: int, after: int, plain: bool, stop: str) -> bool:
        newline = "\n" in stop
        if after >= self.limit:
            return False
        char = self.text[after]
        if newline and (plain or char in "}])" or self._fresh(at, after) or not group.separator):
            return True
        if g.QUOTED_KEY.match(self.text, after, self.limit):
            return True
        found = g.KEY.match(self.text, after, self.limit)
        if newline and (found or group.separator == ":"):
            return True
        if not found or group.comma or group.commas:
            return False
        if group.separator == ":":
            return g.GO_KEY.match(self.text, after, self.limit) is not None
        return group.separator == found["separator"]
