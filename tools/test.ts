/**
 * What `npm test` runs: everything, without stopping at a failure, so that one run shows all that is
 * wrong. The last line is the count.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findProgram } from './find-program.ts';
import { addTallies, type Tally, tallyPlaywright, tallyStep, tallyVitest } from './tally.ts';

const root = join(import.meta.dirname, '..');

/** Runs an npm script with its output on this terminal, and resolves to its exit code. */
async function runScript(name: string): Promise<number> {
  const child = spawn(`npm run --silent ${name}`, { cwd: root, shell: true, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

/** The same beside something else: its output comes when it has ended, in one piece. */
async function runBeside(name: string): Promise<Tally> {
  const started = performance.now();
  const child = spawn(`npm run --silent ${name} 2>&1`, { cwd: root, shell: true });
  const output = text(child.stdout);
  const [code] = await once(child, 'exit');
  console.log(`\n── ${name}\n${await output}`);
  return report(name, tallyStep(code ?? 1), started);
}

/** Runs a test runner's script and counts by the report it writes. */
async function runTests(
  script: string,
  reportFile: string,
  count: (report: unknown, exitCode: number) => Tally,
): Promise<Tally> {
  const file = join(root, 'test-results', reportFile);
  // An old report must not speak for a runner that crashed.
  await rm(file, { force: true });
  const exitCode = await runScript(script);
  const written = await readFile(file, 'utf8').catch(() => undefined);
  return count(written && JSON.parse(written), exitCode);
}

async function timed(name: string, step: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n── ${name}`);
  const started = performance.now();
  return report(name, await step(), started);
}

function report(name: string, tally: Tally, started: number): Tally {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`);
  return tally;
}

function runWhole(name: string): Promise<Tally> {
  return timed(name, async () => tallyStep(await runScript(name)));
}

async function runBrowserTests(built: boolean): Promise<Tally> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.log('\n── test:e2e DID NOT RUN: the test browser exists for Linux x64 only.');
    return { passed: 0, failed: 0 };
  }
  if (!built) {
    console.log('\n── test:e2e did not run, because the build failed: 1 failed.');
    return { passed: 0, failed: 1 };
  }
  return timed('test:e2e', () => runTests('test:e2e', 'playwright.json', tallyPlaywright));
}

async function runOnNginx(): Promise<Tally> {
  if (!findProgram('nginx') || !findProgram('openssl')) {
    console.log('\n── test:nginx DID NOT RUN: nginx and openssl are not both installed here.');
    return { passed: 0, failed: 0 };
  }
  return runWhole('test:nginx');
}

/** These keep one processor busy at a time; the unit tests take what is left. */
async function runStatic(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const name of ['lint', 'typecheck', 'check', 'build']) tallies.push(await runBeside(name));
  return tallies;
}

const [steps, unit] = await Promise.all([
  runStatic(),
  timed('test:unit', () => runTests('test:unit', 'vitest.json', tallyVitest)),
]);
const built = steps.at(-1)?.failed === 0;
const total = addTallies([...steps, unit, await runOnNginx(), await runBrowserTests(built)]);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
