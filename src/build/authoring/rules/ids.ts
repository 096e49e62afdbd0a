import { labelOf } from '../field-name.ts';
import { namedParts } from '../named-parts.ts';
import type { Place } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { lessonsTaken, modulesTaken } from '../site-addresses.ts';
import type { Path } from '../yaml-source.ts';

interface Named {
  id: string | undefined;
  place: Place;
}

interface Located {
  placeOf(...path: Path): Place;
}

/** Ids are unique where records and addresses tell things apart by them. */
export const idsAreUnique: Rule = (course, report) => {
  const unique = (what: string, named: Iterable<Named>, listed = false) => {
    const first = new Map<string, Place>();
    for (const { id, place } of named) {
      if (id === undefined) continue;
      const before = first.get(id);
      if (before) {
        report('duplicate-id', place, { what, id, first: `${before.file}:${before.line}`, listed });
      } else first.set(id, place);
    }
  };
  const named = (
    entries: readonly { id: string | undefined; placeOf(...path: string[]): Place }[],
  ) => entries.map((entry) => ({ id: entry.id, place: entry.placeOf('id') }));
  const questions = course.lessons.flatMap((lesson) => lesson.questions ?? []);

  unique('题目', named(questions));
  unique('话术', named(course.lessons.flatMap((lesson) => lesson.phrases ?? [])));
  unique('行业', named(course.sectors ?? []));
  unique('岗位', named(course.posts ?? []));
  unique('口径', named(course.slots ?? []));
  unique('出处', named(course.references ?? []));
  unique('要点', named(course.coverage ?? []));
  for (const { entry, lessons } of course.modules) {
    unique('课', named(lessons.flatMap((lesson) => lesson.entry ?? [])));
    if (entry?.data) unique('目标', namedInside(entry, 'objectives', entry.data.objectives));
  }
  for (const question of questions) {
    for (const [list, parts] of Object.entries(question.data ? namedParts(question.data) : {})) {
      unique(labelOf(list), namedInside(question, list, parts));
    }
  }
  for (const { entry } of course.lessons) {
    if (!entry?.data) continue;
    const objectives = entry.data.objectives.map((id) => ({ id }));
    unique('目标', namedInside(entry, 'objectives', objectives), true);
    unique('出处', namedInside(entry, 'sources', entry.data.sources), true);
  }
  for (const entry of [...(course.posts ?? []), ...(course.coverage ?? [])]) {
    const lessons = (entry.data?.lessons ?? []).map((id) => ({ id }));
    unique('课', namedInside(entry, 'lessons', lessons), true);
  }
};

const namedInside = (
  { placeOf }: Located,
  list: string,
  items: readonly { id: string }[],
): Named[] => items.map(({ id }, index) => ({ id, place: placeOf(list, index, 'id') }));

/** The prefix keeps anchors of questions and phrases apart from those of headings. */
export const idsHaveTheirPrefix: Rule = ({ lessons }, report) => {
  for (const lesson of lessons) {
    for (const { what, prefix, entries } of [
      { what: '题目', prefix: 'q-', entries: lesson.questions ?? [] },
      { what: '话术', prefix: 'ph-', entries: lesson.phrases ?? [] },
    ]) {
      for (const { id, data, placeOf } of entries) {
        if (!data || id === undefined || id.startsWith(prefix)) continue;
        report('id-prefix', placeOf('id'), { what, id, prefix });
      }
    }
  }
};

/** Pages take the module's address from its folder. */
export const modulesAreNamedLikeTheirFolder: Rule = ({ modules }, report) => {
  for (const { folder, entry } of modules) {
    if (entry?.data && entry.data.id !== folder) {
      report('module-folder', entry.placeOf('id'), { id: entry.data.id, folder });
    }
  }
};

/** Pages of the site keep their addresses. */
export const addressesAreFree: Rule = ({ modules }, report) => {
  for (const { folder, entry, lessons } of modules) {
    if (entry && modulesTaken.has(folder)) {
      report('reserved-id', entry.placeOf('id'), {
        what: '模块',
        id: folder,
        address: `/${folder}/`,
      });
    }
    for (const { entry: lesson, path } of lessons) {
      if (lesson?.id === undefined || !lessonsTaken.has(lesson.id)) continue;
      report('reserved-id', lesson.placeOf('id'), {
        what: '课',
        id: lesson.id,
        address: `/${path}/`,
      });
    }
  }
};
