"""The patterns that the object parser shares: keys, blanks, openers, starts of fresh records."""

from __future__ import annotations

from qt_app.core.patterns import lazily

SEPARATOR = r"(?:=>|->|:=|:(?!//)|=(?!=))"
_QUOTE = "[\"'“”‘’„`]"
KEY = lazily(
    rf"(?:[+#~\-]?[uUbB]?{_QUOTE}(?P<quoted>[^\"'“”‘’`\n]{{1,128}}){_QUOTE}"
    rf"|\[\s{{0,8}}{_QUOTE}?(?P<boxed>[^\]\[\"'\n]{{1,128}}){_QUOTE}?[\w:\"]{{0,40}}\](?="
    rf"\s{{0,20}}=)"
    r"|:?(?P<bare>[A-Za-z_$@\u4e00-\u9fff][\w$.\-@]{0,127}|\d{1,18}))"
    rf"\s{{0,40}}(?P<separator>{SEPARATOR})"
)
QUOTED_KEY = lazily(rf"{_QUOTE}[^\"'“”‘’\n]{{1,128}}{_QUOTE}\s{{0,40}}{SEPARATOR}")
GO_KEY = lazily(r"[A-Za-z_]\w{0,63}:(?=[^\s/]|\s?(?:[A-Z]\w{0,63}:|[}\]]))")
BLANK = lazily(
    r"(?:[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
    r"|//[^\n]{0,2000}|(?<=\n)[ \t]{0,40}#[^\n]{0,2000}|\\[nrt](?![a-z]{2})|\\$)+"
)
COMMENT_OPEN, COMMENT_CLOSE = "/*", "*/"
LONGEST_COMMENT = 20_000
ELLIPSIS = lazily(
    r"(?:\.{2,6}|…{1,4})(?:\s{0,4}[(\[<（][^\n)\]>）]{0,60}(?:truncat|more|omit|省略|截断)[^\n)"
    r"\]>）]{0,60}[)\]>）])?"
)

_STAMP = (
    r"\[?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[T ]{1,2}\d|\d{4}-\d\d-\d\d\b|\d\d:\d\d:\d\d\b"
    r"|\d\d-\d\d \d\d:\d\d:\d\d|\d{1,2}/[A-Z][a-z]{2}/\d{4}|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d)"
)
FRESH_LINE = lazily(
    rf"[ \t]{{0,20}}(?:{_STAMP}|[VDIWEF]/[\w.]{{1,40}}\s{{0,4}}[(:]|(?:INFO|WARN|ERROR|DEBUG)\b"
    r"|at [\w.$]{3,200}\(|Caused by:|Traceback |HTTP/\d|curl |[<>*] )"
)

# Names before a bracket. The bracket is the last character of the match.
PHP_OPENER = lazily(
    r"(?P<name>(?:\(object\)\s{0,4})?(?:array|Array)(?:\(\d{1,9}\))?|object\([\w\\]{1,12"
    r"0}\)#\d{1,9} \(\d{1,9}\)"
    r"|\\?[\w\\]{1,120} Object|\\?[\w\\]{1,120}::__set_state)\s{0,80}(?P<bracket>[({])"
)
GO_OPENER = lazily(
    r"&?(?P<name>map)(?P<bracket>\[)(?!\w{1,20}\])"
    r"|&?(?P<typed>map\[[\w.*]{1,40}\][\w.*\[\]]{1,40}(?: ?\{\})?|\[\][\w.*]{0,60}(?: "
    r"\{\})?)(?P<brace>\{)"
)
NAMED_OPENER = lazily(
    r"(?:new )?[&*@%$#]{0,2}(?P<name>[A-Za-z_][\w.$]{0,160}(?:<[^<>\n]{0,80}>)?(?:@[0-9a-f"
    r"]{1,16})?)?"
    r" ?(?P<bracket>[{(\[])"
)
INSIDE_OPENER = lazily(rf"(?:\s{{0,200}}(?:[\[({{)}}\]]|super=|{KEY.pattern}))")
PHP_STRING = lazily(r"string\(\d{1,9}\)\s{0,4}(?=\")")
WRAPPED = lazily(
    r"[A-Za-z_][\w.]{0,40}\(\s{0,8}(?P<value>[+-]?\d{1,40}|[\"'](?P<text>[^\"'\\\n]{0,2000})[\"']"
    r"|true|false)\s{0,8}\)"
)
STRING_PREFIX = lazily(r"(?:[uUbBrRfF]{1,2}|@|\$)(?=[\"'])")
BARE_STOP = lazily(r"[,;\n{}\[\]()]|\s+|\.{3}|…|//|/\*")
NUMBER = lazily(r"[+-]?\d[\d.]{0,400}(?:[eE][+-]?\d{1,9})?[LnNfFdDmMuU]{0,2}\Z")
THOUSANDS = lazily(r",\d{3}(?=\s{0,8}[,}])")
WRAPPED_DIGITS = lazily(r"\r?\n\d{1,5}(?=\s{0,8}[,}])")
# A number right before the next member: the comma was lost.
NUMBER_THEN_KEY = lazily(
    r"[+-]?\d{1,12}(?=[ \t]{0,8}([\"'])[A-Za-z_\u4e00-\u9fff][\w.\-]{0,63}\1\s{0,8}:)"
)
WORD = lazily(r"(?:true|false|null|None|True|False|nil|undefined|NULL|NaN|-?Infinity|<nil>)\Z")

# Many plain elements or members in a row, to be passed over at once in a large text.
_PLAIN = r"(?:-?\d++(?:\.\d++)?+|\"[^\"\\\n]*+\"|true|false|null)\s*+"
SIMPLE_RUN = lazily(rf"(?:\s*+(?:\"[^\"\\\n]*+\"\s*+:\s*+)?+{_PLAIN},){{1,}}+")

FLAT = lazily(r"\{[^{}\[\]\\\n]{2,4000}+\}")

CLOSE_OF = {"{": "}", "[": "]", "(": ")"}
