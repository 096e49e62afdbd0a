/**
 * Hostile texts, one of each class that has ever broken a page. Wherever somebody can put a text in,
 * each has to come out as the very characters, and none of them may run: each that could, calls
 * `pwned()`, which nobody defines, and asks with `alert`.
 */
export const payloads: Readonly<Record<string, string>> = {
  'script element': '<script>alert(1);pwned()</script>',
  'script element in pieces': '<scr<script>ipt>alert(1)</scr</script>ipt>',
  'event handler': '<img src=x onerror=alert(1)>',
  'event handler without blanks': '<svg/onload=alert(1)>',
  'handler that runs by itself': '<details open ontoggle=alert(1)>x</details>',
  'javascript address': 'javascript:alert(1)//',
  'javascript address in a link': '<a href="jav&#x09;ascript:alert(1)" autofocus>x</a>',
  'data address': 'data:text/html,<script>alert(1)</script>',
  frame: '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  'SVG with a script': '<svg><script>alert(1)</script><animate onbegin=alert(1) /></svg>',
  MathML:
    '<math><mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></mtext></math>',
  'style element': '<style>*{display:none}</style>',
  'base and meta':
    '<base href="//elsewhere.test/"><meta http-equiv=refresh content="0;//elsewhere.test/">',
  form: '<form action="//elsewhere.test/"><button>x</button></form>',
  'out of an attribute': '"><img src=x onerror=alert(1)><"',
  'out of a single-quoted attribute': "' onfocus='alert(1)' autofocus='",
  'out of a title': '</title><img src=x onerror=alert(1)>',
  'out of a text area': '</textarea><img src=x onerror=alert(1)>',
  'out of a script': '</script><script>alert(1)</script>',
  'out of a noscript': '</noscript><img src=x onerror=alert(1)>',
  'out of a comment': '--><img src=x onerror=alert(1)><!--',
  'out of a template': '</template><img src=x onerror=alert(1)>',
  'out of JSON': '"}],"x":[{"__proto__":{"a":1}}]<!--<script>',
  'template braces': '{{constructor.constructor("alert(1)")()}}',
  'template literal': `\${alert(1)}<%= alert(1) %>#{alert(1)}`,
  'JSX expression': '{alert(1)}{globalThis.pwned()}',
  entities: '&lt;img src=x onerror=alert(1)&gt;&amp;&#60;b&#62;',
  'encoded twice': '%253Cscript%253Ealert(1)%253C/script%253E&amp;lt;b&amp;gt;',
  'a slot inside': '〔material-list〕〔<b>〕',
  Markdown: '[x](javascript:alert(1)) ![x](//elsewhere.test/x.png) `</code><b>`',
  'written from right to left': '\u202e<b>gnp.exe\u202c\u2066\u200f',
  'characters without a width': '<\u200bscript\u200d>\ufeffalert(1)',
  'half a character': 'a\ud800b\udc00<b>',
  'full-width brackets': '＜script＞alert(1)＜/script＞',
  'name of a prototype': '__proto__',
  'name of a constructor': 'constructor.prototype',
  'name that is inherited': 'toString',
  'very long': `<b>${'长'.repeat(5000)}</b>`,
  'many combining marks': `<b>e${'\u0301'.repeat(300)}</b>`,
  'control characters': '<b>\u0001\u0007\u001b[31m\u007f</b>',
  'null bytes': '<scr\0ipt>alert(1)</scr\0ipt>',
  'line ends': '<b>\u2028alert(1)\u2029\u0085</b>',
};

export const payloadTexts: readonly string[] = Object.values(payloads);
