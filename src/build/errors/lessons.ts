import { error } from '../author-error.ts';
import { list } from './words.ts';

/** What stands where in a lesson, and its components. */
export const lessonErrors = {
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
  'goal-without-heading': error<{ objective: string }>(
    ({ objective }) => `<Goal id="${objective}"> 里面没有小标题。`,
    () => '请在里面写一个 ## 小标题，学员点“回去看”，才看得出到了哪里。',
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
  'repeated-attribute': error<{ component: string; attribute: string }>(
    ({ component, attribute }) => `<${component}> 里写了两个 ${attribute}，只有一个会用到。`,
    ({ attribute }) => `请只留一个 ${attribute}。`,
  ),
  'bad-attribute': error<{
    component: string;
    attribute: string;
    value: string;
    suggestion: string | undefined;
    about: string;
  }>(
    ({ component, attribute, value }) => `<${component}> 的属性 ${attribute} 不能写“${value}”。`,
    ({ attribute, suggestion, about }) =>
      suggestion ? `请写成 ${attribute}="${suggestion}"：${about}` : `${attribute} 是${about}`,
  ),
  'mark-in-text': error<{ written: string }>(
    ({ written }) => `“${written}”在这里不起作用，会原样显示。`,
    () => '题目、话术、标题和标签的引号里只写普通的字，不加粗、不放链接和标签，请删掉记号。',
  ),
  'component-empty': error<{ component: string }>(
    ({ component }) => `<${component}> 里面没有内容。`,
    ({ component }) => `请把内容写在 <${component} …> 和 </${component}> 之间。`,
  ),
  'component-with-content': error<{ component: string }>(
    ({ component }) => `<${component}> 里面的文字不会显示。`,
    ({ component }) => `请写成 <${component} />，文字移到外面。`,
  ),
  'component-misplaced': error<{ component: string; within: string }>(
    ({ component, within }) => `<${component}> 写在了${within}里面，学员可能看不到。`,
    ({ within }) => `请把它移到${within}外面，前后各空一行。`,
  ),
  'component-in-text': error<{ component: string }>(
    ({ component }) => `<${component}> 和文字写在了一行。`,
    ({ component }) => `请让 <${component}> 单独占一行，前后各空一行。`,
  ),
  'no-blank-line': error<{ tag: string; side: string }>(
    ({ tag, side }) => `${tag} ${side}没有空行。`,
    ({ side }) => `请在它${side}空一行。`,
  ),
  'unclosed-tag': error<{ tag: string; alone: boolean }>(
    ({ tag }) => `<${tag}> 没有结束。`,
    ({ tag, alone }) =>
      alone
        ? `它里面不写字，请在 > 前面加 /：<${tag} … />`
        : `请在这一块的最后单独写一行 </${tag}>，前后各空一行。`,
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
} as const;
