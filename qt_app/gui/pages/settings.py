"""The settings page: one column, every change acts at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qt_app.gui.desk import Desk
from qt_app.gui.page import Page
from qt_app.gui.widgets.buttons import Button, CheckBox, DropDown
from qt_app.gui.widgets.cards import Well
from qt_app.gui.widgets.panes import CardScroll
from qt_app.gui.widgets.words import HairLine, PlainLabel, plain_label
from qt_app.services.paths import clear_folder
from qt_app.services.settings import TEXT_SIZES, Settings

_WIDTH, _DROP = 560, 160
SECONDS = (3, 5, 10, 20, 30, 60)
# A line each, so that what is masked stands where it stood before.
_EXAMPLE = (
    "13800001234\naccess_token=eyJhbGciOiJIUzI1NiJ9.eyJ1aWQiOjF9.c2FtcGxl\n"
    "openid=o_8Kq2Lw91\n10.0.8.15"
)


class SettingsPage(Page):
    """Groups: look, masking, checks, data. No OK button; "restore defaults" per group."""

    data_cleared = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._heads: dict[str, PlainLabel] = {}
        self._resets: dict[str, Button] = {}
        self._labels: dict[str, PlainLabel] = {}
        self._make_fields()
        self._build()
        self._connect()
        self.retranslate()

    def panes(self) -> list[QWidget]:
        return [self._language, self._user_ids, self._timeout, self._clear]

    def page_shown(self) -> None:
        self._card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_example()
        self._show_data()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        self._card.setAccessibleName(self.tr("Settings"))
        self._say_groups()
        self._fill_choices()
        self._user_ids.setText(self.tr("Also mask people's IDs (openid, user_id …)"))
        self._inner_ips.setText(self.tr("Also mask internal addresses (10.x, 192.168.x …)"))
        secrets = self.tr(
            "Tokens, secrets, passwords, mobile numbers and e-mail are always masked."
        )
        self._always.setText(secrets)
        self._keep.setText(self.tr("Keep cases for the next start (masked)"))
        self._open.setText(self.tr("Open folder"))
        self._clear.setText(self.tr("Clear data"))
        if self.isVisible():
            self.page_shown()

    def _make_fields(self) -> None:
        theme = self.desk.theme
        self._language = DropDown(theme, "settingsLanguage")
        self._theme = DropDown(theme, "settingsTheme")
        self._size = DropDown(theme, "settingsTextSize")
        self._user_ids = CheckBox(theme, "settingsMaskUserIds")
        self._inner_ips = CheckBox(theme, "settingsMaskInnerIps")
        self._always = plain_label("", "small", "text2", wrap=True)
        self._before = plain_label("", "code", wrap=True)
        self._after = plain_label("", "code", wrap=True)
        self._timeout = DropDown(theme, "settingsTimeout")
        self._keep = CheckBox(theme, "settingsKeepCases")
        self._where = plain_label("", "small", "text2", wrap=True, selectable=True)
        self._open = Button(theme, "outline", "folder", small=True, name="openDataButton")
        self._clear = Button(theme, "outline", small=True, name="clearDataButton")

    def _build(self) -> None:
        self._card = CardScroll("settingsCard", self.desk.theme.scaled(_WIDTH))
        column = self._card.body.column
        column.setSpacing(12)
        self._title = plain_label("", "display")
        column.addWidget(self._title)
        self._add_head(column, "look")
        for name, field in (("language", self._language), ("theme", self._theme)):
            column.addLayout(self._row(name, field))
        column.addLayout(self._row("text_size", self._size))
        self._add_head(column, "masking")
        for widget in (self._always, self._user_ids, self._inner_ips, self._example_well()):
            column.addWidget(widget)
        self._add_head(column, "checks")
        column.addLayout(self._row("check_timeout", self._timeout))
        self._add_head(column, "data")
        column.addWidget(self._keep)
        column.addWidget(self._where)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self._clear)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._card)

    def _example_well(self) -> QWidget:
        well = Well("grey")
        column = QVBoxLayout(well)
        column.setContentsMargins(15, 10, 15, 10)
        column.setSpacing(4)
        for name, label in (("before", self._before), ("after", self._after)):
            self._labels[name] = plain_label("", "small", "text2")
            column.addSpacing(0 if name == "before" else 8)
            column.addWidget(self._labels[name])
            column.addWidget(label)
        return well

    def _add_head(self, column: QVBoxLayout, name: str) -> None:
        column.addSpacing(8)
        column.addWidget(HairLine())
        row = QHBoxLayout()
        self._heads[name] = plain_label("", "strong")
        row.addWidget(self._heads[name])
        row.addStretch(1)
        self._resets[name] = Button(self.desk.theme, "link", name=f"reset_{name}")
        row.addWidget(self._resets[name])
        column.addLayout(row)

    def _row(self, name: str, field: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        self._labels[name] = plain_label("", "body")
        row.addWidget(self._labels[name], 1)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _connect(self) -> None:
        self._language.activated.connect(self._on_language)
        self._theme.activated.connect(self._on_theme)
        self._size.activated.connect(self._on_size)
        self._user_ids.toggled.connect(self._on_user_ids)
        self._inner_ips.toggled.connect(self._on_inner_ips)
        self._timeout.activated.connect(self._on_timeout)
        self._resets["look"].clicked.connect(self._reset_look)
        self._resets["masking"].clicked.connect(self._reset_masking)
        self._resets["checks"].clicked.connect(self._reset_checks)
        self._resets["data"].clicked.connect(self._reset_data)
        self._keep.toggled.connect(self._on_keep)
        self._open.clicked.connect(self._open_folder)
        self._clear.clicked.connect(self._clear_data)
        self.desk.preferences.changed.connect(self._on_changed)
        self.desk.theme.changed.connect(self._retheme)

    @Slot()
    def _retheme(self) -> None:
        self._card.set_measure(self.desk.theme.scaled(_WIDTH))
        self._even_out()

    def _even_out(self) -> None:
        """All drop-downs of one width, whatever is chosen."""
        drops = (self._language, self._theme, self._size, self._timeout)
        width = max(self.desk.theme.scaled(_DROP), *(drop.widest() for drop in drops))
        for drop in drops:
            drop.setFixedWidth(width)

    def _say_groups(self) -> None:
        heads = {
            "look": self.tr("Appearance"),
            "masking": self.tr("Masking"),
            "checks": self.tr("Live checks"),
            "data": self.tr("Data"),
        }
        words = {
            "language": self.tr("Language"),
            "theme": self.tr("Theme"),
            "text_size": self.tr("Text size"),
            "check_timeout": self.tr("Time limit per step"),
            "before": self.tr("As pasted"),
            "after": self.tr("In copies and files"),
        }
        for name, text in heads.items():
            self._heads[name].setText(text)
        for name, text in words.items():
            self._labels[name].setText(text)
        for name, button in self._resets.items():
            button.setText(self.tr("Restore defaults"))
            button.setAccessibleName(self.tr("Restore defaults: {0}").format(heads[name]))

    def _fill_choices(self) -> None:
        values = self.desk.preferences.values
        languages = [(self.tr("Same as system"), ""), ("中文", "zh"), ("English", "en")]
        themes = [
            (self.tr("Same as system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
        ]
        sizes = [(f"{size} %", size) for size in sorted({*TEXT_SIZES, values.text_size})]
        self._fill(self._language, languages, values.language, self.tr("Language"))
        self._fill(self._theme, themes, values.theme, self.tr("Theme"))
        self._fill(self._size, sizes, values.text_size, self.tr("Text size"))
        for box, on in (
            (self._user_ids, values.mask_user_ids),
            (self._inner_ips, values.mask_inner_ips),
            (self._keep, values.keep_cases),
        ):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        chosen = sorted({*SECONDS, values.check_timeout})
        seconds = [(self.tr("%n s", "", n), n) for n in chosen]
        limit = self.tr("Time limit per step")
        self._fill(self._timeout, seconds, values.check_timeout, limit)
        self._even_out()

    def _fill(
        self, drop: DropDown, choices: Sequence[tuple[str, object]], now: object, name: str
    ) -> None:
        drop.clear()
        for words, value in choices:
            drop.addItem(words, value)
        drop.setCurrentIndex(max(drop.findData(now), 0))
        drop.set_name(name)

    def _show_example(self) -> None:
        # Loaded on need: the page is built long before anybody looks at it.
        from qt_app.core.redaction import RedactionOptions, collect

        values = self.desk.preferences.values
        options = RedactionOptions(values.mask_user_ids, values.mask_inner_ips)
        self._before.setText(_EXAMPLE)
        self._after.setText(collect(_EXAMPLE, options).mask(_EXAMPLE))

    def _show_data(self) -> None:
        paths = self.desk.paths
        size = QLocale().formattedDataSize(paths.used_bytes())
        self._where.setText(self.tr("{0} ({1})").format(str(paths.data), size))

    @Slot(str)
    def _on_changed(self, name: str) -> None:
        if name not in ("layout", "geometry", "page", "was_closed"):
            self._fill_choices()
        if self.isVisible():
            self._show_example()

    @Slot()
    def _on_language(self) -> None:
        self.desk.preferences.change(language=self._language.currentData())

    @Slot()
    def _on_theme(self) -> None:
        self.desk.preferences.change(theme=self._theme.currentData())

    @Slot()
    def _on_size(self) -> None:
        self.desk.preferences.change(text_size=self._size.currentData())

    @Slot(bool)
    def _on_user_ids(self, on: bool) -> None:
        self.desk.preferences.change(mask_user_ids=on)

    @Slot(bool)
    def _on_inner_ips(self, on: bool) -> None:
        self.desk.preferences.change(mask_inner_ips=on)

    @Slot(bool)
    def _on_keep(self, on: bool) -> None:
        self.desk.preferences.change(keep_cases=on)

    @Slot()
    def _on_timeout(self) -> None:
        self.desk.preferences.change(check_timeout=self._timeout.currentData())

    @Slot()
    def _reset_look(self) -> None:
        plain = Settings()
        self.desk.preferences.change(
            language=plain.language, theme=plain.theme, text_size=plain.text_size
        )

    @Slot()
    def _reset_masking(self) -> None:
        self.desk.preferences.change(mask_user_ids=False, mask_inner_ips=False)

    @Slot()
    def _reset_checks(self) -> None:
        self.desk.preferences.change(check_timeout=Settings().check_timeout)

    @Slot()
    def _reset_data(self) -> None:
        self.desk.preferences.change(keep_cases=Settings().keep_cases)

    @Slot()
    def _open_folder(self) -> None:
        folder = self.desk.paths.data
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.trouble.emit(self.tr("Cannot open {0}.").format(str(folder)))

    @Slot()
    def _clear_data(self) -> None:
        question = self.tr("Clear everything the program keeps?")
        detail = self.tr("Kept cases and crash reports in {0} are deleted. Settings stay.")
        text = detail.format(str(self.desk.paths.data))
        if not self.desk.dialogs.ask(self, question, text, self.tr("Clear data")):
            return
        left = clear_folder(self.desk.paths.cases) + clear_folder(self.desk.paths.crashes)
        if left:
            self.trouble.emit(self.tr("%n file(s) could not be deleted.", "", left))
        else:
            self.status.emit(self.tr("The data was cleared."))
        self._show_data()
        self.data_cleared.emit()
