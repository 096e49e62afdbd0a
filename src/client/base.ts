import { address } from '../core/course/address.ts';

/** Address of a page or file of this site; the layout writes the base path on `<html>`. */
export const href = (path = ''): string =>
  address(document.documentElement.dataset.base ?? '/', path);

/** Tells the page's notices (`course-notices`) that something is true. */
export function notify(notice: 'local' | 'update'): void {
  document.dispatchEvent(new CustomEvent('course:notice', { detail: { notice } }));
}
