/**
 * Text of a page as a person reads it: white space between two Chinese characters comes from the
 * markup, would break a search for the very words, and goes; any other run becomes one space.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/([^\x20-\x7e]) (?=[^\x20-\x7e])/g, '$1')
    .trim();

/**
 * For comparing: full-width and half-width forms and letter case are alike. Each character becomes
 * one, so that a place in the folded text is the same place in the text.
 */
export const foldText = (text: string): string =>
  text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
