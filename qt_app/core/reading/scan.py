"""Finds the answers in one layer of text, anchor by anchor."""

from __future__ import annotations

from qt_app.core.patterns import lazily
from qt_app.core.reading.anchors import Anchor, anchors
from qt_app.core.reading.collect import collect
from qt_app.core.reading.dialects import dialect_of
from qt_app.core.reading.found import Harvest
from qt_app.core.reading.markup import element_at, tagged_region, without_tags
from qt_app.core.reading.nodes import Group
from qt_app.core.reading.objects import ObjectParser
from qt_app.core.reading.pairs import Borders, loose_pairs, only_wraps
from qt_app.core.reading.plain_json import plain_group
from qt_app.core.reading.strict import json_end
from qt_app.core.reading.tables import table_at
from qt_app.core.reading.unwrap import decoded_region, encoded_region, packed, unwrap_string

FAR = 65_536
# "message" alone, as every log has it, is worth a look only with a code behind it.
_CODE_NEAR = lazily(r"(?:[cC]ode|CODE|[rR]et|RET|[eE]rr|ERR)")
MOST_DEPTH = 7
MOST_CANDIDATES = 10
# Objects that are repeated word for word are parsed once.
LONGEST_KNOWN, MOST_KNOWN, MOST_LENGTHS = 600, 500, 16
# With more brackets open than this, the far outermost one is junk rather than a document.
FEW = 50
_BRACKET = lazily(r"[{}\[\]()]")
_NAME_CLOSES = lazily(r"[\w.$@%&)\\]")
_NAME = lazily(
    r"(?:(?:\(object\) ?)?[Aa]rray(?:\(\d+\))?\s{0,40}|object\([\w\\]+\)#\d+ \(\d+\) ?"
    r"|[\w\\]+ Object\s{0,40}|&?map|&?[A-Za-z_][\w.$]{0,100}|&?(?:[a-z]\w{0,40}\.)"
    r"*[A-Z][\w.$]{0,100} |[@%&])\Z"
)
_NAME_ENDS = lazily(r"[\w\s.$@%&)]")


class Budget:
    """How much work a reading may still do, shared by all its layers."""

    def __init__(self, size: int) -> None:
        self.forward = 6 * size + 4_000_000
        self.failing = 20 * size + 4_000_000


