"""What a page loads: every address in it, by kind, resolved as a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qt_app.core.checks.web.answer import join
from qt_app.core.checks.web.tags import Tag, tags

ITEM_LIMIT = 20_000
_BLANK_BASE = "https://page.invalid/"
_CSS = re.compile(
    r"(?i)/\*.*?\*/|(@import)\s+(?:url\(\s*)?[\"']?([^\"')\s;]{1,2000})"
    r"|url\(\s*[\"']?([^\"')\s]{1,2000})",
    re.DOTALL,
)
_FONT_FACE = re.compile(r"(?i)@font-face\s*\{[^}]{0,4000}\}")
_SRCSET = re.compile(r"[\s,]*([^\s,][^\s]*)(?:\s+[^,]*)?")
_WITH_TEXT = frozenset({"script", "style", "title", "noscript", "template"})
_REFRESH = re.compile(r"(?i)^\s*[0-9.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']*)")
_SOCKET = re.compile(r"new\s+WebSocket\(\s*[\"'](ws://[^\"'\s]{1,500})")
# fetch("http://…"), x.open("GET", "http://…"), axios.get("http://…"), $.ajax({url: "http://…"}).
_REQUEST = re.compile(
    r"(?i)(?<![\w$])(?:fetch|axios(?:\.\w{1,10})?|\$\.(?:get|post|getJSON|getScript|load)|importScripts"
    r"|import|new\s{1,8}(?:EventSource|Worker|SharedWorker)|(?:\w{1,30}\.)?(?:sendBeacon|open\(\s{0,20}"
    r"[\"'](?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS)[\"']\s{0,20},)"
    r"|(?:\$|axios|wx|qt|uni)\.(?:ajax|request)\(\{[^{}]{0,300}?\burl\s{0,8}:"
    r"|axios\(\{[^{}]{0,300}?\burl\s{0,8}:)"
    r"\s{0,20}\(?\s{0,20}[\"'`](http://[^\"'`\s$<>\\]{1,500})"
)
_JSSDK_TEXT = re.compile(
    r"(?i)http://[a-z0-9.-]{1,100}/[^\s\"'<>\\]{0,200}?qingtui_jssdk[^\s\"'<>\\]{0,60}"
)
# Scripts of these types are data; the browser does not fetch or run them.
_CODE_TYPES = re.compile(r"(?i)^\s*(module|(text|application)/(x-)?(java|ecma)script.*)?\s*$")
_LOADING_LINKS = {
    "stylesheet": "style",
    "icon": "image",
    "apple-touch-icon": "image",
    "mask-icon": "image",
    "preload": "preload",
    "modulepreload": "script",
    "prefetch": "preload",
    "manifest": "preload",
}
# (tag, attribute) -> kind
_ADDRESSES = {
    ("img", "src"): "image",
    ("input", "src"): "image",
    ("body", "background"): "image",
    ("table", "background"): "image",
    ("td", "background"): "image",
    ("image", "href"): "image",
    ("image", "xlink:href"): "image",
    ("video", "poster"): "image",
    ("audio", "src"): "media",
    ("video", "src"): "media",
    ("source", "src"): "media",
    ("track", "src"): "track",
    ("iframe", "src"): "frame",
    ("frame", "src"): "frame",
    ("embed", "src"): "plugin",
    ("object", "data"): "plugin",
    ("use", "href"): "plugin",
    ("form", "action"): "form",
    ("button", "formaction"): "form",
    ("input", "formaction"): "form",
    ("a", "href"): "link",
    ("area", "href"): "link",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One address or piece of code. `kind`: script style image imageset media track frame plugin

    preload font form link refresh socket request inline event. `url` is resolved ("" for inline
    code); `text` the code itself; `at` the place in the page.
    """

    kind: str
    tag: str
    at: int
    url: str = ""
    raw: str = ""
    text: str = ""
    line: int = 0


@dataclass(slots=True)
class PageText:
    """A read page."""

    items: list[Item] = field(default_factory=list)
    upgrade: bool = False
    http_base: bool = False
    title: str = ""
    tag_count: int = 0
    head_end: int = -1
    body_end: int = -1


def read_page(text: str, base: str = _BLANK_BASE) -> PageText:
    """Everything that `text` loads, relative addresses against `base`. Never raises; linear."""
    return _Reader(text, base).read()


