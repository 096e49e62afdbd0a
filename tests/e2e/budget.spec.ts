/** What a first visit may cost on a phone's data plan. */
import { measureFirstVisits } from '../bench/first-visit.ts';
import { expect, test } from './site.ts';

// Brotli is spoken in secure contexts only.
test('the first visit to any lesson costs at most 30 kB in 8 requests @secure', async ({
  root,
}) => {
  test.slow();
  const visits = await measureFirstVisits(root);
  expect(visits.length).toBeGreaterThan(0);
  for (const { lesson, bytes, requests, background } of visits) {
    expect.soft(bytes, lesson).toBeLessThanOrEqual(30_000);
    expect.soft(requests, lesson).toBeLessThanOrEqual(8);
    // The measurement itself: the page came, and the rest of the course came after it.
    expect(bytes, lesson).toBeGreaterThan(5000);
    expect(background.bytes, lesson).toBeGreaterThan(bytes);
  }
});
