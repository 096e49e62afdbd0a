import { describe, expect, test, vi } from 'vitest';
import { CourseContinue } from '../../src/client/elements/course-continue.ts';
import { writePlace, writeSettings } from '../../src/client/settings.ts';
import { buildLesson, buildModule, buildOutline, buildQuestion } from '../course-builder.ts';
import { find, part, render, settle, until } from './page.ts';
import { pageStore } from './page-store.ts';

const outline = buildOutline([
  buildModule('attitude', [
    buildLesson('visible'),
    buildLesson('waiting', [buildQuestion({ id: 'q-one' })]),
    buildLesson('apology'),
  ]),
]);
vi.mock('../../src/client/outline.ts', () => ({ readOutline: async () => outline }));
customElements.define('course-continue', CourseContinue);

const slip = `<course-continue hidden>
  <a data-part="link" href="/">接着学</a>
  <p data-part="place"></p>
</course-continue>`;
const place = {
  lesson: 'attitude/waiting',
  title: '等得住',
  heading: '为什么6分钟这么长',
  headingText: '为什么6分钟这么长',
  at: 2_000,
};

test('somebody who has read nothing is not asked to go on', () => {
  expect(render(slip).hidden).toBe(true);
});

test('the slip leads back to the heading last read', () => {
  writePlace(place);
  const element = render(slip);
  expect(element.hidden).toBe(false);
  const { pathname, hash, textContent } = find<HTMLAnchorElement>(element, 'a');
  expect([pathname, decodeURIComponent(hash)]).toEqual([
    '/attitude/waiting/',
    '#为什么6分钟这么长',
  ]);
  expect(textContent).toBe('接着学《等得住》');
  expect(part(element, 'place').textContent).toBe('上次停在“为什么6分钟这么长”。');
});

test('of several lessons the one read last is offered', () => {
  writePlace({ ...place, lesson: 'attitude/visible', title: '看得见', at: 3_000 });
  writePlace(place);
  expect(find(render(slip), 'a').textContent).toBe('接着学《看得见》');
  writePlace({ ...place, lesson: 'attitude/apology', title: '道得歉', at: 4_000 });
  expect(find(render(slip), 'a').textContent).toBe('接着学《道得歉》');
});

describe('where that lesson is finished', () => {
  const finish = (lesson: string) => pageStore().append({ type: 'read', lesson });
  const answer = (question: string) =>
    pageStore().append({
      type: 'answer',
      question,
      revision: '00000001',
      sitting: 'attempt',
      answer: ['b'],
      correct: false,
      sure: true,
    });

  test('the slip leads on to the next lesson, and still back', async () => {
    writePlace(place);
    await answer('q-one');
    const element = render(slip);
    const link = find<HTMLAnchorElement>(element, 'a');
    await until(() => expect(link.pathname).toBe('/attitude/apology/'));
    expect(part(element, 'place').textContent).toBe('《等得住》学完了。回去看');
    const back = find<HTMLAnchorElement>(part(element, 'place'), 'a');
    expect(decodeURIComponent(back.hash)).toBe('#为什么6分钟这么长');
  });

  test('on one’s own path the next lesson is that of the path, or what was left out', async () => {
    const lessons = [
      { path: 'attitude/apology', title: '道得歉' },
      { path: 'attitude/waiting', title: '等得住' },
      { path: 'bank/torn', title: '老规矩' },
    ];
    writeSettings({ path: { id: 'teller', title: '柜员', lessons } });
    writePlace(place);
    await answer('q-one');
    const text = () => find(render(slip), 'a');
    const first = text();
    await until(() => expect(first.textContent).toBe('接着学《老规矩》'));
    writeSettings({ path: { id: 'teller', title: '柜员', lessons: lessons.slice(0, 2) } });
    const second = text();
    await until(() => expect(second.textContent).toBe('接着学《道得歉》'));
  });

  test('a lesson that is not finished, or the last of all, stays', async () => {
    writePlace(place);
    await finish('attitude/visible');
    const element = render(slip);
    await settle();
    expect(find(element, 'a').textContent).toBe('接着学《等得住》');
    await finish('attitude/apology');
    await answer('q-one');
    const done = render(slip);
    await settle();
    expect(find(done, 'a').textContent).toBe('接着学《等得住》');
  });
});
