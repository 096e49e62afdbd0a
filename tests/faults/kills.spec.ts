/** Row 27: sixty and more deaths in the middle of a download, and nothing that is falsely said to be ready. */
import { randomFrom } from '../content/random-edit.ts';
import { dieDownloading } from './download-kills.ts';
import { seed } from './seed.ts';
import { addFact, dist, expect, filesOf, test } from './stage.ts';

const LIVES = 8;
const DEATHS = 8;

for (let life = 1; life <= LIVES; life += 1) {
  test(`life ${life}: killed while downloading, the site never says ready when it is not @row-27`, async ({
    site,
  }, testInfo) => {
    test.setTimeout(300_000);
    const random = randomFrom(seed + 1000 * life);
    site.latency = 10;
    const deaths = await dieDownloading({
      ...{ profile: testInfo.outputPath('profile'), site, random, deaths: DEATHS },
      files: await filesOf(dist),
    });
    expect(deaths.flatMap((death) => death.false)).toEqual([]);
    const requests = deaths.map((death) => death.requests);
    expect(
      new Set(deaths.flatMap(({ said }) => said)).size,
      'packs that were ready',
    ).toBeGreaterThan(0);
    addFact(
      testInfo,
      `kills while downloading, life ${life}`,
      `after ${requests.join(', ')} requests, 0 false`,
    );
  });
}
