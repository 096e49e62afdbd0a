import type {
  JudgeQuestion,
  MultipleQuestion,
  SingleQuestion,
} from '../../../../core/quiz/kinds/choice.ts';
import type { CheckKind } from './check-kind.ts';

/** As many options are correct as the kind allows, and the stem says when there may be several. */
export const checkChoice: CheckKind<SingleQuestion | MultipleQuestion | JudgeQuestion> = (
  { id: question, kind, stem, options },
  { placeOf },
  report,
) => {
  const correct = options.filter((option) => option.correct).map(({ id }) => id);
  const place = placeOf('options');
  if (correct.length === 0) report('no-correct-option', place, { question });
  else if (kind !== 'multiple') {
    if (correct.length > 1) report('several-correct-options', place, { question, correct });
  } else if (correct.length === 1) report('too-few-correct-options', place, { question });
  else if (correct.length === options.length) report('all-options-correct', place, { question });
  if (kind === 'multiple' && !stem.endsWith('（多选）')) {
    report('multiple-stem-mark', placeOf('stem'), { question });
  }
};
