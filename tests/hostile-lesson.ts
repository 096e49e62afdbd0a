/** A lesson whose author pasted hostile texts wherever text may stand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { payloadTexts } from './payloads.ts';

const content = join(import.meta.dirname, '../src/content');

/** The lesson's files with the payloads in them, by their paths below `src/content`. */
export function hostileLesson(folder: string, slot: string): Record<string, string> {
  const next = takeTurns();
  const questions = read(`${folder}/quiz.yaml`) as Question[];
  const phrases = read(`${folder}/phrases.yaml`) as Record<string, unknown>[];
  const slots = read('slots.yaml') as { id: string; default: string }[];
  for (const question of questions) {
    question.stem = next(80);
    question.note = next();
    for (const option of question.options ?? []) {
      // A judgement has no words of its own.
      if (option.text !== undefined) option.text = next(28);
      option.reason = next();
    }
  }
  for (const phrase of phrases) {
    Object.assign(phrase, { they: next(), busy: next(15), calm: next(40), avoid: next() });
    Object.assign(phrase, { heard: next(), push: next(), then: next(40) });
    phrase.aliases = payloadTexts.slice(0, 20);
  }
  for (const row of slots) if (row.id === slot) row.default = payloadTexts.join(' ');
  const lesson = readText(`${folder}/lesson.mdx`)
    .replace(/^subtitle: .*$/m, `subtitle: ${JSON.stringify(next(80))}`)
    .replace(/^say: .*$/m, `say: ${JSON.stringify(payloadTexts.slice(0, 20).join(' '))}`);
  return {
    [`${folder}/quiz.yaml`]: stringify(questions),
    [`${folder}/phrases.yaml`]: stringify(phrases),
    [`${folder}/lesson.mdx`]: lesson,
    'slots.yaml': stringify(slots),
  };
}

interface Question {
  stem: string;
  note?: string;
  options?: { text?: string; reason: string }[];
}

/** Gives one payload after the other, each that fits as often as any other. */
function takeTurns(): (most?: number) => string {
  let turn = 0;
  return (most = Number.POSITIVE_INFINITY) => {
    for (;;) {
      const text = payloadTexts[turn % payloadTexts.length] ?? '';
      turn += 1;
      if (text.length <= most) return text;
    }
  };
}

const readText = (name: string): string => readFileSync(join(content, name), 'utf8');
const read = (name: string): unknown => parse(readText(name));
