<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>App</name>
    <message>
        <source>The code table is damaged, so nothing can be looked up: {0}</source>
        <translation>码表文件坏了，现在查不了码：{0}</translation>
    </message>
    <message>
        <source>The code table is missing. Install the program again.</source>
        <translation>找不到码表文件。重新安装一次程序。</translation>
    </message>
    <message>
        <source>The settings file was damaged. It was kept as {0}; defaults are in force.</source>
        <translation>设置文件坏了，已另存为 {0}，现在用的是默认设置。</translation>
    </message>
    <message>
        <source>Settings cannot be kept ({0}). They hold until the window is closed.</source>
        <translation>设置存不下来（{0}）。关窗口前一直有效。</translation>
    </message>
</context>
<context>
    <name>CardFooter</name>
    <message>
        <source>Copy for ticket</source>
        <translation>复制工单</translation>
    </message>
    <message>
        <source>Copy for ticket (unmasked)</source>
        <translation>复制工单（未遮盖）</translation>
    </message>
    <message>
        <source>Copy customer reply</source>
        <translation>复制客户回复</translation>
    </message>
    <message>
        <source>Copy customer reply (unmasked)</source>
        <translation>复制客户回复（未遮盖）</translation>
    </message>
    <message>
        <source>All findings as a block for the ticket</source>
        <translation>把所有发现写成一段工单文字</translation>
    </message>
    <message>
        <source>An answer ready to send</source>
        <translation>可以直接发给客户的回复</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Preview what is masked…</source>
        <translation>预览遮盖了什么…</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>存成文件…</translation>
    </message>
    <message>
        <source>More ways to copy</source>
        <translation>更多复制方式</translation>
    </message>
    <message>
        <source>Markdown, JSON, preview, file</source>
        <translation>Markdown、JSON、预览、存成文件</translation>
    </message>
    <message>
        <source>Mask secrets</source>
        <translation>遮盖敏感信息</translation>
    </message>
    <message numerus="yes">
        <source>Mask secrets (%n)</source>
        <translation>
            <numerusform>遮盖敏感信息（%n 处）</numerusform>
        </translation>
    </message>
    <message>
        <source>Off: copies are unmasked until the next paste, which switches it on</source>
        <translation>关掉后复制出来的是原文，下次粘贴会自动打开</translation>
    </message>
</context>
<context>
    <name>CardParts</name>
    <message>
        <source>Certainty: {0}</source>
        <translation>把握：{0}</translation>
    </message>
    <message>
        <source>Why we think so</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Against: {0}</source>
        <translation>不符：{0}</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么处理</translation>
    </message>
    <message>
        <source>No http://, no port, no path. Subdomains such as oa. are covered.</source>
        <translation>不带 http://，不带端口和路径。oa. 这样的子域名都算在内。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Enter exactly</source>
        <translation>原样填</translation>
    </message>
    <message>
        <source>If that does not help</source>
        <translation>还不行</translation>
    </message>
    <message>
        <source>Both are possible</source>
        <translation>两种都有可能</translation>
    </message>
    <message>
        <source>All of these are possible</source>
        <translation>这几种都有可能</translation>
    </message>
    <message>
        <source>In the manual: {0}</source>
        <translation>手册原文：{0}</translation>
    </message>
    <message>
        <source>If this is it, you will see</source>
        <translation>如果是它，会看到</translation>
    </message>
    <message>
        <source>First: {0}</source>
        <translation>先做：{0}</translation>
    </message>
    <message>
        <source>First</source>
        <translation>先做</translation>
    </message>
    <message>
        <source>Ask the customer this to tell them apart</source>
        <translation>问客户这一句就能分清</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>raw text (masked)</source>
        <translation>原文片段（已遮盖）</translation>
    </message>
    <message>
        <source>raw text</source>
        <translation>原文片段</translation>
    </message>
    <message>
        <source>table of {0}</source>
        <translation>码表 {0}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Seen in the log</source>
        <translation>日志里看到</translation>
    </message>
    <message>
        <source>Repaired while reading</source>
        <translation>读的时候修过</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All evidence with its weight</source>
        <translation>全部依据和分量</translation>
    </message>
    <message>
        <source>Code table</source>
        <translation>码表</translation>
    </message>
    <message>
        <source>bytes {0} to {1}</source>
        <translation>第 {0} 到 {1} 字节</translation>
    </message>
    <message>
        <source>repaired while reading</source>
        <translation>读的时候修过</translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>New case</source>
        <translation>新案例</translation>
    </message>
    <message>
        <source>New case ({0})</source>
        <translation>新案例（{0}）</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open on the diagnose page ({0})</source>
        <translation>在诊断页打开（{0}）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this case ({0})</source>
        <translation>删除这个案例（{0}）</translation>
    </message>
    <message>
        <source>The kept case</source>
        <translation>保留的案例</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>Pasted text, masked</source>
        <translation>原文（已遮盖）</translation>
    </message>
    <message>
        <source>Only the beginning is shown.</source>
        <translation>只显示开头。</translation>
    </message>
</context>
<context>
    <name>CaseShelf</name>
    <message numerus="yes">
        <source>%n kept case(s) could not be read. Set aside in {0}.</source>
        <translation>
            <numerusform>有 %n 个保留的案例读不了，已移到一边：{0}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases cannot be kept ({0}). They hold until the window is closed.</source>
        <translation>案例保存不了（{0}）。关窗口前都还在。</translation>
    </message>
</context>
<context>
    <name>CaseTabs</name>
    <message>
        <source>New case</source>
        <translation>新案例</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>打开的案例</translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation>关闭 {0}</translation>
    </message>
    <message>
        <source>Close this case ({0})</source>
        <translation>关闭这个案例（{0}）</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>往左</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>往右</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Closed {0}. {1} brings it back.</source>
        <translation>已关闭 {0}，按 {1} 找回来。</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新案例</translation>
    </message>
</context>
<context>
    <name>CasesModel</name>
    <message>
        <source>Masked</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>Today {0}</source>
        <translation>今天 {0}</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Search title, verdict and text</source>
        <translation>搜标题、结论和原文</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>搜案例</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
    <message>
        <source>Kept cases</source>
        <translation>保留的案例</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Delete all kept cases</source>
        <translation>删除所有保留的案例</translation>
    </message>
    <message>
        <source>{0} is back.</source>
        <translation>{0} 找回来了。</translation>
    </message>
    <message>
        <source>Deleted {0}. {1} brings it back.</source>
        <translation>已删除 {0}，按 {1} 找回来。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No case holds these words.</source>
        <translation>没有案例含这些词。</translation>
    </message>
    <message>
        <source>No cases yet. What you diagnose is kept here, masked, and opens again later.</source>
        <translation>还没有案例。诊断过的内容会遮盖后留在这里，以后可以再打开。</translation>
    </message>
    <message>
        <source>Cases are not kept. Turn it on in the settings.</source>
        <translation>现在不保留案例，在设置里可以打开。</translation>
    </message>
    <message>
        <source>Delete all kept cases?</source>
        <translation>删除所有保留的案例？</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are deleted for good.</source>
        <translation>
            <numerusform>%n 个案例会彻底删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>All cases were deleted.</source>
        <translation>案例已全部删除。</translation>
    </message>
</context>
<context>
    <name>ChecklistForm</name>
    <message>
        <source>Domain not authorised</source>
        <translation>未授权的域名</translation>
    </message>
    <message>
        <source>Ads on a page (HTTPS)</source>
        <translation>页面出现广告（HTTPS）</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Connect elsewhere, trust a certificate authority of your own</source>
        <translation>连到别处，另外信任一个证书机构</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选文件…</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>选 CA 文件</translation>
    </message>
    <message>
        <source>Address of the page that shows ads or does not open</source>
        <translation>出广告或打不开的页面地址</translation>
    </message>
    <message>
        <source>Failing page, or the authorize link</source>
        <translation>出错页面的地址，或整条授权链接</translation>
    </message>
    <message>
        <source>Address to check</source>
        <translation>要检查的地址</translation>
    </message>
    <message>
        <source>What the back office holds now</source>
        <translation>后台现在填的</translation>
    </message>
    <message>
        <source>Safe domain entered now</source>
        <translation>后台现在填的</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>https 改连</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>主机:端口</translation>
    </message>
    <message>
        <source>For http connect to</source>
        <translation>http 改连</translation>
    </message>
    <message>
        <source>Trusted CA file</source>
        <translation>信任的 CA 文件</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM 文件</translation>
    </message>
    <message>
        <source>Run: Enter or F5</source>
        <translation>按回车或 F5 开始检查</translation>
    </message>
    <message>
        <source>What the back office holds as the safe domain (安全域名). Leave it empty if unknown.</source>
        <translation>轻应用后台 → 安全域名 里现在的内容。不知道就空着。</translation>
    </message>
    <message>
        <source>The connection goes there; name and SNI stay those of the address</source>
        <translation>连接改到这里；主机名和 SNI 还是原来地址的</translation>
    </message>
    <message>
        <source>The same for the http side</source>
        <translation>http 那一侧改连到这里</translation>
    </message>
    <message>
        <source>Its certificates count as trusted in this check</source>
        <translation>这次检查里，文件中的证书算可信</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Run checks</source>
        <translation>开始检查</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止（Esc）</translation>
    </message>
    <message>
        <source>Run (F5)</source>
        <translation>开始检查（F5）</translation>
    </message>
