"""`qingtui-triage` as people call it: options, languages, exit codes, consoles, clipboard."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from qt_app import __version__
from qt_app.cli import clipboard, diagnose, main
from qt_app.cli.codes import split_words
from qt_app.cli.console import Console
from qt_app.cli.display import has_display
from qt_app.cli.language import asked_lang, default_lang

ANSWER = '{"errcode":42001,"errmsg":"access_token超时","access_token":"Zk3fA9xQ77plmN0w"}'
Run = Any


class Stdin:
    """Standard input that holds some bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> Run:
    """Run the command in this process: (exit code, stdout, stderr)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def call(*args: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", Stdin(stdin))
        code = main.main(list(args))
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return call


def test_json_from_standard_input(run: Run) -> None:
    code, out, err = run("diagnose", "--format", "json", stdin=ANSWER.encode())
    report = json.loads(out)
    assert (code, err) == (0, "")
    assert report["sources"] == [
        {"name": "-", "bytes": len(ANSWER.encode()), "lines": 1, "encoding": "utf-8"}
    ]
    assert report["findings"][0]["entry"]["id"] == "global/42001"
    assert "Zk3fA9xQ77plmN0w" not in out


@pytest.mark.parametrize("form", ["text", "json", "ndjson", "markdown", "ticket"])
def test_no_redact(run: Run, form: str) -> None:
    argument = ("diagnose", "--format", form)
    assert "Zk3fA9xQ77plmN0w" not in run(*argument, stdin=ANSWER.encode())[1]
    shown = run(*argument, "--no-redact", stdin=ANSWER.encode())[1]
    assert ("Zk3fA9xQ77plmN0w" in shown) == (form in ("json", "ndjson", "markdown", "ticket"))


def test_several_files_in_order_empty_ones_too(run: Run, tmp_path: Path) -> None:
    for name, text in (("a", "报错 50002"), ("b", ""), ("c", ANSWER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    names = [str(tmp_path / name) for name in "abc"]
    code, out, _ = run("diagnose", "--format", "json", *names)
    report = json.loads(out)
    assert code == 0
    assert [source["name"] for source in report["sources"]] == names
    assert [finding["source"] for finding in report["findings"]] == [0, 2]


def test_what_cannot_be_read_is_named(run: Run, tmp_path: Path) -> None:
    good = tmp_path / "good.log"
    good.write_text(ANSWER, encoding="utf-8")
    code, out, err = run("diagnose", "--format", "json", str(tmp_path / "no"), str(good))
    assert code == 1
    assert [source["name"] for source in json.loads(out)["sources"]] == [str(good)]
    assert err == f"打不开 {tmp_path / 'no'}：没有这个文件\n"
    code, out, err = run("diagnose", str(tmp_path), "a\0b")
    assert (code, out) == (2, "")
    assert "这是文件夹，不是文件" in err
    assert "a[U+0000]b" in err


def test_no_permission(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(path: str, catalogue: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("qt_app.api.file_input", refuse)
    code, _, err = run("diagnose", str(tmp_path / "x"), "--lang", "en")
    assert code == 2
    assert "no permission to read it" in err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["diagnose", "--format", "pdf"], "--format 只能是 text, json"),
        (["diagnose", "--bogus"], "不认识的参数 --bogus"),
        (["diagnose", "--format"], "--format 后面要跟一个值"),
        (["codes", "--table", "none"], "--table 只能是"),
        (["bogus"], "不能是 bogus"),
        (["--lang", "zh"], "缺少"),
        (["diagnose", "--clipboard", "a.log"], "--clipboard 不能和文件一起用"),
    ],
)
def test_wrong_usage(run: Run, args: list[str], words: str) -> None:
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


def test_help_and_version(run: Run) -> None:
    assert run("--version") == (0, f"qingtui-triage {__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    assert all(word in out for word in ("用法：", "diagnose", "codes", "check"))
    code, out, _ = run("diagnose", "--help", "--lang", "en")
    assert code == 0
    assert "Usage: qingtui-triage diagnose" in out
    assert not [char for char in out if "\u3400" <= char <= "\u9fff"]


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "zh"),
    ],
)
def test_default_language(environ: dict[str, str], lang: str) -> None:
    assert default_lang(environ) == lang


def test_language_asked_for() -> None:
    assert asked_lang(["codes", "--lang", "en"]) == "en"
    assert asked_lang(["codes", "--lang=zh"]) == "zh"
    assert asked_lang(["codes", "--lang", "xx"]) is None


def test_only_the_manuals_words_are_called_so(run: Run) -> None:
    assert "手册原文" in run("codes", "50002", "--table", "global")[1]
    assert "手册原文" in run("codes", "faq.ads")[1]
    assert "手册原文" not in run("codes", "tls.expired")[1]
    assert "Manual text" not in run("codes", "tls.expired", "--lang", "en")[1]


def test_codes(run: Run) -> None:
    rows = json.loads(run("codes", "--format", "json")[1])
    assert [row["code"] for row in rows[:3]] == ["-1", "0", "40001"]
    assert {r["code"] for r in json.loads(run("codes", "-1", "--format=json")[1])} == {"-1"}
    found = json.loads(run("codes", "文件", "-图片", "--format", "json")[1])
    assert found
    assert not [row for row in found if "图片" in row["message"]]
    assert {
        r["table"] for r in json.loads(run("codes", "--table", "org", "--format", "json")[1])
    } == {"org"}
    code, out, _ = run("codes", "40999")
    assert code == 0
    assert "没有 40999" in out
    assert "40009" in out or "40095" in out
    assert json.loads(run("codes", "zzzz", "--format", "json")[1]) == []
    assert (
        "Safe domain" in run("codes", "50002", "--lang", "en")[1]
        or "safe domain" in run("codes", "50002", "--lang", "en")[1]
    )


def test_words_and_options_apart() -> None:
    assert split_words(["-1", "--lang", "en", "-图片", "域名"]) == (
        ["--lang", "en"],
        ["-1", "-图片", "域名"],
    )
    assert split_words(["--", "--table", "x"]) == ([], ["--table", "x"])
    assert split_words(["--table=org", "-h", "-"]) == (["--table=org", "-h"], ["-"])


def test_summary(run: Run) -> None:
    report = json.loads(run("diagnose", "--summary", "--format=json", stdin=ANSWER.encode())[1])
    assert report["findings"] == []
    assert report["summary"][0]["code"] == "42001"


def test_copy(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr(clipboard.pyperclip, "copy", kept.append)
    monkeypatch.setattr(clipboard.pyperclip, "paste", lambda: kept[-1])
    code, out, err = run("diagnose", "--format", "ticket", "--copy", stdin=ANSWER.encode())
    assert (code, kept) == (0, [out])
    assert err == "已复制（已遮盖 1 处）\n"


def test_copy_that_does_not_arrive(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard.pyperclip, "copy", lambda text: None)
    monkeypatch.setattr(clipboard.pyperclip, "paste", lambda: "")
    code, out, err = run("diagnose", "--copy", stdin=ANSWER.encode())
    assert code == 0
    assert "42001" in out
    assert err == "没有复制成功：剪贴板没有接受\n"


def test_no_clipboard(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: str) -> str:
        raise clipboard.pyperclip.PyperclipException("none")

    monkeypatch.setattr(clipboard.pyperclip, "paste", fail)
    code, out, err = run("diagnose", "--clipboard")
    assert (code, out) == (2, "")
    assert "用不了剪贴板" in err


def test_from_the_clipboard(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard.pyperclip, "paste", lambda: ANSWER)
    assert "42001" in run("diagnose", "--clipboard")[1]


def test_a_clipboard_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    gate = threading.Event()
    monkeypatch.setattr(clipboard, "LIMIT", 0.05)
    monkeypatch.setattr(clipboard.pyperclip, "paste", lambda: gate.wait(5))
    with pytest.raises(clipboard.InputError):
        clipboard.paste()
    gate.set()


def test_console_replaces_what_it_cannot_show() -> None:
    raw = io.BytesIO()
    console = Console(io.TextIOWrapper(raw, encoding="ascii"), io.StringIO())
    console.write("码 ok\n")
    console.write("码\n", exact=True)
    assert raw.getvalue() == "? ok\n码\n".encode()


def test_without_a_console(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdout", "stderr", "stdin"):
        monkeypatch.setattr(sys, name, None)
    assert main.main(["diagnose"]) == 0
    assert main.main(["diagnose", "--bogus"]) == 2


def test_broken_data_file_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise diagnose.TriageError(diagnose.Phrase("error.resource_missing", {"path": "x.json"}))

    monkeypatch.setattr("qt_app.api.load_catalogue", broken)
    code, out, err = run("diagnose", stdin=b"x")
    assert (code, out) == (2, "")
    assert err == "程序缺少文件 x.json，请重新安装\n"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
def test_display() -> None:
    assert not has_display({})
    assert not has_display({"DISPLAY": ":98765"})
    assert not has_display({"WAYLAND_DISPLAY": "wayland-none", "XDG_RUNTIME_DIR": "/nonexistent"})
    assert has_display({"QT_QPA_PLATFORM": "offscreen"})


def shell(*args: str, data: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    return subprocess.run(
        [sys.executable, "-m", "qt_app", *args],
        input=data,
        capture_output=True,
        env={**kept, **environ},
        timeout=60,
        check=False,
    )


def test_as_a_process() -> None:
    done = shell(
        "diagnose", "-", data=ANSWER.encode(), LANG="en_US.UTF-8", PYTHONIOENCODING="utf-8"
    )
    assert done.returncode == 0
    assert done.stdout.decode().startswith("Read as:")
    done = shell("diagnose", "--format", "json", data=ANSWER.encode(), PYTHONIOENCODING="ascii")
    assert "access_token超时" in done.stdout.decode("utf-8")
    done = shell("diagnose", data=ANSWER.encode(), PYTHONIOENCODING="gbk")
    assert "识别为" in done.stdout.decode("gbk")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
def test_window_without_a_display_names_the_command() -> None:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "qt_app"], capture_output=True, env=kept, timeout=60, check=False
    )
    assert done.returncode == 2
    (line,) = done.stderr.decode("utf-8").splitlines()
    assert "diagnose" in line


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipe there")
def test_a_reader_that_goes_away() -> None:
    command = f"{sys.executable} -m qt_app codes --format json | head -c 10"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""
    assert len(done.stdout) == 10
