import type { Level } from '../../author-error.ts';
import type { Report } from '../check-content.ts';
import type { Problem } from '../problem.ts';

const marks: Record<Level, string> = { error: '', warning: '（警告）', notice: '（提醒）' };

/** The report for someone at a terminal: where, what, what to write instead, where to read more. */
export function toTerminal({ problems, counts, newIds }: Report): string {
  const count = (wanted: Level) => problems.filter(({ level }) => level === wanted).length;
  const [errors, warnings, notices] = [count('error'), count('warning'), count('notice')];
  const { modules, lessons, questions, phrases } = counts;
  const summary = [
    `${modules}个模块，${lessons}课，${questions}道题，${phrases}条话术。`,
    errors > 0 ? `有 ${errors} 处错误，改好再发布。` : '没有错误。',
    ...(warnings > 0 ? [`有 ${warnings} 处警告，改好，或者写 waivers 说明理由，再发布。`] : []),
    ...(notices > 0 ? [`有 ${notices} 处提醒，不影响发布。`] : []),
    ...(newIds > 0 ? [`有 ${newIds} 个新编号，发布前运行 npm run check -- --accept`] : []),
  ];
  return [...problems.map(showProblem), summary.join('\n')].join('\n');
}

function showProblem({ file, line, column, id, level, message, hint }: Problem): string {
  return `${file}:${line}:${column}
  ${marks[level]}${message}
  ${hint}        见 docs/authoring.md#${id}
`;
}
