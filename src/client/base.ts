import { address } from '../core/course/address.ts';

/** Address of a page or file of this site; the layout writes the base path on `<html>`. */
export const href = (path = ''): string =>
  address(document.documentElement.dataset.base ?? '/', path);

/** The same, absolute: what is stored for this site lies below it. */
export const home = (): string => new URL(href(), location.href).href;

/** What a page may have to say about itself. */
export type Notice = 'memory' | 'unread' | 'lost' | 'restored' | 'local' | 'update';

/**
 * Says that something is true, of so many where that is counted, or of what. It is written on the element
 * `course-notices`, whose script may come later than what it has to say.
 */
export function notify(notice: Notice, detail: number | string = 1): void {
  document.querySelector('course-notices')?.setAttribute(`data-${notice}`, String(detail));
}

/** Says that it is not true any more. */
export function withdraw(notice: Notice): void {
  document.querySelector('course-notices')?.removeAttribute(`data-${notice}`);
}
