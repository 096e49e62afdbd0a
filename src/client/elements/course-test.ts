import { bankOf, drawPaper, type TestData } from '../../core/quiz/paper.ts';
import {
  type DrawnQuestion,
  moveTo,
  openSitting,
  outcomes,
  type Sitting,
} from '../../core/quiz/sitting.ts';
import type { PaperEvent, RecordEvent } from '../../core/record/event.ts';
import { type TestResult, testResults } from '../../core/record/results.ts';
import { readLessonPage } from '../lesson-page.ts';
import { fillSlots } from '../local.ts';
import { markOverdue } from '../review.ts';
import { readSitting } from '../store/draft.ts';
import { randomId } from '../store/store.ts';
import { CourseQuiz } from './course-quiz.ts';
import { buildMarkup, copyQuestions, type QuestionCopy } from './question-copy.ts';
import { QuestionView } from './question-view.ts';

type Copies = ReadonlyMap<string, QuestionCopy>;

/** What is kept of a paper, so that an edit of the bank changes nothing in it. */
interface KeptPaper {
  attempt: string;
  questions: Record<string, QuestionCopy>;
}

/**
 * 模块测验: a paper drawn from the module's bank, answered without verdicts, judged at its end. A
 * paper is drawn once, kept as an event, and never drawn again; as many as one likes.
 *
 * States: intro (no paper is open), open, and the summary with every verdict behind it; unread, where
 * a paper is open whose questions cannot be had just now.
 */
export class CourseTest extends CourseQuiz {
  protected override readonly practice = false;
  #module!: TestData;
  #results: readonly TestResult[] = [];
  #drawing = false;
  /** A paper is open whose questions cannot be had just now. */
  #unread = false;

