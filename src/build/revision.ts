import { createHash } from 'node:crypto';
import type { Question } from '../core/quiz/question.ts';
import { canonicalQuestion } from '../core/quiz/revision.ts';

/** First 8 hex digits of the SHA-256 of the canonical question (see `canonicalQuestion`). */
export function revisionOf(question: Question): string {
  return createHash('sha256').update(canonicalQuestion(question)).digest('hex').slice(0, 8);
}
