/** Programs that tests start. */
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that is installed. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** Resolves with the first group of `pattern` once the program has said it on its error output. */
export function whenSaid(program: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((found, fail) => {
    let said = '';
    program.stderr?.on('data', (data) => {
      said += data;
      const [, group] = pattern.exec(said) ?? [];
      if (group) found(group);
    });
    program.once('exit', () => fail(new Error(`${program.spawnfile} did not start:\n${said}`)));
  });
}

/** Kills it and waits until it is gone. */
export async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = new Promise((done) => program.once('exit', done));
  program.kill('SIGKILL');
  await gone;
}
