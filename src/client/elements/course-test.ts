import type { OutlineModule } from '../../core/course/outline.ts';
import { type BankQuestion, drawPaper } from '../../core/quiz/paper.ts';
import { moveTo, openSitting, outcomes, type Sitting } from '../../core/quiz/sitting.ts';
import type { PaperEvent, RecordEvent } from '../../core/record/event.ts';
import { type TestResult, testResults } from '../../core/record/results.ts';
import { readSitting } from '../store/draft.ts';
import { randomId } from '../store/store.ts';
import { CourseQuiz } from './course-quiz.ts';
import { buildMarkup, copyMarkup, type QuestionCopy } from './question-copy.ts';
import { QuestionView } from './question-view.ts';

/** What the test's page carries beside the keys (`components/course/Test.astro`). */
interface TestData {
  module: OutlineModule;
  bank: readonly BankQuestion[];
}

/** What is kept of a paper, so that an edit of the bank changes nothing in it. */
interface KeptPaper {
  attempt: string;
  questions: Record<string, QuestionCopy | undefined>;
}

/**
 * 模块测验: a paper drawn from the module's bank, answered without verdicts, judged at its end. A
 * paper is drawn once, kept as an event, and never drawn again; as many as one likes.
 *
 * States: intro (no paper is open), open, and the summary with every verdict behind it.
 */
export class CourseTest extends CourseQuiz {
  protected override readonly practice = false;
  #data!: TestData;
  #results: readonly TestResult[] = [];
  #drawing = false;
  /** What the page has of the questions that an older paper shows as they were. */
  readonly #present = new Map<string, QuestionCopy | undefined>();

  protected override async resume(_keys: unknown, events: readonly RecordEvent[]): Promise<void> {
    this.#data = JSON.parse(this.find('[data-part="test-data"]').textContent ?? '');
    const id = this.dataset.sitting ?? '';
    const stored = await readSitting(this.store, id);
    const paper = stored ? moveTo(stored, stored.position) : this.#lastPaper(id, events);
    const whole = paper ? await this.#restoreQuestions(paper) : false;
    this.sitting = paper && whole ? paper : openSitting(id, '', []);
    this.answers = outcomes(this.sitting, events, this.keys);
    if (!stored && !this.isFinished()) this.sitting = openSitting(id, '', []);
    // A finished paper that is opened again starts with its result.
    if (!stored) this.dataset.summary = '';
    this.show('withdrawn', stored !== undefined && !whole);
    this.#shuffle();
    this.#paintPast(events);
  }

  /** The paper that was drawn last. */
  #lastPaper(id: string, events: readonly RecordEvent[]): Sitting | undefined {
    const module = this.#data.module.id;
    const [paper] = events
      .filter((event): event is PaperEvent => event.type === 'paper' && event.module === module)
      .slice(-1);
    const questions = paper?.questions.map((drawn) => {
      const [question = '', revision = ''] = drawn.split('@');
      return { id: question, revision };
    });
    return paper && questions && openSitting(id, paper.sitting, questions, true);
  }

  /** Brings back what has been rewritten since it was drawn; false where a question is not to be had. */
  async #restoreQuestions({ id, attempt, questions }: Sitting): Promise<boolean> {
    const changed = questions.filter(
      (drawn) => this.keys.get(drawn.id)?.revision !== drawn.revision,
    );
    if (changed.length === 0) return true;
    const kept = (await this.store.getPaper(id).catch(() => undefined)) as KeptPaper | undefined;
    const copies = kept?.attempt === attempt ? kept.questions : {};
    if (changed.some((drawn) => copies[drawn.id]?.key.revision !== drawn.revision)) return false;
    for (const drawn of changed) this.#replace(drawn.id, copies[drawn.id]);
    return true;
  }

  #replace(id: string, copy: QuestionCopy | undefined): void {
    if (!copy) return;
    const present = this.querySelector<HTMLElement>(`[data-question="${id}"]`);
    const question = buildMarkup(copy.markup) as HTMLElement;
    if (!this.#present.has(id)) this.#present.set(id, this.#copyOf(id));
    if (present) present.replaceWith(question);
    else this.find('form').append(question);
    this.keys.set(id, copy.key);
    this.views.set(id, new QuestionView(question, this.practice));
  }

  /** What the page itself has of a question that an older paper has replaced; none if it is gone. */
  #restorePresent(): void {
    for (const [id, copy] of this.#present) {
      if (copy) {
        this.#replace(id, copy);
        continue;
      }
      this.querySelector(`[data-question="${id}"]`)?.remove();
      this.keys.delete(id);
      this.views.delete(id);
    }
    this.#present.clear();
  }

  /** As the page has it, whatever an older paper shows in its place. */
  #presentCopy(id: string): QuestionCopy | undefined {
    return this.#present.has(id) ? this.#present.get(id) : this.#copyOf(id);
  }

  #copyOf(id: string): QuestionCopy | undefined {
    const question = this.querySelector<HTMLElement>(`[data-question="${id}"]`);
    const key = this.keys.get(id);
    return question && key ? { key, markup: copyMarkup(question) } : undefined;
  }

  protected override act(action: string): void {
    if (action === 'begin') void this.#begin();
    if (action === 'look') this.go(0);
  }

  async #begin(): Promise<void> {
    // Pressed twice, the button still draws one paper.
    if (this.#drawing) return;
    this.#drawing = true;
    const attempt = randomId();
    const questions = drawPaper(this.#data.bank, attempt);
    const drawn = questions.map(({ id, revision }) => `${id}@${revision}`);
    try {
      const { id: module, passMark } = this.#data.module;
      const rules = this.#data.bank.filter(({ redLine }) => redLine).map(({ id }) => id);
      const redLines = questions.map(({ id }) => id).filter((id) => rules.includes(id));
      const kept: KeptPaper = { attempt, questions: {} };
      for (const { id } of questions) kept.questions[id] = this.#presentCopy(id);
      await this.store.putPaper(this.sitting.id, kept);
      await this.store.append({
        type: 'paper',
        module,
        sitting: attempt,
        questions: drawn,
        passMark,
        redLines,
      });
    } catch (error) {
      console.warn('The paper was not saved.', error);
      this.show('not-begun', true);
      return;
    } finally {
      this.#drawing = false;
    }
    this.#restorePresent();
    this.answers = new Map();
    this.sitting = openSitting(this.sitting.id, attempt, questions, true);
    this.#shuffle();
    this.show('withdrawn', false);
    this.show('not-begun', false);
    delete this.dataset.summary;
    this.go(0);
  }

  #shuffle(): void {
    for (const view of this.views.values()) view.shuffleOptions(this.sitting.attempt);
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
    this.show('intro', intro);
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
    const score = `${percentOf(result)}分，及格线${passMark}分。`;
    this.find('[data-part="outcome"]').textContent = redLinesKept
      ? score + (passed ? '通过了。' : '这次没有通过，可以再考，次数不限。')
      : `${score}红线题有没答对的，这次不算通过。`;
  }

  /** How earlier papers went: the first, the best, how many. */
  #paintPast(events: readonly RecordEvent[]): void {
    const results = testResults(this.#data.module, events);
    const percents = results.map(percentOf);
    this.#results = results;
    this.show('past', results.length > 0);
    if (results.length === 0) return;
    this.find('[data-part="past"]').textContent =
      `考过${results.length}次：第一次${percents[0]}分，最好${Math.max(...percents)}分，` +
      (results.some(({ passed }) => passed) ? '已经通过。' : '还没有通过。');
  }
}

const percentOf = ({ right, total }: TestResult): number => Math.floor((right * 100) / total);
