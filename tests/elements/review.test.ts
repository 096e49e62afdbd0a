import { describe, expect, test } from 'vitest';
import { markOverdue } from '../../src/client/review.ts';
import { find, render, visibleText } from './page.ts';

const page = `<ul>
  <li data-review-by="2027-05-31">最迟2027-05-31复核</li>
  <li data-review-by="2027-11-30">最迟2027-11-30复核</li>
  <li>没有日子</li>
</ul>`;
/** Noon of a day where the learner is. */
const noon = (day: string) => new Date(`${day}T12:00`).getTime();

/** The lines that are marked on that day. */
function markedOn(day: string): string[] {
  const list = render(page);
  markOverdue(noon(day));
  return [...list.children].map(visibleText).filter((text) => text.includes('待复核'));
}

describe('待复核', () => {
  test('stands nowhere up to the last day', () => {
    expect(markedOn('2026-12-01')).toEqual([]);
    expect(markedOn('2027-05-31')).toEqual([]);
  });

  test('stands behind each date that is past', () => {
    expect(markedOn('2027-06-01')).toEqual(['最迟2027-05-31复核待复核']);
    expect(markedOn('2027-12-01')).toEqual([
      '最迟2027-05-31复核待复核',
      '最迟2027-11-30复核待复核',
    ]);
  });

  test('leaves the date as it is', () => {
    markedOn('2027-06-01');
    expect(find(document, 'li').firstChild?.textContent).toBe('最迟2027-05-31复核');
  });
});
