/** Files that rot between two visits, and what the learner then sees. */
import { join } from 'node:path';
import { serve } from '../../tools/serve.ts';
import { randomFrom } from '../content/random-edit.ts';
import { authoredLessons } from '../e2e/authored.ts';
import { untilCopied } from '../e2e/stored.ts';
import { type Damage, damageProfile } from './damage.ts';
import { readShown, type Shown } from './disk.ts';
import { Learner } from './learner.ts';

/** `silent` is the one that must not be: answers are missing and nobody has said so. */
export type Fate = 'intact' | 'restored' | 'reported' | 'silent';

export interface RotCase {
  /** Whether the database has been compacted into tables by then. */
  compacted: boolean;
  damage: readonly Damage[];
}

export interface Rot extends RotCase {
  seed: number;
  answers: number;
  files: string[];
  /** What each visit after the damage should have accounted for, and what it showed. */
  visits: Visit[];
  fate: Fate;
}

export interface Visit {
  expected: number;
  shown: Shown;
}

export interface RotWishes {
  seed: number;
  cases: readonly RotCase[];
  root: string;
  folder: string;
  tell?: (rot: Rot) => void;
}

/** Each case on a profile and with a seed of its own. */
export async function runRots({ seed, cases, root, folder, tell }: RotWishes): Promise<Rot[]> {
  const rots: Rot[] = [];
  const site = await serve({ root });
  try {
    for (const [index, rotCase] of cases.entries()) {
      const profile = join(folder, `rot-${index + 1}`);
      const learner = new Learner(profile, site.url);
      const random = randomFrom(seed + index);
      try {
        const answers = await learn(learner, rotCase.compacted, random);
        const files: string[] = [];
        for (const damage of rotCase.damage) {
          files.push(...(await damageProfile(profile, damage, random)));
        }
        const visits = await revisit(learner, answers);
        const fate = fateOf(visits);
        const rot = { ...rotCase, seed: seed + index, answers, files, visits, fate };
        rots.push(rot);
        tell?.(rot);
      } finally {
        await learner.kill();
      }
    }
  } finally {
    await site.close();
  }
  return rots;
}

/** Two questions of each lesson. */
const questions = authoredLessons.flatMap((lesson) => lesson.questions.slice(0, 2));
const MOST_ANSWERS = 5;

/** Answers some questions, and closes the browser when the second copy has them; gives how many. */
async function learn(learner: Learner, compacted: boolean, random: () => number): Promise<number> {
  const answers = 2 + Math.floor(random() * (MOST_ANSWERS - 1));
  const page = await learner.start();
  for (const question of questions.slice(0, answers)) await learner.answer(page, question);
  await untilCopied(page, answers);
  if (compacted) await page.evaluate(compact);
  await learner.close();
  return answers;
}

/**
 * Visits twice: a browser may find damage only in use, and mend it when it starts again. In between
 * one more answer is given, and the browser killed at the word 已保存.
 */
async function revisit(learner: Learner, answers: number): Promise<Visit[]> {
  const first = await visit(learner, answers);
  const next = questions[answers];
  if (!next) throw new Error('There is nothing left to answer');
  let expected = answers;
  if (!first.shown.memory) {
    await learner.answer(first.page, next);
    expected += 1;
  }
  await learner.kill();
  const second = await visit(learner, expected);
  await learner.kill();
  return [first, second].map(({ expected, shown }) => ({ expected, shown }));
}

async function visit(learner: Learner, expected: number) {
  const page = await learner.start();
  await learner.open(page, 'record/');
  return { page, expected, shown: await readShown(page, expected) };
}

/** Whatever a visit does not show has to have been said to be missing, by then, to the last answer. */
export function fateOf(visits: readonly Visit[]): Fate {
  let fate: Fate = 'intact';
  let told = 0;
  for (const { expected, shown } of visits) {
    told = Math.max(told, shown.missing);
    if (shown.answered + told < expected) return 'silent';
    if (told > 0) fate = 'reported';
    else if (shown.restored > 0) fate = 'restored';
  }
  return fate;
}

/** Runs in the page: writes so much into the origin's other databases that all is sorted into tables. */
async function compact(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('filler');
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('pieces', { autoIncrement: true });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  for (let round = 0; round < 20; round += 1) {
    const transaction = database.transaction('pieces', 'readwrite', { durability: 'strict' });
    for (let piece = 0; piece < 10; piece += 1) {
      transaction.objectStore('pieces').add(crypto.getRandomValues(new Uint8Array(50_000)));
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
  }
  database.close();
}
