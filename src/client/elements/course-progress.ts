import type { TestResult } from '../../core/record/results.ts';
import {
  type LessonSummary,
  type ModuleSummary,
  type ObjectiveState,
  summarizeRecord,
} from '../../core/record/summarize.ts';
import { href } from '../base.ts';
import { dayOf, dayWords } from '../day.ts';
import { readOutline } from '../outline.ts';
import { readSettings } from '../settings.ts';
import { openStore } from '../store/open.ts';

const OBJECTIVE_WORDS: Record<ObjectiveState, string> = {
  new: '未学',
  learning: '在学',
  relearn: '待巩固',
  mastered: '已掌握',
};

/**
 * Paints the learner's progress on what it wraps (`components/course/Progress.astro`): elements
 * marked `data-module`, `data-lesson` and `data-objective` get their state in words.
 */
export class CourseProgress extends HTMLElement {
  connectedCallback(): void {
    this.#paintPost();
    this.#paintProgress().catch((error) => console.warn('Progress cannot be shown.', error));
  }

  async #paintProgress(): Promise<void> {
    const { events } = await (await openStore()).readLog();
    if (events.length === 0) return;
    const outline = await readOutline(this.dataset.modules);
    if (!outline) return;
    const summary = summarizeRecord(outline, events, dayOf);
    for (const [id, progress] of summary) this.#paintModule(id, progress);
    this.#openLatest(summary);
    this.#paintTotal([...summary.values()]);
  }

  #paintModule(id: string, module: ModuleSummary): void {
    const lessons = `学完${module.finishedLessons}课，共${module.lessons.size}课`;
    this.#paintTests(id, module.tests);
    const done = module.passed ? `${lessons}，测验已通过` : lessons;
    this.#paint('module', id, done, module.finished ? 'done' : 'learning');
    const { size } = module.objectives;
    const mastered = countMastered(module);
    const words = `掌握${mastered}个目标，共${size}个`;
    this.#paint('mastered', id, words, mastered === size ? 'mastered' : 'learning');
    // 已学会 is what a stamp is for: every objective, not every page.
    for (const stamp of this.querySelectorAll<HTMLElement>(`[data-stamp="${id}"]`)) {
      stamp.hidden = mastered < size;
    }
    for (const [lesson, progress] of module.lessons) {
      const stub = this.querySelector<HTMLElement>(`[data-stub="${id}/${lesson}"]`);
      stub?.toggleAttribute('data-torn', progress.finished);
      if (progress.last === undefined && progress.reopened === 0) continue;
      const state = progress.finished ? 'done' : 'learning';
      const words = lessonWords(progress);
      const date = progress.last === undefined ? '' : `，${dayWords(progress.last)}`;
      this.#paint('lesson', `${id}/${lesson}`, words, state, date);
    }
    for (const [objective, state] of module.objectives) {
      this.#paint('objective', `${id}/${objective}`, OBJECTIVE_WORDS[state], state);
    }
  }

  /** Nine modules are long: the one that was studied last is open, the others are a line each. */
  #openLatest(summary: ReadonlyMap<string, ModuleSummary>): void {
    const last = ({ lessons }: ModuleSummary) =>
      Math.max(0, ...[...lessons.values()].map((lesson) => lesson.last ?? 0));
    const [latest] = [...summary].sort(([, a], [, b]) => last(b) - last(a));
    const record = this.querySelector<HTMLDetailsElement>(`[data-module-record="${latest?.[0]}"]`);
    if (record) record.open = true;
  }

  #paintTests(id: string, tests: readonly TestResult[]): void {
    const place = this.querySelector<HTMLElement>(`[data-test="${id}"]`);
    const [last] = tests.slice(-1);
    if (!place || !last) return;
    place.hidden = false;
    place.textContent =
      `模块测验考过${tests.length}次：最近${dayWords(last.at)}${last.percent}分，` +
      `最好${Math.max(...tests.map(({ percent }) => percent))}分。`;
  }

  #paintTotal(modules: readonly ModuleSummary[]): void {
    const total = this.querySelector('[data-part="total"]');
    if (!total) return;
    const sum = (count: (module: ModuleSummary) => number) =>
      modules.reduce((all, module) => all + count(module), 0);
    const answered = sum(({ lessons }) =>
      [...lessons.values()].reduce((all, lesson) => all + lesson.answered, 0),
    );
    total.textContent =
      `掌握了${sum(countMastered)}个目标，学完${sum((module) => module.finishedLessons)}课，` +
      `答过${answered}题，学时${sum((module) => module.minutes)}分钟。`;
  }

  #paint(
    kind: 'module' | 'lesson' | 'objective' | 'mastered',
    id: string,
    text: string,
    state: string,
    date = '',
  ): void {
    for (const element of this.querySelectorAll<HTMLElement>(`[data-${kind}="${id}"]`)) {
      element.textContent = element.dataset.dated === undefined ? text : text + date;
      element.dataset.state = state;
    }
  }

  /** On the home page: the learner's own path instead of the list of all posts. */
  #paintPost(): void {
    const link = this.querySelector<HTMLAnchorElement>('[data-part="post-link"]');
    const { path } = readSettings();
    if (!link || !path) return;
    link.href = href(`path/${path.id}/`);
    link.textContent = path.title;
    this.#hide('my-post', false);
    this.#hide('no-post', true);
    const chooser = this.querySelector<HTMLDetailsElement>('[data-part="chooser"]');
    if (chooser) chooser.open = false;
  }

  #hide(part: string, hidden: boolean): void {
    const element = this.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (element) element.hidden = hidden;
  }
}

const countMastered = ({ objectives }: ModuleSummary): number =>
  [...objectives.values()].filter((state) => state === 'mastered').length;

function lessonWords({ finished, answered, right, total, reopened }: LessonSummary): string {
  if (reopened > 0) return `规定变了，${reopened}题要重答`;
  if (total === 0) return '读完了';
  return finished ? `学完，对${right}题，共${total}题` : `答了${answered}题，共${total}题`;
}
