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
} as const;
