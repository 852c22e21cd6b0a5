"""A log too large to be read whole: what is found in it stands where the file has it."""

from __future__ import annotations

import base64
import json
import random
from pathlib import Path

import pytest

from qt_app.api import Input, analyse, file_input, load_catalogue
from qt_app.cli.main import main
from qt_app.services.bigfiles import BIG

LINE = "2026-11-02 10:00:05.007 INFO  [exec-3] com.acme.Push - processed {n} rows in 42 ms\n"
ANSWER = (
    '2026-11-02 10:00:05.007 ERROR [exec-3] com.acme.Push - resp={{"errcode":{c},"errmsg":"超"}}\n'
)
CODES = (42001, 43004, 50002)
ROWS, ANSWERS = 230_000, 300


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, list[int]]]:
    """A log of 20 MB; the lines (from 1) of each code in it."""
    rng = random.Random(7)
    chosen = sorted(rng.sample(range(ROWS), ANSWERS))
    lines = [LINE.format(n=number % 1000) for number in range(ROWS)]
    places: dict[int, list[int]] = {code: [] for code in CODES}
    for at in chosen:
        code = rng.choice(CODES)
        lines[at] = ANSWER.format(c=code)
        places[code].append(at + 1)
    path = tmp_path_factory.mktemp("logs") / "big.log"
    path.write_text("".join(lines), encoding="utf-8")
    return path, places


def test_lines_offsets_and_counts_are_those_of_the_file(
    log: tuple[Path, dict[int, list[int]]],
) -> None:
    path, places = log
    catalogue = load_catalogue()
    given = file_input(str(path), catalogue)
    assert len(given.data) < BIG < path.stat().st_size
    report = analyse([given], catalogue).report()
    assert (report.sources[0].bytes, report.sources[0].lines) == (path.stat().st_size, ROWS)
    data = path.read_bytes()
    for code in CODES:
        found = [one for one in report.findings if one.code == str(code)]
        assert [one.line for one in found] == places[code]
        for one in found:
            assert data[one.start : one.end].startswith(b'{"errcode":%d' % code)
            assert data[one.start : one.end].endswith(b'"}')
    for group in report.summary:
        lines = places[int(group.code)]
        assert (group.count, group.first_line, group.last_line) == (
            len(lines),
            lines[0],
            lines[-1],
        )
    assert any("20 MB" in note or "原文件" in note for note in report.notes)


def test_bytes_and_text_as_large_are_read_alike(
    log: tuple[Path, dict[int, list[int]]],
) -> None:
    path, places = log
    catalogue = load_catalogue()
    data = path.read_bytes()
    for given in (data, data.decode()):
        found = analyse([Input("-", given)], catalogue).report().findings
        assert sorted(one.line for one in found) == sorted(
            line for lines in places.values() for line in lines
        )


def test_the_command_says_the_same(
    log: tuple[Path, dict[int, list[int]]], capsys: pytest.CaptureFixture[str]
) -> None:
    path, places = log
    assert main(["diagnose", str(path), "--summary", "--format", "json", "--lang", "en"]) == 0
    report = json.loads(capsys.readouterr().out)
    counts = {int(group["code"]): group["count"] for group in report["summary"]}
    assert counts == {code: len(lines) for code, lines in places.items()}
    assert any("only the places" in note for note in report["notes"])


def test_a_large_log_without_a_sign(tmp_path: Path) -> None:
    path = tmp_path / "quiet.log"
    path.write_text(LINE.format(n=1) * 120_000, encoding="utf-8")
    catalogue = load_catalogue()
    report = analyse([file_input(str(path), catalogue)], catalogue).report("en")
    assert report.findings == ()
    assert report.sources[0].lines == 120_000
    assert len(report.notes) == 2


def test_a_large_text_in_utf16_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.log"
    path.write_text(LINE.format(n=1) * 60_000 + ANSWER.format(c=50002), encoding="utf-16")
    catalogue = load_catalogue()
    report = analyse([file_input(str(path), catalogue)], catalogue).report()
    assert [(one.code, one.line) for one in report.findings] == [("50002", 60_001)]


def test_a_large_har_is_read_as_a_whole() -> None:
    """The address of a call and a base64 body stand far from each other in a HAR."""
    answer = base64.b64encode(b'{"errcode":45001}').decode()
    call = {"request": {"method": "POST", "url": "https://open.qingtui.com/team/org/create"}}
    content = {"mimeType": "application/json", "encoding": "base64", "text": answer}
    page = {"request": {"url": "https://oa.example.com/a.js"}}
    body = {"mimeType": "text/javascript", "text": "var a = 1;\n" * 100_000}
    entries = [{**page, "response": {"status": 200, "content": body}}] * 8
    entries.append({**call, "response": {"status": 200, "content": content}})
    text = json.dumps({"log": {"version": "1.2", "entries": entries}})
    assert len(text) > BIG
    (finding,) = analyse(text, load_catalogue()).report().findings
    assert finding.entry is not None
    assert finding.entry.id == "org/45001"
