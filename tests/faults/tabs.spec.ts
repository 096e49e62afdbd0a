/** Two tabs that want the same pack. */
import { expectWhole, openPacks, PACK, packOn } from './rows.ts';
import { dist, expect, filesOf, filesOfPack, test } from './stage.ts';

test('two tabs that download one pack fetch each file once, and both say that it is here @faults', async ({
  page,
  context,
  site,
  stage,
}) => {
  await openPacks(page);
  const other = await context.newPage();
  await openPacks(other);
  site.latency = 100;
  site.asked.length = 0;
  for (const tab of [page, other]) await packOn(tab).getByRole('button', { name: '下载' }).click();
  for (const tab of [page, other]) await expect(packOn(tab)).toHaveAttribute('data-state', 'ready');
  for (const address of filesOfPack(await filesOf(dist), PACK).keys()) {
    expect(
      site.asked.filter((path) => path === `/${address}`),
      address,
    ).toHaveLength(1);
  }
  await expectWhole(stage);
});
