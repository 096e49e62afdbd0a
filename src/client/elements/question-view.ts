import { gradeAnswer } from '../../core/quiz/grade.ts';
import type { Answer, Mark, QuestionKey, Verdict } from '../../core/quiz/question.ts';
import { shuffle } from '../../core/quiz/shuffle.ts';
import type { AnswerEvent } from '../../core/record/event.ts';
import { AnswerControls } from './answer-controls.ts';
import { frameQuestion, unsavedWords } from './quiz-frame.ts';

export interface QuestionState {
  visible: boolean;
  selection: Answer;
  key: QuestionKey;
  /** Present once the question has been answered in this sitting. */
  answer: AnswerEvent | undefined;
  /** Whether the answer is judged now; a test waits until its end. */
  verdict: boolean;
  /** Whether the store outlives the page. */
  durable: boolean;
}

/**
 * Paints one rendered question (`components/lesson/Question.astro`); knows no store and no kind:
 * the words of its kind stand in the markup where they are not the usual ones.
 */
export class QuestionView {
  readonly #root: HTMLElement;
  readonly #fieldset: HTMLFieldSetElement;
  readonly #controls: AnswerControls;
  busy = false;

  constructor(root: HTMLElement, practice: boolean) {
    this.#root = root;
    frameQuestion(root, practice);
    this.#fieldset = root.querySelector('fieldset') as HTMLFieldSetElement;
    this.#controls = new AnswerControls(this.#fieldset);
    root.addEventListener('course:empty', () => this.showError());
  }

  selection(): Answer {
    return this.#controls.read();
  }

  paint({ visible, selection, key, answer, verdict: judged, durable }: QuestionState): void {
    const answered = answer !== undefined;
    this.#root.hidden = !visible;
    this.#fieldset.disabled = answered;
    this.#controls.write(selection);
    this.#part('submit').hidden = answered;
    this.#part('answers').hidden = !judged;
    this.#part('verdict').hidden = !judged;
    this.#part('saved').textContent = durable ? '已保存' : '只在这一页里记着，关掉页面就没了';
    const verdict = judged && answer ? gradeAnswer(key, answer.answer) : undefined;
    this.#markParts(verdict);
    if (verdict) this.#paintVerdict(verdict, answer?.sure === true);
  }

  /** Puts the options of a test in the order that the sitting's seed gives them. */
  shuffleOptions(seed: string): void {
    const [first] = this.#options();
    if (!first || this.#root.dataset.ordered !== undefined) return;
    const parent = first.parentElement;
    const byId = this.#options().sort((a, b) => (partOf(a) < partOf(b) ? -1 : 1));
    for (const option of shuffle(byId, `${seed}/${this.#root.id}`)) parent?.append(option);
  }

  /** Rows of a choice; other kinds have their own order. */
  #options(): HTMLElement[] {
    const rows = [...this.#fieldset.querySelectorAll<HTMLElement>(':scope > .option')];
    return rows.filter((row) => row.querySelector('[type="radio"], [type="checkbox"]'));
  }

  #markParts(verdict: Verdict | undefined): void {
    for (const part of this.#fieldset.querySelectorAll<HTMLElement>('[data-answer-part]')) {
      const mark = verdict?.parts[part.dataset.answerPart ?? ''];
      const word = part.querySelector('.mark');
      if (word) word.textContent = mark ? this.#markWord(mark) : '';
      if (mark) part.dataset.mark = mark;
      else delete part.dataset.mark;
    }
  }

  #paintVerdict(verdict: Verdict, sure: boolean): void {
    const { verdictRight = '答对了', verdictWrong = '答错了' } = this.#root.dataset;
    const { verdictMissed = verdictWrong } = this.#root.dataset;
    const words = { right: verdictRight, wrong: verdictWrong, missed: verdictMissed };
    const wrong = Object.values(verdict.parts).includes('wrong') ? 'wrong' : 'missed';
    const outcome: Mark = verdict.correct ? 'right' : wrong;
    this.#part('verdict').dataset.verdict = outcome;
    this.#part('verdict-word').textContent = words[outcome];
    this.#part('misconception').hidden = verdict.correct || !sure;
    // The reasons stand once in the page, under the answers; the verdict shows copies, and the rest.
    const reasons = this.#part('reasons');
    const note = this.#root.querySelector('[data-part="note"]');
    reasons.after(...(note ? [note] : []), this.#part('source'));
    reasons.replaceChildren();
    for (const item of this.#root.querySelectorAll<HTMLElement>('[data-reason]')) {
      const given = verdict.parts[item.dataset.reason ?? ''];
      if (!given) continue;
      // A reason that states the right answer is what a wrong part should have been.
      const mark = given === 'wrong' && item.dataset.right === 'true' ? 'missed' : given;
      const copy = item.cloneNode(true) as HTMLElement;
      const word = copy.querySelector('.mark');
      if (word) word.textContent = this.#markWord(mark);
      copy.dataset.mark = mark;
      reasons.append(copy);
    }
  }

  #markWord(mark: Mark): string {
    const {
      markRight = '选对了',
      markWrong = '不该选',
      markMissed = '该选它',
    } = this.#root.dataset;
    return { right: markRight, wrong: markWrong, missed: markMissed }[mark];
  }

  /** 原来—现在—影响哪句话, for a learner whose answer a change of policy has reopened. */
  showChange(visible: boolean): void {
    const card = this.#root.querySelector<HTMLElement>('[data-part="change"]');
    if (card) card.hidden = !visible;
  }

  showError(): void {
    this.#part('error').hidden = false;
    this.#fieldset.setAttribute('aria-describedby', this.#part('error').id);
    this.#controls.focus();
  }

  clearError(): void {
    this.#part('error').hidden = true;
    this.#part('unsaved').hidden = true;
    this.#fieldset.removeAttribute('aria-describedby');
  }

  /** The answer could not be saved: said where the person is, with the selection left as it was. */
  showUnsaved(): void {
    const part = this.#part('unsaved');
    part.replaceChildren(...unsavedWords());
    part.hidden = false;
  }

  sayExported(saved: boolean): void {
    this.#part('exported').textContent = saved
      ? '交给浏览器下载了，里面有没存上的答案。'
      : '文件没有存成，先别关这一页；网通了再点一次。';
  }

  setBusy(busy: boolean): void {
    this.busy = busy;
    this.#part('saving').textContent = busy ? '保存中' : '';
  }

  focus(): void {
    this.#part('stem').focus();
  }

  focusVerdict(): void {
    this.#part('verdict-word').focus();
  }

  #part(name: string): HTMLElement {
    const part = this.#root.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`Question ${this.#root.id} has no part ${name}`);
    return part;
  }
}

const partOf = (row: HTMLElement): string => row.dataset.answerPart ?? '';
