"""Beside `openssl s_client` and curl on the same servers: ours agrees or says more.

Slow: started by `packaging/test.py --all`; `-s` prints the table.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent


def _cases() -> Any:
    spec = importlib.util.spec_from_file_location(
        "lab_certificates", HERE / "test_lab_certificates.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.CASES


def openssl_says(port: int, name: str, root: Path) -> str:
    command = ["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-servername", name]
    command += ["-CAfile", str(root), "-verify_hostname", name, "-no-CApath"]
    done = subprocess.run(command, input="", capture_output=True, text=True, timeout=20)
    found = re.findall(r"Verif(?:y return code|ication)[^:]*: (.*)", done.stdout)
    return found[-1] if found else "no session"


def curl_says(port: int, name: str, root: Path) -> str:
    command = ["curl", "-sS", "-o", "/dev/null", "--cacert", str(root), "--capath", "/nowhere"]
    command += ["--connect-to", f"{name}:443:127.0.0.1:{port}", f"https://{name}/"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20)
    return f"{done.returncode} {done.stderr.strip()[:90]}".strip()


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("openssl") and shutil.which("curl")), reason="needs openssl and curl"
)
def test_agrees_with_openssl_and_curl(lab: Any, pki: Any, serve: Any, check: Any) -> None:
    root = pki.folder / "root.pem"
    root.write_text(pki.root.pem)
    table: list[tuple[str, str, str, str]] = []
    lenient: list[str] = []
    for case, (make, _) in _cases().items():
        context = pki.context(*make(lab, pki))
        server = serve(context=context, respond=lambda p, h: lab.answer(**lab.HSTS))
        result = check(server)
        bad = [s for s in result.steps if s.status in ("warn", "fail")]
        ours = ", ".join(f"{s.id[6:]} {s.data.get('cause') or s.status}" for s in bad) or "pass"
        openssl = openssl_says(server.port, lab.NAME, root)
        curl = curl_says(server.port, lab.NAME, root)
        table.append((case, ours, openssl, curl))
        refused = not openssl.startswith("0 ") or curl != "0"
        if refused and result.verdict != "fail":
            lenient.append(case)
        server.close()
    print()
    for row in table:
        print(" | ".join(row))
    assert not lenient
