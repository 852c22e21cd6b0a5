"""`https.injection`: what the http copy of a page holds that the https copy does not."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from qt_app.core.checks.masking import mask_address, show
from qt_app.core.checks.model import CheckResult, Note, Step
from qt_app.core.checks.web.added import HERE, Added, find_added, host_of
from qt_app.core.checks.web.answer import Answer
from qt_app.core.checks.web.comparable import file_obstacle, not_one_page
from qt_app.core.checks.web.outcomes import Injection
from qt_app.core.checks.web.page_reader import Item, PageText, read_page
from qt_app.core.checks.web.sameness import signature
from qt_app.core.redaction import collect

ROW_LIMIT = 50
_NAMES = {"inline": "script", "frame": "iframe", "plugin": "object", "imageset": "image"}


def check_injection(http: bytes, https: bytes, names: tuple[str, str]) -> CheckResult:
    """Two saved copies of one page: over http, over https."""
    first = Answer(HERE, 200, body=http)
    second = Answer(HERE, 200, body=https)
    step = compare(first, second, given=True)
    target = f"{show(mask_address(names[0]), 120)} | {show(mask_address(names[1]), 120)}"
    return CheckResult("injection", target, (step,))


def compare(http: Answer | None, https: Answer | None, given: bool = False) -> Step:
    """The step. `given`: files; their types are not asked and "this network" is not spoken of."""
    note = _obstacle(http, https, given)
    if note is not None or http is None or https is None:
        return Step.of("https.injection", [note or Injection.NO_COPY.note()])
    old, new = _read(http), _read(https)
    note = not_one_page(old, new, http, https) if given else None
    if note is not None:
        return Step.of("https.injection", [note])
    added = find_added(old, new)
    data: dict[str, Any] = {
        "added": [_row(item, http) for item in added[:ROW_LIMIT]],
        "count": len(added),
        "hosts": _hosts(added),
        "http": _copy(http),
        "https": _copy(https),
    }
    own = {host_of(http.url), host_of(https.url)}
    notes = _notes(added, own, _replaced(old, new), given)
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
        return file_obstacle(http, https)
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


def _notes(added: Sequence[Added], own: set[str], replaced: bool, given: bool) -> list[Note]:
    code = [one for one in added if one.is_code and not one.values and not one.is_own(own)]
    home = [one for one in added if one.is_code and one.is_own(own)]
    told = [one for one in added if one.values]
    for found, outcome in (
        (code, Injection.REPLACED if replaced else Injection.ADDED_CODE),
        (home, Injection.OWN_CODE),
        (told, Injection.OTHER_VALUES),
        (added, Injection.ADDED_OTHER),
    ):
        if found:
            return [outcome.note(n=str(len(found)), what=_listed(found))]
    if replaced and given:
        return [Injection.NO_PAGE.note(title="-")]
    return [(Injection.SAME if given else Injection.NOT_SEEN).note()]


def _replaced(old: PageText, new: PageText) -> bool:
    """Hardly anything of the real page is left in the http copy."""
    real = {signature(item) for item in new.items}
    kept = {signature(item) for item in old.items} & real
    lost = len(real) >= 3 and len(kept) < 0.2 * len(real)
    return lost or (new.tag_count >= 20 and old.tag_count < 0.3 * new.tag_count)


def _listed(added: Sequence[Added]) -> str:
    shown = [f"{_kind(a.item)} {_what(a)}".strip() for a in added[:3]]
    return ", ".join(shown) + (" …" if len(added) > 3 else "")


def _kind(item: Item) -> str:
    return _NAMES.get(item.kind, item.kind)


def _what(added: Added) -> str:
    return show(_address(added.item), 120) if added.item.url else "(inline)"


def _address(item: Item) -> str:
    """As it stands in the page where a file does not tell the page's own host."""
    return mask_address(item.raw if item.url.startswith(HERE) else item.url)


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
    own = "" if http.url == HERE else host_of(http.url)
    code = " ".join(item.text.split())
    return {
        "kind": _kind(item),
        "tag": item.tag,
        "address": show(_address(item), 500) or None,
        "host": added.host or (own if item.url else None) or None,
        "line": item.line,
        "offset": item.at,
        "position": added.position,
        "text": show(collect(code[:2000]).mask(code[:2000]), 200) or None,
    }
