import { foldText, plainText } from './plain-text.ts';
import { pairsOf, termsOf } from './query.ts';

/** A passage of a page, from one heading to the next. */
export interface Passage {
  /** Address below the base, with the heading's anchor. */
  url: string;
  title: string;
  text: string;
  /** The part of a phrase's text that is to be said when it is busy. */
  say?: string;
  /** What else the customer may say instead. */
  aliases?: readonly string[];
}

/** At least this part of what a query says has to stand in a passage, by weight. */
const ENOUGH = 0.4;

/** Of a long sentence nobody repeats more than some words: what weighs more than this is not asked for. */
const MOST = 4;

/** Weight of a pair that stands nowhere: mostly the seam between two words, which says little. */
const SEAM = 0.4;

/**
 * Search without an index, for the customer's very words and for old browsers: passages that
 * contain every part of the query, phrases before prose before questions, the shortest first, since
 * it is most about it; where none does, those that share enough of its pairs of characters. A pair
 * weighs the more the fewer passages have it, 1 where it is a single one: in 插队怎么办 that is 插队.
 */
export function findPassages(passages: readonly Passage[], query: string): Passage[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const folded = passages.map((passage) => ({ passage, text: foldText(passage.text) }));
  const exact = folded.filter(({ text }) => terms.every((term) => text.includes(term)));
  return exact.length > 0 ? byWords(exact, terms.join('')) : byPairs(folded, terms);
}

interface Folded {
  passage: Passage;
  text: string;
}

function byWords(exact: Folded[], joined: string): Passage[] {
  const rank = ({ passage, text }: Folded) =>
    text.length +
    // What to say comes before what to read about it, and that before what is asked of it.
    (isPhrase(passage) ? 0 : isQuestion(passage) ? 2 * LONGEST : LONGEST) +
    // Who put a space into a word means the word.
    (text.includes(joined) ? 0 : 3 * LONGEST);
  return exact.sort((a, b) => rank(a) - rank(b)).map(({ passage }) => passage);
}

function byPairs(folded: readonly Folded[], terms: readonly string[]): Passage[] {
  const weighed = pairsOf(terms).map((pair) => {
    const known = folded.filter(({ text }) => text.includes(pair)).length;
    return { pair, weight: known > 0 ? 1 - Math.log(known) / Math.log(folded.length + 1) : SEAM };
  });
  const sum = (some: typeof weighed) => some.reduce((all, { weight }) => all + weight, 0);
  const enough = ENOUGH * Math.min(sum(weighed), MOST);
  const isNamed = ({ aliases = [] }: Passage) =>
    aliases.some((alias) => terms.some((term) => term.includes(foldText(alias))));
  return (
    folded
      .map(({ passage, text }) => ({
        passage,
        length: text.length,
        // Authors have written down what a phrase is asked for by: that is worth the rarest pair.
        shared: sum(weighed.filter(({ pair }) => text.includes(pair))) + (isNamed(passage) ? 1 : 0),
      }))
      .filter(({ shared }) => shared > 0 && shared >= enough)
      // A long text has a pair here and there without being about it.
      .map(({ passage, length, shared }) => ({
        passage,
        rank: (shared * (isPhrase(passage) ? 1.15 : isQuestion(passage) ? 0.8 : 1)) / length ** 0.1,
      }))
      .sort((a, b) => b.rank - a.rank)
      .map(({ passage }) => passage)
  );
}

/** Longer than any passage. */
const LONGEST = 10_000;

/** Ids of phrases and questions begin like this; see the author error `id-prefix`. */
const isPhrase = ({ url }: Passage): boolean => url.includes('#ph-');
const isQuestion = ({ url }: Passage): boolean => url.includes('#q-');

/**
 * A stretch of a passage around the first place that has something of the query, from where a
 * sentence or a part of one begins. A phrase is shown by what to say; who searches has somebody
 * waiting.
 */
export function excerptOf({ text, say }: Passage, query: string, length = 60): string {
  const at = placeOf(text, query);
  if (say === undefined) return stretch(text, at, length);
  const from = text.indexOf(say);
  const end = from + say.length;
  if (at < end) return stretch(text, from, length, from);
  return `${say}……${stretch(text, at, length / 2, end)}`;
}

function placeOf(text: string, query: string): number {
  const folded = foldText(text);
  const terms = termsOf(query);
  const places = [...terms, ...pairsOf(terms)].map((part) => folded.indexOf(part));
  return places.find((place) => place >= 0) ?? 0;
}

/** `length` characters with what stands `at` in their first third, none from before `earliest`. */
function stretch(text: string, at: number, length: number, earliest = 0): string {
  const start = Math.max(earliest, at - Math.round(length / 3));
  const before = text.slice(start, at);
  const [end = ''] = /^.*?[。！？；]”?/.exec(before) ?? /^.*?[，、：]/.exec(before) ?? [];
  const from = start === earliest ? start : start + end.length;
  return `${text.slice(from, from + length)}${from + length < text.length ? '……' : ''}`;
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
