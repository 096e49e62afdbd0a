import { gradeAnswer, keyOf } from '../../../../core/quiz/grade.ts';
import type { FillQuestion } from '../../../../core/quiz/kinds/fill.ts';
import { nameField } from '../../field-name.ts';
import type { Path } from '../../yaml-source.ts';
import type { CheckKind } from './check-kind.ts';

/** Stem, blanks, words and wrong answers of a question to be filled in fit together. */
export const checkFill: CheckKind<FillQuestion> = (question, entry, report) => {
  const { id, stem, blanks } = question;
  const inStem = stem.match(/(?<!_)____(?!_)/g)?.length ?? 0;
  if (inStem !== blanks.length) {
    report('blank-count', entry.placeOf('stem'), { question: id, inStem, listed: blanks.length });
  }
  checkWords(question, entry, report);
  checkCommon(question, entry, report);
};

/** Words to be tapped differ, and the answers are among them. */
const checkWords: CheckKind<FillQuestion> = (question, { subject, placeOf }, report) => {
  const { blanks, words, common } = question;
  if (words.length === 0) return;
  words.forEach((text, index) => {
    if (words.indexOf(text) === index) return;
    const path = ['words', index];
    report('same-text', placeOf(...path), { ...nameField(subject, path, question), text });
  });
  const mustBeOffered = (word: string, path: Path) => {
    if (words.includes(word)) return;
    report('word-not-offered', placeOf(...path), { ...nameField(subject, path, question), word });
  };
  // The other accepted forms are for those who type.
  for (const [blank, { accept }] of blanks.entries()) {
    mustBeOffered(accept[0] ?? '', ['blanks', blank, 'accept', 0]);
  }
  for (const [index, { answer }] of common.entries()) {
    for (const [blank, word] of answer.entries()) {
      mustBeOffered(word, ['common', index, 'answer', blank]);
    }
  }
};

/** A wrong answer fills each blank, and is wrong. */
const checkCommon: CheckKind<FillQuestion> = (question, { subject, placeOf }, report) => {
  const key = keyOf({ ...question, revision: '', credited: [] });
  question.common.forEach(({ answer }, index) => {
    const path = ['common', index, 'answer'];
    const named = nameField(subject, path, question);
    const [written, blanks] = [answer.length, question.blanks.length];
    if (written !== blanks) {
      report('common-answer-count', placeOf(...path), { ...named, written, blanks });
    } else if (gradeAnswer(key, answer).correct) {
      report('right-listed-as-wrong', placeOf(...path), named);
    }
  });
};
