"""`https.injection`: what the http copy of a page holds that the https copy does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from qt_app.core.checks.masking import mask_address, show
from qt_app.core.checks.model import CheckResult, Note, Step
from qt_app.core.checks.web.answer import Answer, split
from qt_app.core.checks.web.outcomes import Injection
from qt_app.core.checks.web.page_reader import Item, PageText, read_page

ROW_LIMIT = 50
# A place of its own for both copies, so that relative addresses are equal.
_HERE = "https://page.invalid/"
_CODE = frozenset(
    {"script", "inline", "frame", "plugin", "refresh", "event", "socket", "form", "style"}
)
_NAMES = {"inline": "script", "frame": "iframe", "plugin": "object", "imageset": "image"}
# Values that differ with every call: nonces, csrf tokens, timestamps, session numbers.
_VOLATILE = re.compile(
    r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]{9,40}"
    r"|(?<![A-Za-z0-9+/_-])(?=[A-Za-z+/_-]{0,80}[0-9])[A-Za-z0-9+/_-]{16,400}={0,2}(?![A-Za-z0-9])"
    r"|[0-9]{4,40}|(?<![0-9A-Za-z])[0-9a-fA-F]{8,128}(?![0-9A-Za-z])"
)
_LONG_NUMBER = re.compile(r"[0-9]{9,20}|(?<![0-9A-Za-z])[0-9a-fA-F]{16,128}(?![0-9A-Za-z])")
_DATE = re.compile(r"[0-9]{1,4}[-/:.年月][0-9]{1,2}(?:[-/:.月日][0-9]{1,4})?")
_WEB_SCHEME = re.compile(r"(?i)\bhttps?:(\\?/\\?/)", re.ASCII)
_WORD = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.]*|[\u4e00-\u9fff]+")
_INLINE = ("inline", "event")
_LIKENESS = 0.8
_TWINS = 100
_WORDS_LOOKED_AT = 20_000


@dataclass(frozen=True, slots=True)
class Added:
    """One thing that only the http copy has, and where."""

    item: Item
    position: str

    @property
    def is_code(self) -> bool:
        """Can it change what the user sees or does?"""
        return self.item.kind in _CODE

    @property
    def host(self) -> str:
        """The host it comes from, "" for code in the page and for the page's own host."""
        parts = split(self.item.url)
        host = (parts.hostname or "") if parts else ""
        return "" if host == "page.invalid" else host


def check_injection(http: bytes, https: bytes, names: tuple[str, str]) -> CheckResult:
    """Two saved copies of one page: over http, over https."""
    first = Answer(_HERE, 200, body=http)
    second = Answer(_HERE, 200, body=https)
    step = compare(first, second, given=True)
    target = f"{show(mask_address(names[0]), 120)} | {show(mask_address(names[1]), 120)}"
    return CheckResult("injection", target, (step,))


def compare(http: Answer | None, https: Answer | None, given: bool = False) -> Step:
    """The step. `given`: files; their types are not asked and "this network" is not spoken of."""
    note = _obstacle(http, https, given)
    if note is not None or http is None or https is None:
        return Step.of("https.injection", [note or Injection.NO_COPY.note()])
    old, new = _read(http), _read(https)
    added = find_added(old, new)
    data: dict[str, Any] = {
        "added": [_row(item, http) for item in added[:ROW_LIMIT]],
        "count": len(added),
        "hosts": _hosts(added),
        "http": _copy(http),
        "https": _copy(https),
    }
    notes = _notes(added, old, new, given)
    if http.cut or https.cut:
        notes.append(Injection.CUT.note())
    if added:
        notes.append(_evidence(added, http, https))
    step = Step.of("https.injection", notes)
    if step.status == "fail":
        data |= {"code": "http.injected", "cause": "injected", "entry": "faq.ads"}
    return Step(step.id, step.status, step.outcome, step.args, data, step.more)


def _obstacle(http: Answer | None, https: Answer | None, given: bool) -> Note | None:
    if http is None or https is None:
        return Injection.NO_COPY.note()
    if http.trouble or https.trouble:
        return Injection.NO_ANSWER.note()
    if given:
        empty = not http.body.strip() or not https.body.strip()
        return Injection.NO_COPY.note() if empty else None
    if 300 <= http.status < 400:
        return Injection.ONLY_REDIRECTS.note()
    if not http.body.strip() or not https.body.strip():
        return Injection.NO_COPY.note()
    if http.status >= 400 or https.status >= 300:
        codes = {"http": str(http.status), "https": str(https.status)}
        return Injection.NOT_COMPARABLE.note(**codes)
    return None if http.is_html and https.is_html else Injection.NOT_HTML.note()


def _read(answer: Answer) -> PageText:
    """Own addresses become the same in both copies."""
    url = answer.url
    return read_page(answer.text, "https:" + url[5:] if url.startswith("http:") else url)


