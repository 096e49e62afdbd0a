import { saveBackupFile } from '../backup-file.ts';
import { href } from '../base.ts';
import { pageLearner, readLearners } from '../learners.ts';
import { eraseRecord } from '../store/erase.ts';

/** 清空本机: exports first, asks, then removes everything about the learner from this browser. */
export class CourseErase extends HTMLElement {
  /** Whether others learn in this browser too. */
  #shared = false;
  #erasing = false;

  connectedCallback(): void {
    this.hidden = false;
    this.#sayWhose();
    this.onclick = ({ target }) => void this.#act((target as HTMLElement).dataset.action);
  }

  async #act(action: string | undefined): Promise<void> {
    if (action === 'ask') {
      await this.#ask();
    } else if (action === 'cancel') {
      this.#confirm(false);
    } else if (action === 'erase') {
      await this.#erase();
    }
  }

  async #ask(): Promise<void> {
    try {
      await saveBackupFile();
      this.#confirm(true);
    } catch (error) {
      console.warn('The backup was not saved.', error);
      this.#say('备份没有存成，所以没有清空。过一会儿再试。');
    }
  }

  async #erase(): Promise<void> {
    // Pressed twice, the second time would be about whoever is next.
    if (this.#erasing) return;
    this.#erasing = true;
    try {
      await eraseRecord();
      this.#confirm(false);
      if (this.#shared) return location.replace(href('learner/'));
      this.#say('清空了。要找回来，到“我的学习”从备份恢复。');
    } catch (error) {
      console.warn('The record was not erased.', error);
      this.#say('还没清完：本站还在别的标签页里开着。都关掉，再清一次。');
    } finally {
      this.#erasing = false;
    }
  }

  #sayWhose(): void {
    const learners = readLearners();
    this.#shared = learners.length > 1;
    const whose = this.querySelector<HTMLElement>('[data-part="whose"]');
    if (!whose || !this.#shared) return;
    whose.hidden = false;
    whose.textContent = `这里记着${learners.length}个人，只清${pageLearner().name || '没起名字的这一份'}的，别人的不动。`;
  }

  #confirm(visible: boolean): void {
    const confirm = this.querySelector<HTMLElement>('[data-part="confirm"]');
    if (confirm) confirm.hidden = !visible;
    this.querySelector<HTMLElement>(`[data-action="${visible ? 'erase' : 'ask'}"]`)?.focus();
  }

  #say(text: string): void {
    const done = this.querySelector('[data-part="done"]');
    if (done) done.textContent = text;
  }
}
