import type { LaterPractice, Practice } from '../schemas/coverage.ts';
import type { AuthoredCourse, AuthoredLesson, QuestionEntry } from './authored-course.ts';
import { elements } from './mdast.ts';

/** Where something is taught and how often it is practised there. */
export interface CoverageLine {
  id: string;
  text: string;
  /** Paths of the published lessons that teach it. */
  lessons: readonly string[];
  counts: Readonly<Record<Practice, number>>;
  /** How it has to be practised, so that none of these counts may be 0. */
  practised: readonly Practice[];
  /** What is still to be built for it. */
  later: readonly LaterPractice[];
}

/** The points of the source and the objectives of the course, each with its lessons and practice. */
export interface Coverage {
  points: readonly CoverageLine[];
  /** Their id is `<module>/<objective>`. */
  objectives: readonly CoverageLine[];
}

/** Maps the points of the source and every published objective to lessons and practice. */
export function coverageOf(course: AuthoredCourse): Coverage {
  const lessons = publishedLessons(course);
  const points = (course.coverage ?? []).flatMap(({ data }) => {
    if (!data) return [];
    const own = data.lessons.flatMap((listed) => lessons.find(({ path }) => path === listed) ?? []);
    return { ...data, lessons: pathsOf(own), counts: countPractices(own) };
  });
  const objectives = course.modules.filter(isPublished).flatMap(({ folder, entry, lessons }) =>
    (entry?.data?.objectives ?? []).map(({ id, text }): CoverageLine => {
      const own = lessons.filter(({ entry }) => entry?.data?.objectives.includes(id));
      const questions = own.flatMap(({ questions = [] }) =>
        questions.filter(({ data }) => data?.objective === id),
      );
      return {
        id: `${folder}/${id}`,
        text,
        lessons: pathsOf(own),
        counts: { ...countPractices(own), ...countQuestions(questions) },
        practised: ['question'],
        later: ['drill'],
      };
    }),
  );
  return { points, objectives };
}

/** The lessons that learners can open. */
export const publishedLessons = ({ modules }: AuthoredCourse): AuthoredLesson[] =>
  modules.filter(isPublished).flatMap(({ lessons }) => lessons);

/** How often these lessons practise in each way; a module that has questions has one test. */
export function countPractices(lessons: readonly AuthoredLesson[]): Record<Practice, number> {
  const names = lessons.flatMap(({ body }) =>
    body ? [...elements(body.root)].map(({ name }) => name) : [],
  );
  const placed = (component: string) => names.filter((name) => name === component).length;
  const tested = lessons.filter(({ questions = [] }) => questions.length > 0);
  return {
    ...countQuestions(lessons.flatMap(({ questions = [] }) => questions)),
    case: placed('Case'),
    discuss: placed('Discuss'),
    task: placed('Task'),
    test: new Set(tested.map(({ module }) => module)).size,
  };
}

function countQuestions(questions: readonly QuestionEntry[]) {
  const all = questions.flatMap(({ data }) => data ?? []);
  const ofKind = (wanted: string) => all.filter(({ kind }) => kind === wanted).length;
  return {
    question: all.length,
    situation: all.filter(({ situation }) => situation).length,
    rewrite: ofKind('rewrite'),
    match: ofKind('match'),
  };
}

const isPublished = ({ entry }: AuthoredCourse['modules'][number]) =>
  entry?.data?.status === 'published';

const pathsOf = (lessons: readonly AuthoredLesson[]) => lessons.flatMap(({ path }) => path ?? []);
