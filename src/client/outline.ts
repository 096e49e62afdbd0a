import type { Outline, OutlineModule } from '../core/course/outline.ts';
import { href } from './base.ts';

/** The modules that this page has read, or is reading. */
const read = new Map<string, Promise<OutlineModule>>();

/**
 * The skeleton of these modules (their ids, as an element has them in `data-modules`): a file for each
 * beside the site. It stands in no page, so that an edit of a question changes one small file and not
 * every page that shows progress. `undefined` where one cannot be had, since half of it would say that
 * nothing was learned in the rest; pages are readable without progress.
 */
export async function readOutline(modules = ''): Promise<Outline | undefined> {
  try {
    return { modules: await Promise.all(modules.split(' ').map(readModule)) };
  } catch (error) {
    console.warn('The outline of the course was not read.', error);
    return undefined;
  }
}

function readModule(id: string): Promise<OutlineModule> {
  const known = read.get(id);
  if (known) return known;
  const module = fetchModule(id);
  read.set(id, module);
  module.catch(() => read.delete(id));
  return module;
}

async function fetchModule(id: string): Promise<OutlineModule> {
  const file = `outline/${id}.json`;
  const response = await fetch(href(file), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}
