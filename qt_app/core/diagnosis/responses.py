"""Which of the structured things that were read are answers, and which are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from qt_app.core.diagnosis.context import Context
from qt_app.core.diagnosis.draft import Draft
from qt_app.core.diagnosis.http_shape import is_http_status
from qt_app.core.diagnosis.meaning import SUCCEEDED, Judge
from qt_app.core.diagnosis.origin import GOOD, Origins
from qt_app.core.diagnosis.rulebook import RuleBook, Success
from qt_app.core.diagnosis.surroundings import Surroundings
from qt_app.core.patterns import lazily
from qt_app.core.reading.keys import WORD_CODE, fold_key
from qt_app.core.reading.model import Exchange, Reading, Span

_OWN_KEYS = frozenset({"errcode", "errorcode", "错误码", "返回码", "错误代码"})
# Lists of pairs are lines of a log as often as objects: their other members prove nothing.
_LOOSE = frozenset({"pairs", "query", "logfmt", "csv", "tsv", "yaml", "text", "key_value"})
# Members that may stand beside a code in an answer without a message.
_ENVELOPE = frozenset(
    {
        *("code", "errorcode", "errno", "ret", "retcode", "returncode", "resultcode", "respcode"),
        *("msg", "message", "retmsg", "returnmsg", "resultmsg", "respmsg", "data", "success"),
        *("status", "result", "error", "ok", "time", "timestamp", "path", "url", "uri", "method"),
        *("requestid", "traceid", "level", "logger", "thread"),
    }
)
_NAMES = frozenset({"qingtui", "轻推", "轻推开放平台"})
_WHO = frozenset(
    {
        *("component", "service", "system", "platform", "source", "provider", "vendor", "module"),
        *("target", "channel", "from", "upstream", "api", "client", "type"),
    }
)
# As far as the words of an object are looked for, and how many of its members may hold some.
_REACH, _MOST_WORDS = 200_000, 60
# The body of a request holds what a user wrote, which quotes nobody.
_REQUEST = frozenset({"touser", "tousers", "channelid", "msgtype"})
_NOT_SENT = lazily(r"SEND_FAIL")
# Lower-case letters beyond hexadecimal ones, as in 16mwnwmyuuwyi.
_SHORT_ID = lazily(r"(?=[0-9a-f]{0,15}[g-z])[0-9a-z]{3,16}\Z")
# As much of a parameter's value as a rule may look at.
_VALUE = 24
_OK_WORDS = frozenset({"ok", "success", "succeed", "successful", "成功", "操作成功", "请求成功"})
_OWN_WORDS = lazily(
    r"token|open_?id|app_?id|secret|qt_?code|media|domain|org_|域名|授权|权限|菜单|关注|轻推|qingtui",
    re.IGNORECASE,
)
_CALLBACK = lazily(r"^\s*\w{1,60}\s*:\s*(ok|cancel)\s*$", re.IGNORECASE)


class Answers:
    """Turns readings into drafts; `notes` collects what was no answer.

    `passed_on` are the words of other systems' answers: they may quote 轻推 in plain words.
    """

    def __init__(
        self, judge: Judge, origins: Origins, rulebook: RuleBook, around: Surroundings
    ) -> None:
        self._judge = judge
        self._origins = origins
        self._book = rulebook
        self._around = around
        self.notes: list[str] = []
        self.passed_on: list[Span] = []

    def drafts(self, readings: Iterable[Reading]) -> list[Draft]:
        """The drafts of all answers, outer wrappers dropped, in text order."""
        found: list[Draft] = []
        ordered = sorted(readings, key=lambda one: (one.span.start, -one.span.end, one.depth))
        for at, reading in enumerate(ordered):
            low = ordered[at - 1].span.end if at else 0
            high = ordered[at + 1].span.start if at + 1 < len(ordered) else len(self._around.text)
            draft = self._draft(reading, min(low, reading.span.start), max(high, reading.span.end))
            if draft is not None:
                found.append(draft)
        return drop_wrappers(found)

    def _draft(self, reading: Reading, low: int, high: int) -> Draft | None:
        exchange = self._exchange(reading)
        if reading.code is None:
            return self._without_code(reading, exchange)
        context = Context(
            kind="response",
            code=reading.code,
            message=_clip(self._message(reading)),
            key=key_kind(reading.code_key),
            path=exchange.path,
            host=exchange.host,
            service=exchange.service,
            params=frozenset(exchange.params),
            sent=self._sent(exchange),
            fields=_fields(reading),
            near=self._around.near(reading.span, low, high),
            documented=self._is_documented(reading),
        )
        if not self._accepts(context, reading) and not self._succeeded(context, reading):
            self._pass_on(reading)
            return None
        return Draft(
            span=reading.span,
            kind="response",
            code=reading.code,
            message=reading.message,
            context=context,
            exchange=exchange,
            reading=reading,
            ok=reading.code == "0",
        )

    def _sent(self, exchange: Exchange) -> frozenset[tuple[str, str]]:
        names = self._book.sent_names
        return frozenset(
            (name, value[:_VALUE]) for name, value in exchange.params.items() if name in names
        )

    def _is_documented(self, reading: Reading) -> bool:
        """Whether the message is, but for case and marks, what the code's own row says."""
        equal = self._judge.index.equal(self._message(reading) or "")
        return any(entry.code == reading.code for entry in equal)

    def _message(self, reading: Reading) -> str | None:
        """The message; its Chinese twin (errmsg_cn) where only that one is documented."""
        twin = reading.fields.get("errmsg_cn")
        if isinstance(twin, str) and self._judge.index.equal(twin):
            return reading.message if self._judge.index.equal(reading.message or "") else twin
        return reading.message

    def _exchange(self, reading: Reading) -> Exchange:
        known = reading.exchange
        if known.path or known.host:
            return known
        line = self._around.call(reading.span)
        if line.path is None and line.host is None:
            return known
        return Exchange(
            method=known.method,
            url=line.url,
            host=line.host,
            path=line.path,
            params=known.params,
            status=known.status,
            time=known.time,
            thread=known.thread,
            service=known.service,
        )

    def _accepts(self, context: Context, reading: Reading) -> bool:
        """A generic `code` needs a sign that it is an answer of 轻推, or of another platform.

        An HTTP client's response is none, whoever was called.
        """
        if context.key == "errcode":
            return True
        status = is_http_status(context.code, context.message, context.fields)
        if context.key == "code" and context.own_host and not status:
            return True
        if self._origins.foreign(context):
            return True
        decision = self._judge.decide(context)
        if decision.entry is None or context.code == "0":
            self._note(context)
            return False
        if decision.match in GOOD:
            return True
        if not (context.message or "").strip():
            return self._bare_code(context)
        if decision.match == "like" or _OWN_WORDS.search(context.message or ""):
            return True
        if _named(reading):
            return True
        self._note(context)
        return False

    def _bare_code(self, context: Context) -> bool:
        """A generic `code` without a message: in a record of other things it is only their code."""
        others = {fold_key(name.split(".", 1)[0].split("[", 1)[0]) for name in context.fields}
        if others <= _ENVELOPE:
            return True
        self._note(context)
        return False

    def _succeeded(self, context: Context, reading: Reading) -> bool:
        """A generic `code` 0 beside the members of a documented success."""
        if context.code != "0":
            return False
        return documented_success(self._book.successes, reading) is not None

    def _note(self, context: Context) -> None:
        said = (context.message or "").strip().lower()
        good = context.code in ("0", "200") or said in _OK_WORDS
        self.notes.append("note.other_ok" if good else "note.other_system")

    def _pass_on(self, reading: Reading) -> None:
        """What an object that is no answer says in words may quote 轻推, in whatever member."""
        low = reading.span.start
        high = min(reading.span.end, low + _REACH)
        said = [reading.message, *islice(reading.fields.values(), _MOST_WORDS)]
        sent = not _REQUEST.isdisjoint(fold_key(name) for name in reading.fields)
        spans: set[Span] = set()
        for words in said[:1] if sent else said:
            if isinstance(words, str) and len(words) >= 4 and not words.isdecimal():
                at = self._around.text.find(words, low, high)
                if at >= 0:
                    spans.add(Span(at, at + len(words)))
        self.passed_on += sorted(spans)

    def _without_code(self, reading: Reading, exchange: Exchange) -> Draft | None:
        if reading.cut and reading.code_key:
            self.notes.append("note.cut_code")
            return None
        word = reading.fields.get(reading.code_key or "")
        if isinstance(word, str) and WORD_CODE.fullmatch(word):
            return self._worded(reading, exchange, word)
        message = reading.message or ""
        callback = (reading.message_key or "").lower().replace("_", "") == "errmsg"
        if callback and _CALLBACK.match(message):
            return Draft(reading.span, "jssdk", "0", message, None, exchange, reading, ok=True)
        if documented_success(self._book.successes, reading) is None:
            said = self._documented(reading, exchange)
            if said is not None:
                return said
            self.notes.append(_nothing_said(reading))
            if not reading.cut:
                self._pass_on(reading)
            return None
        draft = Draft(reading.span, "response", "0", None, None, exchange, reading, ok=True)
        context = Context(
            kind="response",
            code="0",
            key="code",
            path=exchange.path,
            host=exchange.host,
            fields=frozenset(reading.fields),
        )
        if self._origins.foreign(context):
            draft.context, draft.said = context, SUCCEEDED
        return draft

    def _worded(self, reading: Reading, exchange: Exchange, word: str) -> Draft | None:
        """A code in words is another platform's, if it tells which; else it is no answer."""
        context = Context(
            kind="response",
            code=word,
            message=_clip(reading.message),
            key="code",
            path=exchange.path,
            host=exchange.host,
            fields=_fields(reading),
        )
        if not self._origins.foreign(context):
            self.notes.append("note.other_system")
            return None
        return Draft(reading.span, "response", word, reading.message, context, exchange, reading)

    def _documented(self, reading: Reading, exchange: Exchange) -> Draft | None:
        """An object that holds a documented message and no code says it in words."""
        entries = self._judge.index.equal(reading.message or "")
        codes = {entry.code for entry in entries if entry.code != "0"}
        if len(codes) != 1 or reading.cut:
            return None
        context = Context(
            kind="mention",
            code=codes.pop(),
            message=_clip(reading.message),
            key="words",
            path=exchange.path,
            host=exchange.host,
            service=exchange.service,
        )
        code = context.code or ""
        return Draft(reading.span, "mention", code, reading.message, context, exchange, reading)


