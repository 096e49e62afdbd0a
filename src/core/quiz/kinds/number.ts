import { parseNumber } from '../numerals.ts';
import type { KeyBase, Mark, QuestionBase } from '../question.ts';
import type { Kind } from './kind.ts';

/** 算数: a number within a tolerance, with explained near misses. An answer is the text typed. */
export interface NumberQuestion extends QuestionBase {
  kind: 'number';
  unit: string;
  accept: Range;
  /** The value that the reason works out. */
  model: number;
  reason: string;
  near: readonly NearMiss[];
}

interface Range {
  min: number;
  max: number;
}

/** A wrong value that people arrive at, or all values beyond one; the first that fits is shown. */
export interface NearMiss {
  value?: number | undefined;
  below?: number | undefined;
  above?: number | undefined;
  reason: string;
}

export interface NumberKey extends KeyBase, Range {
  kind: 'number';
  near: readonly Omit<NearMiss, 'reason'>[];
}

export const number: Kind<NumberQuestion, NumberKey> = {
  asked: ({ unit, accept }) => ({ unit, accept }),
  key: ({ accept, near }) => ({
    min: accept.min,
    max: accept.max,
    near: near.map(({ reason: _, ...condition }) => condition),
  }),
  reasons: ({ model, unit, reason, near }) => [
    { part: 'answer', text: `${model}${unit}`, reason, right: true },
    ...near.map((miss, index) => ({
      part: `near-${index}`,
      text: `${describe(miss)}${unit}`,
      reason: miss.reason,
      right: false,
    })),
  ],
  isAnswered: ([text = '']) => parseNumber(text) !== undefined,
  grade([text = ''], { min, max, near }) {
    const value = parseNumber(text) ?? Number.NaN;
    const correct = value >= min && value <= max;
    const miss = correct ? -1 : near.findIndex((condition) => fits(value, condition));
    const parts: Record<string, Mark> = { answer: correct ? 'right' : 'missed' };
    if (miss >= 0) parts[`near-${miss}`] = 'wrong';
    return { correct, parts };
  },
};

function describe({ value, below, above }: NearMiss): string {
  if (value !== undefined) return String(value);
  return below !== undefined ? `不到${below}` : `超过${above}`;
}

function fits(value: number, { value: exact, below, above }: Omit<NearMiss, 'reason'>): boolean {
  return (
    (exact !== undefined && value === exact) ||
    (below !== undefined && value < below) ||
    (above !== undefined && value > above)
  );
}
