/**
 * Text of a page as a person reads it: white space between two Chinese characters comes from the
 * markup, would break a search for the very words, and goes; any other run becomes one space.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/([^\x20-\x7e]) (?=[^\x20-\x7e])/g, '$1')
    .trim();

/** For comparing: full-width and half-width forms and letter case are alike. */
export const foldText = (text: string): string => plainText(text.normalize('NFKC')).toLowerCase();
