import { keepFocus } from '../focus.ts';
import { openStore } from '../store/open.ts';

/** 读完了: how a lesson without questions is finished (`components/lesson/Read.astro`). */
export class CourseRead extends HTMLElement {
  connectedCallback(): void {
    this.#start().catch((error) => console.warn('What was read could not be looked up.', error));
  }

  async #start(): Promise<void> {
    const store = await openStore();
    const lesson = this.dataset.lesson ?? '';
    const button = this.querySelector('button');
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (!button || !status) return;
    const done = () => {
      const hide = () => {
        button.hidden = true;
      };
      keepFocus(this, hide, status);
      status.textContent = store.durable ? '读完了，已保存。' : '读完了，只在这一页里记着。';
    };
    let saving = false;
    button.onclick = async () => {
      // Not `disabled`, which would take the focus away before it can be handed on.
      if (saving) return;
      saving = true;
      try {
        await store.append({ type: 'read', lesson });
        done();
      } catch (error) {
        console.warn('读完了 was not saved.', error);
        status.textContent = '没有记上。先别关页面，过一会儿再点一次。';
      } finally {
        saving = false;
      }
    };
    this.hidden = false;
    const { events } = await store.readLog();
    if (events.some((event) => event.type === 'read' && event.lesson === lesson)) done();
  }
}
