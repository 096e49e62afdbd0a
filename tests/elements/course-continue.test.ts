import { expect, test } from 'vitest';
import { CourseContinue } from '../../src/client/elements/course-continue.ts';
import { writePlace } from '../../src/client/settings.ts';
import { find, part, render } from './page.ts';

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
