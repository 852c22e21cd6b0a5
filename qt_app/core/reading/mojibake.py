"""Chinese text that was read in the wrong encoding, made right where that is certain."""

from __future__ import annotations

import re

from qt_app.core.patterns import lazily
from qt_app.core.reading.layers import Layer, rewrite

# What cp1252 shows for the bytes 80-9F; the rest of a run stands for itself.
_CP1252 = {
    bytes([n]).decode("cp1252"): n
    for n in range(0x80, 0xA0)
    if n not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_LATIN_RUN = lazily("[\u0080-\u00ff" + "".join(_CP1252) + "]{3,}")
_LATIN_SIGN = lazily("[\u00e2-\u00ef][\u0080-\u00bf" + "".join(_CP1252) + "]{2}")
# First characters of common Chinese words after their UTF-8 was read as GBK.
_GBK_SIGN = lazily("[鑾鏃閿鐨绯缁涓鍙浣鍚璇鏈鎴鐢甯宸杩鏉璁鍒鏁鎺涔瓒娑鏌澶缂绛绗鎻]")
_GBK_LINE = lazily(r"[^\n\"'{}\[\],:=]*[\u4e00-\u9fff\ue000-\uf8ff][^\n\"'{}\[\],:=]*")
_HAN = lazily("[\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")


def unmangle(text: str) -> Layer | None:
    """`text` with wrongly decoded Chinese made right; None if there is none."""
    if text.isascii():
        return None
    if _LATIN_SIGN.search(text):
        return rewrite(text, _LATIN_RUN, _from_latin, "mojibake")
    if _GBK_SIGN.search(text):
        return rewrite(text, _GBK_LINE, _from_gbk, "mojibake")
    return None


def _from_latin(found: re.Match[str]) -> str:
    data = bytes(_CP1252.get(char, ord(char) & 0xFF) for char in found[0])
    try:
        right = data.decode("utf-8")
    except UnicodeDecodeError:
        right = data.decode("utf-8", "replace")
        if right.count("\ufffd") * 4 > len(right):
            return found[0]
    return right if _HAN.search(right) else found[0]


def _from_gbk(found: re.Match[str]) -> str:
    data = found[0].encode("gb18030", "replace")
    right = data.decode("utf-8", "replace")
    good = len(_HAN.findall(right))
    bad = right.count("\ufffd")
    return right if good >= 2 and bad * 4 <= good else found[0]
