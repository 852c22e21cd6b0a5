"""Pasted certificates: read through any noise, judged like the live ones."""

from __future__ import annotations

import base64
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from qt_app.core.checks.web.cert import check_cert
from qt_app.core.checks.web.certificates import read_certificate
from qt_app.core.checks.web.chain import Trust
from qt_app.core.checks.web.names import name_covers
from qt_app.core.checks.web.pem import read_pasted

STEPS = ["https.chain", "https.hostname", "https.expiry", "https.weak"]


class World:
    def __init__(self, lab: Any) -> None:
        self.lab = lab
        self.root = lab.make("Example Root CA", ca=True)
        self.middle = lab.make("Example DV CA G2", self.root, ca=True)
        self.leaf = lab.make(lab.NAME, self.middle, aia="http://aia.test/x.crt")
        root = read_certificate(self.root.der)
        assert root
        self.trust = Trust((root,))

    def check(self, data: str | bytes, host: str | None = "oa.example.test", **options: Any) -> Any:
        data = data.encode() if isinstance(data, str) else data
        trust = options.get("trust", self.trust)
        result = check_cert(data, host, trust, options.get("now", self.lab.NOW), "-")
        assert [step.id for step in result.steps] == STEPS
        return {step.id: step for step in result.steps}


@pytest.fixture(scope="session")
def world(lab: Any) -> World:
    return World(lab)


def s_client(world: World, shown: int) -> str:
    rows = [world.leaf, world.middle]
    text = "CONNECTED(00000003)\ndepth=0 CN = oa.example.test\nverify error:num=20:unable\n---\n"
    text += "Certificate chain\n"
    for index, made in enumerate(rows):
        text += f" {index} s:CN = x\n   i:CN = y\n   a:PKEY: id-ecPublicKey\n"
        text += made.pem if index < shown else ""
    return text + "---\nServer certificate\nsubject=CN = x\n---\nSSL handshake has read 1 bytes\n"


def quoted(text: str) -> str:
    return "".join(f"> > {line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    "form", ["plain", "s_client", "mail", "crlf", "reversed", "one line", "utf-16", "dashes", "key"]
)
def test_a_good_chain_in_any_dress(form: str, world: World) -> None:
    both = world.leaf.pem + world.middle.pem
    data: str | bytes = {
        "plain": both,
        "s_client": s_client(world, 2),
        "mail": quoted(both),
        "crlf": both.replace("\n", "\r\n"),
        "reversed": world.middle.pem + world.leaf.pem,
        "one line": both.replace("\n", "\\n"),
        "utf-16": both.encode("utf-16"),
        "dashes": both.replace("-----", "—————"),
        "key": world.leaf.key_pem + both,
    }[form]
    found = world.check(data)
    statuses = [found[name].status for name in STEPS]
    assert statuses == (["warn"] if form == "key" else ["pass"]) + ["pass"] * 3
    remarks = {note.outcome for note in found["https.chain"].more}
    assert ("H-10" in remarks) is (form == "reversed")


def test_der(world: World) -> None:
    found = world.check(world.leaf.der)
    assert found["https.chain"].data["cause"] == "missing_intermediate"
    assert found["https.hostname"].status == "pass"
    assert world.check(base64.b64encode(world.leaf.der))["https.weak"].status == "pass"


@pytest.mark.parametrize("blocks", [0, 1, 2])
def test_blocks_that_cannot_be_read_are_counted_and_left_out(world: World, blocks: int) -> None:
    broken = "-----BEGIN CERTIFICATE-----\nTUlJQ0p1bms=\n-----END CERTIFICATE-----\n" * blocks
    step = world.check(world.leaf.pem + broken + world.middle.pem)["https.chain"]
    said = [note.args["broken"] for note in step.more if note.outcome == "H-39"]
    assert step.status == "pass"
    assert said == ([str(blocks)] if blocks else [])


def test_a_private_key_is_never_shown(world: World) -> None:
    secret = world.leaf.key_pem.splitlines()[1]
    found = world.check(world.leaf.key_pem + world.leaf.pem)
    assert secret not in repr(found)
    assert secret not in repr(world.check(world.leaf.key_pem))


def test_an_incomplete_paste_is_no_incomplete_chain(world: World) -> None:
    assert world.check(s_client(world, 1))["https.chain"].outcome == "H-17"
    assert world.check(s_client(world, 2))["https.chain"].outcome == "H-01"
    assert world.check(world.leaf.pem)["https.chain"].outcome == "H-05"


def test_the_host(world: World) -> None:
    assert world.check(world.leaf.pem, None)["https.hostname"].status == "skip"
    for host in ("OA.Example.TEST.", "https://oa.example.test:8443/x", " oa.example.test "):
        assert world.check(world.leaf.pem, host)["https.hostname"].status == "pass"
    for host in ("www.oa.example.test", "example.test", "", "127.0.0.1", "oa.example.test.cn"):
        step = world.check(world.leaf.pem, host)["https.hostname"]
        assert (step.status, step.data["code"]) == ("fail", "tls.hostname_mismatch")


