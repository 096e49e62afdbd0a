/** What one changed word costs a phone that has everything and comes back. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Fetched,
  fetchedBodies,
  gzipSum,
  type UpdateCost,
  updateCosts,
} from '../bench/update-cost.ts';
import { type LessonFile, lessonFile } from './authored.ts';
import { downloadAll, untilReadyOffline } from './readiness.ts';
import { test as base, expect } from './site.ts';
import { updateBar, updateButton } from './updating.ts';

/** Bytes of all that a returning phone fetches, as gzip, the search apart. */
const BUDGET = 15_000;
/** The same for a changed question of the heaviest lessons; `edits.spec.ts` walks a changed rule. */
const QUESTION_BUDGET = 15_500;

const DAY = 24 * 60 * 60 * 1000;
const report = join(import.meta.dirname, '../../test-results/small-update.json');

/** `lesson` is the one whose edit costs most; `newRoot` is the course with one word of it changed. */
const test = base.extend<{ lesson: string; newRoot: string }>({
  lesson: async ({ root }, use) => use([...(await updateCosts(root)).keys()][0] ?? ''),
  newRoot: [
    async ({ builds, lesson }, use) => {
      const file = lessonFile(lesson);
      await use(await builds.make({ edits: { [file.path]: withOneOtherWord(file) } }));
    },
    { timeout: 120_000 },
  ],
});

test('one changed word of any lesson costs at most 15 kB; the search waits for a day @secure', async ({
  page,
  context,
  site,
  lesson,
  newRoot,
}) => {
  test.slow();
  await page.goto('./');
  await downloadAll(page);
  await site.deploy(newRoot);
  site.requests.length = 0;
  await page.goto('./');
  await updateButton(page).click();
  await expect(updateBar(page)).toBeHidden();
  await page.goto(`${lesson}/`);
  await untilReadyOffline(page);
  const visit = await fetchedBodies(site.requests, newRoot);
  const update = visit.filter(({ search }) => !search);

  site.requests.length = 0;
  await context.clock.setFixedTime(Date.now() + 1.1 * DAY);
  await page.goto('./');
  await untilReadyOffline(page);
  const nextDay = await fetchedBodies(site.requests, newRoot);
  const search = [...visit, ...nextDay].filter((body) => body.search);

  const bytes = gzipSum(update);
  const costs = await updateCosts(newRoot);
  await print({ lesson, bytes, update, search, costs: Object.fromEntries(costs) });
  expect(bytes).toBeLessThanOrEqual(BUDGET);
  // An edit of another lesson differs by that lesson's page and its module's list only; each page
  // that is opened reads which build is current.
  const distinct = [...new Map(update.map((body) => [body.address, body])).values()];
  expect(gzipSum(distinct)).toBe(costs.get(lesson)?.word);
  const repeated = bytes - gzipSum(distinct);
  for (const [path, cost] of costs) {
    expect.soft(cost.word + repeated, path).toBeLessThanOrEqual(BUDGET);
    expect.soft(cost.question + repeated, path).toBeLessThanOrEqual(QUESTION_BUDGET);
  }
  // The measurement itself: the new page came, and the index only when it was due.
  expect(update.map(({ address }) => address)).toContain(`${lesson}/`);
  expect(visit.filter(({ address }) => address.startsWith('pagefind-'))).toEqual([]);
  const others = nextDay.filter((body) => !body.search).map(({ address }) => address);
  expect(new Set(others)).toEqual(new Set(['current.json']));
  expect(gzipSum(search)).toBeGreaterThan(0);
});

interface Figures {
  lesson: string;
  bytes: number;
  update: readonly Fetched[];
  search: readonly Fetched[];
  costs: Record<string, UpdateCost>;
}

async function print(figures: Figures): Promise<void> {
  await mkdir(dirname(report), { recursive: true });
  await writeFile(report, `${JSON.stringify(figures, null, 2)}\n`);
  const { lesson, bytes, update, search } = figures;
  console.log(`one word of ${lesson}: ${bytes} bytes as gzip in ${update.length} answers`);
  console.log(`the search, a day later: ${gzipSum(search)} bytes in ${search.length} answers`);
}

/** The last paragraph of plain prose, with one word of it changed. */
function withOneOtherWord({ path, text }: LessonFile): string {
  const at = text.lastIndexOf('的', text.lastIndexOf('<Quiz'));
  if (at < 0) throw new Error(`${path} has no word to change`);
  return `${text.slice(0, at)}之${text.slice(at + 1)}`;
}
