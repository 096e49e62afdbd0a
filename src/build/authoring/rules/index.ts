import { lintRules } from '../../lint/index.ts';
import type { Rule } from '../rule.ts';
import { blocksStandAlone } from './blank-lines.ts';
import { blindAnswersAreFresh } from './blind-answers.ts';
import { blocksArePlaced } from './blocks.ts';
import { componentsAreKnown } from './components.ts';
import { objectivesAreCovered, pointsArePractised } from './coverage.ts';
import { figuresTeachInWords } from './figures.ts';
import { filesAreKnown } from './files.ts';
import { headingsAreInOrder } from './headings.ts';
import {
  addressesAreFree,
  idsAreUnique,
  idsHaveTheirPrefix,
  modulesAreNamedLikeTheirFolder,
} from './ids.ts';
import { imagesAreHere } from './images.ts';
import { changesAreExplained, publishedIdsStay } from './ledger.ts';
import { linksLeadSomewhere } from './links.ts';
import { listedLessonsAreThere } from './listed-lessons.ts';
import { markdownIsPlain } from './markdown.ts';
import { marksAreRead } from './marks.ts';
import { modulesAreWhole, releasesNameLessons } from './modules.ts';
import { blocksAreInPlace } from './nesting.ts';
import { objectivesAreTaught } from './objectives.ts';
import { publishedTextIsWritten } from './placeholders.ts';
import { textsArePlain } from './plain-texts.ts';
import { questionsAreSound } from './questions.ts';
import { reviewsAreInTime } from './reviews.ts';
import { sectorsAreKnown } from './sectors.ts';
import { slotsAreKnown } from './slots.ts';
import { referencesAreUsed, sourcesAreKnown } from './sources.ts';
import { tablesAreWhole } from './tables.ts';

/** What is checked once every file has been read. */
export const rules: readonly Rule[] = [
  filesAreKnown,
  idsAreUnique,
  idsHaveTheirPrefix,
  modulesAreNamedLikeTheirFolder,
  addressesAreFree,
  modulesAreWhole,
  releasesNameLessons,
  objectivesAreTaught,
  questionsAreSound,
  changesAreExplained,
  reviewsAreInTime,
  blindAnswersAreFresh,
  blocksArePlaced,
  blocksAreInPlace,
  blocksStandAlone,
  componentsAreKnown,
  markdownIsPlain,
  marksAreRead,
  textsArePlain,
  tablesAreWhole,
  headingsAreInOrder,
  imagesAreHere,
  figuresTeachInWords,
  linksLeadSomewhere,
  slotsAreKnown,
  sourcesAreKnown,
  referencesAreUsed,
  sectorsAreKnown,
  listedLessonsAreThere,
  pointsArePractised,
  objectivesAreCovered,
  publishedTextIsWritten,
  publishedIdsStay,
  ...lintRules,
];
