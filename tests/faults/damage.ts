/** Damage to the files in which Chromium keeps a site's storage, as a failing disk or a tool does it. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What becomes of a file. `torn`: a record is added whose end was never written, as by a kill. */
export type Mode = 'flip' | 'zero' | 'truncate' | 'garbage' | 'delete' | 'torn';

/**
 * Which files of a profile: the database's current log, its sorted tables, its list of them, the
 * pointer to that list, all of these, the newest or both files of the second copy, the folder of
 * the private file system with its own lists.
 */
export type Target =
  | 'log'
  | 'tables'
  | 'manifest'
  | 'pointer'
  | 'database'
  | 'newest copy'
  | 'copies'
  | 'file system';

export interface Damage {
  target: Target;
  mode: Mode;
}

/** Does the damage to a profile that no browser has open; gives the names of the files. */
export async function damageProfile(
  profile: string,
  { target, mode }: Damage,
  random: () => number,
): Promise<string[]> {
  const files = await filesOf(join(profile, 'Default'), target);
  if (files.length === 0) throw new Error(`The profile has no ${target}`);
  for (const file of files) {
    if (mode === 'delete') await rm(file);
    else await writeFile(file, spoil(await readFile(file), mode, random));
  }
  return files.map((file) => basename(file));
}

async function filesOf(folder: string, target: Target): Promise<string[]> {
  const database = async (pattern: RegExp) =>
    (await list(join(folder, 'IndexedDB'))).filter(
      (file) => file.includes('.leveldb/') && pattern.test(basename(file)),
    );
  const system = await list(join(folder, 'File System'));
  const copies = system.filter((file) => /\/\d{2}\/\d+$/.test(file)).sort();
  switch (target) {
    case 'log':
      return database(/\.log$/);
    case 'tables':
      return database(/\.ldb$/);
    case 'manifest':
      return database(/^MANIFEST/);
    case 'pointer':
      return database(/^CURRENT$/);
    case 'database':
      return database(/\.log$|\.ldb$|^MANIFEST|^CURRENT$/);
    case 'newest copy':
      // Each write makes a new file of the next number.
      return copies.slice(-1);
    case 'copies':
      return copies;
    case 'file system':
      return system.filter((file) => /\.log$|\/MANIFEST|\/CURRENT$/.test(file));
  }
}

async function list(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function spoil(bytes: Buffer, mode: Exclude<Mode, 'delete'>, random: () => number): Buffer {
  const somewhere = () => Math.floor(random() * bytes.length);
  switch (mode) {
    case 'flip':
      // Large files in each of their blocks.
      for (let times = 1 + random() * 8 + bytes.length / 4096; times > 0; times -= 1) {
        const at = somewhere();
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      }
      return bytes;
    case 'zero': {
      const from = somewhere();
      return bytes.fill(0, from, Math.min(bytes.length, from + 1 + somewhere()));
    }
    case 'truncate':
      return bytes.subarray(0, somewhere());
    case 'torn': {
      // LevelDB's log: checksum, length in two bytes, type 1 for a whole record, then the record.
      const header = Buffer.from([...[0, 0, 0, 0], ...[0, 4], 1]);
      return Buffer.concat([bytes, header, Buffer.alloc(somewhere() % 1000)]);
    }
    case 'garbage':
      return Buffer.from(bytes.map(() => Math.floor(random() * 256)));
  }
}
