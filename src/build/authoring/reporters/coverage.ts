import {
  type LaterPractice,
  laterPractices,
  type Practice,
  practices,
} from '../../schemas/coverage.ts';
import type { Coverage, CoverageLine } from '../coverage.ts';

type Column = 'lessons' | Practice | LaterPractice;

/** What every line has a column for; other ways to practise stand behind its text. */
const columns: Partial<Record<Column, string>> = {
  lessons: '课',
  question: '题',
  situation: '情境题',
  case: '案例',
  discuss: '讨论',
  task: '练习',
  drill: '演练',
};

const WIDTH = 10;

/** The table for someone at a terminal: first the points of the source, then the objectives. */
export function coverageTables({ points, objectives }: Coverage): string {
  return [
    tableOf(`原文件的${points.length}个要点`, points),
    tableOf(`${objectives.length}个目标`, objectives),
  ].join('\n');
}

function tableOf(title: string, lines: readonly CoverageLine[]): string {
  const head = Object.values(columns).map(pad).join('');
  return `${title}\n\n${head}\n${lines.map(printLine).join('\n')}\n`;
}

function printLine(line: CoverageLine, index: number): string {
  const cells = Object.keys(columns).map((column) => pad(cellOf(line, column as Column)));
  const indent = ' '.repeat(WIDTH * cells.length);
  const rest = [line.lessons.join('、'), ...others(line)].join('；');
  return `${cells.join('')}${index + 1}. ${line.text}\n${indent}${line.id}：${rest}`;
}

function cellOf({ lessons, counts, practised, later }: CoverageLine, column: Column): string {
  if (column === 'lessons') return String(lessons.length || '缺');
  if (column in laterPractices) {
    return later.includes(column as LaterPractice) ? '尚未提供' : '不要求';
  }
  const practice = column as Practice;
  return String(counts[practice] || (practised.includes(practice) ? '缺' : '不要求'));
}

/** The ways to practise that have no column: those that are there, and those that are to come. */
function others({ counts, practised, later }: CoverageLine): string[] {
  const there = Object.entries(practices).map(([practice, label]) => {
    const count = counts[practice as Practice];
    if (practice in columns) return '';
    if (count === 0) return practised.includes(practice as Practice) ? `缺${label}` : '';
    return `${label}${count}`;
  });
  const missing = later.map((practice) =>
    practice in columns ? '' : `${laterPractices[practice]}尚未提供`,
  );
  return [...there, ...missing].filter(Boolean);
}

/** Chinese characters are two columns wide in a terminal. */
function pad(text: string): string {
  const width = [...text].reduce((sum, character) => sum + (character > '\u2E80' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, WIDTH - width));
}
