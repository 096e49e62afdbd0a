import { gradeAnswer, isAnswered } from '../../core/quiz/grade.ts';
import { openPractice } from '../../core/quiz/practice.ts';
import type { Answer, QuestionKey } from '../../core/quiz/question.ts';
import { moveTo, openSitting, type Sitting, select } from '../../core/quiz/sitting.ts';
import type { AnswerDraft, AnswerEvent, RecordEvent } from '../../core/record/event.ts';
import { reloadPage } from '../reload.ts';
import { writePlace } from '../settings.ts';
import { dropDraft, readSitting, writeDraft } from '../store/draft.ts';
import { holdSitting } from '../store/holder.ts';
import { openStore } from '../store/open.ts';
import { randomId, type Store } from '../store/store.ts';
import { printedKeys } from './question-copy.ts';
import { QuestionView } from './question-view.ts';
import { frameQuiz } from './quiz-frame.ts';

/** Detail of `course:export`. */
export interface UnsavedAnswers {
  drafts: readonly AnswerDraft[];
  /** Set by whoever saves them in a file: settles when that is done. */
  saved?: Promise<void>;
}

/**
 * A finished form of questions (`components/lesson/Quiz.astro`) that this element enables, one
 * question at a time. Events that bubble: `course:answered` after each saved answer; `course:export`
 * with the drafts of those that could not be saved, when the learner wants them in a file.
 *
 * States: elsewhere (another page holds the sitting), open (a sitting with questions left), answered (the shown question has its verdict),
 * finished (every question of the sitting answered: no sitting is stored, the summary is shown).
 */
export class CourseQuiz extends HTMLElement {
  /** Practice asks how sure one is and judges each answer at once. */
  protected readonly practice: boolean = true;
  protected store!: Store;
  protected sitting!: Sitting;
  protected answers = new Map<string, AnswerEvent>();
  protected keys = new Map<string, QuestionKey>();
  protected views = new Map<string, QuestionView>();
  #saving = Promise.resolve();
  /** Question id -> its answer that could not be stored. */
  #unsaved = new Map<string, AnswerDraft>();
  /** Value of the submit button that was pressed last. */
  #pressed = '';
  #connected: AbortController | undefined;

