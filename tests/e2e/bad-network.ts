/** Playwright's `test` with a site behind a network that can be spoiled. */
import { type Network, spoilNetwork } from '../faults/network.ts';
import { test as base } from './phone.ts';
import type { Site } from './site.ts';

export { expect } from '@playwright/test';
export { PORTAL } from '../faults/network.ts';

export type SiteBehindNetwork = Site & Network;

export const test = base.extend<{ site: SiteBehindNetwork }>({
  site: async ({ site }, use) => {
    const upstream = new URL(site.url);
    const network = await spoilNetwork(Number(upstream.port));
    const url = `http://${upstream.hostname}:${network.port}${upstream.pathname}`;
    await use(Object.assign(network, { ...site, url }));
    network.close();
  },
});
