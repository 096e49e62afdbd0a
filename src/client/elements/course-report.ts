import { build } from '../build-element.ts';
import { copyText } from '../copy-text.ts';

/** 发现错误: shows and copies the place of an error (`components/lesson/Report.astro`). */
export class CourseReport extends HTMLElement {
  connectedCallback(): void {
    const contact = this.querySelector('[data-local="contact"]');
    if (!contact || this.querySelector('details')) return;
    const { place = '', version = '' } = this.dataset;
    const text = build('pre', {}, `课：${place}\n版本：${version}\n联系：`, contact, '\n问题：');
    const done = build('span', { role: 'status' });
    const button = build('button', { class: 'button', type: 'button' }, '复制');
    button.onclick = async () => {
      const copied = await copyText(text.textContent ?? '');
      done.textContent = copied ? '复制好了。' : '这里不让复制，请照着上面几行写。';
    };
    const details = build(
      'details',
      {},
      build('summary', {}, '发现错误'),
      build('p', {}, '把下面这几行连同您发现的问题，发给联系人。'),
      text,
      build('p', { class: 'actions' }, button, done),
    );
    this.append(details);
    this.hidden = false;
  }
}
