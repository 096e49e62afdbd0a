import { readdirSync } from 'node:fs';
import path from 'node:path';

const pages = path.join(import.meta.dirname, '../../pages');

/** What a page of the site itself is called, so that no module can be: `search`, `record` … */
export const modulesTaken: ReadonlySet<string> = namesIn(pages);

/** What a page of every module is called, so that no lesson can be: `test`. */
export const lessonsTaken: ReadonlySet<string> = namesIn(path.join(pages, '[module]'));

/** Pages and folders of pages by the name that stands in their address. */
function namesIn(folder: string): Set<string> {
  const names = readdirSync(folder).map((file) => path.parse(file).name);
  return new Set(names.filter((name) => !name.startsWith('[')));
}
