import type { Question } from '../../core/quiz/question.ts';
import { revisionOf } from '../revision.ts';
import { type Ledger, ledgerSchema } from '../schemas/ledger.ts';
import type { AuthoredCourse } from './authored-course.ts';
import { publishedIds } from './published-ids.ts';

type Revision = NonNullable<Ledger[string]['revisions']>[number];

/** The ledger with everything that the course publishes now, and what it retires. */
export function nextLedger(course: AuthoredCourse): Ledger {
  const next: Ledger = structuredClone(course.ledger);
  const present = publishedIds(course);
  const questions = new Map(
    course.lessons
      .flatMap((lesson) => lesson.questions ?? [])
      .flatMap(({ data }): [string, Question][] => (data ? [[`question:${data.id}`, data]] : [])),
  );
  for (const { key, kind, place } of present) {
    const question = questions.get(key);
    const revisions = question && nextRevisions(next[key]?.revisions ?? [], question);
    next[key] = { kind, place, ...(revisions && { revisions }) };
  }
  const keys = new Set(present.map(({ key }) => key));
  for (const { data } of course.retired) {
    if (data) retire(data.id, data.date, next, keys);
  }
  // The schema puts the fields in their order too, so that accepting twice changes no byte.
  return ledgerSchema.parse(
    Object.fromEntries(Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

/** Retires an id and, with a lesson or a module, all that stood in it and stands nowhere else. */
function retire(key: string, date: string, ledger: Ledger, present: ReadonlySet<string>): void {
  const [sort, id = ''] = key.split(':');
  for (const [other, entry] of Object.entries(ledger)) {
    const inside =
      (sort === 'module' || sort === 'lesson') &&
      (entry.place === id || entry.place.startsWith(`${id}/`));
    if ((other === key || inside) && !present.has(other)) entry.retired ??= date;
  }
}

function nextRevisions(published: readonly Revision[], question: Question): Revision[] {
  const present = presentRevision(question);
  const last = published.at(-1);
  if (!last) return [{ ...present, kind: 'new' }];
  if (last.revision === present.revision) return [...published];
  const kinds = question.changes.slice(last.changes).map(({ kind }) => kind);
  // One policy change among them is enough to reopen the question.
  const kind = (['policy', 'wording', 'typo'] as const).find((each) => kinds.includes(each));
  return [...published, { ...present, kind: kind ?? 'wording' }];
}

/** What the ledger would say of a question as it stands now. */
export function presentRevision(question: Question): Omit<Revision, 'kind'> {
  return { revision: revisionOf(question), changes: question.changes.length };
}
