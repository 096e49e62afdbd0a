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

/** `text` cut at the places where it has `query`: even parts are between, odd parts are the hits. */
export function cutAtHits(text: string, query: string): string[] {
  const wanted = foldText(query);
  const folded = foldText(text);
  // Folding may change lengths; then nothing is marked rather than the wrong words.
  if (wanted === '' || folded.length !== text.length) return [text];
  const parts: string[] = [];
  let at = 0;
  for (let hit = folded.indexOf(wanted); hit >= 0; hit = folded.indexOf(wanted, at)) {
    parts.push(text.slice(at, hit), text.slice(hit, hit + wanted.length));
    at = hit + wanted.length;
  }
  return [...parts, text.slice(at)];
}
