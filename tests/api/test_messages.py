"""Both message files say the same things; every key that the code uses exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qt_app.api.messages import flat_table, holes, messages
from qt_app.api.report import FindingReport
from qt_app.api.visible import breaks_kept, one_line, visible
from qt_app.core.catalogue.entries import PLACEHOLDERS, SEVERITIES, SOURCES, WHO
from qt_app.core.diagnosis.model import ORIGINS
from qt_app.core.reading import read
from qt_app.core.redaction.model import KINDS as SECRET_KINDS

ROOT = Path(__file__).resolve().parents[2]
ZH, EN = flat_table("zh"), flat_table("en")
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
KEY = re.compile(
    r'"((?:app|ask|checklist|cli|codes|enter|error|evidence|foreign|group|masked|note|read_as|reply'
    r'|shape|text|ticket|title|unknown_code|verdict)\.(?!zh|en)[a-z_]+)"'
)


def test_equal_keys_and_placeholders() -> None:
    assert ZH.keys() == EN.keys()
    assert {key: holes(text) for key, text in ZH.items()} == {
        key: holes(text) for key, text in EN.items()
    }


def test_english_holds_no_chinese_but_back_office_names() -> None:
    wrong = [key for key, text in EN.items() if CHINESE.search(re.sub(r"\([^)]*\)", "", text))]
    assert not wrong


def test_tone() -> None:
    assert not [
        key for key, text in ZH.items() if "您" in text or "！" in text or "未知错误" in text
    ]
    assert not [key for key, text in EN.items() if "!" in text]
    assert not [key for key, text in {**ZH, **EN}.items() if not text.strip()]


@pytest.mark.parametrize("layer", ["core", "api", "cli", "services"])
def test_every_key_named_in_the_code_exists(layer: str) -> None:
    named = {
        (path.name, key)
        for path in (ROOT / "qt_app" / layer).rglob("*.py")
        for key in KEY.findall(path.read_text("utf-8"))
    }
    assert not [one for one in named if one[1] not in ZH]


def test_every_word_that_a_value_picks_exists() -> None:
    keys = [f"severity.{name}" for name in SEVERITIES] + [f"who.{name}" for name in WHO]
    keys += [f"source.{name}" for name in SOURCES] + [f"origin.{name}" for name in ORIGINS]
    keys += [f"generic.{name}" for name in PLACEHOLDERS]
    keys += [f"masked.{kind}" for kind in SECRET_KINDS]
    keys += [f"certainty.{name}" for name in ("sure", "likely", "possible")]
    keys += [f"platform.{p}" for p in ("qingtui", "wechat", "wecom", "dingtalk", "feishu", "other")]
    assert not [key for key in keys if key not in ZH]


PASTES = sorted(path for path in (ROOT / "tests/data/pastes").iterdir() if path.is_file())


@pytest.mark.parametrize("path", PASTES, ids=lambda path: path.name)
def test_the_shape_of_every_paste_has_a_name(path: Path) -> None:
    assert f"shape.{read(path.read_bytes()).shape}" in ZH


def test_a_hole_without_a_value_is_empty() -> None:
    said = messages("zh")
    assert said.say("error.not_found", name="a.log") == "打不开 a.log：没有这个文件"
    assert "{" not in said.say("error.not_found")


def test_hidden_signs_are_made_visible() -> None:
    assert visible("a\u202eb\x00c\ud800\u200b") == "a[U+202E]b[U+0000]c[U+D800][U+200B]"
    assert one_line("a\r\nb\tc") == "a b c"
    assert breaks_kept("a\r\nb\rc") == "a\nb\nc"


def test_report_names_are_the_contracts() -> None:
    names = list(FindingReport.__dataclass_fields__)
    contract = (
        *("kind", "origin", "platform", "ok", "source", "line", "start", "end", "time", "code"),
        *("message", "entry", "title", "severity", "who", "confidence", "certainty", "undecided"),
        *("alternatives", "ask", "evidence", "repairs", "verdict", "steps", "enter", "enter_label"),
        *("next", "checklist"),
    )
    assert tuple(names[: len(contract)]) == contract