</context>
<context>
    <name>ChecklistIntro</name>
    <message>
        <source>What to enter</source>
        <translation>填什么</translation>
    </message>
    <message>
        <source>Paste the address of the failing page above, or the whole authorize link.</source>
        <translation>在上面贴出错页面的地址，或者整条授权链接。</translation>
    </message>
    <message>
        <source>Beside it, enter what the app&apos;s back office holds as the safe domain (安全域名). Leave it empty if nobody knows.</source>
        <translation>旁边填轻应用后台 → 安全域名 里现在的内容，不知道就空着。</translation>
    </message>
    <message>
        <source>Press Run checks. The steps that no tool can see are left for you to check.</source>
        <translation>按开始检查。工具看不到的几步，看过以后自己选。</translation>
    </message>
    <message>
        <source>Enter the address of the page that shows ads or does not open.</source>
        <translation>填出广告或打不开的页面地址。</translation>
    </message>
    <message>
        <source>Press Run checks. Only then is the server contacted; the grey line says which host and ports.</source>
        <translation>按开始检查，这时才会连服务器；连哪台、哪个端口，灰色那行先写明。</translation>
    </message>
    <message>
        <source>If the server cannot be reached from here, answer the steps by hand.</source>
        <translation>这里连不上服务器的话，每一步也可以自己选。</translation>
    </message>
    <message>
        <source>Keys: F5 runs the checks. In the list, 1 is pass, 2 fail, 3 not sure, 4 skip. F8 goes to the next failed step.</source>
        <translation>按键：F5 开始检查；在左边列表里 1 通过，2 未通过，3 不确定，4 跳过；F8 到下一个没通过的。</translation>
    </message>
</context>
<context>
    <name>ChecklistsPage</name>
    <message>
        <source>Filled in from the diagnosis: {0}</source>
        <translation>已从诊断带过来：{0}</translation>
    </message>
    <message>
        <source>Another address: the answers given before were taken away</source>
        <translation>换了地址，之前选的答案已清空</translation>
    </message>
    <message>
        <source>Checking {0} …</source>
        <translation>正在检查 {0} …</translation>
    </message>
    <message>
        <source>Stopped. What was found so far stays.</source>
        <translation>已停止，查到的都留着。</translation>
    </message>
    <message>
        <source>Steps of the checklist</source>
        <translation>清单的步骤</translation>
    </message>
    <message>
        <source>Not checked: {0}</source>
        <translation>没有检查：{0}</translation>
    </message>
    <message>
        <source>{0} is an address of an inner network or of this machine.</source>
        <translation>{0} 是内网地址，或者就是本机。</translation>
    </message>
    <message>
        <source>Connect only if you meant this one. Nothing was sent so far.</source>
        <translation>确实要查它再连接。到现在还没有向它发送过任何内容。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>The check broke off: {0}. What was found so far stays.</source>
        <translation>检查中断：{0}。查到的都留着。</translation>
    </message>
    <message>
        <source>No step failed</source>
        <translation>没有未通过的步骤</translation>
    </message>
    <message>
        <source>Copied: report for the ticket (masked)</source>
        <translation>已复制工单报告（已遮盖）</translation>
    </message>
    <message>
        <source>Copied: words for the customer (masked)</source>
        <translation>已复制给客户的话（已遮盖）</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>已复制：{0}</translation>
    </message>
</context>
<context>
    <name>CodesDelegate</name>
    <message numerus="yes">
        <source>%n more meaning(s)</source>
        <translation>
            <numerusform>另有 %n 种含义</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodesDetail</name>
    <message>
        <source>Choose a code on the left.</source>
        <translation>在左边选一条。</translation>
    </message>
    <message>
        <source>Copy a sentence</source>
        <translation>复制一句话</translation>
    </message>
    <message>
        <source>A ready sentence for the customer</source>
        <translation>可以直接发给客户的一句话</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>复制整行</translation>
    </message>
    <message>
        <source>Code, title, message, table, who acts, severity</source>
        <translation>码、标题、手册原文、表、谁来处理、级别</translation>
    </message>
    <message>
        <source>Diagnose the whole error</source>
        <translation>贴完整报错去诊断</translation>
    </message>
    <message>
        <source>Paste all you have on the Diagnose page (Ctrl+2)</source>
        <translation>到诊断页贴上手里的全部内容（Ctrl+2）</translation>
    </message>
    <message>
        <source>About this code</source>
        <translation>这个码的说明</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Common causes</source>
        <translation>常见原因</translation>
    </message>
    <message>
        <source>How to look into it</source>
        <translation>怎么查</translation>
    </message>
    <message>
        <source>How to solve it</source>
        <translation>怎么解决</translation>
    </message>
    <message>
        <source>If that does not help</source>
        <translation>还不行</translation>
    </message>
    <message>
        <source>Copy code {0}</source>
        <translation>复制码 {0}</translation>
    </message>
    <message>
        <source>Copy the code (Ctrl+C in the table)</source>
        <translation>复制这个码（在表里按 Ctrl+C）</translation>
    </message>
    <message>
        <source>Open checklist: domain</source>
        <translation>打开清单：未授权的域名</translation>
    </message>
    <message>
        <source>Open checklist: HTTPS</source>
        <translation>打开清单：页面出现广告（HTTPS）</translation>
    </message>
    <message>
        <source>Open checklist</source>
        <translation>打开清单</translation>
    </message>
    <message>
        <source>Easily confused</source>
        <translation>容易混的码</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>已复制：{0}</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>Cannot save {0}: {1}. Try another place.</source>
        <translation>存不了 {0}：{1}。换个位置再试。</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已存成 {0}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>码</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Message in the manual</source>
        <translation>手册原文</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>谁来处理</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Code table</source>
        <translation>码表</translation>
    </message>
    <message>
        <source>What was searched for</source>
        <translation>查到多少条</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>in the manual&apos;s order</source>
        <translation>按手册顺序</translation>
    </message>
    <message>
        <source>sorted by {0}</source>
        <translation>按{0}排序</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制码</translation>
    </message>
    <message>
        <source>Copy a sentence</source>
        <translation>复制一句话</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>复制整行</translation>
    </message>
    <message>
        <source>Diagnose the whole error</source>
        <translation>贴完整报错去诊断</translation>
    </message>
</context>
<context>
    <name>CodesTable</name>
    <message>
        <source>Restore the columns</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copied: {0}</source>
        <translation>已复制：{0}</translation>
    </message>
    <message>
        <source>Copied, not masked</source>
        <translation>已复制（未遮盖）</translation>
    </message>
    <message numerus="yes">
        <source>Copied (%n masked)</source>
        <translation>
            <numerusform>已复制（已遮盖 %n 处）</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Cannot save {0}: {1}. Try another place.</source>
        <translation>存不了 {0}：{1}。换个位置再试。</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已存成 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>已遮盖 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashGuard</name>
    <message>
        <source>Your text is still there. A report without secrets was kept: {0}</source>
        <translation>贴进来的内容还在。已存一份遮盖过的报告：{0}</translation>
    </message>
    <message>
        <source>Something went wrong that nobody foresaw.</source>
        <translation>出了一个没料到的错。</translation>
    </message>
    <message>
        <source>Your text is still there. The report could not be saved, only copied.</source>
        <translation>贴进来的内容还在。报告没能存下来，只能复制。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>DiagnoseWork</name>
    <message>
        <source>This is the last finding.</source>
        <translation>已经是最后一条。</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>已经是第一条。</translation>
    </message>
    <message>
        <source>Show it in the text</source>
        <translation>在原文里看</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a log or response</source>
        <translation>打开日志或返回</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Qingtui Triage</source>
        <translation>轻推排障台</translation>
    </message>
