/**
 * What the authors wrote, read straight from their files: tests know the right answers and the
 * phrases without asking the site that they test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { phrasesSchema } from '../../src/build/schemas/phrase.ts';
import { quizSchema } from '../../src/build/schemas/quiz.ts';
import type { Phrase } from '../../src/core/course/course.ts';
import type { Question } from '../../src/core/quiz/question.ts';
import { thorough } from './sample.ts';

export interface AuthoredLesson {
  /** `<module>/<lesson>` */
  path: string;
  title: string;
  questions: readonly Question[];
  phrases: readonly Phrase[];
  figures: readonly AuthoredFigure[];
}

export interface AuthoredFigure {
  alt: string;
  caption: string;
}

const content = join(import.meta.dirname, '../../src/content');
/** 口径, the institution's own rules. */
export const slots = readYaml('slots.yaml') as { id: string; label: string; default: string }[];

/** Every lesson of every published module. */
export const authoredLessons: readonly AuthoredLesson[] = folders('modules')
  .filter((module) => readModule(module).status === 'published')
  .flatMap((module) =>
    folders(`modules/${module}`).map((lesson) => readLesson(`modules/${module}/${lesson}`, module)),
  );

const SAMPLE = [
  'attitude/waiting',
  'attitude/visible',
  'attitude/first-last',
  'hospital/first-hear',
];

/** Lessons that have every kind of question between them, one of a sector: for walks that take seconds a lesson. */
export const sampledLessons: readonly AuthoredLesson[] = authoredLessons.filter(
  ({ path }) => thorough || SAMPLE.includes(path),
);

/** The lesson that tests use which need only one; its first question stands in the prose. */
export const LESSON = 'attitude/waiting';

/** The questions of {@link LESSON}. */
export const [pretest, ...questions] = questionsOf(LESSON);

/** Text from data as a page shows it: each slot 〔id〕 by what it says until it is filled. */
export function withDefaults(text: string): string {
  const defaults = new Map(slots.map((slot) => [slot.id, slot.default]));
  return text.replace(/〔([a-z0-9-]+)〕/g, (_, id) => `〔${defaults.get(id)}〕`);
}

/** Enough questions to walk from one to the next and back. */
type Questions = [Question, Question, Question, Question, Question, ...Question[]];

/** A lesson as its author wrote it. */
export interface LessonFile {
  /** Below `src/content`. */
  path: string;
  text: string;
}

/** The file of the lesson `<module>/<lesson>`. */
export function lessonFile(lesson: string): LessonFile {
  const [module, id] = lesson.split('/');
  for (const folder of folders(`modules/${module}`)) {
    const path = `modules/${module}/${folder}/lesson.mdx`;
    const text = readText(path);
    if (text.includes(`\nid: ${id}\n`)) return { path, text };
  }
  throw new Error(`No lesson ${lesson}`);
}

function questionsOf(path: string): Questions {
  const lesson = authoredLessons.find((candidate) => candidate.path === path);
  if (!lesson || lesson.questions.length < 5) throw new Error(`${path} has too few questions`);
  return [...lesson.questions] as Questions;
}

function readModule(module: string): { status: string } {
  return readYaml(`modules/${module}/module.yaml`) as { status: string };
}

function readLesson(folder: string, module: string): AuthoredLesson {
  const [, front = '', prose = ''] = readText(`${folder}/lesson.mdx`).split(/^---$/m);
  const { id, title } = parse(front);
  return {
    path: `${module}/${id}`,
    title,
    questions: quizSchema.parse(readYaml(`${folder}/quiz.yaml`)),
    phrases: phrasesSchema.parse(readYaml(`${folder}/phrases.yaml`)),
    figures: [...prose.matchAll(/^<Figure .*alt="(.*?)" caption="(.*?)">$/gm)].map(
      ([, alt = '', caption = '']) => ({ alt, caption }),
    ),
  };
}

function folders(name: string): string[] {
  const entries = readdirSync(join(content, name), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort();
}

function readYaml(name: string): unknown {
  return parse(readText(name));
}

function readText(name: string): string {
  return readFileSync(join(content, name), 'utf8');
}
