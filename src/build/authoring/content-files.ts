import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where content lives, from the project's root. */
export const contentFolder = 'src/content';

/** Where blind answers lie, a file a module (`npm run review`). */
export const reviewFolder = 'docs/review';

/** A file of the content folder, just as it stands on the disk. */
export interface ContentFile {
  /** From the project's root, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** Every file under the content folder of the project at `root` and the blind answers; no hidden ones. */
export function readContentFiles(root: string): ContentFile[] {
  return [contentFolder, reviewFolder]
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }),
    )
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: path.relative(root, file).split(path.sep).join('/') }))
    .filter((file) => !file.path.includes('/.'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => ({ path: file.path, bytes: readFileSync(file.file) }));
}
