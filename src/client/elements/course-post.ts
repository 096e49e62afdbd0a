import { keepFocus } from '../focus.ts';
import { readSettings, writeSettings } from '../settings.ts';

/** 设为我的岗位: remembers the post or sector of this path page, and its lessons in order. */
export class CoursePost extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const done = this.querySelector<HTMLElement>('[data-part="done"]');
    if (!button || !done) return;
    const { sector, post, title = '', lessons = '[]' } = this.dataset;
    const path = { id: post ?? sector ?? '', title, lessons: JSON.parse(lessons) };
    const isMine = () => {
      const mine = readSettings();
      return mine.sector === sector && mine.post === post;
    };
    if (isMine()) {
      button.hidden = true;
      // Lessons may have joined since.
      writeSettings({ path });
    }
    this.hidden = false;
    button.addEventListener('click', () => {
      writeSettings({ sector, post, path });
      document.documentElement.dataset.sector = sector ?? '';
      done.textContent = isMine()
        ? `记下了：${title}。首页会直接给出这条路径。`
        : '没能记下：这个浏览器不让保存。课照常能看。';
      const hide = () => {
        button.hidden = true;
      };
      keepFocus(this, hide, done);
    });
  }
}