def test_dates_are_judged_by_the_given_clock(world: World) -> None:
    leaf = world.leaf.certificate
    end, start = leaf.not_valid_after_utc, leaf.not_valid_before_utc
    for now, outcome in (
        (end + timedelta(seconds=1), "H-32"),
        (end - timedelta(days=30), "H-31"),
        (end - timedelta(days=30, seconds=1), "H-30"),
        (start, "H-30"),
        (start - timedelta(seconds=1), "H-33"),
    ):
        step = world.check(world.leaf.pem + world.middle.pem, now=now)["https.expiry"]
        found = {step.outcome, *(note.outcome for note in step.more)}
        assert outcome in found


def test_other_authority_with_the_same_organisation(lab: Any, world: World) -> None:
    root = lab.make("Global Root", ca=True, organisation="House Ltd")
    middle = lab.make("TLS 2026", root, ca=True, organisation="House Ltd")
    leaf = lab.make(lab.NAME, middle)
    trusted = read_certificate(root.der)
    assert trusted
    cause = world.check(leaf.pem, trust=Trust((trusted,)))["https.chain"].data["cause"]
    assert cause == "missing_intermediate"
    assert world.check(leaf.pem)["https.chain"].data["cause"] == "unknown_ca"


def test_a_known_intermediate_settles_it(lab: Any, world: World) -> None:
    root = lab.make("Alpha", ca=True)
    middle = lab.make("Beta", root, ca=True)
    leaf = lab.make(lab.NAME, middle)
    known, trusted = read_certificate(middle.der), read_certificate(root.der)
    assert known
    assert trusted
    assert world.check(leaf.pem, trust=Trust((trusted,)))["https.chain"].data["cause"] == (
        "unknown_ca"
    )
    found = world.check(leaf.pem, trust=Trust((trusted,), (known,)))["https.chain"]
    assert found.data["cause"] == "missing_intermediate"


def test_the_machine_repaired_it(world: World) -> None:
    trust = Trust(world.trust.roots, (), True)
    step = world.check(world.leaf.pem, trust=trust)["https.chain"]
    assert step.data["cause"] == "missing_intermediate"
    assert "H-13" in {note.outcome for note in step.more}


def test_a_cross_signed_root_finds_the_living_way(lab: Any, world: World) -> None:
    old_root = lab.make("Old Root", ca=True, end=lab.NOW - lab.DAY)
    crossed = lab.make(
        "Example Root CA", old_root, ca=True, key=world.root.key, end=lab.NOW - lab.DAY
    )
    old = read_certificate(old_root.der)
    assert old
    trust = Trust((old, *world.trust.roots))
    found = world.check(world.leaf.pem + world.middle.pem + crossed.pem, trust=trust)
    assert found["https.chain"].status == "pass"
    assert found["https.expiry"].status == "pass"


@pytest.mark.parametrize(
    "text", ["", "   ", "hello", "-----BEGIN CERTIFICATE-----\nnope\n-----END CERTIFICATE-----"]
)
def test_nothing_to_read(text: str, world: World) -> None:
    found = world.check(text)
    assert (found["https.chain"].status, found["https.chain"].outcome) == ("fail", "H-18")
    assert {found[name].status for name in STEPS[1:]} == {"skip"}


def test_broken_certificates_raise_nothing(world: World) -> None:
    random.seed(5)
    good = world.leaf.der
    for _ in range(400):
        broken = bytearray(good)
        for _ in range(random.randint(1, 6)):
            broken[random.randrange(len(broken))] = random.randrange(256)
        pem = base64.b64encode(bytes(broken)).decode()
        block = f"-----BEGIN CERTIFICATE-----\n{pem}\n-----END CERTIFICATE-----\n"
        world.check(block + world.middle.pem)
    for hostile in ("-----BEGIN CERTIFICATE-----" * 50_000, "> " * 500_000, "A" * 3_000_000):
        read_pasted(hostile.encode())


@pytest.mark.parametrize(
    ("pattern", "host", "covered"),
    [
        ("*.example.test", "oa.example.test", True),
        ("*.EXAMPLE.test", "OA.example.test", True),
        ("*.example.test", "example.test", False),
        ("*.example.test", "a.oa.example.test", False),
        ("w*.example.test", "www.example.test", False),
        ("oa.*.test", "oa.example.test", False),
        ("*.test", "example.test", False),
        ("*", "example.test", False),
        ("oa.example.test.", "oa.example.test", True),
        ("xn--fiq228c.example.test", "xn--fiq228c.example.test", True),
        ("*.example.test", ".example.test", False),
    ],
)
def test_wildcards(pattern: str, host: str, covered: bool) -> None:
    assert name_covers(pattern, host) is covered


def test_now_is_aware(world: World) -> None:
    assert world.check(world.leaf.pem, now=datetime.now(UTC))["https.expiry"].status == "pass"
