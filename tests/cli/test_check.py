"""`check …` as a command: its JSON, its text, its exit codes, and no secret in what it prints."""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qt_app.api.checks import load_desk
from qt_app.cli import check, check_words

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "checklists"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
FIELDS = {"id", "status", "title", "detail", "remedy", "outcome", "data"}
Command = Callable[..., str]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> Command:
    """Run `check ARGS…` on the files in the tree; its output as text."""
    monkeypatch.setattr(check_words, "load_desk", lambda: load_desk(FILES))

    def run(*args: str) -> str:
        parser = argparse.ArgumentParser()
        check.add_parser(parser.add_subparsers(dest="command", required=True))
        assert check.run(parser.parse_args(["check", *args])) == 0
        out, err = capfdbinary.readouterr()
        assert err == b""
        return str(out.decode("utf-8"))

    return run


def steps(text: str) -> dict[str, Any]:
    report = json.loads(text)
    assert list(report)[:5] == ["schema", "check", "target", "verdict", "steps"]
    assert all(set(step) >= FIELDS for step in report["steps"])
    return {step["id"]: step for step in report["steps"]}


def test_domain_as_json(command: Command) -> None:
    text = command(
        "domain", "--safe-domain", "https://u:geheim@www.abc.com.cn", "--format", "json",
        "--page", "https://oa.abc.com.cn/x",
    )  # fmt: skip
    found = steps(text)
    assert list(found) == ["domain.form", "domain.registrable", "domain.covers", "domain.cache"]
    assert found["domain.registrable"]["data"]["enter"] == "abc.com.cn"
    assert found["domain.covers"]["status"] == "fail"
    assert "abc.com.cn" in found["domain.covers"]["remedy"]
    assert "geheim" not in text


@pytest.mark.parametrize("value", ["", "  ", "-"])
def test_an_empty_value_is_a_fault_of_form(command: Command, value: str) -> None:
    report = json.loads(command("domain", "--safe-domain", value, "--format", "json"))
    assert report["verdict"] == "fail"


def test_text_in_both_languages(command: Command) -> None:
    assert "abc.com.cn" in command("domain", "--safe-domain", "oa.abc.com.cn")
    english = command("domain", "--safe-domain", "oa.abc.com.cn", "--lang", "en")
    assert "[warn]" in english


@pytest.mark.parametrize("args", [[], ["domain"], ["nothing"], ["domain", "--format", "xml"]])
def test_wrong_usage_is_exit_2(args: list[str]) -> None:
    parser = argparse.ArgumentParser()
    check.add_parser(parser.add_subparsers(dest="command", required=True))
    with pytest.raises(SystemExit) as caught:
        parser.parse_args(["check", *args])
    assert caught.value.code == 2
