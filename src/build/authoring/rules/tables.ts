import { textOf, walk } from '../mdast.ts';
import type { Rule } from '../rule.ts';

/** What stands in a table is shown: a cell too many is dropped by every browser's renderer. */
export const tablesAreWhole: Rule = ({ lessons }, report) => {
  for (const { body } of lessons) {
    if (!body) continue;
    for (const table of walk(body.root)) {
      if (table.type !== 'table') continue;
      const [head, ...rows] = table.children;
      const columns = head?.children.length ?? 0;
      const empty = head?.children.find((cell) => textOf(cell).trim() === '');
      const long = rows.find((row) => row.children.length > columns);
      if (empty) {
        report('broken-table', body.placeOf(empty), {
          what: '表头里有一格是空的，听的人不知道这一列是什么。',
          instead: '请给每一列写上名字。',
        });
      }
      if (long) {
        report('broken-table', body.placeOf(long), {
          what: `这一行有${long.children.length}格，表头只有${columns}格，多出来的不会显示。`,
          instead: '请把表头补齐，或者删掉多出来的一格；文字里要用竖线，写成 \\|。',
        });
      }
    }
  }
};
