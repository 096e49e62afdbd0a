/**
 * The same site behind the usual worker: workbox-build's `generateSW` with its defaults. The harness
 * has to find what is wrong with it; one that finds nothing would be blind.
 */
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSW } from 'workbox-build';
import { fileAt } from './derived-site.ts';
import { filesOf } from './stage.ts';

/** The page that registers the usual worker, and says in its title what came of it. */
export const START = 'start-of-the-stock-site.html';

const start = `<!doctype html><title>installing</title><script>
const say = (words) => { document.title = words; };
navigator.serviceWorker.register('/sw.js').then((registration) => {
  const follow = (worker) => {
    say('installing');
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' || worker.state === 'activated') say('ready');
      if (worker.state === 'redundant') say('refused');
    });
  };
  if (registration.installing) follow(registration.installing);
  else {
    registration.addEventListener('updatefound', () => follow(registration.installing));
    registration.update().then(() => { if (!registration.installing) say('ready'); }, () => say('refused'));
  }
}, () => say('refused'));
</script>`;

/** Everything that the build in `root` lists, in a new folder that the caller removes. */
export async function makeStock(root: string): Promise<string> {
  const to = await mkdtemp(join(tmpdir(), 'stock-'));
  const files = [...(await filesOf(root)).keys()].map(fileAt);
  for (const file of files) await cp(join(root, file), join(to, file));
  await generateSW({
    globDirectory: to,
    globPatterns: ['**/*'],
    swDest: join(to, 'sw.js'),
    maximumFileSizeToCacheInBytes: 10_000_000,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  });
  await writeFile(join(to, START), start);
  return to;
}
