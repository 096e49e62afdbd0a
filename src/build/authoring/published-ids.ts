import type { AuthoredCourse, AuthoredModule } from './authored-course.ts';
import type { Entry } from './entry.ts';
import type { Place } from './problem.ts';

/** An id that learners' records, addresses or an institution's settings may hold on to. */
export interface PublishedId {
  /** `<what>:<id>`, as in the ledger. */
  key: string;
  /** A question's kind, or what the thing is. */
  kind: string;
  /** The module or lesson that it stands in. */
  place: string;
  at: Place;
}

/** What each sort of id is called in a sentence. */
export const idLabels: Record<string, string> = {
  module: '模块',
  objective: '目标',
  lesson: '课',
  question: '题目',
  phrase: '话术',
  slot: '口径',
  sector: '行业',
  post: '岗位',
};

/** Every id that the course publishes now; drafts publish nothing. */
export function publishedIds({ modules, slots, sectors, posts }: AuthoredCourse): PublishedId[] {
  return [
    ...modules.filter(({ entry }) => entry?.data?.status === 'published').flatMap(idsOfModule),
    ...(slots ?? []).flatMap((entry) => idOf('slot', entry)),
    ...(sectors ?? []).flatMap((entry) => idOf('sector', entry)),
    ...(posts ?? []).flatMap((entry) => idOf('post', entry)),
  ];
}

function idsOfModule({ folder, entry, lessons }: AuthoredModule): PublishedId[] {
  if (!entry?.data) return [];
  return [
    { key: `module:${folder}`, kind: 'module', place: folder, at: entry.placeOf('id') },
    ...entry.data.objectives.map(({ id }, index) => ({
      key: `objective:${folder}/${id}`,
      kind: 'objective',
      place: folder,
      at: entry.placeOf('objectives', index, 'id'),
    })),
    ...lessons.flatMap(({ path, entry, questions = [], phrases = [] }) => {
      if (!entry || !path) return [];
      return [
        { key: `lesson:${path}`, kind: 'lesson', place: folder, at: entry.placeOf('id') },
        ...questions.flatMap((question) => idOf('question', question, path, question.data?.kind)),
        ...phrases.flatMap((phrase) => idOf('phrase', phrase, path)),
      ];
    }),
  ];
}

function idOf(
  what: string,
  { id, placeOf }: Entry<unknown>,
  place = '',
  kind = what,
): PublishedId[] {
  return id === undefined ? [] : [{ key: `${what}:${id}`, kind, place, at: placeOf('id') }];
}
