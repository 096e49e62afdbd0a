import { address } from '../core/course/address.ts';

/** Link to a page of this site, with the base path applied: `href('record/')`. */
export const href = (path = ''): string => address(import.meta.env.BASE_URL, path);

/** Link to a reference on 依据与出处. */
export const referenceHref = (id: string): string => href(`sources/#${id}`);

/** JSON that can stand in a `<script type="application/json">` whatever it holds. */
export const inertJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c');
