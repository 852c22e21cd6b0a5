"""Codes and documented messages in plain words, outside of everything structured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qt_app.core.catalogue.catalogue import Catalogue
from qt_app.core.diagnosis.context import Context
from qt_app.core.diagnosis.draft import Draft
from qt_app.core.diagnosis.meaning import Decision, Judge
from qt_app.core.diagnosis.model import Alternative, Evidence
from qt_app.core.diagnosis.numbers import (
    FAILED,
    CodeFinder,
    NamedCode,
    only_codes,
    past_beside,
)
from qt_app.core.diagnosis.rulebook import RuleBook, Wording
from qt_app.core.diagnosis.signs import PIECE, Signs
from qt_app.core.diagnosis.spoken import Phrases, Spoken
from qt_app.core.diagnosis.surroundings import Surroundings
from qt_app.core.patterns import lazily
from qt_app.core.phrases import Phrase
from qt_app.core.reading.model import ReadText, Span

_SHORT = 400
_CLOSE = 0.72
_LOGGED = lazily(
    r"^\s{0,8}(?:[>|] ?){0,3}(?:[\w.-]{1,40} {0,12}\| )?\[?"
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]\d|\d{1,2}:\d{2}:\d{2}"
    r"|\[?(?:ERROR|WARN|INFO|DEBUG|TRACE)\b"
    r"|[VDIWEF]/|\d{2}-\d{2} \d{2}:)"
)
_FRAME = lazily(r"^\s{1,12}(?:at |File \"|\.\.\. \d|in )|^\s{0,8}#\d+ ")
_FIVE = lazily(r"(?<![0-9A-Za-z_.\-])\d{5}(?![0-9A-Za-z_]|\.[0-9A-Za-z])")
_FIVE_SLASH = lazily(r"(?<!\d)\d{5}/$")
_SENT = lazily(r"[\"'](?:to_?users?|channel_?id|msgtype)[\"']\s{0,3}[:=]", re.IGNORECASE)
_TAIL = lazily(r"[\s:：,，;；\-—(（\[【\"“'是为]{1,6}([^\n。；;）)】”\"]{4,160})")
_TELLING = frozenset({"exact", "folded", "template", "near"})
_AND = lazily(r"\s{0,2}(?:和|与|跟|及|、|/|或|或者|还有|and|or|vs\.?)\s{0,2}(?=[0-9])")
_GOES_ON = lazily(
    r"(?:是|为|成|又|和|与|跟|及|、|/|或|还有|and|or|then"
    r"|(?:有时|偶尔|或者|sometimes|also|later|now) ?(?:是|又)?|[,，])\s{0,2}$"
)
_ENDS = lazily(r"\s{0,4}(?:$|[。.!！?？,，;；)）])")
_GAP = (" ", "\u3000", "，", ",", "：", "；", "。", "“", '"')
_NOT_BREAK = lazily(r"[^\n]+")
_NEAR_GAP, _CLAUSE, _BEHIND = 14, 80, 40


class Mentions:
    """Finds mentions in the plain spans of one text."""

    def __init__(
        self,
        catalogue: Catalogue,
        rulebook: RuleBook,
        judge: Judge,
        phrases: Phrases,
        signs: Signs,
    ) -> None:
        self._catalogue = catalogue
        self._book = rulebook
        self._judge = judge
        self._phrases = phrases
        self._finder = CodeFinder(rulebook.cues, self._known)
        self._signs = signs

    def drafts(
        self, read: ReadText, around: Surroundings, more: Sequence[Span], alone: bool
    ) -> list[Draft]:
        """Drafts of all mentions in the plain spans and in `more`.

        `alone`: nothing else was found in the text.
        """
        whole = self._whole_text(read, around) if alone else []
        if whole:
            return whole
        found: list[Draft] = []
        for start, line in self._signs.lines(read.text, read.plain):
            found.extend(self._line(start, line, around))
        for start, line in self._signs.lines(read.text, more):
            # Another system's message: its words are ours only where they name or quote 轻推.
            quoted = self._book.cues.own.search(line) is None
            found.extend(self._line(start, line, around, quoted))
        if found or not alone or len(read.text) > _SHORT:
            return found
        return self._question(read, around) or self._nearly(read, around)

    def _known(self, code: str) -> bool:
        return bool(self._catalogue.by_code(code))

    def _whole_text(self, read: ReadText, around: Surroundings) -> list[Draft]:
        """A paste that is only codes, or only a documented message."""
        codes = only_codes(read.text, self._known)
        if codes:
            return [self._code(0, one, None, around) for one in codes]
        spoken = self._phrases.whole(read.text) if len(read.text) <= _SHORT else None
        if spoken is None:
            return []
        return [self._said(0, spoken, around)]

    def _question(self, read: ReadText, around: Surroundings) -> list[Draft]:
        """`轻推 50002`, `40401和40402有什么区别`: known codes and nothing else in a question."""
        text = read.text
        if len(text) > 60 or not self._book.cues.question.search(text):
            return []
        named = self._bare(text)
        if not named or len(named) != len(_FIVE.findall(text)):
            return []
        return [self._code(0, one, None, around) for one in named]

    def _nearly(self, read: ReadText, around: Surroundings) -> list[Draft]:
        """A clause of a short text that is nearly a documented message."""
        found = ((start, self._phrases.near(line)) for start, line in _lines(read, read.plain))
        return [self._said(start, said, around) for start, said in found if said is not None]

    def _line(
        self, start: int, line: str, around: Surroundings, quoted: bool = False
    ) -> list[Draft]:
        if _FRAME.match(line) or _SENT.search(line):
            return []  # a stack frame; the body of a request, with what a user wrote
        codes = list(self._finder.named(line))
        codes += self._beside_named(line, codes)
        spoken = self._spoken(line, quoted)
        drafts: list[Draft] = []
        for one in codes:
            beside = self._beside(one, spoken)
            if beside is not None:
                spoken.remove(beside)
            drafts.append(self._code(start, one, beside or self._tail(line, one), around))
        for said in spoken:
            number = self._number_beside(line, said)
            if number is not None:
                drafts.append(self._code(start, number, said, around))
            else:
                drafts.append(self._said(start, said, around))
        drafts.sort(key=lambda draft: draft.span)
        return drafts

    def _beside_named(self, line: str, named: Sequence[NamedCode]) -> list[NamedCode]:
        """Codes that a sentence goes on with, or ends with after saying what failed."""
        if len(line) > _SHORT or _LOGGED.match(line):
            return []
        taken = {one.start for one in named}
        return [
            one
            for one in self._bare(line)
            if one.start not in taken
            and (
                (named and _GOES_ON.search(line, 0, one.start))
                or self._ends_failure(line, one)
                or _leads_to(line, one, taken)
            )
        ]

    def _ends_failure(self, line: str, code: NamedCode) -> bool:
        """Whether a code stands at the end of a clause that says what failed."""
        if line[code.start - 1 : code.start] not in _GAP or not _ENDS.match(line, code.end):
            return False
        said = line[max(0, code.start - _CLAUSE) : code.start]
        if self._book.cues.ends.search(said):
            return True
        clause = re.split(r"[。；;]", said.rstrip("。；; "))[-1]
        return bool(FAILED.search(clause) and self._book.cues.topic.search(clause))

    def _bare(self, line: str) -> list[NamedCode]:
        """Known codes of five digits that nothing around makes something else."""
        cues = self._book.cues
        return [
            NamedCode(one.start(), one.end(), one.group(), "mention.named")
            for one in _FIVE.finditer(line)
            if self._known(one.group())
            and (
                line[max(0, one.start() - 1) : one.start()] not in (":", "/", "@", "=", "#")
                or _FIVE_SLASH.search(line[max(0, one.start() - 7) : one.start()])
            )
            and not cues.not_before.search(line[max(0, one.start() - 32) : one.start()])
            and not cues.not_after.match(
                past_beside(line[one.end() : one.end() + _BEHIND], self._known)
            )
        ]

    def _tail(self, line: str, code: NamedCode) -> Spoken | None:
        """What follows a code, if it is the message of one of the code's meanings."""
        found = _TAIL.match(line, code.end)
        if found is None:
            return None
        words = found.group(1).strip()
        entries = self._catalogue.by_code(code.code)
        fitting = [entry for entry in entries if self._judge.index.match(words, entry) in _TELLING]
        if not fitting:
            return None
        return Spoken(found.start(1), found.end(1), words, tuple(fitting))

    def _spoken(self, line: str, quoted: bool) -> list[Spoken]:
        found = list(self._phrases.said_in(line))
        if not quoted and not _LOGGED.match(line):
            for one in self._phrases.reworded_in(line):
                if not any(one.start < other.end and other.start < one.end for other in found):
                    found.append(one)
        return found

    def _beside(self, code: NamedCode, spoken: Sequence[Spoken]) -> Spoken | None:
        """The message said together with the code, if it is one of its messages."""
        for one in spoken:
            if code.code in self._codes_of(one):
                return one
        return None

    def _codes_of(self, spoken: Spoken) -> set[str]:
        if spoken.wording is None:
            return {entry.code for entry in spoken.entries}
        wording = spoken.wording
        entries = (self._catalogue.get(name) for name in (wording.entry, *wording.also))
        return {entry.code for entry in entries if entry is not None}

    def _number_beside(self, line: str, spoken: Spoken) -> NamedCode | None:
        """A bare code right before or behind its message: `50002 未授权的域名`."""
        for code in self._codes_of(spoken):
            if len(code) < 5:
                continue
            for at in _places(line, code, spoken.start - 5 - _NEAR_GAP, spoken.end + _NEAR_GAP + 6):
                gap = line[at + 5 : spoken.start] if at < spoken.start else line[spoken.end : at]
                if len(gap) <= _NEAR_GAP and not re.search(r"[0-9\n。；;]", gap):
                    return NamedCode(at, at + 5, code, "mention.bracket")
        return None

    def _code(
        self, start: int, code: NamedCode, said: Spoken | None, around: Surroundings
    ) -> Draft:
        low, high = code.start, code.end
        if said is not None:
            low, high = min(low, said.start), max(high, said.end)
        span = Span(start + low, start + high)
        message = said.text if said is not None else None
        context = self._context(code.code, message, span, around, "text")
        return Draft(
            span=span,
            kind="mention",
            code=code.code,
            message=message,
            context=context,
            exchange=around.exchange(span),
            ok=code.code == "0",
        )

    def _said(self, start: int, said: Spoken, around: Surroundings) -> Draft:
        span = Span(start + said.start, start + said.end)
        call = around.exchange(span)
        if said.close:
            decision = self._close(said)
            context = self._context(said.entries[0].code, said.text, span, around, "words")
            return Draft(
                span, "mention", said.entries[0].code, said.text, context, call, said=decision
            )
        if said.wording is None:
            code = said.entries[0].code
            context = self._context(code, said.text, span, around, "words")
            return Draft(span, "mention", code, said.text, context, call)
        decision = self._worded(said.wording)
        code = said.wording.entry.rsplit("/", 1)[-1]
        context = self._context(code, said.text, span, around, "words")
        return Draft(span, "mention", code, said.text, context, call, said=decision)

    def _close(self, said: Spoken) -> Decision:
        """A text that is nearly a documented message; several rows with it stay a tie."""
        share = round(_CLOSE / len(said.entries), 2)
        rest = tuple(Alternative(entry, share) for entry in said.entries[1:])
        evidence = (Evidence("mention.reworded", 1.0),)
        ask = Phrase("ask.whole", {}) if rest else None
        return Decision(said.entries[0], share, bool(rest), rest, evidence, ask)

    def _worded(self, wording: Wording) -> Decision:
        entry = self._catalogue.get(wording.entry)
        others = [self._catalogue.get(name) for name in wording.also]
        known = [other for other in others if other is not None]
        share = round((1 - wording.confidence) * 0.6 / max(1, len(known)), 2)
        rest = tuple(Alternative(other, share) for other in known)
        undecided = bool(rest) and round(wording.confidence - share, 4) <= 0.15
        ask = Phrase("ask.whole", {}) if undecided else None
        evidence = (Evidence("mention.reworded", 1.0),)
        return Decision(entry, wording.confidence, undecided, rest, evidence, ask)

    def _context(
        self, code: str, message: str | None, span: Span, around: Surroundings, key: str
    ) -> Context:
        call = around.exchange(span)
        return Context(
            kind="mention",
            code=code,
            message=message,
            key=key,
            path=call.path,
            host=call.host,
            near=around.topics(span),
        )


def _leads_to(line: str, code: NamedCode, named: set[int]) -> bool:
    """Whether the words behind a code only lead to one that is named: 40014 and 42001."""
    found = _AND.match(line, code.end)
    return found is not None and found.end() in named


def _lines(read: ReadText, spans: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Lines of the spans with their places; over-long lines in pieces."""
    for span in spans:
        for line in _NOT_BREAK.finditer(read.text, span.start, span.end):
            for piece in range(line.start(), line.end(), PIECE):
                yield piece, read.text[piece : min(line.end(), piece + PIECE)]


def _places(line: str, code: str, low: int, high: int) -> list[int]:
    """Where a code stands by itself between two places of a line."""
    if line.find(code, max(0, low), high) < 0:
        return []
    pattern = re.compile(rf"(?<![0-9A-Za-z_.]){re.escape(code)}(?![0-9A-Za-z_])")
    return [found.start() for found in pattern.finditer(line, max(0, low), high)]
