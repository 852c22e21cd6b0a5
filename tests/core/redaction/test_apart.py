"""A secret that stands apart from its name, or inside something, is found; code and words stay."""

from __future__ import annotations

import pytest

from qt_app.core.redaction import collect

S = "s3cr3tvalue99"
WRAPPED = [
    f'"appSecret": Optional("{S}")',
    f'token: Some("{S}")',
    f"token: Some({S})",
    f'token: Ok(Some("{S}"))',
    f"secret: Maybe({S})",
    f"secret=SecretStr('{S}')",
    f'token = new String("{S}");',
    f"token: Optional[{S}]",
    f'token=Optional.of("{S}")',
    f'token: Just "{S}"',
    f'token: Box::new("{S}")',
    f'token: String::from("{S}")',
    f"'token': b'{S}'",
    f'token: f"{S}"',
    f'let token: String = "{S}";',
    f'val appSecret: String? = "{S}"',
    f"secret: !!str {S}",
    f"secret: !vault '{S}'",
]
APART = [
    f'<property name="appSecret"><value>{S}</value></property>',
    f'<property name="appSecret">\n  <value>{S}</value>\n</property>',
    f'<property name="appSecret" value="{S}"/>',
    f'<property value="{S}" name="appSecret"/>',
    f'<entry key="secret">{S}</entry>',
    f'<string name="token" translatable="false">{S}</string>',
    f"<key>appSecret</key>\n\t<string>{S}</string>",
    f"<param-name>appSecret</param-name>\n<param-value>{S}</param-value>",
    f"<tr><td>AppSecret</td><td>{S}</td></tr>",
    f'<input type="hidden" name="token" value="{S}">',
    f'<meta name="csrf-token" content="{S}">',
    f'{{"name":"appSecret","content":"{S}"}}',
    f'{{"value":"{S}","name":"appSecret"}}',
    f'{{"key":"token","type":"text","value":"{S}"}}',
    f'{{"name":"APP_SECRET","slotSetting":false,"value":"{S}"}}',
    f'{{\n "value": "{S}",\n "enabled": true,\n "key": "access_token"\n}}',
    f'{{\\"name\\":\\"appSecret\\",\\"value\\":\\"{S}\\"}}',
    f'{{"name": "X-Access-Token", "value": "Bearer {S}"}}',
    f"- name: APP_SECRET\n  value: {S}",
    f'client.setAppSecret("{S}")',
    f'.withToken("{S}")',
    f'config.put("secret", "{S}")',
    f'System.setProperty("qt.app.secret","{S}")',
    f'conn.setRequestProperty("Authorization", "Bearer {S}")',
    f'mapOf("secret" to "{S}")',
    f'Content-Disposition: form-data; name="secret"\r\n\r\n{S}\r\n--b',
    f'Content-Disposition: form-data; name="secret"\r\nContent-Type: text/plain\r\n\r\n{S}\r\n--b',
    f"cookies={{'sid': '{S}'}}",
    f'"cookies":[{{"name":"a","value":"x"}},{{"name":"sid","value":"{S}","path":"/"}}]',
    f"appSecret:\n  {S}",
    f"secret: |\n  {S}\n",
    f"--secret {S}",
    f'--app-secret "{S}"',
    f'["--secret", "{S}"]',
    f"export APP_SECRET={S}",
    f"ENV APP_SECRET {S}",
    f"mysql -uroot -p{S} -h db",
    f"tool -u admin -p {S}",
    f"redis-cli -a {S} ping",
    f'Authorization: Digest username="a", response="{S}"',
]


@pytest.mark.parametrize("text", WRAPPED + APART)
def test_a_value_inside_or_apart_is_masked(text: str) -> None:
    masked = collect(text).mask(text)
    assert S not in masked
    assert "«" in masked


def test_short_passwords_of_setters_and_members() -> None:
    for text in ('setPassword("hunter")', 'put("password", "hunter")',
                 '{"key":"password","value":"hunter"}'):  # fmt: skip
        assert "hunter" not in collect(text).mask(text)


@pytest.mark.parametrize(
    "text",
    [
        "token = TokenService.get()",
        "String token = TokenService.get();",
        "access_token = getToken(appid, secret)",
        "token = r.json()['access_token']",
        "token: Optional[str] = None",
        "token: this.token",
        'f"Bearer {token}"',
        "token=%s",
        "setToken(token)",
        'getToken("appid")',
        'request.getHeader("X-Token")',
        'log.info("token expired", 42001)',
        'assertEquals("token", "works")',
        '{"name":"token","type":"string","description":"the token"}',
        '{"field":"password","content":"不能为空"}',
        "<td>access_token</td><td>string</td><td>是</td>",
        "use --token option to pass",
        "--token <token>",
        "--secret $SECRET",
        '"cookies": {}',
        "Cookie: (none)",
        "mkdir -p dir2026/a1b2",
        "docker run -p 8080:80 app1",
        'Get "https://open.qingtui.cn/v1/token": dial tcp: lookup open.qingtui.cn: no such host',
        "call https://open.qingtui.cn/v1/token: EOF",
        "get token: context deadline exceeded",
        "Add ?access_token= and the token",
        "Both lack the token: 41001 is Chinese",
    ],
)
def test_code_and_words_stay(text: str) -> None:
    redactor = collect(text)
    assert redactor.mask(text) == text
    assert redactor.masked == ()


def test_a_ticket_of_a_tracker_stays_and_one_of_the_sdk_goes() -> None:
    text = "ticket: QT-1234, jsapi_ticket=QT-1234"
    assert collect(text).mask(text) == "ticket: QT-1234, jsapi_ticket=«ticket-1»"


def test_the_host_behind_a_login_stays() -> None:
    text = "https://admin:S3cr3tPass@oa.abc.com/login git@github.com:foo/bar.git"
    assert collect(text).mask(text) == (
        "https://admin:«password-1»@oa.abc.com/login git@github.com:foo/bar.git"
    )
