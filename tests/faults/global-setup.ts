import { prepareBrowser } from '../browser/browser-files.ts';
import { Builds } from '../e2e/build-site.ts';
import { nextEdits } from './stage.ts';

/**
 * Unpacks the browser and makes the second real build, unless `NEXT_ROOT` names the folder of one;
 * gives what removes it.
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  await prepareBrowser();
  if (process.env.NEXT_ROOT) return undefined;
  const builds = new Builds();
  process.env.NEXT_ROOT = await builds.make(nextEdits);
  return () => builds.remove();
}
