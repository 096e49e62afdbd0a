import type { Sector, Slot } from '../course/course.ts';

/** What a line of the template begins with that explains the next one; such a line fills nothing. */
export const noteMark = '说明';

/**
 * A `local.json` to be filled in with a text editor: every field empty, above each a line that says
 * what belongs there. It can be used as it is. Lines end as Windows' oldest editor wants it.
 */
export function printTemplate(slots: readonly Slot[], sectors: readonly Sector[]): string {
  const codes = sectors.map(({ id, title }) => `${id} ${title}`).join('、');
  const template = {
    [noteMark]:
      '只在空着的英文双引号中间写字，引号、逗号、冒号都别动；留空就是没填。以“说明”开头的行是给人看的，改不改都不影响。保存时编码选UTF-8。',
    ...noted('unit', '单位名称', ''),
    ...noted('contact', '发现错误找谁：部门和电话，会显示在每课最后', ''),
    ...noted('owner', '谁负责这门课：部门或者人，会显示在每课最后', ''),
    ...noted('approval', '谁批准、哪天批准的，会显示在每课最后', ''),
    ...noted(
      'sectors',
      `本单位有哪些行业的窗口。空着就是全有；只有一部分，把编号写进方括号，每个编号两边加英文双引号，中间用英文逗号隔开：${codes}`,
      [],
    ),
    slots: Object.assign(
      {},
      ...slots.map(({ id, label, default: neutral }) =>
        noted(id, `${label}。没填时显示：${neutral}`, ''),
      ),
    ),
  };
  return `${JSON.stringify(template, null, 2)}\n`.replace(/\n/g, '\r\n');
}

const noted = (field: string, note: string, empty: unknown) => ({
  [`${noteMark} ${field}`]: note,
  [field]: empty,
});
