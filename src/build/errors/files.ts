import { error } from '../author-error.ts';
import { perhaps } from './words.ts';

/** Files as such: their names, their encoding, their YAML. */
export const fileErrors = {
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
  'strange-character': error<{ code: string }>(
    ({ code }) => `这里有一个看不见、或者显示不出来的字符（${code}）。`,
    () => '请删掉它，把旁边的字重新打一遍；它多半是从网页、PDF 或 Word 里粘来的。',
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
  'yaml-full-width-comma': error<{ written: string }>(
    ({ written }) => `[ ] 里的“${written}”用了中文的逗号或顿号，会被当作一条。`,
    ({ written }) =>
      `是几条，请换成英文逗号：${written.replace(/[，、]/g, ', ')}；真是一条，就用英文引号括起来。`,
  ),
  'yaml-text-after-hash': error<{ lost: string }>(
    ({ lost }) => `“${lost}”不会显示：空格加 #，后面的都被当作注释。`,
    () => '请删掉 # 前面的空格，或者用英文引号把整段文字括起来；真是注释，就另起一行。',
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
} as const;
