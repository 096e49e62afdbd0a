import { kindOf } from './kinds/index.ts';
import type { Question } from './question.ts';

/**
 * The text whose SHA-256 begins with the question's `revision`: what a learner is asked and what
 * counts as right, as canonical JSON. Reasons, sources and dates are left out, so improving them
 * never touches a record.
 */
export function canonicalQuestion(question: Question): string {
  const { kind, stem } = question;
  return canonicalJson({ kind, stem, ...kindOf(question).asked(question) });
}

/** JSON with sorted keys and no white space: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}
