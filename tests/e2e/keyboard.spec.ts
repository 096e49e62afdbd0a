/** Without a pointer: a whole lesson, and a question of every kind, with axe before and after. */
import type { Question, QuestionKind } from '../../src/core/quiz/question.ts';
import { authoredLessons, LESSON, pretest, questions } from './authored.ts';
import { violations } from './axe.ts';
import { chooseRight, groupOf, press, submitRight, tabTo } from './keyboard.ts';
import { expect, test } from './site.ts';

test.use({ frugal: true });

test('every question of a lesson is answered with the keyboard alone', async ({ page }) => {
  const total = questions.length;
  await page.goto(`${LESSON}/`);
  await expect(groupOf(page, pretest)).toBeEnabled();
  await chooseRight(page, pretest);
  await submitRight(page, pretest);
  for (const [index, question] of questions.entries()) {
    await chooseRight(page, question);
    await submitRight(page, question, index % 2 === 0 ? 'Space' : 'Enter');
    const next = questions[index + 1];
    await press(page, next ? '下一题' : '看结果');
    // The next question takes the focus, so that it is read out.
    if (next) await expect(page.locator(':focus')).toContainText(next.stem);
  }
  await expect(
    page.getByRole('heading', { name: `${total}题都答了，答对${total}题。` }),
  ).toBeFocused();
});

const unanswered: Partial<Record<QuestionKind, string>> = {
  single: '请选择一个答案，再提交。',
  multiple: '请至少选一个答案，再提交。',
  judge: '请选择对或者错，再提交。',
  order: '请先用上移、下移排一排，再提交。',
  match: '每一行都选一项，再提交。',
  fill: '每个空都填上，再提交。',
  number: '请填一个数，再提交。',
};

for (const kind of Object.keys({ ...unanswered, rewrite: '' }) as QuestionKind[]) {
  test(`a question of the kind ${kind}: refused empty, answered and judged by keyboard, axe finds nothing @secure`, async ({
    page,
  }) => {
    const { path, question } = findQuestion(kind);
    const part = `[data-question="${question.id}"]`;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${path}/#quiz`);
    const group = groupOf(page, question);
    await expect(page.getByRole('button', { name: '下一题' })).toBeVisible();
    while (!(await group.isVisible())) await press(page, '下一题');
    await expect(group).toBeEnabled();

    await test.step('nothing is submitted, and the focus goes to what is to be done', async () => {
      await press(page, kind === 'rewrite' ? '写好了，对照' : '没把握，提交');
      const reason = unanswered[kind] ?? '请先写一句，再对照。';
      await expect(page.getByRole('alert').filter({ hasText: reason })).toBeVisible();
      await expect(group.locator(':focus')).toHaveCount(1);
      expect(await violations(page, part)).toEqual([]);
    });

    await test.step('the answer is submitted, and the focus goes to the verdict', async () => {
      await chooseRight(page, question);
      expect(await violations(page, part)).toEqual([]);
      await submitRight(page, question);
      await expect(page.getByRole('alert')).toBeHidden();
      expect(await violations(page, part)).toEqual([]);
    });

    await test.step('from the verdict Tab goes on, not back to the top', async () => {
      await tabTo(page, page.getByRole('button', { name: /^(上一题|下一题|看结果)$/ }));
    });
  });
}

/** The first question of a kind that stands in the quiz of a lesson, not in its prose. */
function findQuestion(kind: QuestionKind): { path: string; question: Question } {
  const all = authoredLessons.flatMap(({ path, questions }) =>
    questions.map((question) => ({ path, question })),
  );
  const found = all.find(({ question }) => question.kind === kind && question.role !== 'pretest');
  if (!found) throw new Error(`The course has no question of the kind ${kind}`);
  return found;
}
