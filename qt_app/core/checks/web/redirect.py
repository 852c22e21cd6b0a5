"""`https.redirect`: where http leads, hop by hop."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qt_app.core.checks.labels import odd_ipv4, to_forms
from qt_app.core.checks.masking import mask_address, show
from qt_app.core.checks.model import Note, Step
from qt_app.core.checks.web.answer import REDIRECTS, Answer, join, split
from qt_app.core.checks.web.outcomes import Https
from qt_app.core.checks.web.page_reader import read_page
from qt_app.core.checks.web.target import HTTP_PORT, HTTPS_PORT, Target, address_kind

MAX_HOPS = 5
_STANDARD = {"http": HTTP_PORT, "https": HTTPS_PORT}


@dataclass(frozen=True, slots=True)
class Hop:
    """One answer of a walk. `to` is the resolved address, "" if there is none.

    `kind`: final, next, loop, too_many, broken, private, elsewhere (not followed), trouble.
    """

    answer: Answer
    kind: str
    location: str = ""
    to: str = ""

    @property
    def url(self) -> str:
        """What was asked for."""
        return self.answer.url


Walk = tuple[Hop, ...]


def next_hop(answer: Answer, target: Target, walked: Sequence[Hop]) -> Hop:
    """What to do after `answer`: a hop of kind "next" is to be followed to its `to`."""
    if answer.trouble:
        return Hop(answer, "trouble")
    location = answer.first("location").strip()
    if answer.status not in REDIRECTS:
        return Hop(answer, "final")
    to = join(answer.url, location) if location else None
    parts = split(to) if to else None
    if to is None or parts is None or parts.scheme not in _STANDARD or not parts.hostname:
        return Hop(answer, "broken", location)
    to = _in_ascii(to.split("#", 1)[0], parts.hostname)
    kind = _kind(to, target, [*(hop.url for hop in walked), answer.url])
    return Hop(answer, kind, location, to)


def _in_ascii(url: str, host: str) -> str:
    """The address with its host in the xn-- form, as it is asked for."""
    encoded = None if host.isascii() else to_forms(host.lower())[1]
    if encoded is None:
        return url
    at = url.lower().find(host)
    return url if at < 0 else url[:at] + encoded + url[at + len(host) :]


def _kind(to: str, target: Target, seen: Sequence[str]) -> str:
    if _same(to) in {_same(url) for url in seen}:
        return "loop"
    if len(seen) > MAX_HOPS:
        return "too_many"
    parts = split(to)
    host = (parts.hostname or "") if parts else ""
    if host == target.host:
        return "next" if _usual_port(to, target) else "elsewhere"
    if _is_inner(host):
        return "private"
    twins = (f"www.{target.host}", target.host.removeprefix("www."))
    return "next" if host in twins and _usual_port(to, target) else "elsewhere"


def _same(url: str) -> str:
    parts = split(url)
    if parts is None:
        return url
    port = parts.port or _STANDARD.get(parts.scheme, 0)
    return f"{parts.scheme}://{parts.hostname}:{port}{parts.path or '/'}?{parts.query}"


def _usual_port(url: str, target: Target) -> bool:
    """Only the standard ports and those that were asked for are ever connected to."""
    parts = split(url)
    if parts is None:
        return False
    asked = target.port if parts.scheme == "https" else target.http_port
    return (parts.port or _STANDARD[parts.scheme]) in (asked, _STANDARD[parts.scheme])


def _is_inner(host: str) -> bool:
    """An address, in any spelling, that only an inner network knows; or a name like localhost."""
    try:
        found = ipaddress.ip_address(host.split("%", 1)[0])
    except ValueError:
        odd = odd_ipv4(host)
        return address_kind(odd) != "public" if odd else "." not in host.rstrip(".")
    return address_kind(found) != "public"


def redirect_step(http: Walk | None, https: Walk | None, given: bool) -> Step:
    """`given`: is there an http side to look at (False under --connect alone)?"""
    data: dict[str, Any] = {"hops": [_row(hop) for hop in http or ()]}
    faults = [fault for walk in (http, https) if walk for fault in _faults(walk)]
    if faults:
        note, cause = faults[0]
        data["hops"] = [_row(hop) for hop in _guilty(http, https)]
        if note.status == "fail":
            data |= {"cause": cause, "code": _CODES[cause]}
        return Step.of("https.redirect", _distinct([n for n, _ in faults]), data)
    if not http:
        note = Https.NO_HTTP_SIDE.note() if not given else Https.HTTP_SILENT.note()
        return Step.of("https.redirect", [note], data)
    return Step.of("https.redirect", _verdict(http), data)


_CODES = {
    "loop": "http.redirect_loop",
    "too_many": "http.redirect_loop",
    "downgrade": "http.cleartext_blocked",
    "private_target": "tcp.unreachable",
    "broken_location": "http.redirect_loop",
}


def _guilty(http: Walk | None, https: Walk | None) -> Walk:
    return http if http and _faults(http) else (https or http or ())


def _distinct(notes: Sequence[Note]) -> list[Note]:
    return list({note.outcome: note for note in reversed(notes)}.values())[::-1]


def _faults(walk: Walk) -> list[tuple[Note, str]]:
    found: list[tuple[Note, str]] = []
    last = walk[-1]
    to = show(mask_address(last.to), 120)
    if last.kind == "loop":
        cookie = any(hop.answer.first("set-cookie") for hop in walk)
        outcome = Https.LOOP_COOKIE if cookie else Https.LOOP
        found.append((outcome.note(to=to, n=str(len(walk))), "loop"))
    elif last.kind == "too_many":
        found.append((Https.TOO_MANY.note(to=to, n=str(MAX_HOPS)), "too_many"))
    elif last.kind == "private":
        found.append((Https.PRIVATE_TARGET.note(to=to), "private_target"))
    elif last.kind == "broken":
        location = show(mask_address(last.location), 80) or "-"
        note = Https.BROKEN_LOCATION.note(status=str(last.answer.status), location=location)
        found.append((note, "broken_location"))
    for hop in walk:
        if hop.url.startswith("https:") and hop.to.startswith("http:"):
            url = show(mask_address(hop.url), 120)
            found.append((Https.DOWNGRADE.note(url=url, to=to), "downgrade"))
            break
    return found


def _verdict(walk: Walk) -> list[Note]:
    last = walk[-1]
    url = show(mask_address(last.to or last.url), 120)
    remarks = [Https.RELATIVE.note()] if any(_relative(hop) for hop in walk) else []
    if last.kind == "elsewhere":
        remarks.append(Https.NOT_FOLLOWED.note(to=url))
    if (last.to or last.url).startswith("https:"):
        first = walk[0]
        if first.answer.status in (302, 303, 307):
            remarks.append(Https.TEMPORARY.note(status=str(first.answer.status)))
        return [Https.TO_HTTPS.note(to=url, n=str(len(walk))), *remarks]
    if last.kind == "trouble" and len(walk) == 1:
        outcome = Https.NO_HTTP if last.answer.trouble == "refused" else Https.HTTP_SILENT
        return [outcome.note(url=url)]
    return [_stays(last.answer, url), *remarks]


def _stays(answer: Answer, url: str) -> Note:
    if answer.status >= 400 or answer.trouble:
        return Https.HTTP_ERROR.note(url=url, status=str(answer.status or answer.trouble))
    if answer.is_html:
        page = read_page(answer.text, answer.url)
        if any(item.kind == "refresh" and item.url.startswith("https:") for item in page.items):
            return Https.BY_PAGE.note(url=url)
    return Https.STAYS_HTTP.note(url=url, status=str(answer.status))


def _relative(hop: Hop) -> bool:
    return bool(hop.location) and "://" not in hop.location[:12]


def _row(hop: Hop) -> dict[str, Any]:
    return {
        "url": mask_address(hop.url),
        "status": hop.answer.status or None,
        "location": mask_address(hop.location) or None,
        "to": mask_address(hop.to) or None,
        "kind": hop.kind,
        "trouble": hop.answer.trouble or None,
    }
