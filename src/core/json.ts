/** What a value that came from outside is: from a file, a database, another version of the site. */

export const isString = (value: unknown): value is string => typeof value === 'string';

/** A string with something in it. */
export const isText = (value: unknown): value is string => isString(value) && value !== '';

/** An object with names, not a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
