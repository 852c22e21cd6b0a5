"""What a text is as a whole: a JSON answer, a Java log, a HAR file, a sentence …"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qt_app.core.patterns import lazily
from qt_app.core.reading.model import Reading

_SAMPLE = 200_000
_MAGIC = (
    ("\x89PNG", "image"),
    ("PNG\r\n", "image"),
    ("GIF8", "image"),
    ("\xff\xd8\xff", "image"),
    ("RIFF", "image"),
    ("%PDF-", "pdf"),
    ("PK\x03\x04", "zip"),
    ("\x1f\x8b", "gzip"),
)
_BYTES_MAGIC = (
    (b"\x89PNG", "image"),
    (b"GIF8", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"BM", "image"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
)
_STAMP = r"\[?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]\d"
_HAR = lazily(r"\s*\{\s*\"log\"\s*:\s*\{[\s\S]{0,4000}?\"entries\"\s*:")
# Each begins with the line break before its line: a search skips from break to break.
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\n(?:{pattern})"))
    for name, pattern in (
        (
            "stack_trace",
            r"[ \t]+at [\w.$<>]{3,200}\([^\n)]{0,200}\)|Traceback \(most recent|Caused by: ",
        ),
        ("curl", r"[ \t$#>]{0,6}curl(?:\.exe)?[ \t]"),
        (
            "http_dump",
            r"[<> \t]{0,3}HTTP/[\d.]{1,3} [1-5]\d\d|[<> ]{0,2}(?:GET|POST|PUT|DELETE) \S+ HTTP/",
        ),
        (
            "nginx_log",
            (
                r"\S+ - \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:|\d{4}/\d\d/\d\d [\d:]{8} \[(?:error|"
                r"warn|crit)\]"
            ),
        ),
        (
            "logcat",
            r"[VDIWEF]/[\w.\-]{1,60}\s{0,20}[(:]|\d\d-\d\d [\d:.]{12} +\d+ +\d+ [VDIWEF] ",
        ),
        ("docker_log", r"\{\"log\":\""),
        (
            "dotnet_log",
            (
                r"(?:\d{4}-\d\d-\d\d [^\n]{0,40}|\[[\d: ]{8,20} ?)?\[?(?:ERR|WRN|INF|DBG|FTL)"
                r"\]|(?:fail|warn|info|dbug|crit): [\w.]{2,200}\[\d"
            ),
        ),
        (
            "python_log",
            (
                rf"{_STAMP}[^\n]{{0,30}} - [\w.]{{1,80}} - [A-Z]{{4,8}} - |(?:DEBUG|INFO|WARN"
                rf"ING|ERROR|CRITICAL):[\w.]{{1,80}}:"
            ),
        ),
        ("go_log", r"\d{4}/\d\d/\d\d [\d:]{8}(?:\.\d+)? |level=\w+ |time=\"?\d{4}-"),
        (
            "java_log",
            rf"{_STAMP}[^\n]{{0,120}}(?:\[[\w.\-: /]{{1,60}}\]|\b(?:INFO|WARN|ERROR|DEBUG)\b)",
        ),
        ("log", rf"{_STAMP}|[A-Z][a-z]{{2}} [ \d]\d [\d:]{{8}} |\[?[\d:]{{8}}[.,\d]{{0,8}}\]? "),
    )
)
_CHAT = lazily(
    r"^[^\n:：]{1,20}[ \t]{1,4}(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?[ \t]+)?\d{1,2}:\d\d(?::\d"
    r"\d)?[ \t]*$"
    r"|^[\w\u4e00-\u9fff]{1,12}[:：](?!//)",
    re.MULTILINE,
)
_CODE_ONLY = lazily(
    r"\s*[\"'“”‘’(（【\[]?[-－]?[\d０-９]{1,8}[\"'“”‘’)）】\]]?[。.,，;；!！?？]?\s*\Z"
)
_QUERY = lazily(r"\s*\??[\w.\-\[\]]{1,64}=[^\s&]*(?:&[\w.\-\[\]]{1,64}=[^\s&]*)+\s*\Z")
_YAML = lazily(r"^[ \t]*[\w.\-]{1,64}:(?:[ \t]|$)", re.MULTILINE)
_BY_DIALECT = {"xml": "xml", "csv": "csv", "table": "table"}


def shape_of(text: str, readings: Sequence[Reading], data: bytes | str) -> str:
    """The name of the text's shape; the first sign that fits decides."""
    kind = _binary(data)
    if kind:
        return kind
    sample = text[:_SAMPLE]
    if not sample.strip(" \t\r\n\u3000\u00a0\ufeff\u200b"):
        return "empty"
    if _CODE_ONLY.match(sample):
        return "code_only"
    if _HAR.match(sample):
        return "har"
    if readings and _covers(readings[0], text):
        return _BY_DIALECT.get(readings[0].dialect, readings[0].dialect)
    lines = "\n" + sample
    for name, pattern in _SHAPES:
        if pattern.search(lines):
            return name
    return _by_content(sample, readings)


def _binary(data: bytes | str) -> str | None:
    if isinstance(data, bytes):
        return next((kind for magic, kind in _BYTES_MAGIC if data.startswith(magic)), None)
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def _covers(reading: Reading, text: str) -> bool:
    outside = text[: reading.span.start] + text[reading.span.end :][:200]
    return len(outside) < 200 and not outside.strip(" \t\r\n;,}])\ufeff\u200b\u3000\u00a0`")


def _by_content(sample: str, readings: Sequence[Reading]) -> str:
    dialects = {reading.dialect for reading in readings}
    head = sample.lstrip("\ufeff \t\r\n")[:200].lower()
    if head.startswith(("<!doctype html", "<html", "<head", "<body")):
        return "html"
    if head.startswith(("<?xml", "<xml", "<soap")):
        return "xml"
    if len(readings) > 1 and dialects == {"json"}:
        return "ndjson"
    if dialects & {"csv", "table"}:
        return "csv" if "csv" in dialects else "table"
    if "```" in sample:
        return "markdown"
    if _QUERY.match(sample):
        return "query"
    if head.startswith(("{", "[")):
        return "json"
    if len(_CHAT.findall(sample)) >= 2:
        return "chat"
    if readings:
        return "yaml" if len(_YAML.findall(sample)) >= 3 else "text"
    return "phrase" if sample.count("\n") <= 3 and len(sample) < 400 else "text"
