import type { NearMiss, NumberQuestion } from '../../../../core/quiz/kinds/number.ts';
import { nameField } from '../../field-name.ts';
import type { CheckKind } from './check-kind.ts';

const conditions = ['value', 'below', 'above'] as const;

/** The model is right, and what is explained as a near miss is wrong. */
export const checkNumber: CheckKind<NumberQuestion> = (question, entry, report) => {
  const { id, accept, model } = question;
  const { min, max } = accept;
  if (min > max) {
    report('range-reversed', entry.placeOf('accept'), { question: id, min, max });
    return;
  }
  if (model < min || model > max) {
    report('model-not-accepted', entry.placeOf('model'), { question: id, model, min, max });
  }
  checkNearMisses(question, entry, report);
};

const checkNearMisses: CheckKind<NumberQuestion> = (question, { subject, placeOf }, report) => {
  question.near.forEach((miss, index) => {
    const written = conditions.filter((name) => miss[name] !== undefined);
    const [condition] = written;
    if (!condition || written.length > 1) {
      const { subject: what } = nameField(subject, ['near', index, 'reason'], question);
      report('near-miss-condition', placeOf('near', index), { subject: what, written });
    } else if (reachesInto(miss, question.accept)) {
      const path = ['near', index, condition];
      report('right-listed-as-wrong', placeOf(...path), nameField(subject, path, question));
    }
  });
};

/** Whether a number that a near miss speaks of would be right. */
function reachesInto({ value, below, above }: NearMiss, { min, max }: NumberQuestion['accept']) {
  return (
    (value !== undefined && value >= min && value <= max) ||
    (below !== undefined && below > min) ||
    (above !== undefined && above < max)
  );
}
