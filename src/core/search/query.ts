import { foldText } from './plain-text.ts';

/**
 * What is asked for, folded: the runs of letters and numbers. Marks part words as spaces do, and
 * nobody looks for them.
 */
export const termsOf = (query: string): string[] =>
  query
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(foldText)
    .filter(Boolean);

/** Each two characters that stand side by side in a term: Chinese has no spaces to part words at. */
export function pairsOf(terms: readonly string[]): string[] {
  const pairs = terms.flatMap((term) => {
    const characters = [...term];
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
  return [...new Set(pairs)];
}

/**
 * `text` cut at the places where it has what was asked for, the terms or else their pairs of
 * characters: even parts are between, odd parts are the hits.
 */
export function cutAtHits(text: string, query: string): string[] {
  const folded = foldText(text);
  const terms = termsOf(query);
  const wanted = terms.every((term) => folded.includes(term)) ? terms : pairsOf(terms);
  const hit = new Array<boolean>(text.length).fill(false);
  for (const part of wanted) {
    for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
      hit.fill(true, at, at + part.length);
    }
  }
  const parts = [''];
  for (const [at, marked] of hit.entries()) {
    // The last part is a hit where their number is even.
    if (marked !== (parts.length % 2 === 0)) parts.push('');
    parts[parts.length - 1] += text.charAt(at);
  }
  return parts.length % 2 === 0 ? [...parts, ''] : parts;
}