class _Reader:
    def __init__(self, text: str, base: str, depth: int = 0) -> None:
        self._text = text
        self._base = base or _BLANK_BASE
        self._based = False
        self._depth = depth
        self._page = PageText()
        self._quiet = 0
        # Open templates; True for one whose content is shown at once (a shadow root).
        self._templates: list[bool] = []
        self._line, self._seen_to = 1, 0

    def read(self) -> PageText:
        for tag in tags(self._text):
            self._page.tag_count += 1
            if tag.closing:
                self._close(tag)
            elif (tag.attributes or tag.name in _WITH_TEXT) and len(self._page.items) < ITEM_LIMIT:
                self._open(tag)
        return self._page

    def _close(self, tag: Tag) -> None:
        if tag.name == "noscript":
            self._quiet = max(self._quiet - 1, 0)
        elif tag.name == "template" and self._templates:
            self._quiet -= not self._templates.pop()
        elif tag.name == "head" and self._page.head_end < 0:
            self._page.head_end = tag.at
        elif tag.name in ("body", "html"):
            self._page.body_end = tag.at if self._page.body_end < 0 else self._page.body_end

    def _open(self, tag: Tag) -> None:
        if tag.name == "noscript":
            # With scripts on, as in every client, nothing inside is loaded.
            self._quiet += 1
        elif tag.name == "template":
            # Nothing in it is loaded before a script takes it out.
            self._templates.append("shadowrootmode" in tag.attributes)
            self._quiet += not self._templates[-1]
        elif not self._quiet:
            self._look(tag)

    def _look(self, tag: Tag) -> None:
        special = _SPECIAL.get(tag.name)
        if special:
            special(self, tag)
        for name, value in tag.attributes.items():
            kind = _ADDRESSES.get((tag.name, name))
            if kind:
                self._add(kind, tag, value)
            elif name in ("srcset", "imagesrcset"):
                for url in srcset(value):
                    self._add("imageset", tag, url)
            elif name == "style":
                self._css(tag, value)
            elif name == "srcdoc" and tag.name == "iframe":
                self._inner(tag, value)
            elif name.startswith("on") and value.strip():
                self._code("event", tag, value)

    def _add(self, kind: str, tag: Tag, raw: str) -> None:
        url = join(self._base, raw) if raw.strip() else None
        if url:
            item = Item(kind, tag.name, tag.at, url, raw, line=self._line_of(tag))
            self._page.items.append(item)

    def _code(self, kind: str, tag: Tag, text: str) -> None:
        item = Item(kind, tag.name, tag.at, text=text, line=self._line_of(tag))
        self._page.items.append(item)

    def _line_of(self, tag: Tag) -> int:
        self._line += self._text.count("\n", self._seen_to, tag.at)
        self._seen_to = max(tag.at, self._seen_to)
        return self._line

    def _script(self, tag: Tag) -> None:
        if not _CODE_TYPES.match(tag.attributes.get("type", "")[:80]):
            return
        if tag.attributes.get("src", "").strip():
            self._add("script", tag, tag.attributes["src"])
        elif tag.text.strip():
            self._code("inline", tag, tag.text)
            for match in _SOCKET.finditer(tag.text):
                self._add("socket", tag, match[1])
            self._requests(tag)
            for match in _JSSDK_TEXT.finditer(tag.text):
                self._add("script", tag, match[0])

    def _requests(self, tag: Tag) -> None:
        """What the code asks for by itself; a line that is commented out asks for nothing."""
        if "http://" not in tag.text:
            return
        for match in _REQUEST.finditer(tag.text):
            line = tag.text.rfind("\n", 0, match.start()) + 1
            before = tag.text[max(line, match.start() - 200) : match.start()].lstrip()
            if not before.startswith(("//", "*", "/*")):
                self._add("request", tag, match[1])

    def _link(self, tag: Tag) -> None:
        rels = tag.attributes.get("rel", "").lower().split()
        if "alternate" in rels and "stylesheet" not in rels:
            return
        kind = next((_LOADING_LINKS[rel] for rel in rels if rel in _LOADING_LINKS), None)
        if kind == "preload" and tag.attributes.get("as", "").lower() == "image":
            kind = "image"
        if kind:
            self._add(kind, tag, tag.attributes.get("href", ""))

    def _style(self, tag: Tag) -> None:
        self._css(tag, tag.text)

    def _css(self, tag: Tag, css: str) -> None:
        fonts = [match.span() for match in _FONT_FACE.finditer(css)] if "@" in css else []
        index = 0
        for match in _CSS.finditer(css):
            while index < len(fonts) and fonts[index][1] <= match.start():
                index += 1
            in_font = index < len(fonts) and fonts[index][0] <= match.start()
            if match[1]:
                self._add("style", tag, match[2])
            elif match[3]:
                self._add("font" if in_font else "image", tag, match[3])

    def _meta(self, tag: Tag) -> None:
        kind = tag.attributes.get("http-equiv", "").strip().lower()
        content = tag.attributes.get("content", "")
        if kind == "content-security-policy":
            self._page.upgrade = self._page.upgrade or upgrades(content)
        elif kind == "refresh":
            match = _REFRESH.match(content)
            if match and match[1].strip():
                self._add("refresh", tag, match[1])

    def _set_base(self, tag: Tag) -> None:
        found = join(self._base, tag.attributes.get("href", ""))
        if self._based or not tag.attributes.get("href") or not found:
            return
        self._based = True
        if found.lower().startswith("http:") and not self._base.lower().startswith("http:"):
            self._page.http_base = True
        if found.lower().startswith(("http:", "https:")):
            self._base = found

    def _title(self, tag: Tag) -> None:
        self._page.title = self._page.title or " ".join(tag.text.split())[:200]

    def _inner(self, tag: Tag, source: str) -> None:
        if self._depth:
            return
        inner = _Reader(source, self._base, self._depth + 1).read()
        line = self._line_of(tag)
        for item in inner.items:
            self._page.items.append(
                Item(item.kind, item.tag, tag.at, item.url, item.raw, item.text, line)
            )


_SPECIAL = {
    "script": _Reader._script,
    "link": _Reader._link,
    "style": _Reader._style,
    "meta": _Reader._meta,
    "base": _Reader._set_base,
    "title": _Reader._title,
}


def srcset(value: str) -> Iterator[str]:
    """The addresses of a srcset attribute."""
    for match in _SRCSET.finditer(value):
        url = match[1].rstrip(",")
        if url:
            yield url


def upgrades(policy: str) -> bool:
    """Does this Content-Security-Policy make the browser turn http into https?"""
    names = (piece.strip().split(" ", 1)[0].lower() for piece in re.split("[;,]", policy))
    return "upgrade-insecure-requests" in names
