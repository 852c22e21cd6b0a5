"""Lines that several written forms of a report share."""

from __future__ import annotations

from qt_app.api.messages import Messages, messages
from qt_app.api.report import AlternativeReport, FindingReport, GroupReport, Report, Said
from qt_app.api.visible import breaks_kept, one_line

# So many line numbers are listed; more are told as first and last.
FEW_LINES = 3


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
        """`错误 · 由平台返回 · 把握：确定 · 管理员处理`."""
        say = self.say
        severity = "undecided" if one.undecided else one.severity
        chips = [say(f"severity.{severity}"), say(f"origin.{one.origin}")]
        if not one.ok:
            sure = say(f"certainty.{one.certainty}")
            chips.append(say("text.certainty", certainty=sure))
        if one.who and not one.ok and not one.undecided:
            chips.append(say(f"who.{one.who}"))
        return " · ".join(chips)

    def place(self, one: FindingReport, group: GroupReport | None, *, timed: bool = True) -> str:
        """Lines, times and how often."""
        say, parts = self.say, []
        if group is not None and group.count > 1:
            parts.append(say("group.count", n=group.count))
        parts.append(self.lines(one, group))
        parts.append(self.times(one, group) if timed else "")
        if group is not None and group.follows:
            parts.append(say("group.follows", code=group.follows.rpartition("/")[2]))
        if len(self.report.sources) > 1 and one.source < len(self.report.sources):
            name = self.report.sources[one.source].name
            parts.insert(0, say("text.source", name=one_line(name)))
        return " · ".join(part for part in parts if part)

    def lines(self, one: FindingReport, group: GroupReport | None) -> str:
        """`第 4、7 行`; more than three lines as first and last."""
        numbers = self._numbers(one, group)
        if len(numbers) == 1:
            return self.say("group.line", line=numbers[0])
        if len(numbers) <= FEW_LINES:
            return self.say("group.few_lines", lines=self.messages.listed(numbers))
        return self.say("group.lines", first=numbers[0], last=numbers[-1])

    def _numbers(self, one: FindingReport, group: GroupReport | None) -> list[str]:
        if group is None:
            return [str(one.line)]
        lines = dict.fromkeys(self.report.findings[i].line for i in group.members)
        return [str(line) for line in lines] or [str(group.first_line)]

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

    def steps(self, one: FindingReport, mark: str) -> list[str]:
        """The numbered steps; the value to type, after `mark`, follows the step that names it."""
        lines, value = [], self.enter(one)
        for index, step in enumerate(one.steps):
            lines.append(f"{index + 1}. {self.sourced(step)}")
            if value is not None and index == one.enter_step:
                lines.append(f"   {mark}{value}")
        return lines or ([f"{mark}{value}"] if value is not None else [])

    def other_meanings(self, one: FindingReport) -> list[AlternativeReport]:
        """The meanings that are worth a line: equals all, else the few that may still be it."""
        if one.undecided:
            return list(one.meanings or one.alternatives)
        if one.ok:
            return []
        return [other for other in one.alternatives if other.confidence > 0][:FEW_LINES]

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
        total = sum(counts.values())
        key = "masked_one" if total == 1 else "masked"
        return self.say(f"text.{key}", n=total, what=what)

    def raw(self, one: FindingReport) -> str:
        """The piece of the paste, control characters visible."""
        return breaks_kept(one.raw).strip("\n")


def _clock(time: str) -> str:
    return time.replace("T", " ")
