/** Sudden death and rot, a few of each; `npm run test:kill` does many, and has to find a planted defect. */
import { complaintsOf, runKills } from '../faults/kills.ts';
import { type RotCase, runRots } from '../faults/rots.ts';
import { countHits } from '../faults/tables.ts';
import { expect, test } from './site.ts';

test.slow();

test('ten deaths while answering, importing and upgrading take nothing that was said to be saved @secure @row-26 @row-28', async ({
  root,
}, testInfo) => {
  const folder = testInfo.outputPath('kills');
  const { kills, acknowledged } = await runKills({ seed: 1, root, folder, lives: 2, deaths: 5 });
  expect(kills.flatMap(complaintsOf)).toEqual([]);
  expect(kills).toHaveLength(10);
  expect(acknowledged).toBeGreaterThan(10);
  expect(countHits(kills), 'deaths that met the writing').toBeGreaterThanOrEqual(3);
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