class Scanner:
    """Scans one layer. `text` is folded for structure, `original` is what values say."""

    def __init__(self, text: str, original: str, depth: int, budget: Budget) -> None:
        self.text = text
        self.original = original
        self.depth = depth
        self.budget = budget
        self.floor = 0
        self._open: list[int] = []
        self._looked = 0
        self._known: dict[tuple[str, int], Harvest] = {}
        self._lengths: list[int] = []
        self._inner: dict[str, Harvest] = {}
        self._borders = Borders(text)
        self.harvest = Harvest()

    def scan(self) -> Harvest:
        """All answers of the layer, in text order."""
        for anchor in anchors(self.text, lambda: self.floor):
            if anchor.start >= self.floor:
                self._at(anchor)
        if self.depth < MOST_DEPTH:
            self._packed()
        return self.harvest

    def _packed(self) -> None:
        """Base64 that says an object or XML; tokens with dots are no base64."""
        taken = [(one.start, one.end) for one in self.harvest.found]
        for start, end, text in packed(self.text):
            if any(low <= start < high for low, high in taken):
                continue
            part = scan_text(text, self.depth + 1, self.budget)
            for found in part.found:
                found.depth += 1
                found.repairs.add("base64")
            self.harvest.extend(part.moved(start, end))

    def _at(self, anchor: Anchor) -> None:
        """Read what stands around one anchor, in the first notation that fits."""
        if anchor.kind == "generic" and not _CODE_NEAR.search(
            self.text, anchor.start, anchor.end + 400
        ):
            return
        region = encoded_region(self.text, anchor, self.floor)
        escaped = region is not None and region[2] == "unescaped"
        if (region is None or escaped) and self._bracketed(anchor):
            return
        if region is not None and self._encoded(*region):
            return
        if self._marked(anchor):
            return
        if self._headless(anchor):
            return
        self._rest(anchor)

    def _encoded(self, start: int, end: int, code: str) -> bool:
        if self.depth >= MOST_DEPTH:
            return False
        layer = decoded_region(self.original[start:end], code)
        if layer is None:
            return False
        part = scan_text(layer.text, self.depth + 1, self.budget)
        for found in part.found:
            found.repairs.add(code)
        self._take(part.mapped(layer, start), end)
        return True

    def _take(self, part: Harvest, end: int) -> None:
        self.harvest.extend(part)
        self.floor = max(self.floor, end)

    def _bracketed(self, anchor: Anchor) -> bool:
        for bracket in self._openers(anchor.start):
            start = self._with_name(bracket)
            if start == bracket and (self._again(start, anchor) or self._plain(start, anchor)):
                return True
            parser, root = self._parse(start)
            if root is None or not self._reached(parser, anchor):
                # It would fail for later anchors too, at the same cost.
                self._open = [one for one in self._open if one != bracket]
                continue
            self._accept(parser, root, anchor)
            return True
        return False

    def _again(self, start: int, anchor: Anchor) -> bool:
        """Take an object that stood word for word elsewhere; logs repeat a few answers."""
        for length in self._lengths:
            known = self._known.get((self.original[start : start + length], anchor.start - start))
            if known is not None:
                self.budget.forward -= length
                self._take(known.shifted(start), start + length)
                return True
        return False

    def _plain(self, start: int, anchor: Anchor) -> bool:
        """Take a small well-formed object whose answer is the object itself."""
        quote = self.original[anchor.start - 1]
        if self.original[start] != "{" or quote not in "\"'":
            return False
        root = plain_group(self.text, self.original, start, quote)
        if root is None or root.end <= anchor.start:
            return False
        strings: list[Harvest] = []

        def unwrap(value: str, key: str) -> Harvest | None:
            part = self._unwrap(value, key)
            if part is not None:
                strings.append(part)
            return part

        repairs = {"single_quotes"} if quote == "'" else set()
        part = collect(root, dialect_of(root, repairs), repairs, unwrap)
        if strings or any(one.start != start for one in part.found):
            return False
        self.budget.forward -= root.end - start
        self._keep(part, root, anchor, not repairs)
        return True

    def _remember(self, root: Group, anchor: Anchor, part: Harvest) -> None:
        """Keep what a small whole object says, for its repetitions."""
        length = root.end - root.start
        if length > LONGEST_KNOWN or self.text[root.end - 1] != "}" or len(part.found) != 1:
            return
        if len(self._known) >= MOST_KNOWN or len(self._lengths) >= MOST_LENGTHS:
            self._known.clear()
            self._lengths.clear()
        text = self.original[root.start : root.end]
        self._known[text, anchor.start - root.start] = part.shifted(-root.start)
        if length not in self._lengths:
            self._lengths.append(length)

    def _parse(self, start: int) -> tuple[ObjectParser, Group | None]:
        limit = min(len(self.text), start + max(self.budget.forward, 4096))
        trust = False
        if self.text[start] in "{[":
            trust = self._strict(start)
        parser = ObjectParser(self.text, self.original, limit, trust)
        root = parser.parse(start)
        if root is not None:
            self.budget.forward -= root.end - start
        return parser, root

    def _strict(self, start: int) -> bool:
        """Whether well-formed JSON stands there; failing looks have their own room."""
        if self.budget.failing <= 0:
            return False
        end, read = json_end(self.original, start, len(self.original))
        self.budget.failing -= 0 if end else read
        return end > 0

    @staticmethod
    def _reached(parser: ObjectParser, anchor: Anchor) -> bool:
        if any(start <= anchor.start < end for start, end in parser.covered):
            return True
        if any(
            anchor.start - 8 <= key <= anchor.start for key in parser.keys if key <= anchor.start
        ):
            return True
        return any(start <= anchor.start < end for start, end in parser.strings)

    def _accept(self, parser: ObjectParser, root: Group, anchor: Anchor) -> None:
        repairs = set(parser.repairs)
        if parser.truncated:
            repairs.add("truncated")
        if self._full_width(root, parser):
            repairs.add("full_width")
        part = collect(root, dialect_of(root, repairs), repairs, self._unwrap)
        part.cut_numbers += parser.cut_numbers
        self._keep(part, root, anchor, not (parser.repairs or parser.truncated))

    def _keep(self, part: Harvest, root: Group, anchor: Anchor, sound: bool) -> None:
        """Take what a group says, and remember it if it is sound."""
        if sound and not (part.cut_numbers or part.duplicates):
            self._remember(root, anchor, part)
        if not part.found and (anchor.kind == "strong" or part.cut_numbers):
            part.dead.append((root.start, root.end))
        self._take(part, root.end)

    def _full_width(self, root: Group, parser: ObjectParser) -> bool:
        if self.text is self.original:
            return False
        at = root.start
        for start, end in [*parser.strings, (root.end, root.end)]:
            if self.text[at:start] != self.original[at:start]:
                return True
            at = max(at, end)
        return False

    def _unwrap(self, value: str, key: str) -> Harvest | None:
        if self.depth >= MOST_DEPTH:
            return None
        text = unwrap_string(value, key)
        if text is None:
            return None
        return scan_text(text, self.depth + 1, self.budget)

    def _openers(self, at: int) -> list[int]:
        """Brackets still open at `at`: the near ones and the outermost, outermost first."""
        low = max(self.floor, self._looked)
        while self._open and self._open[0] < self.floor:
            self._open = [one for one in self._open if one >= self.floor]
        for found in _BRACKET.finditer(self.text, low, max(low, at)):
            if found[0] in "{[(":
                self._open.append(found.start())
            elif self._open:
                self._open.pop()
        self._looked = max(low, at)
        near = [one for one in self._open[-MOST_CANDIDATES:] if at - one <= FAR]
        if len(self._open) < FEW and self._open and self._open[0] not in near:
            near.insert(0, self._open[0])
        return near

    def _with_name(self, bracket: int) -> int:
        """Where the name in front of a bracket begins, the bracket itself if there is none."""
        low = max(self.floor, bracket - 120)
        if low >= bracket or not _NAME_ENDS.match(self.text, bracket - 1):
            return bracket
        before = self.text[low:bracket]
        last = before.rstrip()[-1:]
        if not last or not _NAME_CLOSES.match(last):
            return bracket
        found = _NAME.search(before)
        if found and found[0].endswith(" ") and "Object" not in found[0] and "rray" not in found[0]:
            inside = self.text[bracket + 1 : bracket + 40].lstrip()
            found = None if inside[:1] in ("", *"\"'“‘&\\") else found
        return low + found.start() if found else bracket

    def _headless(self, anchor: Anchor) -> bool:
        """Members in quotes whose opening bracket was not copied."""
        quote = anchor.start - 1
        if quote < self.floor or self.text[quote] not in "\"'“”‘’":
            return False
        parser = ObjectParser(self.text, self.original, len(self.text))
        root = parser.parse(quote, virtual=True)
        if root is None or not root.members or not self._reached(parser, anchor):
            return False
        repairs = parser.repairs | {"head_cut"}
        part = collect(root, "json", repairs, self._unwrap)
        part.cut_numbers += parser.cut_numbers
        if not part.found:
            if not part.cut_numbers and self._paired(anchor):
                return True
            part.dead.append((root.start, root.end))
        self._take(part, max(root.end, anchor.end))
        return True

    def _marked(self, anchor: Anchor) -> bool:
        """XML elements, and HTML with the tags taken out."""
        part = element_at(self.text, self.original, anchor, self.floor)
        if part is not None:
            self._take(*part)
            return True
        region = tagged_region(self.text, anchor, self.floor)
        if region is None or self.depth >= MOST_DEPTH:
            return False
        layer = without_tags(self.original[region[0] : region[1]])
        if layer is None:
            return False
        part = (
            scan_text(layer.text, self.depth + 1, self.budget).mapped(layer, region[0]),
            region[1],
        )
        self._take(*part)
        return True

    def _paired(self, anchor: Anchor) -> bool:
        """A quoted key with its value in running text: got "errcode": 40013 from it."""
        part = loose_pairs(self.text, self.original, anchor, self.floor, self._borders)
        if part is None:
            return False
        inner = self._nested(part.nested) if self.depth < MOST_DEPTH else Harvest()
        if not (inner.found or part.harvest.found or part.harvest.cut_numbers):
            return False
        if only_wraps(part.harvest, inner):
            inner.dead += [(one.start, one.end) for one in part.harvest.found]
        else:
            inner.extend(part.harvest)
        self._take(inner, max([part.end, *(end for _, end in part.nested)]))
        return True

    def _nested(self, places: list[tuple[int, int]]) -> Harvest:
        """What the objects and quoted texts say that stand as values in a list of pairs."""
        harvest = Harvest()
        for start, end in places:
            text = self.original[start:end]
            part = self._inner.get(text)
            if part is None:
                part = scan_text(text, self.depth + 1, self.budget)
                if len(text) <= LONGEST_KNOWN and len(self._inner) < MOST_KNOWN:
                    self._inner[text] = part
            harvest.extend(part.shifted(start))
        return harvest

    def _rest(self, anchor: Anchor) -> None:
        part = table_at(self.text, self.original, anchor, self.floor)
        if part is not None:
            self._take(*part)
        else:
            self._paired(anchor)


def scan_text(text: str, depth: int, budget: Budget) -> Harvest:
    """Read one layer of text, with everything encoded in it."""
    from qt_app.core.reading.folding import fold

    return Scanner(fold(text), text, depth, budget).scan()
