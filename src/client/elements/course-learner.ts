import { href } from '../base.ts';
import { watchIdle } from '../idle.ts';
import { pageLearner, readLearners } from '../learners.ts';

/** On every page: whose record this is, where several people share the browser. */
export class CourseLearner extends HTMLElement {
  #watching = false;

  connectedCallback(): void {
    const name = document.createElement('strong');
    name.textContent = pageLearner().name || '没起名字的人';
    const change = document.createElement('a');
    change.href = href('learner/');
    change.textContent = '换人';
    this.replaceChildren('这里记的是', name, '的学习。', change);
    this.hidden = readLearners().length < 2;
    if (!this.#watching) watchIdle();
    this.#watching = true;
  }
}
