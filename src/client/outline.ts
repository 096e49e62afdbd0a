import type { Outline } from '../core/course/outline.ts';
import { href } from './base.ts';

let read: Promise<Outline | undefined> | undefined;

/**
 * The published course's skeleton, `outline.json` beside the site. It stands in no page, so that an
 * edit of a question changes one small file and not every page that shows progress. `undefined`
 * where it cannot be had; pages are readable without progress.
 */
export function readOutline(): Promise<Outline | undefined> {
  read ??= fetchOutline().catch((error) => {
    console.warn('The outline of the course was not read.', error);
    read = undefined;
    return undefined;
  });
  return read;
}

async function fetchOutline(): Promise<Outline> {
  const response = await fetch(href('outline.json'), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`outline.json: ${response.status}`);
  return response.json();
}
