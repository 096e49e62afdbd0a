import type { Lesson, Module, Phrase, PublishedQuestion } from './course.ts';
import { citedIn } from './reference.ts';

/** What one lesson rests on a reference. */
export interface Use {
  lesson: Lesson;
  /** What the lesson says that it takes from it. */
  use: string | undefined;
  questions: readonly PublishedQuestion[];
  phrases: readonly Phrase[];
}

/** Where the reference `id` is used, in the order of the course. */
export function usesOf(id: string, modules: readonly Module[]): Use[] {
  const cites = ({ source }: { source?: string | undefined }) => citedIn(source ?? '').includes(id);
  return modules
    .flatMap(({ lessons }) => lessons)
    .map((lesson) => ({
      lesson,
      use: lesson.sources.find((source) => source.id === id)?.use,
      questions: lesson.quiz.filter(cites),
      phrases: lesson.phrases.filter(cites),
    }))
    .filter(({ use, questions, phrases }) => use ?? questions[0] ?? phrases[0]);
}
