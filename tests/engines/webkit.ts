/**
 * WebKit as WebKitGTK has it, with the engine of Safari and of every browser on an iPhone (Debian:
 * `apt-get install webkit2gtk-driver xvfb`). Its driver tells nothing of the console.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { type Engine, pageOf } from './page.ts';
import { findProgram, stop } from './process.ts';

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

export const findWebKit = () =>
  existsSync(MINI_BROWSER) && findProgram('xvfb-run') && findProgram('WebKitWebDriver');

/** Starts it, on a screen that nobody sees. */
export async function launchWebKit(program: string): Promise<Engine> {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', program, `--port=${port}`], {
    // Its processes keep each other alive, so they are killed as one group.
    detached: true,
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    stdio: 'ignore',
  });
  const call = async <T>(path: string, body: object): Promise<T> => {
    const address = `http://127.0.0.1:${port}/session${path}`;
    const response = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
    const { value } = (await response.json()) as { value: T & { error?: string } };
    if (!response.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  const options = { binary: MINI_BROWSER, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = await eventually(() => call<{ sessionId: string }>('', { capabilities }));
  return {
    page: pageOf({
      complaints: [],
      navigate: (url) => call(`/${sessionId}/url`, { url }),
      async evaluate<T>(expression: string) {
        const script = `const done = arguments[0];
          Promise.resolve(${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
        const answer = await call<{ value?: T; error?: string }>(`/${sessionId}/execute/async`, {
          script,
          args: [],
        });
        if (answer.error) throw new Error(answer.error);
        return answer.value as T;
      },
    }),
    async close() {
      const address = `http://127.0.0.1:${port}/session/${sessionId}`;
      await fetch(address, { method: 'DELETE' }).catch(() => undefined);
      if (driver.pid) process.kill(-driver.pid, 'SIGTERM');
      await stop(driver);
    },
  };
}

/** A driver that is starting refuses for a while. */
async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 50; left > 0; left -= 1) {
    const result = await attempt().catch(() => undefined);
    if (result) return result;
    await new Promise((wait) => setTimeout(wait, 200));
  }
  return attempt();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
