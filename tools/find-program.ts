import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program of this machine, also where Debian keeps those of administrators. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
