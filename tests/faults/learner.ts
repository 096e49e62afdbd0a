/** A learner whose browser can die at any moment, and who remembers what the page has said. */
import type { Page } from '@playwright/test';
import type { Question } from '../../src/core/quiz/question.ts';
import { type KillableBrowser, launchKillable } from '../browser/launcher.ts';
import { answer, choose, rightChoice, showQuestion, submitButton } from '../e2e/answering.ts';
import { authoredLessons, LESSON } from '../e2e/authored.ts';
import type { Disk } from './disk.ts';
import { type GivenAnswer, type GivenRows, isKept } from './judge.ts';
import type { Aim } from './kill-plan.ts';
import { clock, listenToPhases, type PhaseReport } from './phases.ts';

/** Something that one press sets off and the page then writes. */
export interface Act {
  /** Which transaction it is about; see `PhaseReport.of`. */
  of: 'events' | 'structure';
  /** What says to the learner that it is done; nothing where nothing is said. */
  shown?: string;
  press(page: Page): Promise<unknown>;
  /** Remembers what is owed from now on. */
  remember(pressed: number, died: number, acknowledged: boolean): void;
  /** Whether it is there after the restart. */
  isKept(disk: Disk): boolean;
}

/** What was known when the browser had died. */
export interface Death {
  /** When SIGKILL was sent. */
  at: number;
  /** What the page had reported of the act by then. */
  reports: PhaseReport[];
  acknowledged: boolean;
}

/** A row may be a little younger than the word that it is saved; an answer given later never is. */
const SLACK = 500;

export class Learner {
  readonly answers: GivenAnswer[] = [];
  readonly batches: GivenRows[] = [];
  readonly #profile: string;
  readonly #url: string;
  readonly #defect: (() => void) | undefined;
  #browser: KillableBrowser | undefined;
  #hear: (report: PhaseReport) => void = () => undefined;

  /** `defect` is planted into every page, to see whether it is found. */
  constructor(profile: string, url: string, defect?: () => void) {
    this.#profile = profile;
    this.#url = url;
    this.#defect = defect;
  }

  /** Starts the browser with what the last one has left; its page shows nothing of the site yet. */
  async start(): Promise<Page> {
    this.#browser = await launchKillable(this.#profile, { viewport: { width: 375, height: 812 } });
    const { context } = this.#browser;
    await listenToPhases(context, (report) => this.#hear(report));
    if (this.#defect) await context.addInitScript(this.#defect);
    const page = context.pages()[0] ?? (await context.newPage());
    // The site's origin, without its scripts.
    await page.goto(`${this.#url}local.json`);
    return page;
  }

  async open(page: Page, path: string): Promise<void> {
    await page.goto(this.#url + path);
  }

  /** SIGKILL, when all is quiet. */
  async kill(): Promise<void> {
    await this.#browser?.kill();
    this.#browser = undefined;
  }

  /** Closes the browser as a person does; it puts away what it has in memory. */
  async close(): Promise<void> {
    await this.#browser?.context.close();
    this.#browser = undefined;
  }

  /** Answers a question and waits for 已保存. */
  async answer(page: Page, question: Question): Promise<void> {
    const asked = await this.#openQuestion(page, question);
    const pressed = Date.now();
    const choice = rightChoice(question);
    await answer(asked, choice);
    await asked.getByText('已保存').waitFor();
    const given = { question: question.id, answer: choice, from: pressed, to: Date.now() + SLACK };
    this.answers.push({ ...given, acknowledged: true });
  }

  /** All but the last press of an answer. */
  async prepareAnswer(page: Page, question: Question): Promise<Act> {
    const asked = await this.#openQuestion(page, question);
    const choice = rightChoice(question);
    await choose(asked, choice);
    let given: GivenAnswer;
    return {
      of: 'events',
      shown: question.id,
      press: () => submitButton(asked).click(),
      remember: (from, to, acknowledged) => {
        given = { question: question.id, answer: choice, from, to, acknowledged };
        this.answers.push(given);
      },
      isKept: ({ rows }) => isKept(given, rows),
    };
  }

  /** All but the last press of a restored backup. */
  async prepareImport(page: Page, text: string, ids: readonly string[]): Promise<Act> {
    await this.open(page, 'record/');
    await page.locator('course-backup summary').click();
    await page.getByLabel('或者粘贴备份码').fill(text);
    await page.getByRole('button', { name: '看看里面有什么' }).click();
    const button = page.getByRole('button', { name: '合到这台设备' });
    await button.waitFor();
    return {
      of: 'events',
      shown: 'import',
      press: () => button.click(),
      remember: (_from, _to, acknowledged) => this.batches.push({ ids, acknowledged }),
      isKept: ({ rows }) => rows.some(({ id }) => ids.includes(`${id}`)),
    };
  }

  /** The opening of a page by which the database gets its present structure. */
  prepareUpgrade(): Act {
    return {
      of: 'structure',
      press: (page) => this.open(page, `${LESSON}/`),
      remember() {},
      isKept: ({ version }) => version > 0,
    };
  }

  /** Presses, and dies at the moment that `aim` names. */
  async dieDuring(page: Page, act: Act, aim: Aim): Promise<Death> {
    const reports: PhaseReport[] = [];
    let at = 0;
    const pressed = Date.now();
    const dead = new Promise<void>((resolve, reject) => {
      const never = setTimeout(() => {
        const heard = reports.map(({ phase, of }) => `${phase} ${of}`).join(', ');
        reject(new Error(`No moment “${aim.after}” came; heard: ${heard || 'nothing'}`));
      }, 10_000);
      const die = () => {
        clearTimeout(never);
        at = clock();
        this.kill().then(resolve, reject);
      };
      let doomed = false;
      const dieLater = () => {
        if (doomed) return;
        doomed = true;
        if (aim.delay > 0) setTimeout(die, aim.delay);
        else die();
      };
      this.#hear = (report) => {
        if (report.phase === 'shown' ? report.of !== act.shown : report.of !== act.of) return;
        reports.push(report);
        if (report.phase === aim.after) dieLater();
      };
      if (aim.after === 'press') dieLater();
    });
    // It ends when the browser does.
    act.press(page).catch(() => undefined);
    await dead;
    this.#hear = () => undefined;
    const acknowledged = reports.some(({ phase }) => phase === 'shown');
    act.remember(pressed, Date.now() + SLACK, acknowledged);
    return { at, reports, acknowledged };
  }

  /** Answers and rows that were said to be saved. */
  countAcknowledged(): number {
    const answers = this.answers.filter(({ acknowledged }) => acknowledged).length;
    const batches = this.batches.filter(({ acknowledged }) => acknowledged);
    return batches.reduce((all, { ids }) => all + ids.length, answers);
  }

  async #openQuestion(page: Page, question: Question) {
    const lesson = authoredLessons.find(({ questions }) => questions.includes(question));
    if (!lesson) throw new Error(`No lesson has ${question.id}`);
    const address = `${this.#url}${lesson.path}/`;
    if (page.url() !== address) await page.goto(address);
    return showQuestion(page, question);
  }
}
