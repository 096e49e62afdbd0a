import type { Ledger } from '../schemas/ledger.ts';
import { readAuthoredCourse } from './authored-course.ts';
import { type ContentFile, readContentFiles } from './content-files.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { nextLedger } from './next-ledger.ts';
import { collectProblems, inReadingOrder, type Problem } from './problem.ts';
import { publishedIds } from './published-ids.ts';
import { rules } from './rules/index.ts';
import { publishedIdsStay } from './rules/ledger.ts';
import { settleWaivers } from './waivers.ts';

/** What `npm run check` found out. */
export interface Report {
  problems: readonly Problem[];
  counts: { modules: number; lessons: number; questions: number; phrases: number };
  /** How many published ids the ledger does not hold yet. */
  newIds: number;
  /** Where the points of the source and the objectives are taught and practised. */
  coverage: Coverage;
  /** What the ledger becomes when this content is accepted. */
  ledger: Ledger;
}

/** Checks the content of the project at `root`. */
export function checkContent(root: string, options: { today: string }): Report {
  return checkFiles(readContentFiles(root), options);
}

/** Checks content that was read before. */
export function checkFiles(files: readonly ContentFile[], { today }: { today: string }): Report {
  const { problems, report } = collectProblems();
  const course = readAuthoredCourse(files, report);
  // What could not be read may still hold the ids that seem to be gone.
  const readable = problems.length === 0;
  for (const rule of rules) {
    if (rule !== publishedIdsStay || readable) rule(course, report, today);
  }
  const settled = settleWaivers(course, problems, readable);
  const { modules, lessons } = course;
  return {
    problems: inReadingOrder(settled),
    counts: {
      modules: modules.length,
      lessons: lessons.length,
      questions: lessons.flatMap(({ questions = [] }) => questions).length,
      phrases: lessons.flatMap(({ phrases = [] }) => phrases).length,
    },
    newIds: publishedIds(course).filter(({ key }) => !course.ledger[key]).length,
    coverage: coverageOf(course),
    ledger: nextLedger(course),
  };
}
