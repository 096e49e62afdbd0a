import { type AuthorError, error, notice } from './author-error.ts';
import { lintErrors } from './lint/errors.ts';

/**
 * Every mistake that `npm run check` can name: what is wrong, and what to write instead, said to a
 * trainer. The id is the heading in docs/authoring.md that explains it.
 */

/** “是不是想写 x？” where a near name is known, nothing otherwise. */
const perhaps = (nearest: string | undefined) => (nearest ? `是不是想写 ${nearest}？` : '');
const list = (names: readonly string[]) => names.join('、');
/** A field's name with a space where it ends in Latin letters: `passMark `, `aliases 第1项`. */
const word = (field: string) => (/[a-z]$/i.test(field) ? `${field} ` : field);
/** `模块 attitude 的 passMark ` or `这个文件的内容`. */
const part = (subject: string, field: string) =>
  `${subject}的${/^[a-z]/i.test(field) ? ' ' : ''}${word(field)}`;

export const errors = {
  // Files
  'missing-file': error<{ name: string; start: string }>(
    ({ name }) => `这个文件夹里缺少 ${name}。`,
    ({ name, start }) => `请补上 ${name}，${start}。`,
  ),
  'unknown-file': error<{ name: string; nearest: string | undefined }>(
    ({ name }) => `不认识文件 ${name}，它不会出现在课里。`,
    ({ nearest }) => `${perhaps(nearest)}请改名，或者移到 src/content 外面。`,
  ),
  'empty-file': error<{ start: string }>(
    () => '这个文件是空的。',
    ({ start }) => `请写上内容，${start}；不要了就删掉文件。`,
  ),
  'not-utf8': error(
    () => '这个文件不是 UTF-8 编码，中文读出来是乱码。',
    () => '请在编辑器里选“另存为”，编码选 UTF-8。',
  ),
  'byte-order-mark': error(
    () => '文件开头有看不见的 BOM 标记。',
    () => '请在编辑器里选“另存为”，编码选 UTF-8（不是“带 BOM 的 UTF-8”）。',
  ),

  // YAML as such
  'yaml-tab': error(
    () => '这一行用了 Tab 键缩进。',
    () => '请换成空格，每一层两个。',
  ),
  'yaml-full-width-colon': error<{ written: string }>(
    ({ written }) => `“${written}”用了中文冒号，这一行没有被认作字段。`,
    ({ written }) => `请换成英文冒号，后面空一格：${written.replace('：', ': ')}…`,
  ),
  'yaml-duplicate-field': error<{ field: string }>(
    ({ field }) => `同一处写了两个 ${field}。`,
    ({ field }) => `请只留一个 ${field}；要另起一条，在前面加“- ”。`,
  ),
  'yaml-syntax': error<{ what: string; instead: string }>(
    ({ what }) => what,
    ({ instead }) => instead,
  ),
  'yaml-feature': error<{ written: string }>(
    ({ written }) => `“${written}”在 YAML 里有特别的意思，这里不用。`,
    () => '请把内容原样写出来；文字本来就以 &、* 或 ! 开头的，用英文引号括起来。',
  ),
  'needs-quotes': error<{ value: string }>(
    ({ value }) => `${value} 会被读成日期，不会当作文字。`,
    ({ value }) => `请加英文引号："${value}"`,
  ),

  // Fields
  'unknown-field': error<{
    subject: string;
    field: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ subject, field }) => `${subject}里不认识 ${field}。`,
    ({ nearest, known }) => (nearest ? `请改成 ${nearest}。` : `这里能写的有：${list(known)}。`),
  ),
  'missing-field': error<{ subject: string; field: string; about: string }>(
    ({ subject, field }) => `${subject}缺少 ${field}。`,
    ({ field, about }) => `请补上 ${field}: ${about}`,
  ),
  'wrong-type': error<{ subject: string; field: string; expected: string; instead: string }>(
    ({ subject, field, expected }) => `${part(subject, field)}要写成${expected}。`,
    ({ instead }) => instead,
  ),
  'empty-text': error<{ subject: string; field: string; about: string }>(
    ({ subject, field }) => `${part(subject, field)}没有写内容。`,
    ({ field, about }) => `请写上 ${field}: ${about}`,
  ),
  'text-too-long': error<{ subject: string; field: string; length: number; maximum: number }>(
    ({ subject, field, length, maximum }) =>
      `${part(subject, field)}有${length}个字，最多${maximum}个。`,
    ({ maximum }) => `请缩到${maximum}个字以内。`,
  ),
  'bad-id': error<{
    subject: string;
    field: string;
    value: string;
    suggestion: string | undefined;
  }>(
    ({ subject, field, value }) => `${part(subject, field)}“${value}”不能作编号。`,
    ({ field, suggestion }) =>
      `编号只用小写字母、数字和短横线，以字母开头${suggestion ? `：${field}: ${suggestion}` : '。'}`,
  ),
  'bad-date': error<{
    subject: string;
    field: string;
    value: string;
    suggestion: string | undefined;
  }>(
    ({ subject, field, value }) => `${part(subject, field)}“${value}”不是一个日期。`,
    ({ field, suggestion }) =>
      suggestion
        ? `请写成 ${field}: ${suggestion}`
        : `请写成 ${field}: 2027-11-30 这样真有的一天。`,
  ),
  'bad-format': error<{ subject: string; field: string; value: string; about: string }>(
    ({ subject, field, value }) => `${part(subject, field)}“${value}”写法不对。`,
    ({ field, about }) => `${word(field)}是${about}`,
  ),
  'unknown-value': error<{
    subject: string;
    field: string;
    value: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ subject, field, value }) => `${part(subject, field)}不能是“${value}”。`,
    ({ field, nearest, known }) =>
      nearest ? `请改成 ${field}: ${nearest}` : `${field} 能写的有：${list(known)}。`,
  ),
  'out-of-range': error<{
    subject: string;
    field: string;
    value: string;
    minimum: number;
    maximum: number;
  }>(
    ({ subject, field, value }) => `${part(subject, field)}是 ${value}，超出了范围。`,
    ({ field, minimum, maximum }) => `${field} 请写 ${minimum} 到 ${maximum} 之间的整数。`,
  ),
  'wrong-count': error<{ subject: string; field: string; bound: string; about: string }>(
    ({ subject, field, bound }) => `${part(subject, field)}${bound}。`,
    ({ field, about }) => `${word(field)}是${about}`,
  ),

  // Ids
  'duplicate-id': error<{ what: string; id: string; first: string }>(
    ({ what, id }) => `${what}编号 ${id} 用了两次。`,
    ({ first }) => `它在 ${first} 已经用过，请给后写的这一个换个编号。`,
  ),
  'id-prefix': error<{ what: string; id: string; prefix: string }>(
    ({ what, id, prefix }) => `${what}编号 ${id} 没有以 ${prefix} 开头。`,
    ({ id, prefix }) => `请写成 id: ${prefix}${id}`,
  ),
  'reserved-id': error<{ what: string; id: string; address: string }>(
    ({ what, id }) => `${what}编号 ${id} 和网站自己的页面重名。`,
    ({ address }) => `网址 ${address} 已经是那一页的，请换一个编号。`,
  ),
  'module-folder': error<{ id: string; folder: string }>(
    ({ id, folder }) => `模块编号 ${id} 和文件夹名 ${folder} 不一样。`,
    ({ folder }) => `模块的网址用文件夹名，请写成 id: ${folder}，或者改文件夹名。`,
  ),

  // What was published before
  'id-vanished': error<{ what: string; id: string; key: string; today: string }>(
    ({ what, id }) => `${what} ${id} 发布过，现在找不到了。`,
    ({ key, today }) =>
      `改错了编号就改回来；真的不用了，请在 src/content/retired.yaml 里加一条：- { id: "${key}", date: ${today}, note: 为什么不用了 }`,
  ),
  'module-unpublished': error<{ module: string }>(
    ({ module }) => `模块 ${module} 发布过，不能退回 draft。`,
    ({ module }) =>
      `请改回 status: published；真的停用，在 src/content/retired.yaml 里写上 module:${module}。`,
  ),
  'id-returned': error<{ what: string; id: string; date: string }>(
    ({ what, id, date }) => `${what} ${id} 在 ${date} 停用了，现在又出现了。`,
    () => '停用的编号不再用，学员的旧记录还认着它；请换一个新编号。',
  ),
  'kind-changed': error<{ question: string; was: string; now: string }>(
    ({ question, was, now }) => `题目 ${question} 发布时是 ${was}，现在成了 ${now}。`,
    ({ was }) => `题型变了就是另一道题：请改回 kind: ${was}，或者换一个新编号。`,
  ),
  'revision-unexplained': error<{ question: string; today: string }>(
    ({ question }) => `题目 ${question} 发布以后改过题干、选项或答案，没有说明。`,
    ({ today }) =>
      `请在这道题里加一条 changes: [{ date: ${today}, kind: wording, note: 改了什么 }]；只改错字写 typo，规定变了写 policy。`,
  ),
  'changes-removed': error<{ question: string; was: number; now: number }>(
    ({ question, was, now }) => `题目 ${question} 发布时有${was}条改动说明，现在只有${now}条。`,
    () => '改动说明只增不减，请把删掉的那条补回来。',
  ),
  'change-incomplete': error<{ question: string; missing: readonly string[] }>(
    ({ question, missing }) => `题目 ${question} 的这条 policy 改动没有写 ${list(missing)}。`,
    () => 'policy 要写全三样：was 原来怎么规定，now 现在怎么规定，affects 影响哪句话。',
  ),
  'ledger-broken': error(
    () => '编号总账 ledger.json 读不懂，可能被手工改过。',
    () => '请从版本库恢复这个文件；它只由 npm run check -- --accept 来写。',
  ),
  'retired-unknown': error<{ key: string; nearest: string | undefined }>(
    ({ key }) => `停用表里的 ${key} 从来没有发布过。`,
    ({ nearest }) => `${perhaps(nearest)}没有发布过的直接删掉就行，不用写进停用表。`,
  ),
  'retired-present': error<{ key: string }>(
    ({ key }) => `停用表里有 ${key}，可它还在课里。`,
    () => '请把它从课里删掉；还要用，就把停用表里的这一条删掉。',
  ),

  // Questions
  'no-correct-option': error<{ question: string }>(
    ({ question }) => `题目 ${question} 没有正确选项。`,
    () => '请在正确的选项上写 correct: true。',
  ),
  'several-correct-options': error<{ question: string; correct: readonly string[] }>(
    ({ question, correct }) =>
      `题目 ${question} 只能有一个正确选项，现在有${correct.length}个：${list(correct)}。`,
    () => '请只留一个 correct: true；真有几个都对，改成 kind: multiple。',
  ),
  'too-few-correct-options': error<{ question: string }>(
    ({ question }) => `多选题 ${question} 的正确选项不到两个。`,
    () => '请在另一个正确的选项上也写 correct: true；只有一个对，改成 kind: single。',
  ),
  'all-options-correct': error<{ question: string }>(
    ({ question }) => `多选题 ${question} 的选项全是正确的。`,
    () => '请至少留一个不对的选项，删掉它的 correct: true。',
  ),
  'multiple-stem-mark': error<{ question: string }>(
    ({ question }) => `多选题 ${question} 的题干没有以（多选）结尾。`,
    () => '请在题干最后加上：（多选）',
  ),
  'blank-count': error<{ question: string; inStem: number; listed: number }>(
    ({ question, inStem, listed }) =>
      `填空题 ${question} 的题干里有${inStem}个空，blanks 里有${listed}项。`,
    () => '题干里每个空写四条下划线 ____，blanks 里按先后各写一项，请让两边一样多。',
  ),
  'word-not-offered': error<{ subject: string; field: string; word: string }>(
    ({ subject, field, word }) => `${part(subject, field)}“${word}”不在 words 里，学员点不到它。`,
    ({ word }) => `请在 words 里加上“${word}”；要学员自己打字，就删掉 words。`,
  ),
  'common-answer-count': error<{
    subject: string;
    field: string;
    written: number;
    blanks: number;
  }>(
    ({ subject, field, written, blanks }) =>
      `${part(subject, field)}写了${written}个词，题目有${blanks}个空。`,
    ({ field, blanks }) =>
      `请每个空写一个词，按先后：${field}: [${list(Array(blanks).fill('词')).replaceAll('、', ', ')}]`,
  ),
  'right-listed-as-wrong': error<{ subject: string; field: string }>(
    ({ subject, field }) => `${part(subject, field)}把算对的也列成了错的。`,
    () => '请换成不算对的，或者改 accept。',
  ),
  'range-reversed': error<{ question: string; min: number; max: number }>(
    ({ question, min, max }) => `算数题 ${question} 的 accept 里，min ${min} 比 max ${max} 大。`,
    ({ min, max }) => `请对调：accept: { min: ${max}, max: ${min} }`,
  ),
  'model-not-accepted': error<{ question: string; model: number; min: number; max: number }>(
    ({ question, model, min, max }) =>
      `算数题 ${question} 示范的 ${model} 自己不算对，算对的是 ${min} 到 ${max}。`,
    () => '请改 model，或者改 accept，让示范的答案落在范围里。',
  ),
  'near-miss-condition': error<{ subject: string; written: readonly string[] }>(
    ({ subject, written }) =>
      written.length === 0
        ? `${subject}没有写是哪个数。`
        : `${subject}同时写了 ${list(written)}，分不清是哪个数。`,
    () => '请只写一样：value 正好等于，below 比它小，above 比它大；两种情形分成两条。',
  ),
  'unknown-choice': error<{
    subject: string;
    field: string;
    choice: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ subject, field, choice }) => `${part(subject, field)}“${choice}”不在 choices 里。`,
    ({ nearest, known }) => (nearest ? `请改成 ${nearest}。` : `能写的有：${list(known)}。`),
  ),
  'one-choice-for-all': error<{ question: string; choice: string }>(
    ({ question, choice }) => `配对题 ${question} 的每一行都配 ${choice}，看一行就知道全部。`,
    () => '请让几行配到不同的项。',
  ),
  'same-text': error<{ subject: string; field: string; text: string }>(
    ({ subject, field }) => `${part(subject, field)}和前面的一样，学员分不出来。`,
    ({ text }) => `“${text}”写了两次，请改掉一处，或者删掉一条。`,
  ),
  'reason-too-short': error<{ subject: string; field: string; length: number; minimum: number }>(
    ({ subject, field, length }) => `${part(subject, field)}只有${length}个字。`,
    ({ minimum }) => `请写到${minimum}个字以上：对的说为什么，错的先认它对的那一半，再说断在哪里。`,
  ),
  'unknown-objective': error<{ objective: string; module: string; nearest: string | undefined }>(
    ({ objective, module }) => `模块 ${module} 没有目标 ${objective}。`,
    ({ nearest, module }) =>
      nearest
        ? `请改成 ${nearest}。`
        : `请先在 modules/${module}/module.yaml 的 objectives 里加上它。`,
  ),
  'objective-not-taught': error<{ question: string; objective: string; taught: readonly string[] }>(
    ({ question, objective }) => `题目 ${question} 考的目标 ${objective} 不在这一课里教。`,
    ({ taught }) =>
      `这一课教的是：${list(taught)}。请改 objective，或者在 lesson.mdx 的 objectives 里加上它。`,
  ),
  'review-overdue': notice<{ subject: string; date: string }>(
    ({ subject, date }) => `${subject}在 ${date} 就该复核了。`,
    () => '请核对一遍依据，再把 reviewBy 改成下一次复核的日期。',
  ),
  'blind-stale': notice<{ question: string; module: string }>(
    ({ question }) => `题目 ${question} 改过以后，还没有第二读者不看答案做一遍。`,
    ({ module }) =>
      `请用 npm run review -- ${module} 打出题来，请没写它的人做，见 docs/editorial.md。`,
  ),
  'blind-disagrees': notice<{ question: string; module: string }>(
    ({ question }) => `题目 ${question} 的答案，第二读者做出来的不一样。`,
    () => '先怀疑题：改题干或者选项，让答案只有一个说得通，再请人重做。',
  ),
  'review-broken': error<{ module: string }>(
    ({ module }) => `模块 ${module} 的盲答文件读不出。`,
    ({ module }) => `它由 npm run review -- ${module} --answers 写成，请重写一次，或者删掉它。`,
  ),
  'placeholder-left': notice<{ text: string }>(
    ({ text }) => `这里还没有写完：${text}`,
    () => '请把【待写】这一处换成自己的话。',
  ),

  // What stands where in a lesson
  'goal-missing': error<{ objective: string }>(
    ({ objective }) => `目标 ${objective} 没有 <Goal> 块，学员点“回去看”找不到地方。`,
    ({ objective }) => `请用 <Goal id="${objective}"> 和 </Goal> 把教它的那一段包起来。`,
  ),
  'goal-repeated': error<{ objective: string }>(
    ({ objective }) => `目标 ${objective} 有两个 <Goal> 块。`,
    () => '请并成一个块，或者把后一个改成别的目标。',
  ),
  'goal-not-listed': error<{ objective: string; nearest: string | undefined }>(
    ({ objective }) => `<Goal id="${objective}"> 不是这一课的目标。`,
    ({ objective, nearest }) =>
      nearest
        ? `请改成 <Goal id="${nearest}">。`
        : `请在 lesson.mdx 开头的 objectives 里加上 ${objective}。`,
  ),
  'question-not-here': error<{ question: string; nearest: string | undefined }>(
    ({ question }) => `这一课的 quiz.yaml 里没有题目 ${question}。`,
    ({ nearest }) =>
      nearest
        ? `请改成 <Quiz only="${nearest}" />。`
        : '请先在 quiz.yaml 里写这道题，或者删掉这一块。',
  ),
  'question-placed-twice': error<{ question: string }>(
    ({ question }) => `题目 ${question} 在课文里放了两次。`,
    () => '一道题只放一处，请删掉后面这一块。',
  ),
  'block-missing': error<{ block: string; file: string }>(
    ({ block, file }) => `${file} 里有内容，课文里却没有 <${block} />，学员看不到。`,
    ({ block }) => `请在课文里单独写一行 <${block} />，前后各空一行。`,
  ),
  'block-repeated': error<{ block: string }>(
    ({ block }) => `<${block} /> 写了两次。`,
    () => '请只留一个。',
  ),
  'block-empty': error<{ block: string; file: string }>(
    ({ block, file }) => `课文里有 <${block} />，${file} 里却没有内容。`,
    ({ block, file }) => `请在 ${file} 里写内容，或者删掉 <${block} />。`,
  ),

  // Components
  'unknown-component': error<{
    name: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ name }) => `不认识组件 <${name}>。`,
    ({ nearest, known }) =>
      nearest ? `请改成 <${nearest}>。` : `课文里能用的有：${list(known)}。`,
  ),
  'unknown-attribute': error<{
    component: string;
    attribute: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ component, attribute }) => `<${component}> 不认识属性 ${attribute}。`,
    ({ nearest, known }) => {
      if (nearest) return `请改成 ${nearest}。`;
      return known.length > 0 ? `它的属性有：${list(known)}。` : '它没有属性，请删掉。';
    },
  ),
  'missing-attribute': error<{ component: string; attribute: string; about: string }>(
    ({ component, attribute }) => `<${component}> 缺少属性 ${attribute}。`,
    ({ component, attribute, about }) => `请写成 <${component} ${attribute}="…">：${about}`,
  ),
  'empty-attribute': error<{ component: string; attribute: string; about: string }>(
    ({ component, attribute }) => `<${component}> 的属性 ${attribute} 是空的。`,
    ({ attribute, about }) => `请写上 ${attribute}="…"：${about}`,
  ),
  'component-empty': error<{ component: string }>(
    ({ component }) => `<${component}> 里面没有内容。`,
    ({ component }) => `请把内容写在 <${component} …> 和 </${component}> 之间。`,
  ),
  'component-with-content': error<{ component: string }>(
    ({ component }) => `<${component}> 里面的文字不会显示。`,
    ({ component }) => `请写成 <${component} />，文字移到外面。`,
  ),
  'component-in-text': error<{ component: string }>(
    ({ component }) => `<${component}> 和文字写在了一行。`,
    ({ component }) => `请让 <${component}> 单独占一行，前后各空一行。`,
  ),
  'no-blank-line': error<{ tag: string; side: string }>(
    ({ tag, side }) => `${tag} ${side}没有空行。`,
    ({ side }) => `请在它${side}空一行。`,
  ),
  'unclosed-tag': error<{ tag: string }>(
    ({ tag }) => `<${tag}> 没有结束。`,
    ({ tag }) => `请在这一块的最后单独写一行 </${tag}>，前后各空一行。`,
  ),
  'unexpected-closing-tag': error<{ tag: string; expected: string | undefined }>(
    ({ tag, expected }) =>
      expected
        ? `这里该结束的是 <${expected}>，却写了 </${tag}>。`
        : `</${tag}> 前面没有对应的 <${tag}>。`,
    ({ tag, expected }) =>
      expected ? `请先写 </${expected}>。` : `请在这一块的开头写 <${tag}>，或者删掉 </${tag}>。`,
  ),
  'curly-quotes-in-tag': error<{ tag: string }>(
    ({ tag }) => `<${tag}> 里用了中文引号。`,
    () => '属性要用英文引号，像 id="tell-four" 这样。',
  ),
  'unclosed-link': error(
    () => '这个 <Link> 没有结束。',
    () => '请在链接的文字后面写 </Link>。',
  ),
  'broken-tag': error<{ tag: string }>(
    ({ tag }) => `<${tag}> 这个标签写坏了，后面都读不下去。`,
    () => '请照 <Goal id="tell-four"> 的样子写：属性用英文引号，前后配对，最后有 >。',
  ),
  'stray-angle-bracket': error(
    () => '这里的 < 会被当作标签的开头。',
    () => '请写“小于”、全角的 ＜，或者书名号《》。',
  ),
  'html-comment': error(
    () => '课文里不能写 <!-- 注释 -->。',
    () => '请删掉；要留给同事的话，写进 module.yaml 的 changelog。',
  ),
  'raw-html': error<{ tag: string }>(
    ({ tag }) => `课文里不能写 HTML 标签 <${tag}>。`,
    () => '请用 Markdown：**加粗**、空行分段、- 列表、## 小标题。',
  ),
  'style-attribute': error<{ component: string }>(
    ({ component }) => `<${component}> 上写了 style，页面不允许自带样式。`,
    () => '请删掉 style；样子由网站统一定。',
  ),
  expression: error(
    () => '课文里的 { } 会被当作程序。',
    () => '请删掉大括号；文字里要用，写全角的 ｛ ｝。属性写成 id="…"。',
  ),
  'import-export': error<{ word: string }>(
    ({ word }) => `这一行以 ${word} 开头，会被当作程序。`,
    () => '组件不用引入，请删掉这一行；是正文就换个说法开头。',
  ),

  // Markdown
  'frontmatter-missing': error(
    () => '课文开头没有两行 --- 夹着的说明。',
    () => '请让文件第一行是 ---，接着写 id、title 等字段，再写一行 ---。',
  ),
  'frontmatter-unclosed': error(
    () => '课文开头的说明没有用单独一行 --- 结束。',
    () => '请在字段后面、正文前面单独写一行 ---。',
  ),
  'heading-level-one': error(
    () => '正文里用了一级标题。',
    () => '一级标题留给课名，请写成 ## 小标题。',
  ),
  'heading-skipped': error<{ depth: number; allowed: number }>(
    ({ depth }) => `${depth}级标题跳过了上一级。`,
    ({ allowed }) => `请写成 ${'#'.repeat(allowed)} 小标题。`,
  ),
  'heading-without-space': error<{ text: string }>(
    ({ text }) => `“${text}”的 # 后面没有空格，不会成为标题。`,
    ({ text }) => `请写成 ${text.replace(/^(#+)/, '$1 ')}`,
  ),
  'bold-not-closed': error(
    () => '这里的 ** 没有变成加粗，会原样显示。',
    () => '加粗要在标点前面结束：写 **为什么慢**。一句，不写 **为什么慢。**一句。',
  ),
  strikethrough: error<{ text: string }>(
    ({ text }) => `两个 ~ 之间的“${text}”会变成删除线。`,
    () => '表示范围请写“9点至10点”或全角的 ～。',
  ),
  'table-alignment': error(
    () => '表格里用冒号定了左右对齐。',
    () => '请把分隔行写成 | --- | --- |，不要冒号。',
  ),
  'task-list': error(
    () => '课文里不能用 [ ] 打勾的列表。',
    () => '请写成普通列表：- 第一样',
  ),
  footnote: error(
    () => '课文里不能用 [^1] 脚注。',
    () => '请把出处写进 lesson.mdx 开头的 sources，正文里写（出处T03）。',
  ),
  'image-without-alt': error<{ image: string }>(
    ({ image }) => `图片 ${image} 没有文字说明。`,
    ({ image }) => `请写成 ![图里有什么](${image})，看不见图的人也能懂。`,
  ),
  'missing-image': error<{ image: string }>(
    ({ image }) => `找不到图片 ${image}。`,
    ({ image }) =>
      `请把图片放在这一课的文件夹里，写成 ![图里有什么](${image.replace(/^.*\//, '')})。`,
  ),
  'remote-image': error<{ image: string }>(
    ({ image }) => `图片 ${image} 在别的网站上，离线看不到。`,
    () => '请把图片存到这一课的文件夹里，写成 ![图里有什么](文件名)。',
  ),
  'svg-as-image': error<{ image: string }>(
    ({ image }) => `${image} 是一幅图，写成 ![ ] 不会跟着深色和打印变。`,
    ({ image }) =>
      `请写成 <Figure src="${image}" alt="…" caption="…">，下一段写同样的意思，最后写 </Figure>。`,
  ),

  // Drawings
  'missing-drawing': error<{ drawing: string; nearest: string | undefined }>(
    ({ drawing }) => `找不到图 ${drawing}。`,
    ({ drawing, nearest }) =>
      nearest
        ? `请改成 src="${nearest}"。`
        : `请把图放在这一课的文件夹里，写成 src="${drawing.replace(/^.*\//, '')}"。`,
  ),
  'figure-not-svg': error<{ drawing: string }>(
    ({ drawing }) => `<Figure> 只画 SVG 图，${drawing} 不是。`,
    ({ drawing }) => `照片请写成 ![图里有什么](${drawing})。`,
  ),
  'figure-text-too-short': error<{ what: string; length: number; minimum: number }>(
    ({ what, length }) => `${what}只有${length}个字，看不见图的人学不到同样的东西。`,
    ({ minimum }) => `请写到${minimum}个字以上，把图里教的说出来。`,
  ),
  'drawing-broken': error<{ what: string }>(
    ({ what }) => `这幅图读不下去：${what}。`,
    () => '请照 SVG 的写法改：标签前后配对，属性用英文引号，不写 DOCTYPE。',
  ),
  'drawing-size': error<{ written: string | undefined; maximum: number }>(
    ({ written }) =>
      written === undefined ? '图没有写 viewBox。' : `图的 viewBox“${written}”不合用。`,
    ({ maximum }) =>
      `请写成 viewBox="0 0 宽 高"，都是整数，宽不超过 ${maximum}：手机上一格就是一个像素。`,
  ),
  'drawing-element': error<{ element: string; known: readonly string[] }>(
    ({ element }) => `图里这个地方不能用 <${element}>。`,
    ({ known }) => `能用的有：${list(known)}；<text> 里只写字。`,
  ),
  'drawing-attribute': error<{ element: string; attribute: string }>(
    ({ element, attribute }) => `图里的 <${element}> 不能写 ${attribute}。`,
    () => '请删掉。颜色、粗细、字体用 class 选，样子由网站统一定；图里不写编号、链接、样式和程序。',
  ),
  'drawing-class': error<{
    name: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ name }) => `图里不认识 class“${name}”。`,
    ({ nearest, known }) => (nearest ? `请改成 ${nearest}。` : `能写的有：${list(known)}。`),
  ),
  'drawing-value': error<{ element: string; attribute: string; value: string }>(
    ({ element, attribute, value }) => `图里 <${element}> 的 ${attribute}“${value}”写法不对。`,
    () => '这里只写数字和画图的记号，不带单位。',
  ),
  'drawing-loose-text': error<{ text: string }>(
    ({ text }) => `图里的“${text}”不在 <text> 里，不会显示。`,
    ({ text }) => `请写成 <text x="…" y="…">${text}</text>。`,
  ),
  'drawing-too-heavy': error<{ maximum: number }>(
    ({ maximum }) => `这幅图压缩后超过 ${maximum} 字节，太重了。`,
    () => '请少画几条线，坐标只留整数；一样东西五六条线就认得出。',
  ),

  // Links
  'dead-link': error<{ to: string; nearest: string | undefined }>(
    ({ to }) => `没有 ${to} 这一课。`,
    ({ nearest }) =>
      nearest ? `请改成 to="${nearest}"。` : 'to 要写成 模块编号/课的编号，比如 attitude/waiting。',
  ),
  'dead-anchor': error<{ path: string; anchor: string; nearest: string | undefined }>(
    ({ path, anchor }) => `${path} 这一课里没有 #${anchor}。`,
    ({ path, nearest }) =>
      nearest ? `请改成 to="${path}#${nearest}"。` : `请删掉 # 和后面的字：to="${path}"。`,
  ),
  'link-to-draft': error<{ to: string; module: string }>(
    ({ to }) => `${to} 所在的模块还没有发布，链接会打不开。`,
    ({ module }) => `请先发布模块 ${module}（status: published），或者删掉这个链接。`,
  ),
  'raw-internal-link': error<{ url: string }>(
    ({ url }) => `站内的链接不能写成 [文字](${url})。`,
    () => '请写成 <Link to="模块编号/课的编号">文字</Link>。',
  ),
  'link-scheme': error<{ url: string }>(
    ({ url }) => `链接 ${url} 不能用。`,
    () => '外面的网址请以 https:// 开头，邮箱用 mailto:，电话用 tel:。',
  ),

  // Slots and sources
  'unknown-slot': error<{ slot: string; nearest: string | undefined; known: readonly string[] }>(
    ({ slot }) => `没有口径〔${slot}〕。`,
    ({ nearest, known }) =>
      nearest
        ? `请改成〔${nearest}〕。`
        : `slots.yaml 里有：${list(known)}。要新的，先在那里加一条。`,
  ),
  'slot-not-allowed': error<{ slot: string; where: string }>(
    ({ slot, where }) => `${where}里不能用口径〔${slot}〕，会原样显示。`,
    () => '口径只能用在正文、题目的理由、话术的 calm 和 then 里，请换成不随单位变的说法。',
  ),
  'slot-not-closed': error(
    () => '这里的〔没有配上〕。',
    () => '口径请写成〔编号〕；不是口径的，换成（ ）。',
  ),
  'unknown-reference': error<{ reference: string; nearest: string | undefined }>(
    ({ reference }) => `references.yaml 里没有 ${reference}。`,
    ({ nearest }) => `${perhaps(nearest)}请写已有的编号，或者先在 references.yaml 里加上这一条。`,
  ),
  'unclear-source': error<{ subject: string; source: string }>(
    ({ subject, source }) => `${subject}的依据“${source}”看不出是哪一条。`,
    () =>
      '请以 references.yaml 里的编号开头，比如 L23第57条；不是引来的，写“本课做法”“本课算法”或“本单位……”。',
  ),
  'doubtful-source': error<{ question: string; reference: string }>(
    ({ question, reference }) => `题目 ${question} 的依据 ${reference} 还标着“疑”，不能拿来出题。`,
    () => '请先核实它，把 references.yaml 里的 grade 改成 读 或 知；核实不了就换依据或换题。',
  ),
  'unused-reference': notice<{ reference: string }>(
    ({ reference }) => `出处 ${reference} 没有一课、一题、一条话术引用。`,
    () => '请在用到它的课里列进 sources；不用了，就从 references.yaml 里删掉。',
  ),
  'source-not-listed': error<{ reference: string }>(
    ({ reference }) => `<Rule source="${reference}"> 引的出处没有列在这一课的 sources 里。`,
    ({ reference }) =>
      `请在 lesson.mdx 开头的 sources 里加一条：- { id: ${reference}, use: 用在哪里 }`,
  ),

  // The course as a whole
  'unknown-sector': error<{
    sector: string;
    nearest: string | undefined;
    known: readonly string[];
  }>(
    ({ sector }) => `没有行业 ${sector}。`,
    ({ nearest, known }) => (nearest ? `请改成 ${nearest}。` : `能写的有：${list(known)}。`),
  ),
  'unknown-lesson': error<{ subject: string; lesson: string; nearest: string | undefined }>(
    ({ subject, lesson }) => `${subject}里的 ${lesson} 不是一课。`,
    ({ nearest }) =>
      nearest ? `请改成 ${nearest}。` : '请写成 模块编号/课的编号，比如 attitude/waiting。',
  ),
  'lesson-in-draft': notice<{ subject: string; lesson: string }>(
    ({ subject, lesson }) => `${subject}里的 ${lesson} 还没有发布，学员看不到这一课。`,
    () => '模块发布（status: published）以后它会自己出现，现在不用改。',
  ),
  'not-practised': error<{ subject: string; practice: string; lessons: readonly string[] }>(
    ({ subject, practice }) => `${subject}要有${practice}，它的课里一处也没有。`,
    ({ practice, lessons }) =>
      `请在 ${list(lessons)} 里写上${practice}，或者在 lessons 里加上有${practice}的课。`,
  ),
  'objective-empty': error<{ objective: string; missing: string }>(
    ({ objective, missing }) => `目标 ${objective} ${missing}。`,
    ({ objective }) =>
      `请写上教它的课、考它的题；不要这个目标了，把 ${objective} 写进停用表再删掉。`,
  ),
  'version-mismatch': error<{ version: string; latest: string }>(
    ({ version, latest }) => `模块版本是 ${version}，更新记录的第一条却是 ${latest}。`,
    ({ version }) => `请在 changelog 最前面加一条 version: ${version}，或者把两处改成一样。`,
  ),
  'module-without-lessons': error<{ module: string }>(
    ({ module }) => `模块 ${module} 已发布，却一课也没有。`,
    ({ module }) =>
      `请先写课（npm run new -- lesson ${module} 编号 课名），或者改成 status: draft。`,
  ),

  // Texts and questions that could be better, and waivers: build/lint
  ...lintErrors,
} as const satisfies Record<string, AuthorError<never>>;

export type ErrorId = keyof typeof errors;

/** What the sentences of an error have to be told. */
export type ErrorDetails<Id extends ErrorId> = Parameters<(typeof errors)[Id]['message']>[0];
