import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseReader } from '../../src/client/elements/course-reader.ts';
import { readPlaces, writePlace, writeSettings } from '../../src/client/settings.ts';
import { expectFocus, find, part, render } from './page.ts';

customElements.define('course-reader', CourseReader);

const lesson = `<course-reader data-lesson="attitude/waiting" data-title="等得住">
  <p data-part="resume" hidden><a href="#main" data-part="resume-link"></a></p>
  <h2 id="why">为什么这么长</h2>
  <section class="sector" data-of="bank"><h3>银行</h3></section>
  <section class="sector" data-of="hotel"><h3>酒店</h3></section>
  <section class="sector" data-of="hospital"><h3>医院</h3></section>
  <h2 id="how">怎么说</h2>
</course-reader>`;
const place = {
  lesson: 'attitude/waiting',
  title: '等得住',
  heading: 'how',
  headingText: '怎么说',
  at: 1_000,
};

/** Stands for the browser's: the test says when a heading has crossed the line. */
class Observer {
  static latest: Observer;
  readonly watched = new Set<Element>();
  readonly cross: () => void;

  constructor(callback: () => void) {
    this.cross = callback;
    Observer.latest = this;
  }
  observe(element: Element): void {
    this.watched.add(element);
  }
  disconnect(): void {
    this.watched.clear();
  }
}

beforeEach(() => vi.stubGlobal('IntersectionObserver', Observer));
afterEach(() => history.replaceState(null, '', '/'));

/** Scrolls so that the headings stand at these heights, in pixels. */
function scroll(reader: HTMLElement, tops: Record<string, number>): void {
  for (const [id, top] of Object.entries(tops)) {
    vi.spyOn(find(reader, `#${id}`), 'getBoundingClientRect').mockReturnValue({ top } as DOMRect);
  }
  Observer.latest.cross();
}

describe('the place in a lesson', () => {
  test('is the heading last above the upper third of the screen', () => {
    const reader = render(lesson);
    expect(Observer.latest.watched).toEqual(new Set(reader.querySelectorAll('h2')));
    scroll(reader, { why: -200, how: 100 });
    expect(readPlaces()).toEqual({ [place.lesson]: { ...place, at: expect.any(Number) } });
    scroll(reader, { why: 100, how: innerHeight / 2 });
    expect(readPlaces()[place.lesson]?.heading).toBe('why');
  });

  test('stays unknown while no heading was passed', () => {
    scroll(render(lesson), { why: innerHeight / 2, how: innerHeight });
    expect(readPlaces()).toEqual({});
  });

  test('is offered the next time', () => {
    writePlace(place);
    const reader = render(lesson);
    expect(part(reader, 'resume').hidden).toBe(false);
    expect(part(reader, 'resume-link').textContent).toBe('接着学：怎么说');
    expect(find(reader, 'a').getAttribute('href')).toBe('#how');
  });

  test('is not offered when the heading is gone, or when the address names another', () => {
    writePlace({ ...place, heading: 'gone' });
    expect(part(render(lesson), 'resume').hidden).toBe(true);
    writePlace(place);
    history.replaceState(null, '', '#goal-tell');
    expect(part(render(lesson), 'resume').hidden).toBe(true);
  });

  test('is no longer followed when the lesson leaves the page', () => {
    render(lesson).remove();
    expect(Observer.latest.watched.size).toBe(0);
  });
});

describe('the words of other windows', () => {
  const hidden = (reader: HTMLElement) =>
    [...reader.querySelectorAll<HTMLElement>('.sector')].map((block) =>
      block.getAttribute('hidden'),
    );

  test('are all there while no sector was chosen, or one that the lesson does not name', () => {
    expect(hidden(render(lesson))).toEqual([null, null, null]);
    writeSettings({ sector: 'government' });
    expect(hidden(render(lesson))).toEqual([null, null, null]);
  });

  test('are folded away for somebody’s own, where find-in-page still finds them', () => {
    writeSettings({ sector: 'hotel' });
    expect(hidden(render(lesson))).toEqual(['until-found', null, 'until-found']);
  });

  test('unfold at a button after them, with the focus on the first', () => {
    writeSettings({ sector: 'hotel' });
    const reader = render(lesson);
    const button = find(reader, 'button');
    expect(button.textContent).toBe('看其他窗口的说法');
    expect(button.previousElementSibling).toBe(find(reader, '[data-of="hospital"]'));
    button.click();
    expect(hidden(reader)).toEqual([null, null, null]);
    expect(reader.querySelector('button')).toBeNull();
    expectFocus(find(reader, '[data-of="bank"] h3'));
  });

  test('unfold together when find-in-page opens one', () => {
    writeSettings({ sector: 'hotel' });
    const reader = render(lesson);
    find(reader, '[data-of="hospital"]').dispatchEvent(new Event('beforematch'));
    expect(hidden(reader)).toEqual([null, null, null]);
  });
});