def _named(reading: Reading) -> bool:
    """Whether a member names 轻推, and nothing else, as what was called."""
    return any(
        isinstance(value, str) and value.strip().casefold() in _NAMES and fold_key(name) in _WHO
        for name, value in islice(reading.fields.items(), _MOST_WORDS)
    )


def _nothing_said(reading: Reading) -> str:
    """The note for an object without a code."""
    if not reading.fields:
        return "note.empty_object"
    sent = reading.fields.get("msg_status")
    failed = isinstance(sent, str) and _NOT_SENT.match(sent) is not None
    return "note.not_sent" if failed else "note.other_json"


def _fields(reading: Reading) -> frozenset[str]:
    """The members' names; `request_id:short` tells DingTalk's ids from those of gateways."""
    if reading.dialect in _LOOSE:
        return frozenset()
    short = _SHORT_ID.match(str(reading.fields.get("request_id", "")))
    return frozenset(reading.fields) | ({"request_id:short"} if short else set())


def documented_success(shapes: Iterable[Success], reading: Reading) -> Success | None:
    """The first documented success that an object without a code shows."""
    known = {
        fold_key(name.split(".", 1)[0].split("[", 1)[0]): value
        for name, value in reading.fields.items()
        if value is not None
    }
    return next((shape for shape in shapes if _fits(shape, known)), None)


