import type { Rule } from '../authoring/rule.ts';
import { wordsGiveNothingAway } from './absolutes.ts';
import { wordsAreNoSlogans } from './banned-word.ts';
import { keysDoNotEcho } from './clang.ts';
import { quotesAreCurly } from './corner-bracket.ts';
import { punctuationIsFullWidth } from './half-width-punctuation.ts';
import { keysChangePlace } from './key-position.ts';
import { lawsHaveYears } from './law-without-year.ts';
import { sentencesAreShort } from './long-sentence.ts';
import { keysAreNotLonger } from './longest-key.ts';
import { longestIsNoGuess } from './longest-keys.ts';
import { spacesAreLeftToThePage } from './manual-space.ts';
import { stemsAskForwards } from './negative-stem.ts';
import { noAllOrNone } from './no-all-none.ts';
import { objectivesAreAsked } from './objective-unasked.ts';
import { numbersStandInOrder } from './options-unordered.ts';
import { numbersAreNobodys } from './private-number.ts';
import { promisesAreMarked } from './promise-unmarked.ts';
import { reasonsDiffer } from './same-reason.ts';
import { judgesAreFew } from './too-many-judges.ts';
import { optionsAreFew } from './too-many-options.ts';
import { acronymsAreExplained } from './unexplained-acronym.ts';

/**
 * What makes a question guessable or a text hard to read. Their ids and sentences are in errors.ts;
 * what an author may waive is a warning there.
 */
export const lintRules: readonly Rule[] = [
  noAllOrNone,
  reasonsDiffer,
  numbersAreNobodys,
  numbersStandInOrder,
  longestIsNoGuess,
  objectivesAreAsked,
  stemsAskForwards,
  keysAreNotLonger,
  wordsGiveNothingAway,
  keysDoNotEcho,
  optionsAreFew,
  judgesAreFew,
  keysChangePlace,
  promisesAreMarked,
  wordsAreNoSlogans,
  quotesAreCurly,
  punctuationIsFullWidth,
  spacesAreLeftToThePage,
  sentencesAreShort,
  lawsHaveYears,
  acronymsAreExplained,
];
