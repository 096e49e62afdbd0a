/** Why a command does nothing, said to an author. */
export class Refusal extends Error {}

/**
 * Runs what an author started in a terminal. What they can mend is said in a sentence: wrong words
 * behind the command, a refusal, a file that the system will not open. The rest is our own mistake.
 */
export function runCommand(usage: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    const said = sentenceFor(error, usage);
    if (said === undefined) throw error;
    console.error(said);
    process.exitCode = 1;
  }
}

function sentenceFor(error: unknown, usage: string): string | undefined {
  if (error instanceof Refusal) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code?.startsWith('ERR_PARSE_ARGS')) return usage;
  if (!path) return;
  if (code === 'ENOENT') return `没有 ${path} 这个文件。`;
  return `打不开 ${path}（${code}）。请关掉正在用它的程序，看看有没有读写它的权限，再试一次。`;
}
