import { href } from '../base.ts';

/**
 * Name of the database that says which packs are wanted: each copy of the site on an origin has its
 * own. Here without what opens it, for the page that only deletes it.
 */
export function shelfName(): string {
  const base = href();
  return base === '/' ? 'window-course-packs' : `window-course-packs:${base}`;
}
