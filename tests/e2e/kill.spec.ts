/** Sudden death and rot, a few of each; `npm run test:kill` does many, and has to find a planted defect. */
import { complaintsOf, type Kill, runKills } from '../faults/kills.ts';
import { type RotCase, runRots } from '../faults/rots.ts';
import { countHits } from '../faults/tables.ts';
import { expect, test } from './site.ts';

test.slow();

/** How many deaths have to meet the writing, or it was not tried. */
const HITS = 3;

test('ten deaths while answering, importing and upgrading take nothing that was said to be saved @secure @row-26 @row-28', async ({
  root,
}, testInfo) => {
  const kills: Kill[] = [];
  let acknowledged = 0;
  // On a machine that is doing something else too, fewer of them meet the writing: then it dies again.
  for (let seed = 1; seed <= 3 && countHits(kills) < HITS; seed += 1) {
    const folder = testInfo.outputPath(`kills-${seed}`);
    const run = await runKills({ seed, root, folder, lives: 2, deaths: 5 });
    kills.push(...run.kills);
    acknowledged += run.acknowledged;
  }
  expect(kills.flatMap(complaintsOf)).toEqual([]);
  expect(kills.length).toBeGreaterThanOrEqual(10);
  expect(acknowledged).toBeGreaterThan(kills.length);
  expect(countHits(kills), 'deaths that met the writing').toBeGreaterThanOrEqual(HITS);
});

test('files that rot are replaced by the second copy, or the loss is told @secure @row-34', async ({
  root,
}, testInfo) => {
  const cases: RotCase[] = [
    // A kill in the middle of a write: Chromium opens this once, and then never again.
    { compacted: false, damage: [{ target: 'log', mode: 'torn' }] },
    {
      compacted: false,
      damage: [
        { target: 'database', mode: 'delete' },
        { target: 'copies', mode: 'truncate' },
      ],
    },
  ];
  const rots = await runRots({ seed: 1, root, folder: testInfo.outputPath('rots'), cases });
  expect(rots.map(({ fate }) => fate)).toEqual(['restored', 'reported']);
  expect(rots[1]?.visits[0]?.shown).toMatchObject({ missing: rots[1]?.answers, answered: 0 });
});
