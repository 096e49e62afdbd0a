/**
 * `npm run test:kill`: sudden death and rot, on the built site. Prints where the browser died, what
 * became of damaged files, and the seed; `SEED=… npm run test:kill` does the same again. Exits with
 * 1 when something acknowledged is gone, or half, or gone without a word, or when too few deaths
 * met the writing to prove anything.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareBrowser } from '../browser/browser-files.ts';
import { acknowledgeEarly } from './defect.ts';
import { aimAtTheWord } from './kill-plan.ts';
import { complaintsOf, type Kill, runKills } from './kills.ts';
import { bothRots, copyRots, databaseRots } from './rot-cases.ts';
import { type Rot, runRots } from './rots.ts';
import { countHits, histogram, momentOf, rotTable } from './tables.ts';

const LIVES = 8;
const DEATHS = 8;
/** Of all deaths: between `put` and `oncomplete`, or within 20 ms of it. */
const FEWEST_HITS = 40;

const project = join(import.meta.dirname, '../..');
const root = join(project, 'dist');
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

console.log(`SEED=${seed}`);
await prepareBrowser();
const folder = await mkdtemp(join(tmpdir(), 'kill-'));
const started = performance.now();
let failures: string[];
try {
  failures = [...(await plant()), ...(await kill()), ...(await rot())];
} finally {
  await rm(folder, { recursive: true, force: true });
}
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${Math.round((performance.now() - started) / 1000)} s, SEED=${seed}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** A run that is blind would find nothing either: it has to see a defect. */
async function plant(): Promise<string[]> {
  const { kills } = await runKills({
    ...{ seed, root, lives: 1, deaths: 6, folder: join(folder, 'planted') },
    ...{ defect: acknowledgeEarly, aim: aimAtTheWord },
  });
  const lost = kills.flatMap(({ faults }) => faults.lost).length;
  console.log(`A planted defect says 已保存 too early: ${lost} lost in ${kills.length} kills.\n`);
  return lost > 0 ? [] : ['the planted defect was not found'];
}

async function kill(): Promise<string[]> {
  const tell = (one: Kill) => {
    for (const complaint of complaintsOf(one)) console.log(`${one.act}: ${complaint}`);
  };
  const run = await runKills({
    ...{ seed, root, lives: LIVES, deaths: DEATHS, folder: join(folder, 'kills') },
    tell,
  });
  const { kills, acknowledged } = run;
  const hits = countHits(kills);
  const complaints = kills.flatMap(complaintsOf);
  const lost = kills.flatMap(({ faults }) => faults.lost).length;
  console.log(histogram(kills));
  console.log(
    `${kills.length} kills, ${hits} of them between put and oncomplete or within 20 ms of it; ` +
      `${acknowledged} acknowledged answers and rows, lost: ${lost}`,
  );
  const rescues = kills.filter(({ rescued }) => rescued > 0);
  for (const { rescued } of rescues) {
    console.log(
      `Chromium threw its database away once; the second copy gave back ${rescued} rows.`,
    );
  }
  console.log();
  await report('kill.json', {
    ...{ seed, acknowledged, lost, hits, complaints },
    kills: kills.map((one) => ({ ...one, moment: momentOf(one) })),
  });
  const met = hits >= FEWEST_HITS ? [] : [`only ${hits} kills met the writing`];
  return [...complaints, ...met];
}

async function rot(): Promise<string[]> {
  const groups = { database: databaseRots, 'second copy': copyRots, both: bothRots };
  const rots: Record<string, readonly Rot[]> = {};
  for (const [index, [name, cases]] of Object.entries(groups).entries()) {
    const wishes = { seed: seed + 100 * index, root, folder: join(folder, name), cases };
    rots[name] = await runRots(wishes);
  }
  console.log(rotTable(rots));
  await report('rot.json', { seed, rots });
  const all = Object.values(rots).flat();
  const silent = all.filter(({ fate }) => fate === 'silent');
  console.log(`${all.length} seeds of rot, silent losses: ${silent.length}\n`);
  return silent.map(
    (it) => `silent: ${it.damage.map(({ mode, target }) => `${mode} ${target}`)}, seed ${it.seed}`,
  );
}

async function report(name: string, content: object): Promise<void> {
  await mkdir(join(project, 'test-results'), { recursive: true });
  const text = JSON.stringify(content, null, 2);
  await writeFile(join(project, 'test-results', name), `${text}\n`);
}
