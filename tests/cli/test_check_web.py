"""`check https`, `cert`, `page`, `injection` as commands: JSON, exit codes, sentences."""

from __future__ import annotations

import importlib.util
import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from qt_app.api import web_checks
from qt_app.api.checks import load_desk
from qt_app.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    path.stem: tomllib.loads(path.read_text("utf-8"))
    for path in (ROOT / "resources" / "checklists").glob("*.toml")
}
STEPS = (
    *("https.dns", "https.connect", "https.handshake", "https.protocol", "https.chain"),
    *("https.hostname", "https.expiry", "https.weak", "https.redirect", "https.hsts"),
    *("https.mixed", "https.injection"),
)


@pytest.fixture(scope="module")
def lab() -> ModuleType:
    if "web_lab" in sys.modules:
        return sys.modules["web_lab"]
    spec = importlib.util.spec_from_file_location(
        "web_lab", ROOT / "tests" / "services" / "probes" / "lab.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["web_lab"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfdbinary: Any) -> Callable[..., Any]:
    """Run `check ARGS… --format json` on the words in the tree; the parsed report."""
    monkeypatch.setattr(web_checks, "load_desk", lambda: load_desk(FILES))

    def run(*args: str) -> Any:
        assert main(["check", *args, "--format", "json"]) == 0
        out, err = capfdbinary.readouterr()
        assert err == b""
        report = json.loads(out)
        assert list(report)[:5] == ["schema", "check", "target", "verdict", "steps"]
        return report

    return run


@pytest.fixture
def servers(lab: Any, tmp_path: Path) -> Iterator[Any]:
    """(https server with a good chain, http server that leads there, root file)."""
    root = lab.make("Example Root CA", ca=True)
    middle = lab.make("Example DV CA G2", root, ca=True)
    leaf = lab.make(lab.NAME, middle)
    context = lab.server_context(leaf, [middle], tmp_path)
    secure = lab.Server(lambda p, h: lab.answer(**lab.HSTS), context)
    plain = lab.Server(lambda p, h: lab.to(f"https://{lab.NAME}/"))
    (tmp_path / "root.pem").write_text(root.pem)
    (tmp_path / "chain.pem").write_text(leaf.pem + middle.pem)
    (tmp_path / "leaf.pem").write_text(leaf.pem)
    yield secure, plain, tmp_path
    secure.close()
    plain.close()


def test_https(servers: Any, command: Any) -> None:
    secure, plain, folder = servers
    report = command(
        *("https", "https://oa.example.test/?token=geheim", "--connect", secure.place),
        *("--http-connect", plain.place, "--ca", str(folder / "root.pem"), "--timeout", "5"),
    )
    assert report["verdict"] == "pass"
    assert tuple(step["id"] for step in report["steps"]) == STEPS
    assert "geheim" not in json.dumps(report)
    alone = command("https", "https://oa.example.test/", "--connect", secure.place)
    states = {step["id"]: step for step in alone["steps"]}
    assert states["https.chain"]["data"]["code"] == "tls.untrusted"
    assert states["https.redirect"]["status"] == states["https.injection"]["status"] == "skip"


def test_cert(servers: Any, command: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _, _, folder = servers
    ca = ("--ca", str(folder / "root.pem"), "--host", "oa.example.test")
    assert command("cert", str(folder / "chain.pem"), *ca)["verdict"] == "pass"
    report = command("cert", str(folder / "leaf.pem"), *ca)
    assert [step["id"] for step in report["steps"]] == list(STEPS[4:8])
    assert report["steps"][0]["outcome"] == "H-05"


def test_page_and_injection(tmp_path: Path, command: Any) -> None:
    old, new = tmp_path / "old.html", tmp_path / "new.html"
    old.write_text('<html><script src="http://ads.test/a.js"></script><p>x</p></html>')
    new.write_text("<html><p>x</p></html>")
    (step,) = command("page", str(old), "--base", "https://oa.example.test/")["steps"]
    assert (step["id"], step["status"]) == ("https.mixed", "fail")
    (step,) = command("injection", str(old), str(new))["steps"]
    assert (step["id"], step["status"]) == ("https.injection", "fail")
    assert step["data"]["hosts"] == ["ads.test"]


@pytest.mark.parametrize(
    "args",
    [
        ("cert", "/no/such/file"),
        ("cert", "/"),
        ("page", "/no/such/file"),
        ("injection", "/no/such/file", "/no/such/file"),
        ("https", "https://a.test", "--connect", "nowhere"),
        ("https", "https://a.test", "--connect", "a:99999"),
        ("https", "https://a.test", "--timeout", "soon"),
        ("https", "https://a.test", "--timeout", "0"),
        ("https", "https://a.test", "--ca", "/no/such/file"),
        ("https",),
    ],
)
def test_wrong_usage_is_a_sentence(args: tuple[str, ...], capfd: Any) -> None:
    assert main(["check", *args]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err


@pytest.mark.parametrize("url", ["", "  ", "https://", "::::", "\ud800", "https://[::1", "-"])
def test_a_bad_address_is_a_fault_of_form(url: str, command: Any) -> None:
    report = command("https", url)
    assert report["verdict"] == "fail"
    assert len(report["steps"]) == 12
