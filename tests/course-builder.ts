/** Courses as the build publishes them, with nothing but what a test is about. */
import type { Lesson, Module, PublishedQuestion } from '../src/core/course/course.ts';
import { type Outline, outlineOf } from '../src/core/course/outline.ts';
import type { ChoiceQuestion } from './question-builder.ts';

/** What a test wants of a question. */
export interface QuestionWishes {
  id?: string;
  kind?: ChoiceQuestion['kind'];
  objective?: string;
  revision?: string;
  credited?: readonly string[];
  stem?: string;
  /** Ids of its options. */
  options?: readonly string[];
  /** Ids of those that are right. */
  correct?: readonly string[];
}

/** A published 单选, 多选 or 判断; an option `b` reads `选项b` and has the reason `理由b`. */
export function buildQuestion({
  id = 'q-wait',
  kind = 'single',
  objective = 'tell',
  revision = '00000001',
  credited = [revision],
  stem = '他问还要多久，怎么回？',
  options = ['a', 'b', 'c'],
  correct = ['b'],
}: QuestionWishes = {}): ChoiceQuestion {
  return {
    id,
    kind,
    objective,
    revision,
    credited,
    situation: true,
    difficulty: 2,
    stem,
    ordered: false,
    options: options.map((option) => ({
      id: option,
      text: `选项${option}`,
      reason: `理由${option}`,
      correct: correct.includes(option),
    })),
    source: 'T03',
    reviewBy: '2027-11-30',
    changes: [],
  };
}

/** A lesson `<module>/<id>` with the given questions. */
export function buildLesson(
  id: string,
  quiz: readonly PublishedQuestion[] = [],
  module = 'attitude',
): Lesson {
  return {
    id,
    path: `${module}/${id}`,
    ticket: '态-01',
    title: '等得住',
    subtitle: '话归你说',
    minutes: { read: 4, practice: 3 },
    say: '我9点50再来报。',
    objectives: [],
    sources: [],
    quiz,
    inline: [],
    slots: [],
    phrases: [],
  };
}

/** A published module of these lessons. */
export function buildModule(id: string, lessons: readonly Lesson[]): Module {
  return {
    id,
    ticket: '态',
    title: '服务态度',
    summary: '他看得见的态度。',
    audience: 'staff',
    objectives: [
      { id: 'tell', text: '说清还要多久', redLine: false },
      { id: 'greet', text: '先开口', redLine: true },
    ],
    passMark: 80,
    version: '1.0.0',
    owner: '',
    approval: '',
    effective: '2026-01-01',
    reviewBy: '2027-11-30',
    changelog: [],
    lessons,
  };
}

/** The outlines of these modules, as a page reads them. */
export const buildOutline = (modules: readonly Module[]): Outline => ({
  modules: modules.map(outlineOf),
});
