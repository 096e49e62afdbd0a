import { error } from '../author-error.ts';

/** Markdown and links. */
export const markdownErrors = {
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
    ({ text }) => `请写成 ${text.replace(/^#+/, '$& ')}`,
  ),
  'heading-empty': error(
    () => '这个标题里没有字。',
    () => '请在 # 后面写上标题，或者删掉这一行。',
  ),
  'heading-underlined': error<{ line: string }>(
    ({ line }) => `下面的 ${line} 把这一段变成了标题。`,
    ({ line }) => `标题请写成 ## 小标题；不是标题，就在 ${line} 前面空一行，或者删掉它。`,
  ),
  'list-without-space': error<{ mark: string }>(
    ({ mark }) => `“${mark}”后面没有空格，不会成为列表。`,
    ({ mark }) => `请在 ${mark} 后面空一格，每一条占一行，整个列表前面空一行。`,
  ),
  'line-joined': error(
    () => '这一行会接在上一行后面，成为同一段。',
    () => '另起一段，就在中间空一行；是列表，每行以“- ”或“1. ”开头；本来是一段，就写在一行里。',
  ),
  'bold-not-closed': error<{ mark: string }>(
    ({ mark }) => `这里的 ${mark} 没有变成加粗，会原样显示。`,
    () => '加粗要在标点前面结束：写 **为什么慢**。一句，不写 **为什么慢。**一句。',
  ),
  italic: error<{ text: string }>(
    ({ text }) => `“${text}”会变成斜体，或者连记号一起原样显示；中文不用斜体。`,
    () => '要突出就用两个 *：**这样**；乘号请写 ×；本来就要 * 的，写成 \\*。',
  ),
  'full-width-mark': error<{ written: string; instead: string }>(
    ({ written }) => `“${written}”是全角的，不起作用，会原样显示。`,
    ({ instead }) => `请换成半角的：${instead}`,
  ),
  strikethrough: error<{ text: string }>(
    ({ text }) => `两个 ~ 之间的“${text}”会变成删除线。`,
    () => '表示范围请写“9点至10点”或全角的 ～。',
  ),
  'table-alignment': error(
    () => '表格里用冒号定了左右对齐。',
    () => '请把分隔行写成 | --- | --- |，不要冒号。',
  ),
  'broken-table': error<{ what: string; instead: string }>(
    ({ what }) => what,
    ({ instead }) => instead,
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
      `请把图片放在这一课的文件夹里，写成 ![图里有什么](${image.replace(/^.*[/\\]/, '')})。`,
  ),
  'remote-image': error<{ image: string }>(
    ({ image }) => `图片 ${image} 在别的网站上，离线看不到。`,
    () => '请把图片存到这一课的文件夹里，写成 ![图里有什么](文件名)。',
  ),
  'not-a-photo': error<{ image: string }>(
    ({ image }) => `${image} 不是网页能用的照片，或者文件坏了。`,
    () => '请用看图软件打开它，另存为 JPG 或 PNG，不要只改文件名。',
  ),
  'svg-as-image': error<{ image: string }>(
    ({ image }) => `${image} 是一幅图，写成 ![ ] 不会跟着深色和打印变。`,
    ({ image }) =>
      `请写成 <Figure src="${image}" alt="…" caption="…">，下一段写同样的意思，最后写 </Figure>。`,
  ),

  // Links
  'dead-link': error<{ to: string; instead: string }>(
    ({ to }) => `没有 ${to} 这一课。`,
    ({ instead }) => instead,
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
  'link-not-read': error<{ written: string }>(
    ({ written }) => `“${written}”没有成为链接或图片，会原样显示。`,
    () =>
      '链接写成 [文字](https://网址)，图片写成 ![图里有什么](文件名)：括号用英文的，网址和文件名里不留空格。',
  ),
  'link-without-text': error<{ url: string }>(
    ({ url }) => `链接 ${url} 没有文字，学员看不见，也点不到。`,
    ({ url }) => `请在方括号里写字：[网站的名字](${url})`,
  ),
  'link-in-link': error(
    () => '链接里面又有一个链接，点下去不知道去哪里。',
    () => '请把里面的那个移出来，一处只去一个地方。',
  ),
  'bare-address': error<{ address: string; url: string }>(
    ({ address }) => `网址 ${address} 直接写在了句子里，后面的字也可能成为网址的一部分。`,
    ({ url }) => `请写成 [网站的名字](${url})，方括号里是学员看到的字。`,
  ),
  'link-alone': error(
    () => '<Link> 单独占了一行，不成一段，版面会挤在一起。',
    () => '请把它写在句子里：见<Link to="…">…</Link>。',
  ),
  'link-scheme': error<{ url: string }>(
    ({ url }) => `链接 ${url} 不能用。`,
    () => '外面的网址请以 https:// 开头，邮箱用 mailto:，电话用 tel:。',
  ),
} as const;
