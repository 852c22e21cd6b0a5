"""The first half of an authorize link: scheme, host and path."""

from __future__ import annotations

import re

from qt_app.core.checks.address import Address
from qt_app.core.checks.hosts import read_host
from qt_app.core.checks.masking import show
from qt_app.core.checks.model import Note
from qt_app.core.checks.outcomes import Domain, Link

AUTHORIZE = "/v1/oauth2/authorize"
CURRENT = ("open.qingtui.com", "open.qingtui.cn")
OLD = ("open.qingtui.im",)
_OWN = re.compile(r"(?:.+\.)?qingtui\.(?:com|cn|im)")
_TEST = re.compile(r"(?:dev|qa|moni|test|pre|uat|stag|sit|demo)")
_WECHAT = re.compile(r"(?:.+\.)?(?:weixin\.qq\.com|wechat\.com|weixin\.com)")
_FOREIGN = {
    "dingtalk.com": "DingTalk",
    "feishu.cn": "Feishu",
    "larksuite.com": "Lark",
    "alipay.com": "Alipay",
    "qq.com": "QQ",
    "weibo.com": "Weibo",
    "welink.huaweicloud.com": "WeLink",
}


def endpoint_notes(address: Address) -> list[Note]:
    """What is wrong with scheme, host and path; empty if nothing is."""
    if not (address.authority or address.path or address.params):
        return [Link.EMPTY.note()]
    typed = read_host(address.authority) if address.authority else None
    host = typed.host.text if typed and typed.host else ""
    notes = _host_notes(host, address)
    if is_platform(host) and not notes_are_foreign(notes):
        notes += _path_notes(address.path)
    notes += _scheme_notes(address.scheme)
    if typed is not None:
        notes += _authority_notes(typed.port, [note.outcome for note in typed.notes])
    if address.blank:
        notes.append(Link.BLANK.note())
    return notes


def is_platform(host: str) -> bool:
    """Is it one of the platform's own hosts, of whatever generation?"""
    return _OWN.fullmatch(host) is not None


def notes_are_foreign(notes: list[Note]) -> bool:
    """Does the link belong to another platform, so that its path says nothing?"""
    return any(note.outcome in (Link.WECHAT_LINK, Link.FOREIGN_LINK) for note in notes)


def _host_notes(host: str, address: Address) -> list[Note]:
    shown = show(host, 120)
    if host in CURRENT:
        return []
    if host in OLD:
        return [Link.OLD_HOST.note(host=shown, current=CURRENT[0])]
    if is_platform(host):
        test = _TEST.match(host) is not None
        outcome = Link.TEST_HOST if test else Link.OTHER_QINGTUI
        return [outcome.note(host=shown, current=CURRENT[0])]
    if _WECHAT.fullmatch(host):
        return [Link.WECHAT_LINK.note(host=shown, current=CURRENT[0])]
    for domain, platform in _FOREIGN.items():
        if host == domain or host.endswith(f".{domain}"):
            return [Link.FOREIGN_LINK.note(host=shown, platform=platform, current=CURRENT[0])]
    return [Link.NO_AUTHORIZE.note(host=shown or show(address.path, 80), current=CURRENT[0])]


def _path_notes(path: str) -> list[Note]:
    if path == AUTHORIZE:
        return []
    args = {"path": show(path, 120) or "/", "wanted": AUTHORIZE}
    if re.sub(r"/{2,}", "/", path).rstrip("/") == AUTHORIZE:
        return [Link.PATH_SLASH.note(**args)]
    return [Link.WRONG_PATH.note(**args)]


def _scheme_notes(scheme: str) -> list[Note]:
    lowered = scheme.lower()
    if lowered == "https://":
        return []
    if lowered == "http://":
        return [Link.NOT_HTTPS.note()]
    if lowered in ("", "//"):
        return [Link.NO_SCHEME.note()]
    return [Link.OTHER_SCHEME.note(scheme=show(scheme, 40))]


def _authority_notes(port: str | None, faults: list[str]) -> list[Note]:
    notes = []
    if port is not None and port not in ("", "443"):
        notes.append(Link.PORT.note(port=port if port.isdigit() else "?"))
    if Domain.USER_INFO.value in faults:
        notes.append(Link.USER_INFO.note())
    return notes
