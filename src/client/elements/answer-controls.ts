import type { Answer } from '../../core/quiz/question.ts';
import { build } from '../build-element.ts';
import { frameStep } from './quiz-frame.ts';

/**
 * The native controls of one question, whatever its kind. Its answer is what a form would send:
 * the value of every text, select and hidden control in the order of the page, then those of the
 * checked boxes. Steps to be ordered are hidden controls, disabled until something was moved.
 *
 * Buttons change controls: `data-move` a step, `data-word` the next empty blank, `data-clear` all
 * blanks, `data-compare` opens what a sentence is compared with. Each change fires `input`; asking
 * to compare nothing fires `course:empty`.
 */
export class AnswerControls {
  readonly #root: HTMLElement;
  /** Steps to be ordered as the page shows them first. */
  readonly #steps: readonly HTMLElement[];
  /** What a press has done, for those who do not see it. */
  readonly #said: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#steps = [...root.querySelectorAll<HTMLElement>('[data-order] > li')];
    for (const step of this.#steps) frameStep(step);
    // A kept copy of a question has it already.
    this.#said = root.querySelector('.said') ?? build('p', { class: 'said', role: 'status' });
    if (root.querySelector('[data-move], [data-word]')) root.append(this.#said);
    root.addEventListener('click', (event) => this.#click(event.target as Element));
  }

  read(): Answer {
    const texts = this.#texts().filter(({ disabled }) => !disabled);
    const checked = this.#boxes().filter((box) => box.checked);
    return [...texts, ...checked].map((control) => control.value);
  }

  write(answer: Answer): void {
    this.#restoreOrder(answer);
    const texts = this.#texts();
    texts.forEach((control, index) => {
      if (control.type !== 'hidden') control.value = answer[index] ?? '';
    });
    const rest = answer.slice(texts.length);
    const boxes = this.#boxes();
    for (const box of boxes) box.checked = rest.includes(box.value);
    // Ticks are only made after comparing.
    if (texts.length > 0 && boxes.length > 0) this.#compare(rest.length > 0);
  }

  focus(): void {
    this.#root
      .querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea, button')
      ?.focus();
  }

  #click(target: Element): void {
    const button = target.closest('button');
    if (!button) return;
    const { move, word, clear, compare } = button.dataset;
    if (move !== undefined) this.#move(button, move === 'up' ? -1 : 1);
    else if (word !== undefined) this.#fill(word);
    else if (clear !== undefined) this.#clear();
    else if (compare !== undefined) {
      if (!this.read()[0]?.trim()) {
        button.dispatchEvent(new Event('course:empty', { bubbles: true }));
        return;
      }
      this.#compare(true);
      // The button has gone; whoever cannot see that goes on with what is to be read.
      this.#root.querySelector<HTMLElement>('[data-compared]')?.focus();
    } else return;
    button.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #move(button: HTMLElement, by: -1 | 1): void {
    const step = button.closest('li');
    const list = step?.parentElement;
    if (!step || !list) return;
    const steps = [...list.children];
    const to = steps.indexOf(step) + by;
    for (const control of this.#texts()) control.disabled = false;
    if (to >= 0 && to < steps.length) {
      list.insertBefore(step, (by < 0 ? steps[to] : steps[to]?.nextSibling) ?? null);
    }
    button.focus();
    const place = [...list.children].indexOf(step) + 1;
    this.#said.textContent = `排在第${place}：${step.querySelector('.text')?.textContent}`;
  }

  #restoreOrder(answer: Answer): void {
    const list = this.#root.querySelector('[data-order]');
    if (!list) return;
    for (const control of this.#texts()) control.disabled = answer.length === 0;
    const place = ({ dataset }: HTMLElement) => answer.indexOf(dataset.answerPart ?? '');
    const ordered = [...this.#steps].sort((a, b) => place(a) - place(b));
    // Put in again, a step would lose the focus of its buttons.
    if (ordered.some((step, index) => list.children[index] !== step)) list.append(...ordered);
  }

  #fill(word: string): void {
    const blanks = this.#texts();
    const blank = blanks.find(({ value }) => value === '') ?? blanks[blanks.length - 1];
    if (!blank) return;
    blank.value = word;
    this.#said.textContent = `第${blanks.indexOf(blank) + 1}空：${word}`;
  }

  #clear(): void {
    for (const blank of this.#texts()) blank.value = '';
    this.#said.textContent = '都清空了';
  }

  #compare(open: boolean): void {
    const compared = this.#root.querySelector<HTMLElement>('[data-compared]');
    const button = this.#root.querySelector<HTMLElement>('[data-compare]');
    if (!compared || !button) return;
    compared.hidden = !open;
    button.hidden = open;
    // Until then there is nothing to submit; the style sheet hides the buttons.
    this.#root.toggleAttribute('data-comparing', !open);
  }

  #texts(): (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[] {
    return [
      ...this.#root.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
        'input[type="text"], input[type="hidden"], select, textarea',
      ),
    ];
  }

  #boxes(): HTMLInputElement[] {
    return [...this.#root.querySelectorAll<HTMLInputElement>('[type="radio"], [type="checkbox"]')];
  }
}
