import { describe, expect, test, vi } from 'vitest';
import { CourseProgress } from '../../src/client/elements/course-progress.ts';
import { writeSettings } from '../../src/client/settings.ts';
import type { AnswerDraft } from '../../src/core/record/event.ts';
import { buildLesson, buildModule, buildOutline, buildQuestion } from '../course-builder.ts';
import { find, part, render, settle, until } from './page.ts';
import { pageStore } from './page-store.ts';

vi.mock('../../src/client/outline.ts', () => ({ readOutline: async () => published }));
customElements.define('course-progress', CourseProgress);

const waiting = [
  buildQuestion({ id: 'q-one', objective: 'tell' }),
  buildQuestion({ id: 'q-two', objective: 'tell' }),
];
const visible = [buildQuestion({ id: 'q-greet', objective: 'greet' })];
const outline = buildOutline([
  buildModule('attitude', [
    buildLesson('waiting', waiting),
    buildLesson('visible', visible),
    buildLesson('letter'),
  ]),
]);
/** What the site says of the course; nothing where it cannot be had. */
const published: typeof outline | undefined = outline;

const page = `<course-progress>
  <p data-part="total">还没有学习记录。</p>
  <p data-module="attitude">3课</p>
  <span data-stub="attitude/waiting"></span><span data-stub="attitude/letter"></span>
  <span data-stamp="attitude" hidden>已学会</span>
  <span data-lesson="attitude/waiting">7分钟</span>
  <span data-lesson="attitude/visible">7分钟</span>
  <span data-lesson="attitude/letter">7分钟</span>
  <span data-objective="attitude/tell">未学</span>
  <span data-objective="attitude/greet">未学</span>
</course-progress>`;

const answer = (question: string, correct = true): AnswerDraft => ({
  type: 'answer',
  question,
  revision: '00000001',
  sitting: 'attempt',
  answer: ['b'],
  correct,
  sure: true,
});

/** Opens the page and gives the text and the state of what is marked. */
async function open(): Promise<(mark: string) => [string | null, string | undefined]> {
  const progress = render(page);
  await until(() => expect(part(progress, 'total').textContent).not.toBe('还没有学习记录。'));
  return (mark) => {
    const element = find(progress, `[data-${mark}"]`);
    return [element.textContent, element.dataset.state];
  };
}

