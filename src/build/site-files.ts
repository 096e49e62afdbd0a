import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Every file of the built site, by address below the base: `attitude/waiting/`, `icon.svg`. */
export async function siteFiles(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return new Map(files.map((file) => [addressOf(path.relative(root, file)), file]));
}

/** The built pages, in order of address. */
export async function sitePages(root: string): Promise<{ address: string; html: string }[]> {
  const pages = [...(await siteFiles(root))].filter(([, file]) => file.endsWith('.html'));
  return Promise.all(
    pages.map(async ([address, file]) => ({ address, html: await readFile(file, 'utf8') })),
  );
}

/** The address that people visit: `/x/`, never `/x/index.html`, which some hosts redirect. */
function addressOf(file: string): string {
  const posix = file.split(path.sep).join('/');
  return posix.replace(/(^|\/)index\.html$/, '$1');
}