  connectedCallback(): void {
    this.#connected = new AbortController();
    this.#start(this.#connected.signal).catch((error) => {
      console.warn('The questions could not be opened.', error);
      this.show('unopened', true);
    });
  }

  disconnectedCallback(): void {
    this.#connected?.abort();
  }

  async #start(signal: AbortSignal): Promise<void> {
    this.keys = new Map(printedKeys(this).map((key) => [key.id, key]));
    frameQuiz(this, this.isSingle());
    for (const question of this.querySelectorAll<HTMLElement>('[data-question]')) {
      const id = question.dataset.question ?? '';
      // An element that comes back to the page has its views already.
      if (!this.views.has(id)) this.views.set(id, new QuestionView(question, this.practice));
    }
    this.store = await openStore();
    await this.#hold(signal);
    const { events } = await this.store.readLog();
    await this.resume(events);
    if (signal.aborted) return;
    this.#listen(signal);
    this.dataset.ready = '';
    this.paint();
    this.#followAddress();
  }

  /** A link to one of the questions opens it. */
  #followAddress(): void {
    const asked = this.sitting.questions.findIndex(({ id }) => location.hash === `#${id}`);
    if (asked < 0) return;
    this.sitting = moveTo(this.sitting, asked);
    delete this.dataset.summary;
    this.paint();
    // Hiding the other questions has moved this one.
    this.scrollIntoView();
  }

  /** Only one page writes a sitting; the others wait, readable, until it is free. */
  async #hold(signal: AbortSignal): Promise<void> {
    const wait = () => this.show('elsewhere', true);
    // What this page shows is no longer what is stored.
    const lost = () => void reloadPage();
    await holdSitting(this.dataset.sitting ?? '', wait, lost, signal).catch((error) => {
      console.warn('The sitting could not be held.', error);
    });
    this.show('elsewhere', false);
  }

  /** What the record holds of these questions becomes what is shown. */
  protected async resume(events: readonly RecordEvent[]): Promise<void> {
    const keys = [...this.keys.values()];
    const id = this.dataset.sitting ?? '';
    const stored = await readSitting(this.store, id);
    const sittings = await this.store.getSittings().catch(() => []);
    const practice = openPractice(id, randomId(), keys, { events, stored, sittings });
    this.sitting = practice.sitting;
    this.answers = practice.answers;
    for (const [question, view] of this.views) view.showChange(practice.reopened.has(question));
    if (practice.finished) this.dataset.summary = '';
  }

  #listen(signal: AbortSignal): void {
    const form = this.find<HTMLFormElement>('form');
    form.addEventListener('submit', (event) => this.#submit(event), { signal });
    form.addEventListener('input', (event) => this.#select(event), { signal });
    this.addEventListener('click', (event) => this.#click(event), { signal });
    addEventListener('hashchange', () => this.#followAddress(), { signal });
  }

  #select(event: Event): void {
    const id = questionOf(event.target);
    const view = this.views.get(id);
    if (!view) return;
    view.clearError();
    this.keep(select(this.sitting, id, view.selection()));
  }

  /** Selections are kept one after the other, so that the last one wins. */
  protected keep(sitting: Sitting): void {
    this.sitting = sitting;
    this.#markPlace();
    writeDraft(sitting);
    this.#saving = this.#saving
      .then(() => (this.isFinished() ? undefined : this.store.putSitting(this.sitting)))
      .then(() => (this.sitting === sitting ? dropDraft(sitting.id) : undefined))
      .catch((error) => console.warn('The selection was not kept.', error));
  }

  /** The question is where the learner goes on. */
  #markPlace(): void {
    const { address: lesson = '', title = '' } = this.dataset;
    const number = this.sitting.position + 1;
    const headingText = this.isSingle() ? '先试一题' : `第${number}题`;
    writePlace({ lesson, title, heading: this.current(), headingText, at: Date.now() });
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const id = this.current();
    const key = this.keys.get(id);
    const view = this.views.get(id);
    if (!key || !view || this.answers.has(id) || view.busy) return;
    const answer = view.selection();
    if (!isAnswered(key, answer)) {
      view.showError();
      return;
    }
    const draft = this.#draft(key, answer);
    view.clearError();
    view.setBusy(true);
    try {
      this.answers.set(id, (await this.store.append(draft)) as AnswerEvent);
      this.#unsaved.delete(id);
    } catch (error) {
      console.warn('The answer was not saved.', error);
      this.#unsaved.set(id, draft);
      view.showUnsaved();
      return;
    } finally {
      view.setBusy(false);
    }
    await this.#saving;
    if (this.isFinished()) {
      dropDraft(this.sitting.id);
      await this.store.removeSitting(this.sitting.id).catch(() => undefined);
    } else {
      this.keep(this.sitting);
    }
    this.answered(view);
    this.dispatchEvent(new CustomEvent('course:answered', { bubbles: true }));
  }

  /** What follows a saved answer: its verdict, at once. */
  protected answered(view: QuestionView): void {
    this.paint();
    view.focusVerdict();
  }

  #draft(key: QuestionKey, answer: Answer): AnswerDraft {
    return {
      type: 'answer',
      question: key.id,
      revision: key.revision,
      sitting: this.sitting.attempt,
      answer,
      correct: gradeAnswer(key, answer).correct,
      sure: this.#pressed !== 'unsure',
    };
  }

  #click(event: Event): void {
    const button = (event.target as Element).closest('button');
    // Not `submitter`, which Safari before 15.4 does not have.
    if (button?.type === 'submit') this.#pressed = button.value;
    const action = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset.action;
    // An answer that is being saved is waited for: what follows it would lead away from there.
    const busy = this.views.get(this.current())?.busy;
    if (busy && (action === 'back' || action === 'next')) return;
    if (action === 'back') this.go(this.sitting.position - 1);
    else if (action === 'next') this.go(this.sitting.position + 1);
    else if (action === 'result') this.showSummary();
    else if (action === 'retry-wrong') this.#retry((answer) => answer?.correct === false);
    else if (action === 'retry') this.#retry(() => true);
    else if (action === 'export') void this.#export();
    else if (action) this.act(action);
  }

  /** Whoever saves files is asked to; where nobody has come yet, that is said like any other failure. */
  async #export(): Promise<void> {
    const view = this.views.get(this.current());
    const detail: UnsavedAnswers = { drafts: [...this.#unsaved.values()] };
    this.dispatchEvent(new CustomEvent('course:export', { bubbles: true, detail }));
    const saved = detail.saved?.then(() => true).catch((error) => console.warn(error));
    view?.sayExported((await saved) === true);
  }

  /** Buttons that only a kind of quiz has. */
  protected act(_action: string): void {}

  protected go(position: number): void {
    this.keep(moveTo(this.sitting, position));
    delete this.dataset.summary;
    this.paint();
    this.views.get(this.current())?.focus();
  }

  #retry(chosen: (answer: AnswerEvent | undefined) => boolean): void {
    const keys = [...this.keys.values()].filter(({ id }) => chosen(this.answers.get(id)));
    this.answers = new Map();
    const partial = keys.length < this.keys.size;
    this.sitting = openSitting(this.sitting.id, randomId(), keys, partial);
    delete this.dataset.summary;
    this.keep(this.sitting);
    this.paint();
    this.views.get(this.current())?.focus();
  }

  protected showSummary(): void {
    this.dataset.summary = '';
    this.paint();
    this.find<HTMLElement>('[data-part="score"]').focus();
  }

  protected current(): string {
    return this.sitting.questions[this.sitting.position]?.id ?? '';
  }

  /** One question in the prose has no steps, and its verdict is its summary. */
  protected isSingle(): boolean {
    return this.practice && this.keys.size === 1;
  }

  protected isFinished(): boolean {
    return this.sitting.questions.every(({ id }) => this.answers.has(id));
  }

  protected paint(): void {
    const { questions, selections, position } = this.sitting;
    const finished = this.isFinished();
    const single = this.isSingle();
    const current = this.current();
    const summary = finished && !single && this.dataset.summary !== undefined;
    for (const [id, view] of this.views) {
      const answer = this.answers.get(id);
      view.paint({
        visible: id === current && !summary,
        selection: answer?.answer ?? selections[id] ?? [],
        answer,
        verdict: answer !== undefined && this.showsVerdict(),
        key: this.keys.get(id) as QuestionKey,
        durable: this.store.durable,
      });
    }
    this.show('steps', !single && !summary);
    this.show('summary', summary);
    this.show('again', single && finished);
    if (single) return;
    const answered = this.answers.has(current);
    const last = position === questions.length - 1;
    const left = questions.filter(({ id }) => !this.answers.has(id)).length;
    this.find('[data-part="position"]').textContent =
      `第${position + 1}题，共${questions.length}题${left > 0 ? `，还有${left}题没答` : '，都答完了'}`;
    this.toggle('[data-action="back"]', position > 0);
    this.toggle('[data-action="next"]', !last);
    this.toggle('[data-action="result"]', finished);
    this.find('[data-action="next"]').classList.toggle('primary', answered && !last);
    if (summary) this.paintSummary();
  }

  /** Whether an answer is judged before the sitting is finished. */
  protected showsVerdict(): boolean {
    return this.practice || this.isFinished();
  }

  protected paintSummary(): void {
    const drawn = this.sitting.questions;
    const right = drawn.filter(({ id }) => this.answers.get(id)?.correct).length;
    this.find('[data-part="score"]').textContent = `${drawn.length}题都答了，答对${right}题。`;
    const wrong = new Set(
      drawn.filter(({ id }) => !this.answers.get(id)?.correct).map(({ id }) => id),
    );
    for (const item of this.querySelectorAll<HTMLElement>('[data-revisit]')) {
      const ids = (item.dataset.revisit ?? '').split(' ');
      item.hidden = !ids.some((id) => wrong.has(id));
    }
    this.show('revisit', wrong.size > 0);
    this.show('all-right', wrong.size === 0);
    this.toggle('[data-action="retry-wrong"]', wrong.size > 0);
  }

  protected show(part: string, visible: boolean): void {
    this.toggle(`[data-part="${part}"]`, visible);
  }

  protected toggle(selector: string, visible: boolean): void {
    const element = this.querySelector<HTMLElement>(selector);
    if (element) element.hidden = !visible;
  }

  protected find<T extends Element = Element>(selector: string): T {
    const element = this.querySelector<T>(selector);
    if (!element) throw new Error(`<course-quiz> has no ${selector}`);
    return element;
  }
}

function questionOf(target: EventTarget | null): string {
  const question = (target as Element | null)?.closest<HTMLElement>('[data-question]');
  return question?.dataset.question ?? '';
}