  protected override async resume(events: readonly RecordEvent[]): Promise<void> {
    this.#module = JSON.parse(this.find('[data-part="test-data"]').textContent ?? '');
    const id = this.dataset.sitting ?? '';
    const stored = await readSitting(this.store, id);
    const paper = stored ? moveTo(stored, stored.position) : this.#lastPaper(id, events);
    const copies =
      paper &&
      (await this.#copiesOf(paper).catch((error) => {
        console.warn('The questions of the paper were not read.', error);
        // An open paper goes on when they can be had again.
        this.#unread = stored !== undefined;
      }));
    this.sitting = paper && copies ? paper : openSitting(id, '', []);
    this.#showQuestions(copies ?? new Map());
    this.answers = outcomes(this.sitting, events, this.keys);
    if (!stored && !this.isFinished()) this.sitting = openSitting(id, '', []);
    // A finished paper that is opened again starts with its result.
    if (!stored) this.dataset.summary = '';
    this.show('withdrawn', stored !== undefined && !copies && !this.#unread);
    this.show('unread', this.#unread);
    this.#paintPast(events);
  }

  /** The paper that was drawn last. */
  #lastPaper(id: string, events: readonly RecordEvent[]): Sitting | undefined {
    const [paper] = events
      .filter(
        (event): event is PaperEvent => event.type === 'paper' && event.module === this.#module.id,
      )
      .slice(-1);
    const questions = paper?.questions.map((drawn) => {
      const [question = '', revision = ''] = drawn.split('@');
      return { id: question, revision };
    });
    return paper && questions && openSitting(id, paper.sitting, questions, true);
  }

  /**
   * The questions of a paper as they were drawn: as they were kept, or, on another device, as their
   * lessons have them; `undefined` where these have been rewritten. Rejects where they cannot be had.
   */
  async #copiesOf({ id, attempt, questions }: Sitting): Promise<Copies | undefined> {
    const kept = (await this.store.getPaper(id).catch(() => undefined)) as KeptPaper | undefined;
    const own = kept?.attempt === attempt ? new Map(Object.entries(kept.questions)) : new Map();
    return pick(questions, own) ?? pick(questions, await this.#readBank());
  }

  /** All questions of the module's lessons, as their pages have them now; rejects if one is not here. */
  async #readBank(): Promise<Copies> {
    const asked = this.#module.lessons.filter(({ questions }) => questions.length > 0);
    const lessons = await Promise.all(
      asked.map(async ({ id, questions }) => {
        const copies = copyQuestions(await readLessonPage(`${this.#module.id}/${id}`));
        // A portal's login page is a page, too.
        if (!questions.some((question) => copies.has(question.id)))
          throw new Error(`${id} asks nothing`);
        return [...copies];
      }),
    );
    return new Map(lessons.flat());
  }

  /** Puts these questions in the place of those that are there. */
  #showQuestions(copies: Copies): void {
    for (const question of this.querySelectorAll('[data-question]')) question.remove();
    this.keys.clear();
    this.views.clear();
    for (const [id, { key, markup }] of copies) {
      const question = buildMarkup(markup) as HTMLElement;
      this.find('form').append(question);
      const view = new QuestionView(question, this.practice);
      view.shuffleOptions(this.sitting.attempt);
      this.keys.set(id, key);
      this.views.set(id, view);
    }
    fillSlots();
    markOverdue(Date.now(), this);
  }

  protected override act(action: string): void {
    if (action === 'begin') void this.#begin();
    if (action === 'look') this.go(0);
  }

  async #begin(): Promise<void> {
    // Pressed twice, the button still draws one paper.
    if (this.#drawing) return;
    this.#drawing = true;
    this.show('unread', false);
    this.show('not-begun', false);
    this.show('drawing', true);
    try {
      await this.#draw(await this.#readBank());
    } catch (error) {
      console.warn('No paper was drawn.', error);
      this.show('unread', true);
    } finally {
      this.#drawing = false;
      this.show('drawing', false);
    }
  }

  /** Draws a paper, keeps it, and opens it. */
  async #draw(bank: Copies): Promise<void> {
    const attempt = randomId();
    const cards = bankOf(this.#module, (id) => bank.get(id)?.key.revision);
    const questions = drawPaper(cards, attempt);
    // It is drawn from the bank, so the bank has all of it.
    const copies = pick(questions, bank) as Copies;
    const redLines = cards.filter(({ redLine }) => redLine).map(({ id }) => id);
    try {
      const kept: KeptPaper = { attempt, questions: Object.fromEntries(copies) };
      await this.store.putPaper(this.sitting.id, kept);
      await this.store.append({
        type: 'paper',
        module: this.#module.id,
        sitting: attempt,
        questions: questions.map(({ id, revision }) => `${id}@${revision}`),
        passMark: this.#module.passMark,
        redLines: questions.map(({ id }) => id).filter((id) => redLines.includes(id)),
      });
    } catch (error) {
      console.warn('The paper was not saved.', error);
      this.show('not-begun', true);
      return;
    }
    this.answers = new Map();
    this.sitting = openSitting(this.sitting.id, attempt, questions, true);
    this.#showQuestions(copies);
    this.show('withdrawn', false);
    delete this.dataset.summary;
    this.go(0);
  }

  /** After an answer comes the next open question; after the last one, the result. */
  protected override answered(_view: QuestionView): void {
    const { questions, position } = this.sitting;
    const open = questions
      .map((_, index) => (position + 1 + index) % questions.length)
      .find((index) => !this.answers.has(questions[index]?.id ?? ''));
    if (open === undefined) void this.#finish();
    else this.go(open);
  }

  async #finish(): Promise<void> {
    await this.store.readLog().then(
      ({ events }) => this.#paintPast(events),
      (error) => console.warn('How the test went cannot be told.', error),
    );
    this.showSummary();
  }

  protected override paint(): void {
    const intro = this.sitting.questions.length === 0;
    this.toggleAttribute('data-open', !intro && !this.isFinished());
    this.show('intro', intro && !this.#unread);
    this.toggle('form', !intro);
    if (intro) {
      this.show('steps', false);
      this.show('summary', false);
    } else {
      super.paint();
    }
  }

  protected override paintSummary(): void {
    super.paintSummary();
    const result = this.#results.find(({ sitting }) => sitting === this.sitting.attempt);
    if (!result) return;
    const { passMark, redLinesKept, passed } = result;
    const score = `${result.percent}分，及格线${passMark}分。`;
    this.find('[data-part="outcome"]').textContent = redLinesKept
      ? score + (passed ? '通过了。' : '这次没有通过，可以再考，次数不限。')
      : `${score}红线题有没答对的，这次不算通过。`;
  }

  /** How earlier papers went: the first, the best, how many. */
  #paintPast(events: readonly RecordEvent[]): void {
    const results = testResults(this.#module, events);
    const percents = results.map(({ percent }) => percent);
    this.#results = results;
    this.show('past', results.length > 0);
    if (results.length === 0) return;
    this.find('[data-part="past"]').textContent =
      `考过${results.length}次：第一次${percents[0]}分，最好${Math.max(...percents)}分，` +
      (results.some(({ passed }) => passed) ? '已经通过。' : '还没有通过。');
  }
}

/** The questions as they were drawn; `undefined` where one is missing or is another one by now. */
function pick(drawn: readonly DrawnQuestion[], copies: Copies): Copies | undefined {
  const picked = new Map<string, QuestionCopy>();
  for (const { id, revision } of drawn) {
    const copy = copies.get(id);
    if (copy?.key.revision !== revision) return undefined;
    picked.set(id, copy);
  }
  return picked;
}