def _fits(shape: Success, known: Mapping[str, Any]) -> bool:
    keys = known.keys()
    if not shape.needs <= keys or shape.none_of & keys:
        return False
    if any(pattern.search(str(known.get(name, ""))) for name, pattern in shape.unless):
        return False
    return not shape.any_of or bool(shape.any_of & keys)


def key_kind(key: str | None) -> str:
    """`errcode` for names that only say an error code, `code` for that name, else `other`."""
    name = (key or "").rsplit(".", 1)[-1].lower().replace("_", "").replace("-", "")
    if name in _OWN_KEYS:
        return "errcode"
    return "code" if name == "code" else "other"


def drop_wrappers(drafts: list[Draft]) -> list[Draft]:
    """One draft for an answer inside another: the innermost error counts."""
    kept: list[Draft] = []
    for draft in drafts:
        if any(_inside(draft, one) and _adds_nothing(draft, one) for one in kept[-3:]):
            continue
        while kept and _inside(draft, kept[-1]):
            kept.pop()
        kept.append(draft)
    return kept


def _inside(inner: Draft, outer: Draft) -> bool:
    return outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _adds_nothing(inner: Draft, outer: Draft) -> bool:
    """A success inside an answer with a code of its own is only that answer's data."""
    return inner.ok and outer.context is not None


def _clip(message: str | None) -> str | None:
    return message if message is None or len(message) <= 2000 else message[:2000]
