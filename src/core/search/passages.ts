import { foldText, plainText, termsOf } from './plain-text.ts';

/** A passage of a page, from one heading to the next. */
export interface Passage {
  /** Address below the base, with the heading's anchor. */
  url: string;
  title: string;
  text: string;
}

/** At least this part of a query's pairs of characters has to stand in a passage. */
const ENOUGH = 0.5;

/**
 * Search without an index, for the customer's very words and for old browsers: passages that
 * contain every part of the query, phrases before prose, the shortest first, since it is most about
 * it; where none does, those that share at least half of its pairs of characters, best first.
 */
export function findPassages(passages: readonly Passage[], query: string): Passage[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const folded = passages.map((passage) => ({ passage, text: foldText(passage.text) }));
  const exact = folded.filter(({ text }) => terms.every((term) => text.includes(term)));
  if (exact.length > 0) {
    const rank = ({ passage, text }: (typeof exact)[number]) =>
      text.length + (isPhrase(passage) ? 0 : LONGEST_PHRASE);
    return exact.sort((a, b) => rank(a) - rank(b)).map(({ passage }) => passage);
  }
  const wanted = pairsOf(terms);
  return folded
    .map(({ passage, text }) => ({
      passage,
      shared: wanted.filter((p) => text.includes(p)).length,
    }))
    .filter(({ shared }) => shared > 0 && shared >= wanted.length * ENOUGH)
    .sort((a, b) => b.shared - a.shared)
    .map(({ passage }) => passage);
}

/** Longer than any phrase: what to say comes before what to read about it. */
const LONGEST_PHRASE = 10_000;

/** Ids of phrases begin like this; see the author error `id-prefix`. */
const isPhrase = ({ url }: Passage): boolean => url.includes('#ph-');

/** A stretch of a passage around the first place that has something of the query. */
export function excerptOf({ text }: Passage, query: string, length = 60): string {
  const folded = foldText(text);
  const terms = termsOf(query);
  const places = [...terms, ...pairsOf(terms)].map((part) => folded.indexOf(part));
  const at = places.find((place) => place >= 0) ?? 0;
  const from = Math.max(0, at - Math.round(length / 3));
  return text.slice(from, from + length);
}

/**
 * Whether `text` has two characters of the query side by side. An index that lacks a word offers
 * places that have one character of it, and those are about something else.
 */
export function sharesPair(text: string, query: string): boolean {
  const pairs = pairsOf(termsOf(query));
  const folded = foldText(plainText(text));
  return pairs.length === 0 || pairs.some((pair) => folded.includes(pair));
}

function pairsOf(terms: readonly string[]): string[] {
  const pairs = terms.flatMap((term) => {
    const characters = [...term];
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
  return [...new Set(pairs)];
}
