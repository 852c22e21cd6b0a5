"""Generic objects around, instead of, or beside answers: HTTP's own status, words of others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CALL = "POST https://open.qingtui.com/v1/message/text/send/single\n"
OWN = '"url":"https://open.qingtui.com/v1/app/followers"'
FOUND = [
    # documented words and named codes in any member of an object that is no answer
    ('{"code":500,"msg":"失败","detail":"未授权的域名"}', ["50002 mention"]),
    ('{"code":500,"data":"access_token超时"}', ["42001 mention"]),
    ('{"code":200,"msg":"success","data":{"pushResult":"轻推返回 42001"}}', ["42001 mention"]),
    ('{"code":50002,"desc":"未授权的域名"}', ["50002 mention"]),
    ('{"success":false,"errorMessage":"推送失败：未授权的域名"}', ["50002 mention"]),
    ('{"code":500,"msg":"未授权的域名","detail":"未授权的域名"}', ["50002 mention"]),
    # HTTP's status is no code of the platform; a gateway's is the network's
    (
        "Response{protocol=http/1.1, code=502, message=Bad Gateway, url=https://open.qingtui.com/v1/token}",
        ["http.bad_gateway"],
    ),
    (f'{{{OWN},"code":502,"message":"Bad Gateway"}}', ["http.bad_gateway"]),
    (
        '{"timestamp":1772594553000,"status":502,"error":"Bad Gateway","path":"/x"}',
        ["http.bad_gateway"],
    ),
    # an answer of 轻推 with a code that nobody knows
    (f'{{{OWN},"code":777,"msg":"boom"}}', ["777 - platform"]),
    (CALL + '{"code":404,"msg":"用户不存在"}', ["404 - platform"]),
    (CALL + '{"code":403}', ["403 - platform"]),
    (CALL + '{"code":40100,"msg":"invalid param"}', ["40100 params/40100/invalid-param"]),
    # a member says that 轻推 was called
    ('code=45002 msg="too long" component=qingtui', ["45002 response"]),
    ('{"code":45002,"msg":"too long","component":"qingtui"}', ["45002 response"]),
    # the answer to "was it sent?"
    ('{"msg_id":"1","msg_status":"SEND_SUCCESS","rate":1.0}', ["0 ok"]),
    ('{"msg_id":"1","msg_status":"SENDING","rate":0.5}', ["0 ok"]),
]
NOTHING = [
    '{"code":45002,"msg":"too long","component":"qingtui-order-sync"}',
    '{"code":45002,"msg":"too long","owner":"qingtui"}',
    '{"code":1001,"msg":"用户不存在","component":"qingtui"}',
    '{"code":200,"msg":"ok","data":"请求成功"}',
    '{"code":1,"msg":"订单 42001 不存在","data":{"orderNo":"42001","id":50002,"remark":"40001"}}',
    '{"code":200,"touser":"o1","msgtype":"text","text":{"content":"未授权的域名"}}',
    "Response{protocol=h2, code=200, message=, url=https://open.qingtui.com/v1/app/followers}",
    "Response{protocol=h2, code=404, message=, url=https://open.qingtui.com/v1/app/followers}",
    f'{{{OWN},"code":200,"message":"OK"}}',
    f'{{{OWN},"code":404,"message":"Not Found"}}',
    f'{{{OWN},"code":404}}',
    "https://open.qingtui.com/v1/x code=404 msg=Not Found",
    '{"msg_id":"1","msg_status":"SEND_FAILD","rate":0.0}',
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_found(
    text: str, wanted: list[str], reads: Callable[..., Any], fits: Callable[..., Any]
) -> None:
    assert fits(reads(text).findings, wanted) == []


@pytest.mark.parametrize("text", NOTHING)
def test_no_finding(text: str, reads: Callable[..., Any]) -> None:
    assert [finding.code for finding in reads(text).findings] == []


def test_what_was_not_sent_is_said(reads: Callable[..., Any]) -> None:
    text = '{"msg_id":"1","msg_status":"SEND_FAILD","rate":0.0}'
    assert "note.not_sent" in [note.key for note in reads(text).notes]
