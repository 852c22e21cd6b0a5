"""Every outcome of the web checks has words of the same status, and no words are left over."""

from __future__ import annotations

import tomllib
from pathlib import Path

from qt_app.core.checklist.build import build_checklists
from qt_app.core.checks.web import outcomes
from qt_app.core.checks.web.https import STEPS

FOLDER = Path(__file__).resolve().parents[4] / "resources" / "checklists"
KINDS = (outcomes.Cert, outcomes.Https, outcomes.Page, outcomes.Injection)


def test_outcomes_and_words_are_the_same_set() -> None:
    files = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
    built = build_checklists(files)
    names = ("https", "cert", "page", "injection")
    words = {number: text for name in names for number, text in built[name].outcomes.items()}
    core = {outcome.value: outcome.status for kind in KINDS for outcome in kind}
    assert {number: text.status for number, text in words.items()} == core
    assert built["https"].guided == STEPS
