"""`check signature`: does the JS-SDK signature fit, and if not, which mistake reproduces it?

The ticket is used and never kept in a result.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, unquote, unquote_plus

from qt_app.core.checks.masking import mask_address, show
from qt_app.core.checks.model import CheckResult, Note, Step
from qt_app.core.checks.outcomes import Signature

# In the order in which they are believed, where several sets reproduce the same text.
MISTAKES: Mapping[str, Signature] = {
    "fragment_kept": Signature.FRAGMENT_KEPT,
    "timestamp_ms": Signature.TIMESTAMP_MS,
    "timestamp_s": Signature.TIMESTAMP_S,
    "nonce_key_camel": Signature.NONCE_KEY_CAMEL,
    "http_https": Signature.HTTP_HTTPS,
    "slash_added": Signature.SLASH_ADDED,
    "slash_dropped": Signature.SLASH_DROPPED,
    "query_dropped": Signature.QUERY_DROPPED,
    "url_decoded": Signature.URL_DECODED,
    "url_encoded": Signature.URL_ENCODED,
    "upper_case": Signature.UPPER_CASE,
    "order": Signature.ORDER,
}
_CONTRARY = (
    {"timestamp_ms", "timestamp_s"},
    {"slash_added", "slash_dropped"},
    {"url_decoded", "url_encoded"},
)
_SHA1 = re.compile(r"[0-9A-Fa-f]{40}")
_LIMIT = 65_536
# Characters that encodeURI leaves alone.
_ENCODE_URI = "!#$&'()*+,/:;=?@-._~%"


@dataclass(frozen=True, slots=True)
class Signed:
    """What the page used, the ticket, and the signature seen."""

    ticket: str
    nonce: str
    timestamp: str
    url: str
    signature: str


def check_signature(seen: Signed) -> CheckResult:
    """The steps of the contract; `seen.url` as the browser shows it, with its fragment."""
    target = show(mask_address(seen.url.strip()), 300)
    seen = Signed(
        seen.ticket.strip()[:_LIMIT],
        seen.nonce.strip()[:_LIMIT],
        seen.timestamp.strip()[:_LIMIT],
        seen.url.strip()[:_LIMIT],
        seen.signature.strip(),
    )
    fault = _fault(seen)
    if fault is not None:
        match = Step.of("signature.match", [fault], {"matches": False})
        return CheckResult("signature", target, (match, _mistake([Signature.NOT_TRIED.note()], [])))
    sets = find_mistakes(seen)
    right = bool(sets) and not sets[0]
    note = (Signature.MATCH if right else Signature.NO_MATCH).note()
    steps = (Step.of("signature.match", [note], {"matches": right}), _mistake(_notes(sets), sets))
    return CheckResult("signature", target, steps)


def _fault(seen: Signed) -> Note | None:
    named = {
        "ticket": seen.ticket,
        "nonceStr": seen.nonce,
        "timestamp": seen.timestamp,
        "url": seen.url,
        "signature": seen.signature,
    }
    missing = [name for name, value in named.items() if not value]
    if missing:
        return Signature.VALUE_MISSING.note(names=", ".join(missing))
    if not _SHA1.fullmatch(seen.signature):
        return Signature.NOT_SHA1.note(length=str(len(seen.signature)))
    return None


def _notes(sets: list[tuple[str, ...]]) -> list[Note]:
    if not sets:
        return [Signature.UNKNOWN.note()]
    return [MISTAKES[name].note() for name in sets[0]] or [Signature.NO_MISTAKE.note()]


def _mistake(notes: list[Note], sets: list[tuple[str, ...]]) -> Step:
    data = {
        "mistakes": sorted(sets[0]) if sets else [],
        "others": [sorted(other) for other in sets[1:]],
    }
    return Step.of("signature.mistake", notes, data)


def find_mistakes(seen: Signed) -> list[tuple[str, ...]]:
    """The smallest sets of mistakes that reproduce the signature, the likeliest first.

    `[()]` if it is right as it is; `[]` if no set of up to four mistakes fits.
    """
    length = len(seen.url) + len(seen.ticket) + len(seen.nonce)
    largest = 4 if length < 4_096 else 2 if length < 16_384 else 1
    for size in range(largest + 1):
        fitting = [
            names
            for names in itertools.combinations(MISTAKES, size)
            if not any(pair <= set(names) for pair in _CONTRARY) and _fits(seen, frozenset(names))
        ]
        if fitting:
            return fitting
    return []


def _fits(seen: Signed, names: frozenset[str]) -> bool:
    upper = "upper_case" in names
    wanted = seen.signature
    if (upper and wanted != wanted.upper()) or (upper and wanted == wanted.lower()):
        return False
    digest = bytes.fromhex(wanted)
    if not upper and wanted != wanted.lower():
        return False
    return any(
        hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()
        == digest
        for text in _texts(seen, names)
    )


def _texts(seen: Signed, names: frozenset[str]) -> Iterator[str]:
    """Every text that could have been signed with exactly these mistakes."""
    key = "nonceStr" if "nonce_key_camel" in names else "noncestr"
    for url in _urls(seen.url, names):
        for timestamp in _timestamps(seen.timestamp, names):
            pairs = (
                f"jsapi_ticket={seen.ticket}",
                f"{key}={seen.nonce}",
                f"timestamp={timestamp}",
                f"url={url}",
            )
            orders = itertools.permutations(pairs) if "order" in names else iter((pairs,))
            if "order" in names:
                next(orders)
            yield from ("&".join(order) for order in orders)


def _timestamps(timestamp: str, names: frozenset[str]) -> list[str]:
    digits = timestamp.isascii() and timestamp.isdigit()
    if "timestamp_ms" in names:
        if not (digits and len(timestamp) <= 11):
            return []
        # The page has lost the milliseconds, so all thousand are tried while that is cheap.
        count = 1000 if len(names) <= 2 else 1
        return [f"{timestamp}{rest:03d}" for rest in range(count)]
    if "timestamp_s" in names:
        if not (digits and len(timestamp) == 13):
            return []
        return list(dict.fromkeys([timestamp[:10], str((int(timestamp) + 500) // 1000)]))
    return [timestamp]


def _urls(url: str, names: frozenset[str]) -> list[str]:
    """The variants of the address with every mistake of `names` that concerns it at work.

    Empty if one of them would change nothing: it can't be what went wrong.
    """
    variants = [url]
    for name, change in _CHANGES.items():
        if name in names or name in _ALWAYS:
            variants = [new for old in variants for new in change(old, name in names)]
    return list(dict.fromkeys(variants))


Change = Callable[[str, bool], list[str]]


def _split(url: str) -> tuple[str, str, str]:
    """(up to the query, query with "?", fragment with "#")."""
    before, mark, fragment = url.partition("#")
    path, question, query = before.partition("?")
    return path, f"{question}{query}", f"{mark}{fragment}"


def _swap_scheme(url: str, _: bool) -> list[str]:
    scheme, mark, rest = url.partition("://")
    other = {"http": "https", "https": "http"}.get(scheme.lower())
    return [f"{other}{mark}{rest}"] if other and mark else []


def _drop_query(url: str, _: bool) -> list[str]:
    path, query, fragment = _split(url)
    return [f"{path}{fragment}"] if query else []


def _add_slash(url: str, _: bool) -> list[str]:
    path, query, fragment = _split(url)
    found = [] if path.endswith("/") else [f"{path}/{query}{fragment}"]
    if query and not fragment:
        found.append(f"{url}/")
    return found


def _drop_slash(url: str, _: bool) -> list[str]:
    path, query, fragment = _split(url)
    bare = path.endswith("/") and not path.endswith("://")
    return [f"{path[:-1]}{query}{fragment}"] if bare else []


def _fragment(url: str, kept: bool) -> list[str]:
    path, query, fragment = _split(url)
    if kept:
        return [url] if fragment else []
    return [f"{path}{query}"]


def _decode(url: str, _: bool) -> list[str]:
    # Java's decoder turns "+" into a blank as well.
    found = [unquote_plus(url), unquote(url)]
    if "#" not in url:
        # Decoded before it was cut: an escaped "#" then cuts the address as well.
        found += [decoded.partition("#")[0] for decoded in found if "#" in decoded]
    return [decoded for decoded in dict.fromkeys(found) if decoded != url]


def _encode(url: str, _: bool) -> list[str]:
    safe = url.encode("utf-8", "replace").decode("utf-8")
    whole = [quote(safe, safe="!'()*~"), quote_plus(safe, safe="*"), quote(safe, safe="")]
    inner = [quote(safe, safe=_ENCODE_URI), quote(safe, safe="/"), quote(safe, safe=":/")]
    both = [*whole, *inner]
    lower = [re.sub(r"%[0-9A-F]{2}", lambda m: m[0].lower(), one) for one in both]
    return [encoded for encoded in dict.fromkeys([*both, *lower]) if encoded != url]


# In the order in which a server would go wrong: the address is encoded or decoded last.
_CHANGES: Mapping[str, Change] = {
    "http_https": _swap_scheme,
    "query_dropped": _drop_query,
    "fragment_kept": _fragment,
    "slash_added": _add_slash,
    "slash_dropped": _drop_slash,
    "url_decoded": _decode,
    "url_encoded": _encode,
}
_ALWAYS = frozenset({"fragment_kept"})
