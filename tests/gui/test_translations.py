"""The strings: nothing unfinished, equal placeholders, compiled files fresh, Qt's own loaded."""

from __future__ import annotations

import importlib.util
import re
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from qt_app.gui.entry_words import _GENERIC
from qt_app.gui.translations import Translations, default_language

ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "resources" / "i18n"
HOLE = re.compile(r"\{[0-9]*\}|%n")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def messages(language: str) -> list[tuple[str, list[str]]]:
    tree = ElementTree.parse(I18N / f"qt_app_{language}.ts")
    found = []
    for message in tree.iter("message"):
        translation = message.find("translation")
        forms = translation.findall("numerusform") or [translation]
        found.append((message.findtext("source", ""), [form.text or "" for form in forms]))
    return found


@pytest.fixture(scope="module")
def builder():
    spec = importlib.util.spec_from_file_location(
        "build_translations", ROOT / "packaging" / "build_translations.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_unfinished(builder) -> None:
    assert builder.unfinished(I18N) == []


def test_files_are_fresh(builder) -> None:
    assert builder.stale() == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_placeholders_are_equal(language: str) -> None:
    for source, forms in messages(language):
        for form in filter(None, forms):
            assert sorted(HOLE.findall(form)) == sorted(HOLE.findall(source)), source


def test_house_style_of_the_chinese() -> None:
    for _, forms in messages("zh"):
        for form in forms:
            assert not re.search("您|！|未知错误", form), form


def test_sources_are_english() -> None:
    """But for back-office names, which stand in brackets."""
    bare = [re.sub(r"\([^)]*\)", "", source) for source, _ in messages("zh")]
    assert not [source for source in bare if CHINESE.search(source)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_generic_words_are_those_of_the_reports(qapp, language: str) -> None:
    text = (ROOT / "resources" / "messages" / f"{language}.toml").read_text("utf-8")
    words = tomllib.loads(text)["generic"]
    translations = Translations(language)
    said = {k: QCoreApplication.translate("EntryWords", v) for k, v in _GENERIC.items()}
    translations.remove()
    assert said == words


def test_qts_own_words_are_chinese_too(qapp) -> None:
    translations = Translations("zh")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    translations.set_language("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    translations.remove()


def test_plurals(qapp) -> None:
    translations = Translations("en")
    say = QCoreApplication.translate
    assert say("CodesPage", "%n row(s)", None, 1) == "1 entry"
    assert say("CodesPage", "%n row(s)", None, 2) == "2 entries"
    translations.set_language("zh")
    assert say("CodesPage", "%n row(s)", None, 2) == "2 条"
    translations.remove()


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en_US", "en"), ("en_GB", "en"), ("zh_CN", "zh"), ("de_DE", "zh"), ("C", "zh")],
)
def test_default_language(locale: str, language: str) -> None:
    # Qt reads "C" as English without a country; the contract wants "zh" for what is not en_*.
    assert default_language(QLocale(locale)) == language


def test_qts_file_dialog_is_chinese(qtbot, window) -> None:
    window._desk.preferences.change(language="zh")
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.show()
    words = [w.text() for w in (*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton))]
    assert not [word for word in words if re.search("[A-Za-z]{3}", word)]
    assert words
    dialog.close()
