/** Sudden death while answering, importing and upgrading, and what is found after it. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { revisionOf } from '../../src/build/revision.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import { writeBackup } from '../../src/core/record/backup.ts';
import { serve } from '../../tools/serve.ts';
import { randomFrom } from '../content/random-edit.ts';
import { authoredLessons, LESSON } from '../e2e/authored.ts';
import { buildAnswer } from '../record-builder.ts';
import { countAnswered, putOldStore, readAnswered, readDisk, readNotices } from './disk.ts';
import { type Faults, judgeRecord } from './judge.ts';
import { type ActName, type Aim, draw, drawAim, planActs } from './kill-plan.ts';
import { type Act, type Death, Learner } from './learner.ts';

export interface Kill extends Death {
  act: ActName;
  aim: Aim;
  /** Whether what was being written was there after the restart. */
  kept: boolean;
  /** Rows that came back from the second copy, since the browser had thrown its database away. */
  rescued: number;
  /** What was wrong after it. */
  faults: Faults;
  /** What the page showed after it and the disk does not bear out. */
  wronglyShown: string[];
}

export interface KillRun {
  seed: number;
  kills: readonly Kill[];
  /** Answers and rows that the page had said to be saved, each judged after every later death. */
  acknowledged: number;
}

export interface KillWishes {
  seed: number;
  /** How many lives, each on a profile of its own, and how often the browser dies in each. */
  lives: number;
  deaths: number;
  /** The built site. */
  root: string;
  /** Where the profiles go. */
  folder: string;
  /** What is planted into every page, to see whether it is found. */
  defect?: () => void;
  /** Where to aim; by default {@link drawAim}. */
  aim?: typeof drawAim;
  tell?: (kill: Kill) => void;
}

/** Everything that was wrong after a death. */
export function complaintsOf({ faults, wronglyShown }: Kill): string[] {
  const named = Object.entries(faults).flatMap(([kind, words]) =>
    words.map((it: string) => `${kind}: ${it}`),
  );
  return [...named, ...wronglyShown.map((it) => `wrongly shown: ${it}`)];
}

/** Lives the lives that the seed gives, one after the other. */
export async function runKills(wishes: KillWishes): Promise<KillRun> {
  const { lives, deaths, aim = drawAim } = wishes;
  const random = randomFrom(wishes.seed);
  const kills: Kill[] = [];
  let acknowledged = 0;
  const site = await serve({ root: wishes.root });
  try {
    for (let index = 0; index < lives; index += 1) {
      const profile = join(wishes.folder, `life-${index + 1}`);
      const learner = new Learner(profile, site.url, wishes.defect);
      // Every other one was here before the site's last release.
      const life = { hasOldStore: index % 2 === 0, deaths, aim, random };
      let judged = 0;
      try {
        for await (const kill of live(learner, life)) {
          kills.push(kill);
          wishes.tell?.(kill);
          judged = learner.countAcknowledged();
        }
      } finally {
        await learner.kill();
      }
      acknowledged += judged;
    }
  } finally {
    await site.close();
  }
  return { seed: wishes.seed, kills, acknowledged };
}

interface Life {
  hasOldStore: boolean;
  deaths: number;
  aim: typeof drawAim;
  random: () => number;
}

async function* live(
  learner: Learner,
  { hasOldStore, deaths, aim: aimAt, random }: Life,
): AsyncGenerator<Kill> {
  const told = new Set<string>();
  let page = await learner.start();
  if (hasOldStore) learner.batches.push({ ids: await putOldStore(page), acknowledged: true });
  for (const name of planActs(deaths)) {
    // What was killed last time can be used again: one answer is given in peace.
    if (name !== 'upgrade') await learner.answer(page, await nextQuestion(page, random));
    const act = await prepare(name, learner, page, random);
    const aim = aimAt(name, random);
    const death = await learner.dieDuring(page, act, aim);

    page = await learner.start();
    // A database whose making was cut short is for the site to open, before anybody else does.
    const before = name === 'upgrade' ? undefined : await readDisk(page);
    const { disk, notices, wrong } = await lookAround(learner, page);
    const rescued = before ? disk.rows.length - before.rows.length : 0;
    if (notices.restored !== rescued) wrong.push(`${notices.restored} restored, not ${rescued}`);
    const faults = untold(judgeRecord(learner, disk.rows), told);
    const kept = act.isKept(disk);
    yield { act: name, aim, ...death, kept, rescued, faults, wronglyShown: wrong };
  }
  await learner.answer(page, await nextQuestion(page, random));
}

async function prepare(
  name: ActName,
  learner: Learner,
  page: Page,
  random: () => number,
): Promise<Act> {
  if (name === 'upgrade') return learner.prepareUpgrade();
  if (name === 'answer') return learner.prepareAnswer(page, await nextQuestion(page, random));
  const rows = Array.from({ length: 1 + Math.floor(random() * 60) }, () => buildElsewhere(random));
  const text = writeBackup({ made: Date.now(), rows, sittings: [] });
  const ids = rows.map(({ id }) => id);
  return learner.prepareImport(page, text, ids);
}

/** Questions that are answered by hand; those of {@link LESSON} come from backups and old stores. */
const byHand = authoredLessons.filter(({ path }) => path !== LESSON);
const elsewhere = authoredLessons.find(({ path }) => path === LESSON)?.questions ?? [];

/** The first open question of some lesson. */
async function nextQuestion(page: Page, random: () => number): Promise<Question> {
  const { rows } = await readDisk(page);
  const answered = new Set(rows.map(({ question }) => question));
  const open = byHand.flatMap(
    ({ questions }) => questions.find(({ id }) => !answered.has(id)) ?? [],
  );
  return draw(open, random);
}

/** An answer that was given on another device. */
function buildElsewhere(random: () => number) {
  const question = draw(elsewhere, random);
  const revision = revisionOf(question);
  return buildAnswer({ question: question.id, revision, sitting: `${random()}`, at: Date.now() });
}

/** The faults that were not there at an earlier death. */
function untold(faults: Faults, told: Set<string>): Faults {
  const fresh = (words: string[]) => words.filter((it) => !told.has(it) && told.add(it));
  return { lost: fresh(faults.lost), half: fresh(faults.half), twice: fresh(faults.twice) };
}

/** Opens a lesson and the record as anybody does after a crash, and compares them with the disk. */
async function lookAround(learner: Learner, page: Page) {
  await learner.open(page, `${LESSON}/`);
  await page.locator('course-quiz[data-ready]').first().waitFor();
  const notices = await readNotices(page);
  const disk = await readDisk(page);
  await learner.open(page, 'record/');
  const expected = await countAnswered(page, disk.rows);
  const answered = await readAnswered(page, expected);
  const wrong = answered === expected ? [] : [`${answered} answers, not ${expected}`];
  const { missing, unread, memory } = notices;
  if (missing > 0 || unread > 0 || memory) wrong.push(JSON.stringify(notices));
  return { disk, notices, wrong };
}
