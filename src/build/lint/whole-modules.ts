import type { Question } from '../../core/quiz/question.ts';
import type { AuthoredCourse, AuthoredModule, ModuleEntry } from '../authoring/authored-course.ts';

/** A published module of which every question could be read, so that they can be counted. */
export interface WholeModule extends AuthoredModule {
  entry: ModuleEntry;
  data: NonNullable<ModuleEntry['data']>;
  questions: readonly Question[];
}

export function wholeModules({ modules }: AuthoredCourse): WholeModule[] {
  return modules.flatMap((module) => {
    const { entry, lessons } = module;
    if (entry?.data?.status !== 'published') return [];
    const listed = lessons.flatMap((lesson) => lesson.questions ?? []);
    const questions = listed.flatMap((question) => question.data ?? []);
    const readable = listed.every(({ data }) => data) && lessons.every((each) => each.questions);
    return readable && lessons.length > 0
      ? [{ ...module, entry, data: entry.data, questions }]
      : [];
  });
}
