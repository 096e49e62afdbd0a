/**
 * The one place that starts a browser. Chromium, its libraries and the Chinese fonts come from npm
 * and are unpacked by `global-setup.ts`, so every machine with Linux x64 tests with the same bytes.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from '@playwright/test';
import { browserFolder, fontsFile } from './browser-files.ts';

/** A name that is not a secure context, as an intranet address without a certificate is not. */
export const plainHost = 'xuetang.test';

/** Our server under both its names; every other host is unknown, so no test can leave the machine. */
export const testHosts = `MAP ${plainHost} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`;

/** What a person's browser is like. */
export interface BrowserWishes
  extends Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'javaScriptEnabled'> {
  /** Rules of `--host-resolver-rules`; by default {@link testHosts}. */
  hostRules?: string;
}

/** The browser's program. */
export function executable(): string {
  return join(browserFolder, 'chromium');
}

/**
 * How Playwright starts the browser. The package's own `args` are never used: they turn off web
 * security and process isolation, and then a crashing page takes the browser with it.
 */
export function launchOptions(hostRules = testHosts): LaunchOptions {
  return {
    executablePath: executable(),
    // Containers run as root, where Chromium's own sandbox refuses to start.
    chromiumSandbox: false,
    args: [`--host-resolver-rules=${hostRules}`],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(browserFolder, 'lib'),
      FONTCONFIG_FILE: fontsFile,
      // Without a locale of its own a machine has file names in ASCII, and ours are Chinese.
      LC_ALL: 'C.UTF-8',
    },
  };
}

/** Opens a browser that keeps its storage in a folder, as a person's browser does. */
export function launchPersistent(
  profileFolder: string,
  { hostRules, ...wishes }: BrowserWishes = {},
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profileFolder, {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...launchOptions(hostRules),
    ...wishes,
  });
}

/** A browser that can be killed at any moment. */
export interface KillableBrowser {
  context: BrowserContext;
  /** SIGKILL to the browser and all its processes; resolves when none is left. */
  kill(): Promise<void>;
}

/** Like {@link launchPersistent}, for tests of sudden death: kill, then open the profile again. */
export async function launchKillable(
  profileFolder: string,
  wishes: BrowserWishes = {},
): Promise<KillableBrowser> {
  const context = await launchPersistent(profileFolder, wishes);
  const group = await processGroup(context);
  return {
    context,
    async kill() {
      const closed = new Promise((resolve) => context.once('close', resolve));
      process.kill(-group, 'SIGKILL');
      await closed;
      await untilGone(group);
    },
  };
}

/** Playwright starts each browser as the leader of its own process group: its id is the group's. */
async function processGroup(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser has no DevTools session to ask for its process id.');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const main = processInfo.find((entry) => entry.type === 'browser');
  if (!main) throw new Error('The browser does not list its own process.');
  return main.id;
}

/** After SIGKILL each process still takes a moment to let go of the profile's files. */
async function untilGone(group: number): Promise<void> {
  while (await isRunning(group)) await sleep(5);
}

/** Zombies do not count: they hold nothing, and some containers collect them only after seconds. */
async function isRunning(group: number): Promise<boolean> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    processes.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')),
  );
  return lines.some((line) => {
    // After the name in brackets: state, parent, process group.
    const [state, , groupOfIt] = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return state !== 'Z' && Number(groupOfIt) === group;
  });
}
