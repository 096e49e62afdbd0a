import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseLocal } from '../../src/client/elements/course-local.ts';
import { fillLocal } from '../../src/client/local.ts';
import { find, part, render, visibleText } from './page.ts';

customElements.define('course-local', CourseLocal);

const rule = (id: string) => `<li data-rule="${id}">
  <p class="state" data-part="state"></p>
  <div data-part="filled" hidden><b data-part="value"></b></div>
</li>`;

/** The element of `components/course/LocalRules.astro`, with three rules. */
const markup = `<course-local data-sectors='{"hospital":"医院","bank":"银行"}'>
  <p data-part="count">一共3条。</p>
  <p data-part="broken" hidden>读不出</p>
  <p data-part="unknown" hidden></p>
  <button type="button" data-action="print" hidden>打印成清单</button>
  <dl><dd data-about="unit"></dd><dd data-about="contact"></dd><dd data-about="sectors"></dd></dl>
  <section class="local-group"><p data-part="off" hidden>不用填</p>${rule('wait-report')}</section>
  <section class="local-group" data-of="hospital"><p data-part="off" hidden>不用填</p>${rule('triage')}</section>
  <section class="local-group" data-of="bank"><p data-part="off" hidden>不用填</p>${rule('vault')}</section>
</course-local>`;

function stubFile(local: unknown): void {
  const text = typeof local === 'string' ? local : JSON.stringify(local);
  vi.stubGlobal('fetch', async () => ({ ok: true, text: async () => text }));
}

/** Opens the page of an institution that has this `local.json`. */
async function open(local: unknown): Promise<HTMLElement> {
  stubFile(local);
  const element = render(markup);
  await fillLocal();
  return element;
}
const stateOf = (element: Element, id: string) => visibleText(find(element, `[data-rule="${id}"]`));
const count = (element: Element) => part(element, 'count').textContent;
const about = (element: Element, field: string) =>
  find(element, `[data-about="${field}"]`).textContent;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the page of the institution’s own rules', () => {
  test('says of each rule whether it is filled, with what, and how many are left', async () => {
    const element = await open({ slots: { 'wait-report': '10分钟 <b>', triage: ' ' } });
    expect(stateOf(element, 'wait-report')).toBe('已填 10分钟 <b>');
    expect(stateOf(element, 'triage')).toBe('还没填');
    expect(count(element)).toBe('填了1条，还有2条没填。');
  });

  test('says when nothing is left', async () => {
    const element = await open({ slots: { 'wait-report': '1', triage: '2', vault: '3' } });
    expect(count(element)).toBe('填了3条，都填了。');
  });

  test('shows the name, the contact and the sectors, or that they are missing', async () => {
    const element = await open({ unit: '城东医院', sectors: ['hospital'] });
    expect(about(element, 'unit')).toBe('城东医院');
    expect(about(element, 'contact')).toContain('还没填');
    expect(about(element, 'sectors')).toBe('医院');
    expect(about(await open({}), 'sectors')).toContain('没写，就是全有');
  });

  test('asks nothing of sectors that have no window here', async () => {
    const element = await open({ sectors: ['hospital'], slots: { triage: '胸痛' } });
    expect(stateOf(element, 'vault')).toBe('不用填');
    expect(count(element)).toBe('填了1条，还有1条没填。');
    const offs = [...element.querySelectorAll<HTMLElement>('[data-part="off"]')];
    expect(offs.map(({ hidden }) => hidden)).toEqual([true, true, false]);
  });

  test('lists ids that nobody knows, and takes no note of the template for one', async () => {
    const element = await open({
      sectors: ['hospital', 'bnak'],
      slots: { 'wait-reports': '10分钟', '说明 triage': '分诊' },
    });
    expect(visibleText(part(element, 'unknown'))).toContain('认不出的编号：wait-reports、bnak。');
    const right = await open({ sectors: ['bank'], slots: { vault: '3号' } });
    expect(part(right, 'unknown').hidden).toBe(true);
  });

  test('says that the file cannot be read, and goes by the last good one', async () => {
    await open({ slots: { triage: '胸痛' } });
    const element = await open('{"slots":');
    expect(part(element, 'broken').hidden).toBe(false);
    expect(stateOf(element, 'triage')).toBe('已填 胸痛');
    stubFile({ slots: {} });
    await fillLocal();
    expect(part(element, 'broken').hidden).toBe(true);
    expect(stateOf(element, 'triage')).toBe('还没填');
  });

  test('is painted at once where the rules were known before it was there', async () => {
    await open({ slots: { triage: '胸痛' } });
    expect(stateOf(render(markup), 'triage')).toBe('已填 胸痛');
  });

  test('is printed on demand', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const element = await open({});
    const button = find<HTMLButtonElement>(element, '[data-action="print"]');
    expect(button.hidden).toBe(false);
    button.click();
    expect(print).toHaveBeenCalledOnce();
  });
});
