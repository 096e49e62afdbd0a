import type { MatchQuestion } from '../../../../core/quiz/kinds/match.ts';
import { nameField } from '../../field-name.ts';
import { nearest } from '../../suggest.ts';
import type { CheckKind } from './check-kind.ts';

/** Each row has a choice that is there, and not all have the same. */
export const checkMatch: CheckKind<MatchQuestion> = (question, { subject, placeOf }, report) => {
  const { id, rows, choices } = question;
  const known = choices.map((choice) => choice.id);
  rows.forEach(({ choice }, index) => {
    if (known.includes(choice)) return;
    const path = ['rows', index, 'choice'];
    const near = nearest(choice, known);
    report('unknown-choice', placeOf(...path), {
      ...nameField(subject, path, question),
      choice,
      nearest: near,
      known,
    });
  });
  const [first] = rows;
  if (
    first &&
    known.includes(first.choice) &&
    rows.every(({ choice }) => choice === first.choice)
  ) {
    report('one-choice-for-all', placeOf('rows'), { question: id, choice: first.choice });
  }
};
