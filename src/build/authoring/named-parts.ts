import type { Question } from '../../core/quiz/question.ts';

/** A part of a question that an answer names by its id. */
export interface NamedPart {
  id: string;
  /** What a learner reads, and has to tell apart from the others. */
  text: string;
}

/** The parts of a question that have ids, by the field that lists them. */
export function namedParts(question: Question): Record<string, readonly NamedPart[]> {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'judge':
      return { options: question.options };
    case 'order':
      return { steps: question.steps };
    case 'match':
      return { rows: question.rows, choices: question.choices };
    case 'fill':
    case 'number':
    case 'rewrite':
      return {};
  }
}