describe('progress', () => {
  test('leaves the page as it is while there is no record', async () => {
    const progress = render(page);
    const before = progress.innerHTML;
    await settle();
    expect(progress.innerHTML).toBe(before);
  });

  test('says of each lesson how far it is, and nothing of an untouched one', async () => {
    await pageStore().append(answer('q-one'));
    await pageStore().append({ type: 'read', lesson: 'attitude/letter' });
    const state = await open();
    expect(state('lesson="attitude/waiting')).toEqual(['答了1题，共2题', 'learning']);
    expect(state('lesson="attitude/letter')).toEqual(['读完了', 'done']);
    expect(state('lesson="attitude/visible')).toEqual(['7分钟', undefined]);
  });

  test('says of a finished lesson how many answers were right', async () => {
    await pageStore().append(answer('q-one'));
    await pageStore().append(answer('q-two', false));
    const state = await open();
    expect(state('lesson="attitude/waiting')).toEqual(['学完，对1题，共2题', 'done']);
  });

  test('says the four states of an objective in words', async () => {
    await pageStore().append(answer('q-one'));
    let state = await open();
    expect(state('objective="attitude/greet')).toEqual(['未学', 'new']);
    expect(state('objective="attitude/tell')).toEqual(['在学', 'learning']);
    await pageStore().append(answer('q-two'));
    state = await open();
    expect(state('objective="attitude/tell')).toEqual(['已掌握', 'mastered']);
    await pageStore().append(answer('q-two', false));
    state = await open();
    expect(state('objective="attitude/tell')).toEqual(['待巩固', 'relearn']);
  });

  test('counts the lessons of a module', async () => {
    await pageStore().append(answer('q-greet'));
    expect((await open())('module="attitude')).toEqual(['学完1课，共3课', 'learning']);
    for (const question of ['q-one', 'q-two']) await pageStore().append(answer(question));
    await pageStore().append({ type: 'read', lesson: 'attitude/letter' });
    expect((await open())('module="attitude')).toEqual(['学完3课，共3课', 'done']);
  });

  test('tears off the stub of a finished lesson, and stamps a module that has been mastered', async () => {
    const torn = () =>
      [...document.querySelectorAll('[data-torn]')].map(
        ({ attributes }) => attributes.getNamedItem('data-stub')?.value,
      );
    const stamp = () => find(document, '[data-stamp]');
    await pageStore().append(answer('q-one'));
    await open();
    expect([torn(), stamp().hidden]).toEqual([[], true]);
    for (const question of ['q-greet', 'q-two', 'q-one', 'q-greet']) {
      await pageStore().append(answer(question));
    }
    await open();
    expect(torn()).toEqual(['attitude/waiting']);
    expect(stamp().hidden).toBe(false);
  });

  test('adds everything up', async () => {
    for (const question of ['q-one', 'q-two', 'q-greet'])
      await pageStore().append(answer(question));
    const state = await open();
    expect(state('part="total')[0]).toBe('掌握了2个目标，学完2课，答过3题，学时14分钟。');
  });

  test('says that a test was passed', async () => {
    const [sitting, questions] = ['attempt', ['q-greet@00000001']];
    await pageStore().append({ type: 'paper', module: 'attitude', sitting, questions });
    await pageStore().append(answer('q-greet'));
    expect((await open())('module="attitude')).toEqual(['学完1课，共3课，测验已通过', 'learning']);
  });

  test('says which lessons a change of policy has reopened', async () => {
    await pageStore().append({ ...answer('q-one'), revision: 'before' });
    await pageStore().append({ ...answer('q-greet'), revision: 'before' });
    const state = await open();
    expect(state('lesson="attitude/waiting')).toEqual(['规定变了，1题要重答', 'learning']);
    expect(state('lesson="attitude/visible')).toEqual(['规定变了，1题要重答', 'learning']);
    expect(state('objective="attitude/tell')).toEqual(['待巩固', 'relearn']);
    await pageStore().append(answer('q-greet'));
    expect((await open())('lesson="attitude/visible')).toEqual(['学完，对1题，共1题', 'done']);
  });

  test('counts days by the learner’s own clock', async () => {
    // Just before and just after midnight, wherever this runs.
    const now = vi.spyOn(Date, 'now');
    now.mockReturnValue(new Date(2026, 0, 1, 23, 59).getTime());
    await pageStore().append(answer('q-greet'));
    expect((await open())('objective="attitude/greet')[1]).toBe('learning');
    now.mockReturnValue(new Date(2026, 0, 2, 0, 1).getTime());
    await pageStore().append(answer('q-greet'));
    expect((await open())('objective="attitude/greet')[1]).toBe('mastered');
  });
});

describe('the post on the home page', () => {
  const home = `<course-progress>
    <p data-part="no-post">选一个岗位。</p>
    <p data-part="my-post" hidden><a href="/" data-part="post-link"></a></p>
    <details open data-part="chooser"><summary>选岗位</summary></details>
  </course-progress>`;

  test('is the way in once it was chosen, and the list of posts is folded', () => {
    writeSettings({
      sector: 'bank',
      post: 'teller',
      path: { id: 'teller', title: '银行·柜员', lessons: [] },
    });
    const progress = render(home);
    const link = find<HTMLAnchorElement>(progress, 'a');
    expect([link.textContent, link.pathname]).toEqual(['银行·柜员', '/path/teller/']);
    expect(part(progress, 'my-post').hidden).toBe(false);
    expect(part(progress, 'no-post').hidden).toBe(true);
    expect(find<HTMLDetailsElement>(progress, 'details').open).toBe(false);
  });

  test('is still to be chosen by somebody new', () => {
    const progress = render(home);
    expect(part(progress, 'my-post').hidden).toBe(true);
    expect(part(progress, 'no-post').hidden).toBe(false);
    expect(find<HTMLDetailsElement>(progress, 'details').open).toBe(true);
  });
});
