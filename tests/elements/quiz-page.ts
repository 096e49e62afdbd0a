/** A lesson's quiz as a learner works through it. */
import type { PublishedQuestion } from '../../src/core/course/course.ts';
import type { AnswerEvent } from '../../src/core/record/event.ts';
import { find, part, render, until } from './page.ts';
import { pageStore } from './page-store.ts';
import { quizMarkup } from './quiz-markup.ts';

export class QuizPage {
  readonly quiz: HTMLElement;

  private constructor(quiz: HTMLElement) {
    this.quiz = quiz;
  }

  /** Opens the page, or opens it again: nothing but the store is left of an earlier one. */
  static async open(
    questions: readonly PublishedQuestion[],
    options: { only?: boolean } = {},
  ): Promise<QuizPage> {
    return QuizPage.openMarkup(quizMarkup(questions, options));
  }

  /** The same, of any page with questions. */
  static async openMarkup(html: string): Promise<QuizPage> {
    const page = new QuizPage(render(html));
    await page.untilReady();
    return page;
  }

  untilReady(): Promise<void> {
    return until(() => {
      if (this.quiz.dataset.ready === undefined) throw new Error('The quiz is not ready');
    });
  }

  /** The questions that can be seen. */
  get questions(): HTMLElement[] {
    const all = [...this.quiz.querySelectorAll<HTMLElement>('[data-question]')];
    return all.filter((question) => !question.closest('[hidden]'));
  }

  /** The one question that can be seen. */
  get question(): HTMLElement {
    const [question, another] = this.questions;
    if (!question || another) throw new Error(`${this.questions.length} questions are visible`);
    return question;
  }

  part(name: string): HTMLElement {
    return part(this.question, name);
  }

  /** Options chosen in the visible question. */
  get chosen(): string[] {
    const inputs = this.question.querySelectorAll<HTMLInputElement>('input:checked');
    return [...inputs].map(({ value }) => value);
  }

  choose(...options: string[]): void {
    for (const option of options) find(this.question, `input[value="${option}"]`).click();
  }

  /** Types into a text of the visible question. */
  type(text: string, index = 0): void {
    const field = this.question.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input[type="text"], textarea',
    )[index];
    if (!field) throw new Error(`The question has no text ${index}`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Chooses from the select of a row. */
  pick(row: string, choice: string): void {
    const select = find<HTMLSelectElement>(this.question, `[data-answer-part="${row}"] select`);
    select.value = choice;
    select.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Moves a step up or down. */
  move(step: string, way: 'up' | 'down'): void {
    find(this.question, `[data-answer-part="${step}"] [data-move="${way}"]`).click();
  }

  /** Steps of the visible question from top to bottom. */
  get steps(): (string | undefined)[] {
    const steps = this.question.querySelectorAll<HTMLElement>('[data-order] > li');
    return [...steps].map(({ dataset }) => dataset.answerPart);
  }

  /** Texts typed into the visible question. */
  get typed(): string[] {
    const fields = this.question.querySelectorAll<HTMLInputElement>('input[type="text"], textarea');
    return [...fields].map(({ value }) => value);
  }

  submit(how: 'sure' | 'unsure' = 'sure'): void {
    find(this.question, `button[value="${how}"]`).click();
  }

  /** Answers the visible question and waits for the verdict. */
  async answer(...options: string[]): Promise<void> {
    this.choose(...options);
    await this.finish();
  }

  /** Submits what was filled in and waits for the verdict. */
  async finish(how: 'sure' | 'unsure' = 'sure'): Promise<void> {
    this.submit(how);
    const verdict = this.part('verdict');
    await until(() => {
      if (verdict.hidden) throw new Error('There is no verdict yet');
    });
  }

  press(action: 'back' | 'next' | 'result' | 'retry' | 'retry-wrong' | 'look'): void {
    find(this.quiz, `[data-action="${action}"]`).click();
  }

  /** Whether a part of the quiz can be seen. */
  shows(name: string): boolean {
    return !part(this.quiz, name).hidden;
  }

  /** Whether a button can be seen. */
  offers(action: string): boolean {
    return !find(this.quiz, `[data-action="${action}"]`).hidden;
  }

  get text(): string {
    return part(this.quiz, this.shows('summary') ? 'score' : 'position').textContent ?? '';
  }

  /** The answers stored so far, by all pages. */
  async stored(): Promise<AnswerEvent[]> {
    const { events } = await pageStore().readLog();
    return events as AnswerEvent[];
  }
}
