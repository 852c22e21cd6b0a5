"""Lines that several written forms of a report share."""

from __future__ import annotations

from qt_app.api.messages import Messages, messages
from qt_app.api.report import FindingReport, GroupReport, Report, Said
from qt_app.api.visible import breaks_kept, one_line


class Blocks:
    """Says the parts of one report, in its language, as plain lines."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.say = messages(report.lang).say
        self.messages: Messages = messages(report.lang)

    def problems(self) -> list[tuple[FindingReport, GroupReport | None]]:
        """One finding for each group of problems, in text order."""
        return [pair for pair in self.groups() if not pair[0].ok]

    def groups(self) -> list[tuple[FindingReport, GroupReport | None]]:
        """The first finding of every group, in text order; each finding where there is none."""
        findings = self.report.findings
        led = {group.members[0]: group for group in self.report.summary if group.members}
        grouped = {member for group in self.report.summary for member in group.members}
        return [
            (one, led.get(index))
            for index, one in enumerate(findings)
            if index in led or index not in grouped
        ]

    def heading(self, one: FindingReport) -> str:
        """`未授权的域名 50002`; the code stands once."""
        title, code = one_line(one.title), one_line(one.code)
        if code in title or (one.ok and code == "0"):
            return title
        return f"{title} {code}"

    def chips(self, one: FindingReport) -> str:
        """`错误 · 由平台返回 · 确定 · 管理员处理`."""
        say = self.say
        chips = [say(f"severity.{one.severity}"), say(f"origin.{one.origin}")]
        chips.append(say(f"certainty.{one.certainty}"))
        if one.who and not one.ok:
            chips.append(say(f"who.{one.who}"))
        return " · ".join(chips)

    def place(self, one: FindingReport, group: GroupReport | None) -> str:
        """Lines, times and how often."""
        say, parts = self.say, []
        if group is not None and group.count > 1:
            parts.append(say("group.count", n=group.count))
        if group is not None and group.last_line > group.first_line:
            parts.append(say("group.lines", first=group.first_line, last=group.last_line))
        else:
            parts.append(say("group.line", line=one.line))
        parts.append(self.times(one, group))
        if group is not None and group.follows:
            parts.append(say("group.follows", code=group.follows.rpartition("/")[2]))
        if len(self.report.sources) > 1 and one.source < len(self.report.sources):
            name = self.report.sources[one.source].name
            parts.insert(0, say("text.source", name=one_line(name)))
        return " · ".join(part for part in parts if part)

    def times(self, one: FindingReport, group: GroupReport | None) -> str:
        """When, as one time or as first and last; nothing if the text has no time."""
        first = (group.first_time if group is not None else None) or one.time
        last = group.last_time if group is not None else None
        if not first:
            return ""
        if last and last != first:
            return f"{_clock(first)} – {_clock(last)}"
        return _clock(first)

    def sourced(self, said: Said) -> str:
        """A sentence with its source behind it."""
        mark = "（{}）" if self.report.lang == "zh" else " ({})"
        return one_line(said.text) + mark.format(self.say(f"source.{said.source}"))

    def evidence(self, one: FindingReport) -> list[str]:
        """The rules' sentences; those against are marked."""
        mark = "：" if self.report.lang == "zh" else ": "
        return [
            f"{self.say('text.against')}{mark}{one_line(item.text)}"
            if item.against
            else one_line(item.text)
            for item in one.evidence
        ]

    def enter(self, one: FindingReport) -> str | None:
        """`安全域名 填：abc.com.cn`."""
        if one.enter is None:
            return None
        label = one.enter_label or self.say("enter.value")
        return self.say("text.enter", label=label, value=one_line(one.enter))

    def repairs(self, one: FindingReport) -> str | None:
        """What was repaired while reading, in words."""
        if not one.repairs:
            return None
        names = [
            self.say(f"repair.{name}") if f"repair.{name}" in self.messages else name
            for name in one.repairs
        ]
        return self.say("text.repairs", repairs=self.messages.listed(names))

    def masked(self) -> str | None:
        """What was masked, counted by kind."""
        counts: dict[str, int] = {}
        for item in self.report.masked:
            counts[item.kind] = counts.get(item.kind, 0) + item.count
        if not counts:
            return None
        items = [
            self.say("masked.item", kind=self.say(f"masked.{kind}"), n=n)
            for kind, n in counts.items()
        ]
        what = self.messages.listed(items)
        return self.say("text.masked", n=sum(counts.values()), what=what)

    def raw(self, one: FindingReport) -> str:
        """The piece of the paste, control characters visible."""
        return breaks_kept(one.raw).strip("\n")


def _clock(time: str) -> str:
    return time.replace("T", " ")
