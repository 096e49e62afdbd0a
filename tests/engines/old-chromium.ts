/**
 * Chromium 86, the browser floor, as institutions' desktops still have it. It comes from the npm
 * package `chrome-aws-lambda@5.3.1`, which is packed on demand and never installed: its own
 * installation would fetch more than the browser.
 */
import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { plainHost } from '../browser/launcher.ts';
import { openPage } from './cdp.ts';
import type { Engine } from './page.ts';
import { stop, whenSaid } from './process.ts';

const run = promisify(execFile);
const folder = resolve('node_modules/.cache/chromium-86');

/** Starts the browser with an empty profile. The address of every host but ours is unknown. */
export async function launchOldChromium(): Promise<Engine> {
  await prepare();
  const profile = await mkdtemp(join(tmpdir(), 'chromium-86-'));
  const browser = spawn(
    join(folder, 'chromium'),
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--single-process',
      '--no-zygote',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--host-resolver-rules=MAP ${plainHost} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      '--window-size=375,812',
      'about:blank',
    ],
    {
      env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const port = await whenSaid(browser, /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/);
  return {
    page: await openPage(port),
    async close() {
      await stop(browser);
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Unpacks the browser once; a half unpacked one is never left under the final name. */
async function prepare(): Promise<void> {
  const there = await readFile(join(folder, 'ready')).catch(() => undefined);
  if (there) return;
  const work = await mkdtemp(join(tmpdir(), 'chromium-86-'));
  await run('npm', ['pack', 'chrome-aws-lambda@5.3.1', '--silent'], { cwd: work });
  await run('tar', ['xzf', 'chrome-aws-lambda-5.3.1.tgz'], { cwd: work });
  const unpack = async (name: string, to: string) =>
    writeFile(
      join(work, to),
      brotliDecompressSync(await readFile(join(work, 'package/bin', name))),
    );
  await unpack('chromium.br', 'chromium');
  await unpack('aws.tar.br', 'aws.tar');
  await run('tar', ['xf', 'aws.tar'], { cwd: work });
  await chmod(join(work, 'chromium'), 0o755);
  await writeFile(join(work, 'ready'), '');
  await rm(folder, { recursive: true, force: true });
  await mkdir(resolve('node_modules/.cache'), { recursive: true });
  await rename(work, folder).catch(() => run('cp', ['-r', work, folder]));
}
