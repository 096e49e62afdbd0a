import type { QuestionEntry } from '../authored-course.ts';
import { nameField } from '../field-name.ts';
import { namedParts } from '../named-parts.ts';
import type { ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { texts } from '../texts.ts';
import { checkChoice } from './kinds/choice.ts';
import { checkFill } from './kinds/fill.ts';
import { checkMatch } from './kinds/match.ts';
import { checkNumber } from './kinds/number.ts';

/** Shorter than this, a reason only repeats that something is right or wrong. */
const shortestReason = 20;

/** A question can be graded, its parts can be told apart, and each says why it is right or wrong. */
export const questionsAreSound: Rule = ({ lessons }, report) => {
  for (const question of lessons.flatMap((lesson) => lesson.questions ?? [])) {
    checkKind(question, report);
    checkTexts(question, report);
    checkReasons(question, report);
  }
};

function checkKind(entry: QuestionEntry, report: ReportProblem): void {
  const { data } = entry;
  switch (data?.kind) {
    case 'single':
    case 'multiple':
    case 'judge':
      checkChoice(data, entry, report);
      break;
    case 'match':
      checkMatch(data, entry, report);
      break;
    case 'fill':
      checkFill(data, entry, report);
      break;
    case 'number':
      checkNumber(data, entry, report);
      break;
    case 'order':
    case 'rewrite':
      // Their schemas say all there is to say.
      break;
  }
}

function checkTexts({ subject, data, placeOf }: QuestionEntry, report: ReportProblem): void {
  if (!data) return;
  for (const [list, parts] of Object.entries(namedParts(data))) {
    const seen = new Set<string>();
    for (const [index, { text }] of parts.entries()) {
      const path = [list, index, 'text'];
      if (seen.has(text)) {
        report('same-text', placeOf(...path), { ...nameField(subject, path, data), text });
      }
      seen.add(text);
    }
  }
}

function checkReasons({ subject, data, placeOf }: QuestionEntry, report: ReportProblem): void {
  for (const { text, path } of texts(data)) {
    if (path.at(-1) !== 'reason') continue;
    const { length } = [...text];
    if (length >= shortestReason) continue;
    report('reason-too-short', placeOf(...path), {
      ...nameField(subject, path, data),
      length,
      minimum: shortestReason,
    });
  }
}
