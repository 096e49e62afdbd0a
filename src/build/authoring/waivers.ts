import type { AuthoredCourse } from './authored-course.ts';
import type { Entry } from './entry.ts';
import { collectProblems, comparePlaces, type Place, type Problem, topOf } from './problem.ts';

/** A course of this many waivers has stopped listening. */
const mostOfOneRule = 5;
const mostQuestions = 0.05;
/** Characters. */
const shortestWhy = 10;

interface Waiver {
  rule: string;
  why: string;
  place: Place;
  /** Whose it is: in a sentence, and where that begins and the next one does. */
  subject: string;
  start: Place;
  end: Place | undefined;
  question: string | undefined;
}

interface Waiving {
  id?: string | undefined;
  waivers: readonly { rule: string; why: string }[];
}

/**
 * Takes out of the problems the warnings that their author waived, and adds what is wrong with the
 * waivers. Where not all could be read, a waiver may belong to a warning that was not found.
 */
export function settleWaivers(
  course: AuthoredCourse,
  found: readonly Problem[],
  readable: boolean,
): Problem[] {
  const { problems, report } = collectProblems();
  const waivers = waiversIn(course);
  const waived = new Set<Problem>();
  for (const waiver of waivers) {
    const { rule, subject, place, why } = waiver;
    const own = found.filter((problem) => covers(waiver, problem));
    for (const problem of own) waived.add(problem);
    const { length } = [...why];
    if (own.length === 0 && readable) report('waiver-unused', place, { subject, rule });
    else if (length < shortestWhy) {
      report('waiver-unexplained', place, { subject, rule, length, minimum: shortestWhy });
    }
  }
  for (const [rule, ofRule] of Map.groupBy(waivers, (waiver) => waiver.rule)) {
    const [place, times] = [ofRule[mostOfOneRule]?.place, ofRule.length];
    if (place) report('waiver-overused', place, { rule, times, most: mostOfOneRule });
  }
  const questions = course.lessons.flatMap((lesson) => lesson.questions ?? []).length;
  const onQuestions = Map.groupBy(
    waivers.filter(({ question }) => question !== undefined),
    ({ question }) => question,
  );
  const most = Math.floor(mostQuestions * questions);
  const [beyond] = [...onQuestions.values()][most] ?? [];
  if (beyond) {
    report('waivers-too-many', beyond.place, {
      waived: onQuestions.size,
      questions,
      percent: mostQuestions * 100,
    });
  }
  return [...found.filter((problem) => !waived.has(problem)), ...problems];
}

function waiversIn({ modules, lessons }: AuthoredCourse): Waiver[] {
  return [
    ...modules.flatMap(({ entry }) => waiversOf(entry ? [entry] : [])),
    ...lessons.flatMap(({ entry, questions, phrases }) => [
      // All of a lesson's prose is the lesson's.
      ...waiversOf(entry ? [entry] : []),
      ...waiversOf(questions ?? [], true),
      ...waiversOf(phrases ?? []),
    ]),
  ];
}

/** The waivers of records that follow each other in one file. */
function waiversOf(entries: readonly Entry<Waiving>[], areQuestions = false): Waiver[] {
  return entries.flatMap(({ subject, id, data, placeOf }, index) =>
    (data?.waivers ?? []).map((waiver, at) => ({
      ...waiver,
      place: placeOf('waivers', at, 'rule'),
      subject,
      start: index === 0 ? topOf(placeOf().file) : placeOf(),
      end: entries[index + 1]?.placeOf(),
      question: areQuestions ? id : undefined,
    })),
  );
}

const covers = ({ rule, start, end }: Waiver, problem: Problem): boolean =>
  problem.level === 'warning' &&
  problem.id === rule &&
  problem.file === start.file &&
  comparePlaces(start, problem) <= 0 &&
  (!end || comparePlaces(problem, end) < 0);
