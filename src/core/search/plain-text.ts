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

/** What is looked for, folded, each once: a query's words, as white space parts them. */
export const termsOf = (query: string): string[] => [
  ...new Set(query.split(/\s+/).map(foldText).filter(Boolean)),
];

/** `text` cut at the places where it has a term of `query`: even parts are between, odd parts are the hits. */
export function cutAtHits(text: string, query: string): string[] {
  // Of two terms at one place the longer one is the hit.
  const terms = termsOf(query).sort((a, b) => b.length - a.length);
  const folded = foldText(text);
  const parts: string[] = [];
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const term = terms.find((candidate) => folded.startsWith(candidate, at));
    if (term === undefined) continue;
    parts.push(text.slice(end, at), text.slice(at, at + term.length));
    end = at + term.length;
    at = end - 1;
  }
  return [...parts, text.slice(end)];
}