def find_added(old: PageText, new: PageText) -> list[Added]:
    """What `old` (http) has more often than `new`, in page order; the same thing once."""
    have = Counter(_signature(item) for item in new.items)
    left: dict[tuple[str, str], Item] = {}
    for item in old.items:
        signature = _signature(item)
        if have[signature] > 0:
            have[signature] -= 1
        else:
            left.setdefault(signature, item)
    twins = _Twins([signature for signature, count in have.items() if count > 0])
    kept = [item for signature, item in left.items() if not twins.has(signature)]
    return [Added(item, _position(item, old)) for item in kept]


def _signature(item: Item) -> tuple[str, str]:
    if item.url:
        return item.kind, _bare(item.url)
    return item.kind, _masked(" ".join(item.text.split()))


def _bare(url: str) -> str:
    """An address without its scheme and without what differs with every call.

    In the path only long numbers count as such: another file is another address.
    """
    path, mark, rest = url.split("#", 1)[0].partition("?")
    path, semicolon, session = _WEB_SCHEME.sub("//", path).partition(";")
    return f"{_LONG_NUMBER.sub('#', path)}{semicolon}{_masked(session)}{mark}{_masked(rest)}"


def _masked(text: str) -> str:
    text = _WEB_SCHEME.sub(r"\1", text[:200_000])
    return _VOLATILE.sub("#", _DATE.sub("#", text))


class _Twins:
    """Inline code of the https copy that was not matched: the same code with other values."""

    def __init__(self, unmatched: Sequence[tuple[str, str]]) -> None:
        code = [pair for pair in unmatched if pair[0] in _INLINE][:_TWINS]
        self._known = [(kind, _words(text)) for kind, text in code]
        self._asked = 0

    def has(self, signature: tuple[str, str]) -> bool:
        """Do most of its words stand in one piece of the other copy? Asked a limited time."""
        if signature[0] not in _INLINE or self._asked >= _TWINS:
            return False
        self._asked += 1
        own = _words(signature[1])
        return len(own) > 3 and any(
            kind == signature[0] and len(own & other) >= _LIKENESS * len(own | other)
            for kind, other in self._known
        )


def _words(text: str) -> frozenset[str]:
    return frozenset(match[0] for match in _WORD.finditer(text[:_WORDS_LOOKED_AT]))


def _position(item: Item, page: PageText) -> str:
    """before_head_end | body | after_end."""
    if page.body_end >= 0 and item.at > page.body_end:
        return "after_end"
    return "head" if 0 <= item.at < page.head_end else "body"


def _notes(added: Sequence[Added], old: PageText, new: PageText, given: bool) -> list[Note]:
    code = [item for item in added if item.is_code]
    other = [item for item in added if not item.is_code]
    args = {"n": str(len(added)), "what": _listed(added)}
    if code and _replaced(old, new):
        return [Injection.REPLACED.note(**args)]
    if code:
        return [Injection.ADDED_CODE.note(**args)]
    if other:
        return [Injection.ADDED_OTHER.note(**args)]
    return [(Injection.SAME if given else Injection.NOT_SEEN).note()]


def _replaced(old: PageText, new: PageText) -> bool:
    """Hardly anything of the real page is left in the http copy."""
    real = {_signature(item) for item in new.items}
    kept = {_signature(item) for item in old.items} & real
    lost = len(real) >= 3 and len(kept) < 0.2 * len(real)
    return lost or (new.tag_count >= 20 and old.tag_count < 0.3 * new.tag_count)


def _listed(added: Sequence[Added]) -> str:
    shown = [f"{_kind(a.item)} {_what(a)}".strip() for a in added[:3]]
    return ", ".join(shown) + (" …" if len(added) > 3 else "")


def _kind(item: Item) -> str:
    return _NAMES.get(item.kind, item.kind)


def _what(added: Added) -> str:
    if added.item.url:
        return show(mask_address(added.item.url), 120)
    return "(inline)"


def _hosts(added: Sequence[Added]) -> list[str]:
    return sorted({item.host for item in added if item.host})


def _evidence(added: Sequence[Added], http: Answer, https: Answer) -> Note:
    places = ", ".join(f"{_kind(a.item)} {_what(a)} @ {a.item.line}" for a in added[:8])
    return Injection.EVIDENCE.note(
        list=places,
        hosts=", ".join(_hosts(added)[:8]) or "-",
        http_size=str(len(http.body)),
        https_size=str(len(https.body)),
        http_sha=sha256(http.body).hexdigest()[:16],
        https_sha=sha256(https.body).hexdigest()[:16],
    )


def _copy(answer: Answer) -> dict[str, Any]:
    return {"bytes": len(answer.body), "sha256": sha256(answer.body).hexdigest()}


def _row(added: Added, http: Answer) -> dict[str, Any]:
    item = added.item
    own = split(http.url)
    return {
        "kind": _kind(item),
        "tag": item.tag,
        "address": show(mask_address(item.url), 500) or None,
        "host": added.host or ((own.hostname or None) if own and item.url else None),
        "line": item.line,
        "offset": item.at,
        "position": added.position,
        "text": show(" ".join(item.text.split()), 200) or None,
    }
