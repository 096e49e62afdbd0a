/** Firefox as a system has it (Debian: `apt-get install firefox-esr`). */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainHost } from '../browser/launcher.ts';
import { openBidiPage } from './bidi.ts';
import type { Engine } from './page.ts';
import { findProgram, stop, whenSaid } from './process.ts';

export const findFirefox = () => findProgram('firefox-esr', 'firefox');

/** Starts it; the plain-http name of the tests is this machine. */
export async function launchFirefox(program: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
  const wishes = {
    'network.dns.localDomains': plainHost,
    // It would ask its maker about updates and safe pages.
    'browser.safebrowsing.update.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
  };
  const lines = Object.entries(wishes).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const browser = spawn(
    program,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'],
    { env: { ...process.env, HOME: profile }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const url = await whenSaid(browser, /WebDriver BiDi listening on (ws:\S+)/);
  return {
    page: await openBidiPage(`${url}/session`),
    async close() {
      await stop(browser);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
