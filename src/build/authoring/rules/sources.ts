import { citedIn } from '../../../core/course/reference.ts';
import type { AuthoredCourse, AuthoredLesson } from '../authored-course.ts';
import { knownIds } from '../entry.ts';
import { attributeOf, elements } from '../mdast.ts';
import type { Place, ReportProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** What stands in for a reference where nothing is cited. */
const ownSources = /^(本课做法|本课算法|本单位)/;

/** Whatever cites a reference cites one that is there, and no question rests on a doubtful one. */
export const sourcesAreKnown: Rule = (course, report) => {
  const check = sourceChecker(course, report);
  for (const lesson of course.lessons) {
    const { entry } = lesson;
    entry?.data?.sources.forEach(({ id }, index) => {
      check.reference(id, entry.placeOf('sources', index, 'id'));
    });
    for (const { subject, data, placeOf } of lesson.questions ?? []) {
      if (data) check.source(subject, data.source, placeOf('source'), data.id);
    }
    for (const { subject, data, placeOf } of lesson.phrases ?? []) {
      if (data?.source) check.source(subject, data.source, placeOf('source'));
    }
    checkRules(lesson, check.reference, report);
  }
};

/** A reference that nothing cites any more would still stand among the sources of the course. */
export const referencesAreUsed: Rule = ({ references, lessons }, report) => {
  // What can't be read may hold the citation.
  if (!lessons.every(isRead)) return;
  const used = new Set(lessons.flatMap(referencesOf));
  for (const { id, placeOf } of references ?? []) {
    if (id && !used.has(id)) report('unused-reference', placeOf('id'), { reference: id });
  }
};

function isRead({ entry, body, questions, phrases }: AuthoredLesson): boolean {
  const data = [entry, ...(questions ?? [undefined]), ...(phrases ?? [undefined])];
  return body !== undefined && data.every((part) => part?.data !== undefined);
}

function referencesOf(lesson: AuthoredLesson): string[] {
  const { entry, questions = [], phrases = [] } = lesson;
  return [
    ...(entry?.data?.sources ?? []).map(({ id }) => id),
    ...[...questions, ...phrases].flatMap(({ data }) => citedIn(data?.source ?? '')),
    ...ruleSources(lesson).map(({ id }) => id),
  ];
}

function sourceChecker({ references }: AuthoredCourse, report: ReportProblem) {
  const known = knownIds(references);
  const doubtful = (references ?? []).flatMap(({ data }) => (data?.grade === '疑' ? data.id : []));
  const reference = (id: string, place: Place): boolean => {
    if (!known || known.includes(id)) return true;
    report('unknown-reference', place, { reference: id, nearest: nearest(id, known) });
    return false;
  };
  const source = (subject: string, text: string, place: Place, question?: string) => {
    if (ownSources.test(text)) return;
    const cited = /^[A-Z]\d/.test(text) ? citedIn(text) : [];
    if (cited.length === 0) report('unclear-source', place, { subject, source: text });
    for (const id of cited) {
      if (!reference(id, place) || !question || !doubtful.includes(id)) continue;
      report('doubtful-source', place, { question, reference: id });
    }
  };
  return { reference, source };
}

/** A rule is printed with its reference, which the page takes from the lesson's sources. */
function checkRules(
  lesson: AuthoredLesson,
  isReference: (id: string, place: Place) => boolean,
  report: ReportProblem,
): void {
  const listed = lesson.entry?.data?.sources.map(({ id }) => id);
  if (!listed) return;
  for (const { id, place } of ruleSources(lesson)) {
    if (isReference(id, place) && !listed.includes(id)) {
      report('source-not-listed', place, { reference: id });
    }
  }
}

/** What the `<Rule>` blocks of a lesson are taken from. */
function ruleSources({ body }: AuthoredLesson): { id: string; place: Place }[] {
  if (!body) return [];
  return [...elements(body.root)].flatMap((element) => {
    const id = element.name === 'Rule' ? attributeOf(element, 'source') : undefined;
    return id ? [{ id, place: body.placeOf(element) }] : [];
  });
}
