"""Fuzz the library: python packaging/fuzz.py [COUNT] [SEED]

Mutates the pastes of tests/data and checks for each that nothing is raised, offsets lie in the
input, the same paste gives the same report, and a planted secret is in no output.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "packaging"))

from confusion import load_pastes  # noqa: E402

from qt_app.api import analyse, load_catalogue, render  # noqa: E402
from qt_app.core.catalogue import Catalogue  # noqa: E402

SECRETS = {
    "access_token": "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.Zx8kQ2mPl0aVbN4tRyU7wQ",
    "secret": "9f3c1e7ab2d84f6098c7a1b2c3d4e5f6",
}
JUNK = "{}[]()\"\\'“”‘’:：,，=&%<>\n\r\t\0\ufeff\u202e…0123456789-.错误码errcode"
FORMATS = ("json", "text", "markdown", "ticket", "reply", "ndjson")
Mutation = Callable[[random.Random, str], str]


def cut(rng: random.Random, text: str) -> str:
    """A piece of the text."""
    start, end = sorted(rng.randrange(len(text) + 1) for _ in range(2))
    return text[start:end]


def noise(rng: random.Random, text: str) -> str:
    """A few characters put in or swapped."""
    chars = list(text)
    for _ in range(rng.randrange(1, 8)):
        at = rng.randrange(len(chars) + 1)
        chars[at : at + rng.randrange(2)] = rng.choice(JUNK)
    return "".join(chars)


def repeated(rng: random.Random, text: str) -> str:
    """A stretch of it several times."""
    return text + cut(rng, text)[:200] * rng.randrange(1, 20)


def encoded(rng: random.Random, text: str) -> str:
    """Read in the wrong encoding."""
    wrong = rng.choice(("latin-1", "gb18030", "utf-16-le"))
    return text.encode("utf-8", "surrogatepass").decode(wrong, "replace")


MUTATIONS: tuple[Mutation, ...] = (cut, noise, noise, repeated, encoded)


def planted(rng: random.Random, text: str) -> tuple[str, str]:
    """The text with a secret under its name at a line end, and the secret."""
    name, value = rng.choice(list(SECRETS.items()))
    form = rng.choice(('{{"{0}":"{1}"}}', "{0}={1}", "{0}: {1}", "https://a.cn/x?{0}={1}&b=1"))
    return f"{text}\n{form.format(name, value)}\n", value


def check(text: str, secret: str, catalogue: Catalogue) -> None:
    """Raise AssertionError if a promise does not hold for this paste."""
    analysis = analyse(text, catalogue)
    report = analysis.report("zh")
    size = len(text.encode("utf-8", "surrogatepass"))
    for finding in report.findings:
        assert 0 <= finding.start < finding.end <= size, "offsets"
        assert 0 <= finding.confidence <= 1, "confidence"
    assert analyse(text, catalogue).report("zh") == report, "not deterministic"
    for form in FORMATS:
        assert secret not in render(report, form), f"secret in {form}"


def main(argv: list[str]) -> int:
    """Run and say how many held; exit 1 at the first that did not."""
    count = int(argv[0]) if argv else 2000
    rng = random.Random(int(argv[1]) if len(argv) > 1 else 1)
    catalogue, pastes = load_catalogue(), [paste.text for paste in load_pastes()]
    started = time.monotonic()
    slowest = 0.0
    for number in range(count):
        text = rng.choice(pastes)
        for _ in range(rng.randrange(1, 4)):
            text = rng.choice(MUTATIONS)(rng, text)
        text, secret = planted(rng, text)
        begun = time.monotonic()
        try:
            check(text, secret, catalogue)
        except Exception as error:
            print(f"{number}: {type(error).__name__}: {error}\n{text!r}")
            return 1
        slowest = max(slowest, time.monotonic() - begun)
    seconds = time.monotonic() - started
    print(f"{count} inputs held, {seconds:.0f} s, the slowest {slowest * 1000:.0f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
