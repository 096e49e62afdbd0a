import type { AuthoredLesson } from '../authored-course.ts';
import { knownIds } from '../entry.ts';
import type { LessonBody } from '../lesson-body.ts';
import { attributeOf, type Element, elements } from '../mdast.ts';
import { type ReportProblem, topOf } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** A lesson places what it has: its questions, its phrases, and a block for each objective. */
export const blocksArePlaced: Rule = ({ lessons }, report) => {
  for (const lesson of lessons) {
    const { body } = lesson;
    if (!body) continue;
    const placed = [...elements(body.root)];
    checkGoals(lesson, body, placed, report);
    checkInlineQuestions(lesson, body, placed, report);
    const lists = placed.filter(
      ({ name, attributes }) => name === 'Quiz' && attributes.length === 0,
    );
    const phrases = placed.filter(({ name }) => name === 'Phrases');
    checkList('Quiz', 'quiz.yaml', lesson.questions, lists, lesson, report);
    checkList('Phrases', 'phrases.yaml', lesson.phrases, phrases, lesson, report);
  }
};

function checkGoals(
  { entry }: AuthoredLesson,
  body: LessonBody,
  placed: readonly Element[],
  report: ReportProblem,
): void {
  const taught = entry?.data?.objectives;
  if (!taught) return;
  const seen = new Set<string>();
  for (const element of placed) {
    const objective = element.name === 'Goal' ? attributeOf(element, 'id') : undefined;
    if (!objective) continue;
    const place = body.placeOf(element);
    if (!taught.includes(objective)) {
      const near = nearest(objective, taught);
      report('goal-not-listed', place, { objective, nearest: near });
      if (near) seen.add(near);
    } else if (seen.has(objective)) report('goal-repeated', place, { objective });
    seen.add(objective);
  }
  taught.forEach((objective, index) => {
    if (!seen.has(objective)) {
      report('goal-missing', entry.placeOf('objectives', index), { objective });
    }
  });
}

function checkInlineQuestions(
  { questions }: AuthoredLesson,
  body: LessonBody,
  placed: readonly Element[],
  report: ReportProblem,
): void {
  const known = knownIds(questions);
  if (!known) return;
  const seen = new Set<string>();
  for (const element of placed) {
    const question = element.name === 'Quiz' ? attributeOf(element, 'only') : undefined;
    if (!question) continue;
    const place = body.placeOf(element);
    if (!known.includes(question)) {
      report('question-not-here', place, { question, nearest: nearest(question, known) });
    } else if (seen.has(question)) report('question-placed-twice', place, { question });
    seen.add(question);
  }
}

function checkList(
  block: string,
  file: string,
  items: readonly unknown[] | undefined,
  [first, ...more]: readonly Element[],
  { body, folder }: AuthoredLesson,
  report: ReportProblem,
): void {
  if (!items || !body) return;
  if (!first && items.length > 0) {
    report('block-missing', topOf(`${folder}/lesson.mdx`), { block, file });
  }
  if (first && items.length === 0) report('block-empty', body.placeOf(first), { block, file });
  for (const element of more) report('block-repeated', body.placeOf(element), { block });
}
