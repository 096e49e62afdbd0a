import { error } from '../author-error.ts';
import { list } from './words.ts';

/** Drawings. */
export const drawingErrors = {
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
} as const;
