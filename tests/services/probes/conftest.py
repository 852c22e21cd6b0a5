"""The lab: certificates made on the spot, once per session, and servers closed after each test."""

from __future__ import annotations

import importlib.util
import ssl
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from qt_app.api.check_report import CheckReport, CheckWords
from qt_app.core.checklist.build import build_checklists
from qt_app.core.checks.model import CheckResult, Step
from qt_app.core.checks.web.certificates import read_certificate
from qt_app.services.probes.https_probe import Order, Place, check_https
from qt_app.services.probes.network import Network, Stop

HERE = Path(__file__).resolve().parent


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("web_lab", HERE / "lab.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["web_lab"] = module
    spec.loader.exec_module(module)
    return module


lab_module = _load()


@pytest.fixture(scope="session")
def lab() -> ModuleType:
    """The helpers of lab.py."""
    return lab_module


class Pki:
    """Root, intermediate, and a chain that is right."""

    def __init__(self, folder: Path) -> None:
        make = lab_module.make
        self.folder = folder
        self.root = make("Example Root CA", ca=True)
        self.middle = make("Example DV CA G2", self.root, ca=True)
        self.good = make(lab_module.NAME, self.middle, aia="http://aia.example.test/dv.crt")
        self.other_root = make("Unknown Authority", ca=True)

    def context(self, leaf: Any, *others: Any, **limits: Any) -> ssl.SSLContext:
        context: ssl.SSLContext = lab_module.server_context(leaf, others, self.folder, **limits)
        return context


@pytest.fixture(scope="session")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki(tmp_path_factory.mktemp("pki"))


@pytest.fixture
def serve() -> Iterator[Callable[..., Any]]:
    """Start servers; all are closed afterwards."""
    running: list[Any] = []

    def start(*args: Any, **kwargs: Any) -> Any:
        running.append(lab_module.Server(*args, **kwargs))
        return running[-1]

    yield start
    for server in running:
        server.close()


def place(server: Any) -> Place | None:
    return Place("127.0.0.1", server.port) if server is not None else None


@pytest.fixture
def check(pki: Pki) -> Callable[..., CheckResult]:
    """Run the whole check against a server of the lab, its root trusted."""

    def run(
        server: Any,
        http: Any = None,
        url: str = f"https://{lab_module.NAME}/",
        network: Network | None = None,
        stop: Stop | None = None,
        **options: Any,
    ) -> CheckResult:
        root = read_certificate(pki.root.der)
        assert root is not None
        options.setdefault("timeout", 5.0)
        options.setdefault("added_roots", (root,))
        order = Order(url, place(server), place(http), **options)
        return check_https(order, network, stop)

    return run


@pytest.fixture(scope="session")
def words() -> CheckWords:
    """The words as they stand in the tree."""
    folder = HERE.parents[2] / "resources" / "checklists"
    files = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")}
    return CheckWords(build_checklists(files))


@pytest.fixture
def worded(words: CheckWords) -> Callable[[CheckResult, str], CheckReport]:
    return words.report


@pytest.fixture
def by_id() -> Callable[[CheckResult], dict[str, Step]]:
    return lambda result: {step.id: step for step in result.steps}
