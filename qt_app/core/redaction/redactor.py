"""Collects an input's secrets, gives them labels, and masks them wherever they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from qt_app.core.patterns import lazily
from qt_app.core.redaction.columns import find_columns
from qt_app.core.redaction.encodings import LEAST, blobs, disguises, plain_forms
from qt_app.core.redaction.fields import basic_password, find_fields
from qt_app.core.redaction.model import Hit, MaskedValue, MaskSpan, RedactionOptions
from qt_app.core.redaction.names import names_for
from qt_app.core.redaction.shapes import find_shapes
from qt_app.core.redaction.view import View, lowered, view_of

MAX_NESTING = 3
CHUNK, MAX_CHUNKS = 512, 64
MAX_DISGUISED = 100_000
_LEAST_BLOB = 24
# A date is in every line of a log: as a value it is masked in place, the others stay.
_DATE = lazily(
    r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[T ][0-9:.,+Z-]{0,20})?|[0-9]{1,2}:[0-9:.,]{2,12}"
)
_NOT_DIGIT = lazily(r"[^0-9Xx]")


class Redactor:
    """Knows an input's secrets. The same value has the same label in all it masks."""

    def __init__(self, options: RedactionOptions, public: str = "") -> None:
        self._options = options
        self._public = public
        self._labels: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._numbers: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._known: dict[str, str] = {}
        self._labels_of: list[str] = []
        self._finder: AhoCorasick | None = None

    @property
    def masked(self) -> tuple[MaskedValue, ...]:
        """What stands in the input, in the order of first appearance."""
        return tuple(
            MaskedValue(self._kinds[label], label, self._counts[label])
            for label in self._kinds
            if self._counts[label]
        )

    def mask(self, text: str) -> str:
        """The text with every secret replaced by its label; colours that split one go with it."""
        pieces, at = [], 0
        for span in self.spans(text):
            pieces += [text[at : span.start], span.label]
            at = span.end
        return "".join([*pieces, text[at:]]) if pieces else text

    def spans(self, text: str) -> list[MaskSpan]:
        """Where secrets stand, sorted, not overlapping."""
        if not text:
            return []
        view = view_of(text)
        found = [*self._detected(view.text, MAX_NESTING), *self._known_spans(view.text)]
        return [_back(view, span) for span in _merged(found)]

    def leaks(self, text: str) -> bool:
        """True if a masked value of 8 or more characters stands in the text in any form."""
        view = view_of(text)
        return any(True for _ in self._known_spans(view.text))

    def learn(self, text: str) -> None:
        """Collect what the text holds and count it."""
        view = view_of(text)
        found = list(self._detected(view.text, MAX_NESTING))
        found += self._known_spans(view.text, look_inside=False)
        self._counts.update(span.label for span in _merged(found))

    def _detected(self, text: str, nesting: int) -> Iterator[MaskSpan]:
        low = lowered(text)
        hits = list(find_fields(text, low, names_for(self._options)))
        hits += find_columns(text, low, names_for(self._options))
        hits += find_shapes(text, self._options)
        for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
            yield MaskSpan(hit.start, hit.end, hit.kind, self._label(hit))
        if nesting:
            yield from self._hidden(text, nesting)

    def _hidden(self, text: str, nesting: int) -> Iterator[MaskSpan]:
        for start, end, plain in blobs(text, _LEAST_BLOB):
            for span in self._detected(plain, nesting - 1):
                yield MaskSpan(start, end, span.kind, span.label)
                break

    def _label(self, hit: Hit) -> str:
        forms = plain_forms(hit.value)
        key = _key(hit, forms)
        label = self._labels.get(key)
        if label is None:
            self._numbers[hit.kind] += 1
            label = f"«{hit.kind}-{self._numbers[hit.kind]}»"
            self._labels[key] = label
            self._kinds[label] = hit.kind
            self._remember(hit, label, forms)
        elif hit.value[:CHUNK] not in self._known:
            self._remember(hit, label, forms)
        return label

    def _remember(self, hit: Hit, label: str, forms: list[str]) -> None:
        values: list[str] = []
        if hit.kind == "auth" and (password := basic_password(hit.value)) is not None:
            values.append(password)
        if hit.kind == "mobile":
            values.append(_NOT_DIGIT.sub("", hit.value))
        for known in (forms, *map(plain_forms, values)):
            for form in _chunks(known):
                if form not in self._known and not self._is_public(form):
                    self._known[form] = label
                    self._finder = None

    def _is_public(self, form: str) -> bool:
        return form in self._public or _DATE.fullmatch(form) is not None

    def _known_spans(self, text: str, look_inside: bool = True) -> Iterator[MaskSpan]:
        finder = self._finder_now()
        if finder is None:
            return
        for index, start, end in finder.find_matches_as_indexes(text):
            label = self._labels_of[index]
            yield MaskSpan(start, end, self._kinds[label], label)
        if look_inside:
            for start, end, plain in blobs(text, 11):
                for index, _, _ in finder.find_matches_as_indexes(plain):
                    label = self._labels_of[index]
                    yield MaskSpan(start, end, self._kinds[label], label)
                    break

    def _written_forms(self) -> dict[str, str]:
        table: dict[str, str] = {}
        size = 0
        for value, label in self._known.items():
            size += len(value)
            forms = disguises(value) if size <= MAX_DISGUISED else {value}
            table.update(dict.fromkeys(forms, label))
        return table

    def _finder_now(self) -> AhoCorasick | None:
        if self._finder is None and self._known:
            table = self._written_forms()
            self._labels_of = list(table.values())
            # The automatic choice builds a table of all states, slow for long patterns.
            self._finder = AhoCorasick(
                list(table),
                matchkind=MatchKind.LeftmostLongest,
                implementation=Implementation.ContiguousNFA,
            )
        return self._finder


def collect(text: str, options: RedactionOptions | None = None, public: str = "") -> Redactor:
    """A Redactor that knows every secret of this text. Linear in its length.

    `public`: words that everybody may read (the manual's); a value out of them, as in
    `password:AppSecret错误`, is masked in place only.
    """
    redactor = Redactor(options or RedactionOptions(), public)
    redactor.learn(text)
    return redactor


def _key(hit: Hit, forms: list[str]) -> str:
    if hit.kind in ("mobile", "id", "card"):
        return _NOT_DIGIT.sub("", hit.value).upper()
    return min(forms, key=len) if forms else hit.value


def _chunks(forms: list[str]) -> Iterator[str]:
    """Long values in pieces: each piece is masked, so the whole is."""
    for form in forms:
        for at in range(0, min(len(form), CHUNK * MAX_CHUNKS), CHUNK):
            piece = form[at : at + CHUNK]
            if len(piece) >= LEAST:
                yield piece


def _back(view: View, span: MaskSpan) -> MaskSpan:
    start, end = view.back(span.start, span.end)
    return MaskSpan(start, end, span.kind, span.label)


def _merged(spans: Iterable[MaskSpan]) -> list[MaskSpan]:
    """Overlapping spans as one, named after the one that begins first (the longest of these)."""
    merged: list[MaskSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if merged and span.start < merged[-1].end:
            last = merged[-1]
            if span.end > last.end:
                merged[-1] = MaskSpan(last.start, span.end, last.kind, last.label)
        elif span.end > span.start:
            merged.append(span)
    return merged
