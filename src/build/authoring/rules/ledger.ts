import type { Ledger } from '../../schemas/ledger.ts';
import type { AuthoredCourse, AuthoredLesson, QuestionEntry } from '../authored-course.ts';
import { contentFolder } from '../content-files.ts';
import { presentRevision } from '../next-ledger.ts';
import { type Place, type ReportProblem, topOf } from '../problem.ts';
import { idLabels, publishedIds } from '../published-ids.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../suggest.ts';

/** What was published is still there, or said to be retired, and never comes back. */
export const publishedIdsStay: Rule = (course, report, today) => {
  const { ledger } = course;
  const present = publishedIds(course);
  const keys = new Set(present.map(({ key }) => key));
  const retired = new Set(course.retired.flatMap(({ id }) => id ?? []));

  for (const { key, at } of present) {
    const known = ledger[key];
    if (known?.retired && !retired.has(key)) {
      report('id-returned', at, { ...nameKey(key), date: known.retired });
    }
  }
  const gone = (key: string) =>
    ledger[key] !== undefined && !ledger[key].retired && !keys.has(key) && !retired.has(key);
  for (const key of Object.keys(ledger)) {
    // What goes with its lesson or module is one mistake, not thirty.
    if (!gone(key) || holdersOf(key, ledger).some((holder) => !keys.has(holder))) continue;
    reportGone(key, course, today, report);
  }
  for (const { id: key, data, placeOf } of course.retired) {
    if (!data || key === undefined) continue;
    if (keys.has(key)) report('retired-present', placeOf('id'), { key });
    else if (!ledger[key]) {
      report('retired-unknown', placeOf('id'), { key, nearest: nearest(key, Object.keys(ledger)) });
    }
  }
};

/** The lesson and the module that an id stands in. */
function holdersOf(key: string, ledger: Ledger): string[] {
  const place = ledger[key]?.place ?? '';
  const [module = ''] = place.split('/');
  return [`module:${module}`, `lesson:${place}`].filter(
    (holder) => holder !== key && ledger[holder],
  );
}

function reportGone(
  key: string,
  { modules, lessons, ledger }: AuthoredCourse,
  today: string,
  report: ReportProblem,
): void {
  const { what, id } = nameKey(key);
  const module = modules.find(({ folder }) => key === `module:${folder}`);
  if (module?.entry?.data?.status === 'draft') {
    report('module-unpublished', module.entry.placeOf('status'), { module: id });
    return;
  }
  const at = formerPlace(key, ledger[key]?.place ?? '', lessons);
  report('id-vanished', at, { what, id, key, today });
}

/** The file in which an author would look for what is gone. */
function formerPlace(key: string, place: string, lessons: readonly AuthoredLesson[]): Place {
  const [sort = ''] = key.split(':');
  const lesson = lessons.find(({ path }) => path === place);
  const files: Record<string, string> = {
    question: `${lesson?.folder}/quiz.yaml`,
    phrase: `${lesson?.folder}/phrases.yaml`,
    lesson: `${contentFolder}/modules/${place}/module.yaml`,
    objective: `${contentFolder}/modules/${place}/module.yaml`,
    slot: `${contentFolder}/slots.yaml`,
  };
  return topOf(files[sort] ?? `${contentFolder}/ledger.json`);
}

function nameKey(key: string): { what: string; id: string } {
  const [sort = '', id = ''] = key.split(':');
  return { what: idLabels[sort] ?? sort, id };
}

/** A published question changes only with an account of the change. */
export const changesAreExplained: Rule = ({ modules, ledger }, report, today) => {
  for (const { entry, lessons } of modules) {
    if (entry?.data?.status !== 'published') continue;
    for (const question of lessons.flatMap((lesson) => lesson.questions ?? [])) {
      checkChanges(question, ledger, today, report);
    }
  }
};

function checkChanges(
  { data, placeOf }: QuestionEntry,
  ledger: Ledger,
  today: string,
  report: ReportProblem,
): void {
  if (!data) return;
  const question = data.id;
  data.changes.forEach((change, index) => {
    const missing = (['was', 'now', 'affects'] as const).filter((name) => !change[name]);
    if (change.kind === 'policy' && missing.length > 0) {
      report('change-incomplete', placeOf('changes', index), { question, missing });
    }
  });
  const known = ledger[`question:${question}`];
  const last = known?.revisions?.at(-1);
  if (!known || !last) return;
  const now = data.changes.length;
  if (known.kind !== data.kind) {
    report('kind-changed', placeOf('kind'), { question, was: known.kind, now: data.kind });
  } else if (now < last.changes) {
    report('changes-removed', placeOf('changes'), { question, was: last.changes, now });
  } else if (last.revision !== presentRevision(data).revision && now === last.changes) {
    report('revision-unexplained', placeOf('id'), { question, today });
  }
}
