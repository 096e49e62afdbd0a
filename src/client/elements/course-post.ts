import { readSettings, writeSettings } from '../settings.ts';

/** 设为我的岗位: remembers the post or sector of this path page, and its lessons in order. */
export class CoursePost extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const done = this.querySelector('[data-part="done"]');
    if (!button || !done) return;
    const { sector, post, title = '', lessons = '[]' } = this.dataset;
    const path = { id: post ?? sector ?? '', title, lessons: JSON.parse(lessons) };
    const mine = readSettings();
    if (mine.sector === sector && mine.post === post) {
      button.hidden = true;
      // Lessons may have joined since.
      writeSettings({ path });
    }
    this.hidden = false;
    button.addEventListener('click', () => {
      writeSettings({ sector, post, path });
      document.documentElement.dataset.sector = sector ?? '';
      done.textContent = `记下了：${title}。首页会直接给出这条路径。`;
      button.hidden = true;
    });
  }
}
