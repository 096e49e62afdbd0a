import { copyText } from '../copy-text.ts';

/** 发现错误: shows and copies the place of an error (`components/lesson/Report.astro`). */
export class CourseReport extends HTMLElement {
  connectedCallback(): void {
    const contact = this.querySelector('[data-local="contact"]');
    if (!contact || this.querySelector('details')) return;
    const { place = '', version = '' } = this.dataset;
    const text = build('pre');
    text.append(`课：${place}\n版本：${version}\n联系：`, contact, '\n问题：');
    const done = build('span');
    done.setAttribute('role', 'status');
    const button = build('button', '复制');
    button.className = 'button';
    button.type = 'button';
    button.onclick = async () => {
      const copied = await copyText(text.textContent ?? '');
      done.textContent = copied ? '复制好了。' : '这里不让复制，请照着上面几行写。';
    };
    const actions = build('p');
    actions.className = 'actions';
    actions.append(button, done);
    const details = build('details');
    const asked = build('p', '把下面这几行连同您发现的问题，发给联系人。');
    details.append(build('summary', '发现错误'), asked, text, actions);
    this.append(details);
    this.hidden = false;
  }
}

function build<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
