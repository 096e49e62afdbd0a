import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where content lives, from the project's root. */
export const contentFolder = 'src/content';

/** Where blind answers lie, a file a module (`npm run review`). */
export const reviewFolder = 'docs/review';

/** A file of the content folder, just as it stands on the disk. */
export interface ContentFile {
  /** From the project's root, with `/`. */
  path: string;
  /** Empty where nothing of the kind is ever read. */
  bytes: Uint8Array;
}

/** Every file under the content folder of the project at `root` and the blind answers; no hidden ones. */
export function readContentFiles(root: string): ContentFile[] {
  return (
    [contentFolder, reviewFolder]
      .filter((folder) => existsSync(path.join(root, folder)))
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }),
      )
      .map((entry) => path.join(entry.parentPath, entry.name))
      // A link to a file is read by the build too; one that leads nowhere is none.
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
      .map((file) => ({ file, path: path.relative(root, file).split(path.sep).join('/') }))
      .filter((file) => !file.path.includes('/.'))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ file, path }) => ({ path, bytes: isRead(path) ? readFileSync(file) : noBytes }))
  );
}

const noBytes = new Uint8Array();

/** A film of a gigabyte beside a lesson is nobody's content. */
const isRead = (path: string) => /\.(?:ya?ml|mdx?|json|txt|svg|png|jpe?g|gif|webp)$/i.test(path);