</context>
<context>
    <name>EmptyPane</name>
    <message>
        <source>How to begin</source>
        <translation>怎么开始</translation>
    </message>
    <message>
        <source>Paste the error here</source>
        <translation>把报错贴进来</translation>
    </message>
    <message>
        <source>Responses, logs, chats, links: all of it, as it is. Press {0}, or drop a file here.</source>
        <translation>响应、日志、聊天记录、网址都行，不用整理。按 {0}，或把文件拖进窗口。</translation>
    </message>
    <message>
        <source>The more there is, the surer the answer</source>
        <translation>贴得越全，结论越准</translation>
    </message>
    <message>
        <source>Nothing at hand? Try an example</source>
        <translation>没有现成的？试一个例子</translation>
    </message>
    <message>
        <source>What you paste is read on this computer only and never uploaded. The network is used only once you press Run checks, and the host is named first.</source>
        <translation>贴进来的内容只在这台电脑上处理，不上传。只有按下“开始检查”才联网，先写明连哪台。</translation>
    </message>
    <message>
        <source>The whole response</source>
        <translation>完整的返回</translation>
    </message>
    <message>
        <source>The JSON with errcode and errmsg, best with the path of the call</source>
        <translation>带 errcode 和 errmsg 的那段 JSON，最好连同接口路径</translation>
    </message>
    <message>
        <source>The log around the error</source>
        <translation>报错前后的日志</translation>
    </message>
    <message>
        <source>Thousands of lines are fine: they are grouped, the earliest is named</source>
        <translation>几万行也可以，会自动归组，找出最早的一条</translation>
    </message>
    <message>
        <source>Just a code</source>
        <translation>只有一个码</translation>
    </message>
    <message>
        <source>Works too; with several meanings you get the question to ask</source>
        <translation>也能查；有几种含义时会告诉你该问客户什么</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>the customer&apos;s domain</source>
        <translation>客户的域名</translation>
    </message>
    <message>
        <source>the path of this call</source>
        <translation>这次调用的接口</translation>
    </message>
    <message>
        <source>the parameter in question</source>
        <translation>对应的参数</translation>
    </message>
    <message>
        <source>the host in the error</source>
        <translation>报错里的域名</translation>
    </message>
    <message>
        <source>this code</source>
        <translation>这个码</translation>
    </message>
    <message>
        <source>the app&apos;s appid</source>
        <translation>应用的 appid</translation>
    </message>
    <message>
        <source>the value in use</source>
        <translation>原来的值</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Code, words or pinyin; -word leaves out</source>
        <translation>码、报错里的词、拼音首字母；-词 表示不含</translation>
    </message>
    <message>
        <source>Search the code table</source>
        <translation>查码表</translation>
    </message>
    <message>
        <source>Search (Ctrl+F). Down goes to the table, Esc clears.</source>
        <translation>查找（Ctrl+F）。按 ↓ 进表格，按 Esc 清空。</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>清空（Esc）</translation>
    </message>
    <message>
        <source>All tables</source>
        <translation>全部表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>全部级别</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>谁来处理</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>谁来处理</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>在原文里查找</translation>
    </message>
    <message>
        <source>Enter goes to the next place, Shift+Enter to the one before, Esc closes</source>
        <translation>Enter 到下一处，Shift+Enter 到上一处，Esc 关掉</translation>
    </message>
    <message>
        <source>Finds words in the pasted text; case does not matter. Enter goes to the next place, Shift+Enter to the one before, Esc closes and leaves the place selected.</source>
        <translation>在原文里找字，不分大小写。回车到下一处，Shift+回车到上一处，Esc 关掉，找到的地方还选着。</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>上一处（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
    <message>
        <source>Close ({0})</source>
        <translation>关闭（{0}）</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>没找到</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>No error code found</source>
        <translation>没有找到错误码</translation>
    </message>
    <message>
        <source>The response with errcode would tell more.</source>
        <translation>贴上带 errcode 的那段返回会更准。</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>贴什么更准</translation>
    </message>
    <message>
        <source>The log lines just before and after the error help, too.</source>
        <translation>把报错前后的几行日志一起贴来也有用。</translation>
    </message>
    <message>
        <source>For a picture, type the words you see in it.</source>
        <translation>只有截图时，把图里的文字打出来。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Copy just this value</source>
        <translation>只复制这一串</translation>
    </message>
    <message>
        <source>Copy this question</source>
        <translation>复制这句话</translation>
    </message>
    <message>
        <source>Still reading</source>
        <translation>还在读</translation>
    </message>
    <message>
        <source>Nothing was found so far. What is found appears here by itself.</source>
        <translation>目前还没有找到错误。一找到就会显示在这里。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open checklist: domain</source>
        <translation>打开清单：未授权的域名</translation>
    </message>
    <message>
        <source>Open checklist: HTTPS</source>
        <translation>打开清单：页面出现广告（HTTPS）</translation>
    </message>
    <message numerus="yes">
        <source>%n other meaning(s) possible</source>
        <translation>
            <numerusform>另有 %n 种可能</numerusform>
        </translation>
    </message>
    <message>
        <source>Show {0} in the code table</source>
        <translation>在码表里看 {0}</translation>
    </message>
    <message>
        <source>Nearest codes</source>
        <translation>最接近的码</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 组</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1} places in all</source>
        <translation>{0}，共 {1} 处</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n success(es)</source>
        <translation>
            <numerusform>%n 次成功</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>lines {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between line numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>lines {0} – {1}</source>
        <translation>第 {0} – {1} 行</translation>
    </message>
    <message>
        <source>no error code</source>
        <translation>没有错误码</translation>
    </message>
    <message>
        <source>after {0}</source>
        <translation>跟在 {0} 之后</translation>
    </message>
    <message>
        <source>the earliest, perhaps the cause</source>
        <translation>最早的一条，可能是起因</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>What was noticed while reading</source>
        <translation>读的时候注意到的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>只看问题</translation>
    </message>
    <message>
        <source>Successes only</source>
        <translation>只看成功</translation>
    </message>
    <message>
        <source>Which findings are shown</source>
        <translation>显示哪些发现</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有错误码</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Paste and diagnose, from anywhere outside a text field</source>
        <translation>粘贴并诊断，在输入框以外的任何地方都行</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Nothing selected: copy the ticket, in the table the code</source>
        <translation>没有选中文字时：复制工单；在码表里复制码</translation>
    </message>
    <message>
        <source>Copy the customer reply</source>
        <translation>复制客户回复</translation>
    </message>
    <message>
        <source>Clear the search or the paste (Ctrl+Z brings it back), stop</source>
        <translation>清空查找或原文（Ctrl+Z 找回），停止检查</translation>
    </message>
    <message>
        <source>Search the codes, or find in the text</source>
        <translation>查码表；在别的页是在原文里找</translation>
    </message>
    <message>
        <source>From the search into the table; typing goes back</source>
        <translation>从查找框进表格；接着打字就回到查找框</translation>
    </message>
    <message>
        <source>Open the card or the group</source>
        <translation>打开卡片或分组</translation>
    </message>
    <message>
        <source>New case; Ctrl+W closes it, Ctrl+Shift+T reopens it</source>
        <translation>新案例；Ctrl+W 关闭，Ctrl+Shift+T 找回来</translation>
    </message>
    <message>
        <source>Next case; with Shift the previous one</source>
        <translation>下一个案例；加 Shift 是上一个</translation>
    </message>
    <message>
        <source>Command palette: every command, code and case</source>
        <translation>命令面板：所有命令、码和案例</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一块区域</translation>
    </message>
    <message>
        <source>Save what is shown as a file</source>
        <translation>把当前结果存成文件</translation>
    </message>
    <message>
        <source>Next and previous finding or failed step</source>
        <translation>下一处、上一处发现或没通过的步骤</translation>
    </message>
    <message>
        <source>Next and previous meaning of the same code</source>
        <translation>同一个码的下一种、上一种含义</translation>
    </message>
    <message>
        <source>In the list of findings: close and open a group</source>
        <translation>在发现列表里：收起、展开一组</translation>
    </message>
    <message>
        <source>On the time strip: walk along the bars; Shift widens, Enter chooses, Esc shows all</source>
        <translation>在时间条上：逐格移动；加 Shift 扩大范围，Enter 选定，Esc 看全部</translation>
    </message>
    <message>
        <source>Run the checks; re-run this step</source>
        <translation>开始检查；只重查这一步</translation>
    </message>
    <message>
        <source>In the list of steps: pass, fail, unsure, skip</source>
        <translation>在步骤列表里：通过、未通过、不确定、跳过</translation>
    </message>
    <message>
        <source>In the palette: choose a row; Enter opens it, Esc closes</source>
        <translation>在命令面板里：选一行；Enter 打开，Esc 关掉</translation>
    </message>
    <message>
        <source>Codes, Diagnose, Checklists, Cases</source>
        <translation>码表、诊断、清单、案例</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Larger text; Ctrl+- smaller, Ctrl+0 normal</source>
        <translation>字大一号；Ctrl+- 小一号，Ctrl+0 还原</translation>
    </message>
    <message>
        <source>Help on the focused field</source>
        <translation>当前这一处的帮助</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>这张表</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>Code table: {0} of the manual, {1} added, {2}</source>
        <translation>码表：手册 {0} 条，另补 {1} 条，{2}</translation>
    </message>
    <message>
        <source>Everything you paste is read on this computer.</source>
        <translation>贴进来的内容全部在本机处理，不上传。</translation>
    </message>
    <message>
        <source>Only a checklist that you start connects anywhere.</source>
        <translation>只有点了开始检查的清单才会联网。</translation>
    </message>
    <message>
        <source>MIT licence. Qt and PySide6: LGPL 3. Icons: Tabler, MIT.</source>
        <translation>MIT 许可。Qt 和 PySide6：LGPL 3。图标：Tabler，MIT。</translation>
    </message>
</context>
<context>
    <name>HelpDesk</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>Appendix: return codes</source>
        <translation>附录：返回码</translation>
    </message>
    <message>
        <source>Frequent questions</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>About Qingtui Triage</source>
        <translation>关于轻推排障台</translation>
    </message>
</context>
<context>
    <name>HelpTexts</name>
    <message>
        <source>Says how this step went: passed, failed, not sure or left out, keys 1 to 4 in the list of steps. The same again takes it back; what the tool found itself can be changed, too.</source>
        <translation>说明这一步的结果：通过、未通过、不确定、跳过，在步骤列表里按 1 到 4 也行。再按一次收回；工具自动判断的也可以改。</translation>
    </message>
    <message>
        <source>Each tab is a case with its own text and findings. Left and Right change the tab, Ctrl+Tab goes to the next one, Ctrl+W closes this one, Ctrl+Shift+T brings it back.</source>
        <translation>一个标签页是一个案例，各有自己的原文和发现。← → 换标签页，Ctrl+Tab 到下一个，Ctrl+W 关掉，Ctrl+Shift+T 找回来。</translation>
    </message>
    <message>
        <source>Opens an empty case beside the others (Ctrl+T). Those stay as they are.</source>
        <translation>在旁边开一个空的案例（Ctrl+T），别的不动。</translation>
    </message>
    <message>
        <source>Opens text files: logs, responses, HAR files, saved pages (Ctrl+O). They can also be dropped into the window. A file is read, never changed.</source>
        <translation>打开文字文件：日志、返回、HAR、存下来的网页（Ctrl+O）。也可以直接拖进窗口。只读，不改文件。</translation>
    </message>
    <message>
        <source>Empties the box and puts the findings away (Esc). Ctrl+Z brings both back.</source>
        <translation>清空原文，收起发现（Esc）。Ctrl+Z 都能找回来。</translation>
    </message>
    <message>
        <source>Diagnoses the text below once more. What is pasted is diagnosed by itself, what is typed after a short pause, so this is seldom needed.</source>
        <translation>把下面的原文再诊断一遍。贴进来就会诊断，打字停一下也会，平时用不到它。</translation>
    </message>
    <message>
        <source>Stops the reading (Esc). The text stays in the box.</source>
        <translation>不再读下去（Esc）。原文还在框里。</translation>
    </message>
    <message>
        <source>What could not be read, and why. What was in the box is still there.</source>
        <translation>什么没读成、为什么。框里原来的内容还在。</translation>
    </message>
    <message>
        <source>Paste all that the customer sent, as it is: a response, a log, a chat, a link, or only a code. It is diagnosed at once and stays on this computer. Esc empties the box, Ctrl+Z brings the text back.</source>
        <translation>客户发来什么就贴什么：返回、日志、聊天记录、链接，只有一个码也行。贴完马上诊断，内容不离开这台电脑。Esc 清空，Ctrl+Z 找回来。</translation>
    </message>
    <message>
        <source>Which findings the list shows: all, only problems, or only successes. Up and Down choose.</source>
        <translation>列表里显示哪些发现：全部、只看问题、只看成功。↑ ↓ 选。</translation>
    </message>
    <message>
        <source>What was found, in the order of the text; a problem that comes often is one group. Up and Down choose, Right opens a group, Left closes it, Enter goes to the card, F8 to the next finding.</source>
        <translation>找到的内容，按原文的顺序；同一个问题多次出现合成一组。↑ ↓ 选，→ 展开一组，← 收起，回车到右边的卡片，F8 到下一处。</translation>
    </message>
    <message>
        <source>What was repaired while reading, and what could not be read. Enter on a note with a line number goes to that line of the text.</source>
        <translation>读的时候修补了什么，哪里没读懂。在写着行号的一条上按回车，原文跳到那一行。</translation>
    </message>
    <message>
        <source>The chosen finding, always in this order: what it is, why, what to do, what if that does not help, details. Up and Down scroll, Tab goes through its buttons. The tag at the right of a sentence says where it was read.</source>
        <translation>选中的发现，顺序总是一样：结论、依据、怎么处理、还不行、详情。↑ ↓ 滚动，Tab 走过里面的按钮。句子右边的标签说明出处。</translation>
    </message>
    <message>
        <source>Copies the string to enter, exactly that and nothing around it.</source>
        <translation>只复制要填的那一串，前后不带别的字。</translation>
    </message>
    <message>
        <source>Copies the question to the customer. The answer, pasted below the text, decides which meaning it is.</source>
        <translation>复制要问客户的那一句。把回答贴在原文下面，就能分清是哪种含义。</translation>
    </message>
    <message>
        <source>Copies all findings as a block for the ticket; Ctrl+C does the same while no text is selected. Secrets are masked unless the box at the right is unticked.</source>
        <translation>把全部发现写成一段工单复制下来；没选中文字时按 Ctrl+C 也行。敏感信息会遮盖，除非右边的勾去掉了。</translation>
    </message>
    <message>
        <source>Copies an answer about this finding that can be sent to the customer as it is (Ctrl+Shift+C).</source>
        <translation>复制一段讲这个发现的话，可以直接发给客户（Ctrl+Shift+C）。</translation>
    </message>
    <message>
        <source>Further forms: Markdown, JSON, a preview in which the masks are marked, a file (Ctrl+S). They are always masked. Space opens the menu.</source>
        <translation>别的形式：Markdown、JSON、标出遮盖处的预览、存成文件（Ctrl+S）。这些都会遮盖。空格打开菜单。</translation>
    </message>
    <message>
        <source>While it is ticked, tokens, secrets, phone numbers and the like are masked in what the two buttons copy. Space unticks it; the next paste ticks it again.</source>
        <translation>勾着的时候，两个按钮复制出去的 token、密钥、手机号等都会遮盖。空格去掉勾，下次粘贴又会勾上。</translation>
    </message>
    <message>
        <source>An example to try. Space puts it into the box and diagnoses it.</source>
        <translation>拿来试的例子。按空格，它就进原文框并诊断。</translation>
    </message>
    <message>
        <source>All words must match, in any order. Digits find codes that start with them, -1 is the code -1, letters also find pinyin and its initials, and a word with - before it leaves entries out.</source>
        <translation>几个词要同时符合，先后不论。数字找以它开头的码，-1 就是码 -1；字母也找拼音和拼音首字母；前面加 - 的词表示不含。</translation>
    </message>
    <message>
        <source>Shows the codes of one table only: one of the manual&apos;s, or one that was added to them. The search goes on inside it.</source>
        <translation>只看一张表的码：手册里的表，或者补充的表。查找还是在这里面查。</translation>
    </message>
    <message>
        <source>Shows errors, warnings, hints or successes only. The search goes on inside them.</source>
        <translation>只看错误、警告、提示或者成功。查找还是在这里面查。</translation>
    </message>
    <message>
        <source>Shows only what one side has to act on: developers, admins, users or the platform. The search goes on inside it.</source>
        <translation>只看要某一方处理的：开发者、管理员、使用者、平台。查找还是在这里面查。</translation>
    </message>
    <message>
        <source>Keeps what is typed and chosen here under a name. A file takes all of them to another computer.</source>
        <translation>把这里输入和选中的条件存成一个名称。导出成文件可以带到另一台电脑。</translation>
    </message>
    <message>
        <source>Each row is one meaning of a code. A click on a header sorts, the third click brings the manual&apos;s order back. Ctrl+C copies the code, Alt+Right goes to the next meaning of the same code.</source>
        <translation>一行是一个码的一种含义。点列名排序，点第三下回到手册顺序。Ctrl+C 复制码，Alt+→ 看同一个码的下一种含义。</translation>
    </message>
    <message>
        <source>Nothing matches the search. The links go to the codes that come closest; the whole error tells more than a code alone.</source>
        <translation>没有找到。链接是最接近的码；贴完整的报错，比只有一个码说得清楚。</translation>
    </message>
    <message>
        <source>The tag at the right of a sentence says where it was read. Inferred ones stand in no manual.</source>
        <translation>句子右边的标签说明出处。标着推断的，手册里没有写。</translation>
    </message>
    <message>
        <source>Copies the code alone; in the table Ctrl+C does the same.</source>
        <translation>只复制码；在表里按 Ctrl+C 也行。</translation>
    </message>
    <message>
        <source>Copies a sentence about this code that can be sent to the customer as it is.</source>
        <translation>复制一句讲这个码的话，可以直接发给客户。</translation>
    </message>
    <message>
        <source>Copies the whole row with a tab between the columns, ready for a sheet.</source>
        <translation>复制整行，各列用制表符隔开，能直接贴进表格。</translation>
    </message>
    <message>
        <source>Goes to the Diagnose page. The whole error pasted there tells more than a code alone.</source>
        <translation>转到诊断页。在那里贴完整的报错，比只有一个码说得清楚。</translation>
    </message>
    <message>
        <source>Which list is gone through: domain not authorised, or ads in the page (HTTPS). What was entered and found in the other one stays.</source>
        <translation>选哪份清单：未授权的域名，或者页面出现广告（HTTPS）。另一份里填的和查到的都留着。</translation>
    </message>
    <message>
        <source>The address of the page that fails, or the whole authorize link. Enter or F5 runs the checks.</source>
        <translation>填出问题的页面地址，或者整条授权链接。回车或 F5 开始检查。</translation>
    </message>
    <message>
        <source>What the back office holds as the safe domain. Leave it empty if unknown.</source>
        <translation>轻应用后台 → 安全域名 里现在的内容。不知道就空着。</translation>
    </message>
    <message>
        <source>Shows three more fields: where to connect instead, and a certificate authority to trust. Most checks do without.</source>
        <translation>多出三个字段：改连到哪里，还信任哪家证书机构。一般用不到。</translation>
    </message>
    <message>
        <source>Where the https connection goes instead, as host:port; for one server behind a balancer, say. Name and SNI stay those of the address. Empty: where the address says.</source>
        <translation>https 改连到这里，写成 主机:端口；比如只查负载均衡后面的某一台。主机名和 SNI 还是原来地址的。空着就按地址连。</translation>
    </message>
    <message>
        <source>The same for the http side, as host:port. If only the field before it is filled in, the http steps are left out.</source>
        <translation>http 那一边改连到这里，写成 主机:端口。只填了前一个字段时，http 的步骤不查。</translation>
    </message>
    <message>
        <source>A PEM file. Its certificates count as trusted in this check, for a company&apos;s own authority.</source>
        <translation>填一个 PEM 文件。这次检查里其中的证书算可信，企业自己的证书机构用得到。</translation>
    </message>
    <message>
        <source>Chooses the PEM file for the field before it.</source>
        <translation>给前面的字段选 PEM 文件。</translation>
    </message>
    <message>
        <source>Checks all steps that the tool can check itself (F5). Meanwhile the button stops it (Esc). The line below says beforehand which host is connected to.</source>
        <translation>把工具能自己查的步骤都查一遍（F5）。查的时候再按一下就停（Esc）。下面那一行先写明要连哪台。</translation>
    </message>
    <message>
        <source>The worst that the steps found so far.</source>
        <translation>到现在为止最要紧的一个结果。</translation>
    </message>
    <message>
        <source>Copies the result of all steps for the ticket, masked (Ctrl+C).</source>
        <translation>把各步的结果写成报告复制下来，贴进工单，已遮盖（Ctrl+C）。</translation>
    </message>
    <message>
        <source>Copies words for the customer, or either text in the other language.</source>
        <translation>复制给客户的话，或者复制另一种语言的。</translation>
    </message>
    <message>
        <source>Each row is one step. 1 passes, 2 fails, 3 is not sure, 4 skips; the same key again takes it back. Enter goes to the card, F8 to the next failed step.</source>
        <translation>一行是一步。1 通过，2 未通过，3 不确定，4 跳过，再按一次收回。回车到右边，F8 到下一个没通过的。</translation>
    </message>
    <message>
        <source>The chosen step: how it went, why it matters, what was found, what to do. Up and Down scroll, Tab goes through its buttons.</source>
        <translation>选中的这一步：结果、为什么要查、查到什么、怎么处理。↑ ↓ 滚动，Tab 走过里面的按钮。</translation>
    </message>
    <message>
        <source>Checks this step alone once more (Shift+F5), the others stay. Only for steps that the tool checks itself.</source>
        <translation>只把这一步再查一遍（Shift+F5），别的不动。工具自己能查的步骤才能用。</translation>
    </message>
    <message>
        <source>Finds cases by words of title, verdict and text. Down goes to the list, Esc clears.</source>
        <translation>按标题、结论和原文里的字找案例。↓ 到列表，Esc 清空。</translation>
    </message>
    <message>
        <source>Deletes all kept cases for good. It asks first.</source>
        <translation>删掉留着的全部案例，找不回来。删之前会问一次。</translation>
    </message>
    <message>
        <source>What was diagnosed before, masked, the newest first. Enter opens a case on the Diagnose page, Del deletes it, Ctrl+Z brings it back.</source>
        <translation>以前诊断过的，已遮盖，新的在前。回车在诊断页打开，Del 删掉，Ctrl+Z 找回来。</translation>
    </message>
    <message>
        <source>The chosen case: verdict and masked text. Up and Down scroll.</source>
        <translation>选中的案例：结论和遮盖过的原文。↑ ↓ 滚动。</translation>
    </message>
    <message>
        <source>Opens this case in a tab of the Diagnose page (Enter in the list).</source>
        <translation>在诊断页的标签页里打开这个案例（列表里按回车）。</translation>
    </message>
    <message>
        <source>Deletes this case (Del in the list). Ctrl+Z brings it back.</source>
        <translation>删掉这个案例（列表里按 Del）。Ctrl+Z 找回来。</translation>
    </message>
    <message>
        <source>Every change acts at once and is kept. Tab goes through the settings.</source>
        <translation>改了马上生效，也会记住。Tab 走过各项设置。</translation>
    </message>
    <message>
        <source>The language of window, cards and copies. It changes at once.</source>
        <translation>窗口、卡片和复制出去的文字用的语言，马上就换。</translation>
    </message>
    <message>
        <source>Light, dark, or as the system has it, also when that changes.</source>
        <translation>浅色、深色，或者跟着系统变。</translation>
    </message>
    <message>
        <source>How large everything is, 90 to 200 %. Anywhere Ctrl+= makes it larger, Ctrl+- smaller, Ctrl+0 normal.</source>
        <translation>字和控件的大小，90 到 200 %。在哪里都能按 Ctrl+= 放大、Ctrl+- 缩小、Ctrl+0 复原。</translation>
    </message>
    <message>
        <source>Language and theme as the system has them, text size 100 %.</source>
        <translation>语言和主题跟系统，字号 100 %。</translation>
    </message>
    <message>
        <source>Masks ids of people, too, in results, copies and files. The example below shows it.</source>
        <translation>结果、复制和文件里，人员的 id 也遮盖。下面的例子看得到效果。</translation>
    </message>
    <message>
        <source>Masks addresses inside the company, too, in results, copies and files. The example below shows it.</source>
        <translation>结果、复制和文件里，公司内网的地址也遮盖。下面的例子看得到效果。</translation>
    </message>
    <message>
        <source>Masks only what is always masked: secrets, phone numbers, mail.</source>
        <translation>只遮盖一定会遮盖的：密钥、手机号、邮箱这些。</translation>
    </message>
    <message>
        <source>How long a step of a live check waits for an answer. The whole check takes at most three times as long.</source>
        <translation>联网检查时每一步最多等多久。整个检查最多是它的三倍。</translation>
    </message>
    <message>
        <source>Back to 10 seconds a step.</source>
        <translation>回到每步 10 秒。</translation>
    </message>
    <message>
        <source>Tabs and cases are there again after a restart. Only masked text is written to the disk.</source>
        <translation>重开程序后标签页和案例还在。存下来的只有遮盖过的文字。</translation>
    </message>
    <message>
        <source>Cases are kept again.</source>
        <translation>重新留着案例。</translation>
    </message>
    <message>
        <source>Opens the folder that holds the kept cases and crash reports.</source>
        <translation>打开放案例和出错报告的文件夹。</translation>
    </message>
    <message>
        <source>Deletes kept cases and crash reports. It asks first; settings stay.</source>
        <translation>删掉案例和出错报告，删之前会问一次，设置不动。</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>A text to read and copy beside the work. Esc closes it.</source>
        <translation>放在旁边看的文字，可以复制。Esc 关掉。</translation>
    </message>
    <message>
        <source>Verbatim from the manual</source>
        <translation>手册原文</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>This was a web page; only its words were taken.</source>
        <translation>剪贴板里是网页，只取了里面的文字。</translation>
    </message>
    <message>
        <source>This is a picture. Type the words you see in it.</source>
        <translation>这是图片，请贴文字。</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>剪贴板里没有文字。</translation>
    </message>
    <message>
        <source>Stopped. The text is still there.</source>
        <translation>已停止，原文还在。</translation>
    </message>
    <message>
        <source>{0}. Nothing was changed; try another one.</source>
        <translation>{0}。内容没有变，换一个再试。</translation>
    </message>
    <message>
        <source>This could not be diagnosed ({0}). The text is still there.</source>
        <translation>诊断没有做成（{0}）。原文还在。</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>{0} ({1})</source>
        <comment>words and their keys</comment>
        <translation>{0}（{1}）</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Qingtui Triage</source>
        <translation>轻推排障台</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Open file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste and diagnose</source>
        <translation>粘贴并诊断(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation>新案例(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Close this case</source>
        <translation>关闭这个案例(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reopen the closed case</source>
        <translation>找回关闭的案例(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Copy for ticket</source>
        <translation>复制工单(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the customer &amp;reply</source>
        <translation>复制客户回复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next finding or failed step</source>
        <translation>下一处发现或没通过的步骤(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous finding or failed step</source>
        <translation>上一处发现或没通过的步骤(&amp;P)</translation>
    </message>
    <message>
        <source>Co&amp;mmand palette</source>
        <translation>命令面板(&amp;M)</translation>
    </message>
    <message>
        <source>Next &amp;case</source>
        <translation>下一个案例(&amp;C)</translation>
    </message>
    <message>
        <source>Previous c&amp;ase</source>
        <translation>上一个案例(&amp;A)</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>下一块区域(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Run checks</source>
        <translation>开始检查(&amp;R)</translation>
    </message>
    <message>
        <source>Re-run &amp;this step</source>
        <translation>重查这一步(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help on this field</source>
        <translation>本处帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>快捷键一览(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Appendix of the manual, verbatim</source>
        <translation>手册附录原文(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;FAQ of the manual, verbatim</source>
        <translation>常见问题原文(&amp;F)</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>关于(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Copy the code</source>
        <translation>复制码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>字号(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Follow the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>大一号(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>小一号(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>还原(&amp;N)</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>This list does not use the network</source>
        <translation>这份清单不联网</translation>
    </message>
    <message>
        <source>no login data, at most {0} s per request</source>
        <translation>不带登录信息，每步最多 {0} 秒</translation>
    </message>
    <message>
        <source>Connects only to the address you enter, and only after Run checks</source>
        <translation>只连接填的地址，按开始检查才连</translation>
    </message>
    <message>
        <source>{0}; {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>Connects only to {0}, ports {1} and {2}</source>
        <translation>只连接 {0} 的 {1} 和 {2} 端口</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} 和 {1}</translation>
    </message>
    <message>
        <source>Connects only to {0}, in the name of {1}</source>
        <translation>只连接 {0}，当作 {1}</translation>
    </message>
    <message>
        <source>The fields were changed. Below are the results for {0}; run the checks again.</source>
        <translation>填的内容改过了，下面还是 {0} 的结果，按开始检查重查。</translation>
    </message>
    <message>
        <source>{0} Below are still the results for {1}.</source>
        <translation>{0} 下面还是 {1} 的结果。</translation>
    </message>
    <message>
        <source>Enter the address of the page first, for example https://oa.example.com</source>
        <translation>先填页面地址，例如 https://oa.example.com</translation>
    </message>
    <message>
        <source>Enter the address of the failing page first, or what the back office holds now</source>
        <translation>先填出错页面的地址，或者后台现在填的安全域名</translation>
    </message>
    <message>
        <source>Write {0} as host:port, for example 127.0.0.1:8443</source>
        <translation>{0} 要写成 主机:端口，例如 127.0.0.1:8443</translation>
    </message>
    <message>
        <source>{0} is no web address that can be checked</source>
        <translation>{0} 不是能检查的网址</translation>
    </message>
    <message>
        <source>This checklist cannot be read; install the program again</source>
        <translation>这份清单读不出来，重新安装程序</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>There is no {0}.</source>
        <translation>没有 {0}。</translation>
    </message>
    <message>
        <source>Nothing passes these filters.</source>
        <translation>这样筛选一条也没有。</translation>
    </message>
    <message>
        <source>Paste the whole error instead</source>
        <translation>贴完整报错去诊断</translation>
    </message>
    <message>
        <source>Nearest:</source>
        <translation>最接近的：</translation>
    </message>
    <message>
        <source>Nothing in the table comes close. The whole error tells more.</source>
        <translation>码表里没有相近的。贴完整报错会更准。</translation>
    </message>
    <message>
        <source>Take the filters away</source>
        <translation>去掉筛选</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with {0} are hidden by the filters.</source>
        <translation>
            <numerusform>筛选里没有 {0}，别处有 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>The best of them:</source>
        <translation>最接近的：</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Search commands, codes and cases</source>
        <translation>搜命令、码和案例</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter opens, Esc closes ({0})</source>
        <translation>上下键选，回车打开，Esc 关闭（{0}）</translation>
    </message>
    <message>
        <source>Finds every command of the menus, every code and every kept case; all words must match. Up and Down choose, Enter opens, Esc closes.</source>
        <translation>菜单里的命令、所有的码、留着的案例都能找；几个词要同时符合。↑ ↓ 选，回车打开，Esc 关掉。</translation>
    </message>
    <message>
        <source>Commands, codes and cases</source>
        <translation>命令、码和案例</translation>
    </message>
    <message>
        <source>Nothing holds all these words.</source>
        <translation>命令、码和案例里都没有这些词。</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>code</source>
        <translation>码</translation>
    </message>
    <message>
        <source>case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>现在不能用</translation>
    </message>
</context>
<context>
    <name>PastePane</name>
    <message>
        <source>Pasted text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a log or response</source>
        <translation>打开日志或返回</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the box; Ctrl+Z brings the text back</source>
        <translation>清空原文，Ctrl+Z 能找回来</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Diagnose the text below once more</source>
        <translation>把下面的原文再诊断一次</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Only the beginning is shown; the diagnosis covers all of it.</source>
        <translation>只显示开头，诊断用的是全部。</translation>
    </message>
    <message>
        <source>Press {0} anywhere in the window</source>
        <translation>在窗口任何地方按 {0}</translation>
    </message>
    <message>
        <source>What the customer sent; it is diagnosed as soon as it is pasted.</source>
        <translation>客户发来的内容，贴进来就会诊断。</translation>
    </message>
    <message>
        <source>How the text was read</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>Opening the file …</source>
        <translation>正在打开文件 …</translation>
    </message>
    <message>
        <source>Reading {0} MB …</source>
        <translation>正在读 {0} MB …</translation>
    </message>
    <message>
        <source>Reading {0} KB …</source>
        <translation>正在读 {0} KB …</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview with masks</source>
        <translation>预览（遮盖处已标出）</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Customer reply</source>
        <translation>客户回复</translation>
    </message>
    <message>
        <source>Form of the text</source>
        <translation>哪种文字</translation>
    </message>
    <message>
        <source>What is copied</source>
        <translation>会复制的内容</translation>
    </message>
    <message>
        <source>What would be copied, in the form chosen above, with every mask marked. It can be read only; Esc closes it.</source>
        <translation>要复制的内容，形式在上面选，遮盖的地方都标出来了。只能看，不能改；Esc 关掉。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing had to be masked.</source>
        <translation>没有需要遮盖的。</translation>
    </message>
    <message>
        <source>Nothing is masked in this text (in the pasted text: {0})</source>
        <translation>这段文字里没有遮盖处（原文共遮盖 {0} 处）</translation>
    </message>
    <message>
        <source>Masked: {0}</source>
        <translation>遮盖 {0} 处</translation>
    </message>
    <message>
        <source>Masked in this text: {1} (in the pasted text: {0})</source>
        <translation>这段文字里遮盖 {1} 处（原文共遮盖 {0} 处）</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>What the server really sent</source>
        <translation>服务器实际发来的</translation>
    </message>
    <message>
        <source>Server certificate, issued by {0}</source>
        <translation>服务器证书，签发者 {0}</translation>
    </message>
    <message>
        <source>Server certificate</source>
        <translation>服务器证书</translation>
    </message>
    <message>
        <source>Intermediate, issued by {0}</source>
        <translation>中间证书，签发者 {0}</translation>
    </message>
    <message>
        <source>Intermediate; the server should send it along</source>
        <translation>中间证书，服务器应当一起发</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>根证书</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>没有发送</translation>
    </message>
    <message>
        <source>Trusted here</source>
        <translation>本机信任</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>用不到</translation>
    </message>
    <message>
        <source>Not trusted here</source>
        <translation>本机不信任</translation>
    </message>
    <message>
        <source>Sent, trusted here</source>
        <translation>已发送，本机信任</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公网</translation>
    </message>
    <message>
        <source>Inner network</source>
        <translation>内网</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>保留地址</translation>
    </message>
    <message>
        <source>Addresses of the name</source>
        <translation>解析到的地址</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝连接</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>被断开</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>到不了</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>连上了</translation>
    </message>
    <message>
        <source>Connections tried</source>
        <translation>试过的连接</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>Cannot be tested here</source>
        <translation>这里测不了</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有回应</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>协议版本</translation>
    </message>
    <message>
        <source>Covers this address</source>
        <translation>覆盖这个地址</translation>
    </message>
    <message>
        <source>Common name only</source>
        <translation>只有 CN</translation>
    </message>
    <message>
        <source>Names in the certificate</source>
        <translation>证书里的域名</translation>
    </message>
    <message>
        <source>Keys and signatures</source>
        <translation>密钥和签名</translation>
    </message>
    <message>
        <source>A loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Too many hops</source>
        <translation>跳转太多</translation>
    </message>
    <message>
        <source>Leads nowhere</source>
        <translation>没有去处</translation>
    </message>
    <message>
        <source>Not followed</source>
        <translation>没有跟过去</translation>
    </message>
    <message>
        <source>Stays on http</source>
        <translation>没有转到 https</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>Header as sent</source>
        <translation>收到的响应头</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>拦截</translation>
    </message>
    <message>
        <source>Turned into https</source>
        <translation>自动换成 https</translation>
    </message>
    <message>
        <source>Warns before sending</source>
        <translation>提交前警告</translation>
    </message>
    <message>
        <source>Leaves https</source>
        <translation>离开 https</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>能用</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>不能用</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>没有试</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>What browsers do</source>
        <translation>浏览器怎么处理</translation>
    </message>
    <message>
        <source>Does https work?</source>
        <translation>换成 https 能不能用</translation>
    </message>
    <message>
        <source>Loaded over http</source>
        <translation>走 http 的内容</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>第 {0} 行</translation>
    </message>
    <message>
        <source>Only in the copy that came over http</source>
        <translation>只在 http 那份里有的</translation>
    </message>
    <message>
        <source>The server never receives what is struck out: #{0}</source>
        <translation>划掉的部分服务器收不到：#{0}</translation>
    </message>
    <message>
        <source>The server receives all of it.</source>
        <translation>服务器能收到全部。</translation>
    </message>
    <message>
        <source>The link taken apart</source>
        <translation>链接拆开看</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Codes</source>
        <translation>码表</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Goes to a page; each keeps what is in it. Space opens it, Ctrl+1 to Ctrl+4 and Ctrl+, do so from anywhere.</source>
        <translation>换页面，各页的内容都留着。空格打开；在哪里都能按 Ctrl+1 到 Ctrl+4 和 Ctrl+,。</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Only the beginning was read. {0}</source>
        <translation>只读了开头。{0}</translation>
    </message>
    <message>
        <source>Diagnosed {0} lines in {1} ms</source>
        <translation>已诊断 {0} 行，用时 {1} 毫秒</translation>
    </message>
    <message>
        <source>Diagnosed in {0} ms</source>
        <translation>已诊断，用时 {0} 毫秒</translation>
    </message>
    <message>
        <source>The beginning alone, the rest is still being read. {0}</source>
        <translation>先看开头，其余还在读。{0}</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>50002 Domain not authorised</source>
        <translation>50002 未授权的域名</translation>
    </message>
    <message>
        <source>Chat text with an authorize link</source>
        <translation>聊天文字加授权链接</translation>
    </message>
    <message>
        <source>42001 again and again</source>
        <translation>42001 反复出现</translation>
    </message>
    <message>
        <source>Java log, 213 times</source>
        <translation>Java 日志，213 次</translation>
    </message>
    <message>
        <source>45002, only a number</source>
        <translation>45002 只有一个数字</translation>
    </message>
    <message>
        <source>How two meanings are told apart</source>
        <translation>两种含义怎么分</translation>
    </message>
    <message>
        <source>Incomplete certificate chain</source>
        <translation>证书链不完整</translation>
    </message>
    <message>
        <source>PKIX path building failed</source>
        <translation>PKIX path building failed</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Cannot read the saved filters: {0}.</source>
        <translation>存好的筛选读不出来：{0}。</translation>
    </message>
    <message>
        <source>The file of saved filters was damaged. It was kept as {0}; what can be used is still here.</source>
        <translation>存筛选的文件坏了，已另存为 {0}，能用的筛选还在。</translation>
    </message>
    <message>
        <source>No filter saved yet</source>
        <translation>还没有存过筛选</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>保存当前筛选…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export all to a file…</source>
        <translation>全部导出成文件…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>保存当前筛选</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>筛选的名称</translation>
    </message>
    <message numerus="yes">
        <source>There are %n saved filters, no more fit.</source>
        <translation>
            <numerusform>已经有 %n 个筛选，存不下更多了。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace {0}?</source>
        <translation>替换 {0}？</translation>
    </message>
    <message>
        <source>There is a filter of this name.</source>
        <translation>已经有一个同名的筛选。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Saved the filter {0}</source>
        <translation>已保存筛选 {0}</translation>
    </message>
    <message>
        <source>Deleted the filter {0}</source>
        <translation>已删除筛选 {0}</translation>
    </message>
    <message>
        <source>Cannot save the filters: {0}.</source>
        <translation>筛选存不下来：{0}。</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已存为 {0}</translation>
    </message>
    <message>
        <source>Import saved filters</source>
        <translation>导入筛选</translation>
    </message>
    <message>
        <source>Cannot read the file: {0}.</source>
        <translation>文件读不出来：{0}。</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n filter(s)</source>
        <translation>
            <numerusform>已导入 %n 个筛选</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>存好的筛选</translation>
    </message>
    <message>
        <source>Saved filters: choose, save, delete, export, import</source>
        <translation>存好的筛选：选用、保存、删除、导出、导入</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Nothing was imported from {0}: {1}.</source>
        <translation>没有从 {0} 导入任何筛选：{1}。</translation>
    </message>
    <message>
        <source>it is no file of saved filters</source>
        <translation>这不是筛选文件</translation>
    </message>
    <message>
        <source>it is of another version ({0})</source>
        <translation>版本不对（{0}）</translation>
    </message>
    <message>
        <source>{0} filters are too many</source>
        <translation>{0} 个筛选太多了</translation>
    </message>
    <message>
        <source>it is no filter</source>
        <translation>这不是筛选</translation>
    </message>
    <message>
        <source>the name is missing or too long</source>
        <translation>没有名称或名称太长</translation>
    </message>
    <message>
        <source>the name {0} is there twice</source>
        <translation>名称 {0} 重复了</translation>
    </message>
    <message>
        <source>the words are no text or too long</source>
        <translation>搜索词不是文字或太长</translation>
    </message>
    <message>
        <source>there is no table {0}</source>
        <translation>没有 {0} 这张表</translation>
    </message>
    <message>
        <source>there is no severity {0}</source>
        <translation>没有 {0} 这个级别</translation>
    </message>
    <message>
        <source>nobody is called {0} who could act</source>
        <translation>处理人里没有 {0}</translation>
    </message>
    <message>
        <source>filter {0}: {1}</source>
        <translation>第 {0} 个：{1}</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>without {0}</source>
        <translation>不含 {0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>the code {0}</source>
        <translation>码 {0}</translation>
    </message>
    <message>
        <source>codes starting with {0}</source>
        <translation>码以 {0} 开头</translation>
    </message>
    <message>
        <source>pinyin {0}</source>
        <translation>拼音 {0}</translation>
    </message>
    <message>
        <source>containing {0}</source>
        <translation>含 {0}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Also mask people&apos;s IDs (openid, user_id …)</source>
        <translation>人员 id 也遮盖（openid、user_id 等）</translation>
    </message>
    <message>
        <source>Also mask internal addresses (10.x, 192.168.x …)</source>
        <translation>内网地址也遮盖（10.x、192.168.x 等）</translation>
    </message>
    <message>
        <source>Tokens, secrets, passwords, mobile numbers and e-mail are always masked.</source>
        <translation>token、密钥、密码、手机号、邮箱总是遮盖。</translation>
    </message>
    <message>
        <source>Time limit per step</source>
        <translation>每步最多</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Keep cases for the next start (masked)</source>
        <translation>保留案例，下次打开还在（已遮盖）</translation>
    </message>
    <message>
        <source>Clear data</source>
        <translation>清除数据</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Masking</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Live checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>As pasted</source>
        <translation>贴进来的</translation>
    </message>
    <message>
        <source>In copies and files</source>
        <translation>复制和存出去的</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Restore defaults: {0}</source>
        <translation>恢复默认：{0}</translation>
    </message>
    <message>
        <source>Same as system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>Cannot open {0}.</source>
        <translation>打不开 {0}。</translation>
    </message>
    <message>
        <source>Clear everything the program keeps?</source>
        <translation>清除程序存下的全部内容？</translation>
    </message>
    <message>
        <source>Kept cases and crash reports in {0} are deleted. Settings stay.</source>
        <translation>{0} 里的案例和出错报告会删掉，设置保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be deleted.</source>
        <translation>
            <numerusform>有 %n 个文件删不掉。</numerusform>
        </translation>
    </message>
    <message>
        <source>The data was cleared.</source>
        <translation>数据已清除。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Everything stays on this computer</source>
        <translation>全部在本机处理，不上传</translation>
    </message>
    <message>
        <source>Connecting to {0}</source>
        <translation>正在连接 {0}</translation>
    </message>
    <message>
        <source>What you paste is read on this computer. Only a checklist you start connects.</source>
        <translation>贴进来的内容只在本机处理。只有点了开始检查的清单才会联网。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>码表 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepDetail</name>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Mark as passed (1 in the list)</source>
        <translation>标为通过（列表里按 1）</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Mark as failed (2 in the list)</source>
        <translation>标为未通过（列表里按 2）</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Mark as not sure (3 in the list)</source>
        <translation>标为不确定（列表里按 3）</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Leave this step out (4 in the list)</source>
        <translation>跳过这一步（列表里按 4）</translation>
    </message>
    <message>
        <source>Re-run this step</source>
        <translation>重查这一步</translation>
    </message>
    <message>
        <source>Check this step again, the others stay (Shift+F5)</source>
        <translation>只重查这一步，其他的不动（Shift+F5）</translation>
    </message>
    <message>
        <source>About this step</source>
        <translation>这一步的说明</translation>
    </message>
    <message>
        <source>An earlier step failed, so this result is for reference only.</source>
        <translation>前一步没通过，结果只供参考。</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>No. {0}</source>
        <translation>编号 {0}</translation>
    </message>
    <message>
        <source>Quote this number on the phone</source>
        <translation>电话里报这个编号</translation>
    </message>
    <message>
        <source>How to check</source>
        <translation>怎么自己看</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么处理</translation>
    </message>
    <message>
        <source>Safe domain (安全域名)</source>
        <translation>安全域名 填</translation>
    </message>
    <message>
        <source>No http://, no port, no path.</source>
        <translation>不带 http://，不带端口和路径。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>接着看：{0}</translation>
    </message>
    <message>
        <source>Automatic; you can change it</source>
        <translation>自动判断，可以改</translation>
    </message>
    <message>
        <source>Your answer; press again to take it back</source>
        <translation>你选的，再按一次收回</translation>
    </message>
    <message>
        <source>Automatic: {0}; you can change it</source>
        <translation>自动判断：{0}，可以改</translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation>看过以后选一个</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>也可以自己选</translation>
    </message>
</context>
<context>
    <name>StepFacts</name>
    <message>
        <source>Enter {0}</source>
        <translation>填 {0}</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> 另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Port {0}, {1} ms</source>
        <translation>{0} 端口，{1} 毫秒</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} covers this name</source>
        <translation>{0} 覆盖这个域名</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeStrip</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 处错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n 处其他</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n success(es)</source>
        <translation>
            <numerusform>%n 处成功</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>When the findings happened</source>
        <translation>发现的时间分布</translation>
    </message>
    <message>
        <source>Each bar is a piece of time, its height says how many findings. A click or a drag shows only that time below, Esc shows all again. Left and Right walk along the bars, with Shift they widen the range, Enter chooses.</source>
        <translation>一根柱子是一段时间，越高发现越多。点一下或拖一段，下面只列这段时间的，Esc 恢复全部。左右键在柱子间走，按住 Shift 扩大范围，回车选定。</translation>
    </message>
    <message>
        <source>Shown: {0}</source>
        <translation>只列：{0}</translation>
    </message>
    <message>
        <source>Here: {0}</source>
        <translation>当前：{0}</translation>
    </message>
</context>
<context>
    <name>VerdictBand</name>
    <message>
        <source>Not checked yet</source>
        <translation>还没有检查</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>All steps as text for the ticket, masked (Ctrl+C)</source>
        <translation>全部步骤，贴进工单用，已遮盖（Ctrl+C）</translation>
    </message>
    <message>
        <source>More to copy</source>
        <translation>更多复制</translation>
    </message>
    <message>
        <source>For the customer (Ctrl+Shift+C), or in the other language</source>
        <translation>给客户的话（Ctrl+Shift+C），或者英文的</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Copy for the customer</source>
        <translation>复制客户回复</translation>
    </message>
    <message>
        <source>Copy report in Chinese</source>
        <translation>复制报告（英文）</translation>
    </message>
    <message>
        <source>Copy for the customer in Chinese</source>
        <translation>复制客户回复（英文）</translation>
    </message>
    <message>
        <source>No. {0}</source>
        <translation>编号 {0}</translation>
    </message>
    <message>
        <source>%v / %m steps</source>
        <translation>%v / %m 步</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>Cannot tell yet</source>
        <translation>还分不出</translation>
    </message>
    <message>
        <source>From the platform</source>
        <translation>由平台返回</translation>
    </message>
    <message>
        <source>Customer&apos;s own program</source>
        <translation>客户自己的程序</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Another platform</source>
        <translation>别的平台</translation>
    </message>
    <message>
        <source>Origin unknown</source>
        <translation>来源不明</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>For the developer</source>
        <translation>开发者处理</translation>
    </message>
    <message>
        <source>For the admin</source>
        <translation>管理员处理</translation>
    </message>
    <message>
        <source>For the user</source>
        <translation>使用者处理</translation>
    </message>
    <message>
        <source>For Qingtui support</source>
        <translation>轻推支持处理</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>You check</source>
        <translation>要你看</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在查</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>全局返回码</translation>
    </message>
    <message>
        <source>Common</source>
        <translation>通用码</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数检查</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>应用与凭证</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>组织机构</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>From the platform&apos;s manual</source>
        <translation>平台手册里写着</translation>
    </message>
    <message>
        <source>Read in the official SDK&apos;s code</source>
        <translation>在官方 SDK 的代码里读到</translation>
    </message>
    <message>
        <source>Read in third-party client code</source>
        <translation>在第三方客户端的代码里读到</translation>
    </message>
    <message>
        <source>Common network knowledge</source>
        <translation>网络常识</translation>
    </message>
    <message>
        <source>Our conclusion; documented nowhere</source>
        <translation>我们的推断，手册里没有写</translation>
    </message>
</context>
</TS>
