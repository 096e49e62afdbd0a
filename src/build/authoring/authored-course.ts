import type { z } from 'astro/zod';
import { readDrawing } from '../drawing/drawing.ts';
import { type BlindAnswers, blindAnswersSchema } from '../review/blind-answers.ts';
import { coverageSchema } from '../schemas/coverage.ts';
import { type Ledger, ledgerSchema } from '../schemas/ledger.ts';
import { lessonSchema } from '../schemas/lesson.ts';
import { moduleSchema } from '../schemas/module.ts';
import { phrasesSchema } from '../schemas/phrase.ts';
import { quizSchema } from '../schemas/quiz.ts';
import { retiredSchema } from '../schemas/retired.ts';
import { postSchema, referencesSchema, sectorSchema, slotsSchema } from '../schemas/shared.ts';
import { type ContentFile, contentFolder, reviewFolder } from './content-files.ts';
import { ContentReader } from './content-reader.ts';
import { type Entry, readEntries, readEntry } from './entry.ts';
import type { LessonBody } from './lesson-body.ts';
import { readLessonFile } from './lesson-file.ts';
import { type ReportProblem, topOf } from './problem.ts';

type Item<List extends z.ZodArray> = Entry<z.output<List['element']>>;
export type ModuleEntry = Entry<z.output<typeof moduleSchema>>;
export type LessonEntry = Entry<z.output<typeof lessonSchema>>;
export type QuestionEntry = Item<typeof quizSchema>;
export type PhraseEntry = Item<typeof phrasesSchema>;

/**
 * Everything that authors wrote, published or not, each part with its place in the files. What is
 * undefined can't be read and was reported; rules then say nothing about what it may hold.
 */
export interface AuthoredCourse {
  modules: readonly AuthoredModule[];
  /** The lessons of all modules. */
  lessons: readonly AuthoredLesson[];
  sectors: readonly Entry<z.output<typeof sectorSchema>>[] | undefined;
  posts: readonly Entry<z.output<typeof postSchema>>[] | undefined;
  slots: readonly Item<typeof slotsSchema>[] | undefined;
  references: readonly Item<typeof referencesSchema>[] | undefined;
  coverage: readonly Item<typeof coverageSchema>[] | undefined;
  retired: readonly Item<typeof retiredSchema>[];
  ledger: Ledger;
  /** Module -> what its second reader has answered without the key; only where there was one. */
  blindAnswers: ReadonlyMap<string, BlindAnswers>;
  /** Every path in the content folder. */
  files: ReadonlySet<string>;
  /** Those that hold a photograph which browsers can show, whatever they are called. */
  photos: ReadonlySet<string>;
}

export interface AuthoredModule {
  /** The folder's name, which is the module's address. */
  folder: string;
  entry: ModuleEntry | undefined;
  lessons: readonly AuthoredLesson[];
}

export interface AuthoredLesson {
  module: string;
  /** From the project's root. */
  folder: string;
  /** `<module>/<lesson>`, where the lesson says its id. */
  path: string | undefined;
  entry: LessonEntry | undefined;
  body: LessonBody | undefined;
  questions: readonly QuestionEntry[] | undefined;
  /** Empty where there is no `phrases.yaml`. */
  phrases: readonly PhraseEntry[] | undefined;
}

/** Reads all files into the course and reports what can't be read or departs from its schema. */
export function readAuthoredCourse(
  files: readonly ContentFile[],
  report: ReportProblem,
): AuthoredCourse {
  const reader = new ContentReader(files, report);
  const list = <Schema extends z.ZodType>(
    name: string,
    schema: z.ZodArray<Schema>,
    label: string,
  ) => readEntries(schema, reader.yaml(`${contentFolder}/${name}`), label, report);
  const records = <Schema extends z.ZodType>(folder: string, schema: Schema, label: string) => {
    const sources = reader.yamlFilesIn(`${contentFolder}/${folder}`);
    const entries = sources.flatMap((source) =>
      source ? readEntry(schema, source, [], label, report) : [],
    );
    return entries.length === sources.length ? entries : undefined;
  };

  reader.require(`${contentFolder}/slots.yaml`);
  reader.require(`${contentFolder}/references.yaml`);
  reader.require(`${contentFolder}/coverage.yaml`);
  const modules = reader
    .foldersIn(`${contentFolder}/modules`)
    .map((name) => readModule(name, reader));
  return {
    modules,
    lessons: modules.flatMap(({ lessons }) => lessons),
    sectors: records('sectors', sectorSchema, '行业'),
    posts: records('posts', postSchema, '岗位'),
    slots: list('slots.yaml', slotsSchema, '口径'),
    references: list('references.yaml', referencesSchema, '出处'),
    coverage: list('coverage.yaml', coverageSchema, '要点'),
    retired: list('retired.yaml', retiredSchema, '停用') ?? [],
    ledger: readLedger(reader),
    blindAnswers: readBlindAnswers(modules, reader),
    files: new Set(reader.paths.filter((path) => path.startsWith(`${contentFolder}/`))),
    photos: new Set(files.filter(({ bytes }) => isPhoto(bytes)).map(({ path }) => path)),
  };
}

function readModule(name: string, reader: ContentReader): AuthoredModule {
  const folder = `${contentFolder}/modules/${name}`;
  reader.require(`${folder}/module.yaml`);
  const source = reader.yaml(`${folder}/module.yaml`);
  return {
    folder: name,
    entry: source && readEntry(moduleSchema, source, [], '模块', reader.report),
    lessons: reader
      .foldersIn(folder)
      .map((lesson) => readLesson(name, `${folder}/${lesson}`, reader)),
  };
}

function readLesson(module: string, folder: string, reader: ContentReader): AuthoredLesson {
  const { report } = reader;
  reader.require(`${folder}/lesson.mdx`);
  reader.require(`${folder}/quiz.yaml`);
  const text = reader.text(`${folder}/lesson.mdx`);
  const { frontmatter, body } = text ? readLessonFile(`${folder}/lesson.mdx`, text, report) : {};
  const entry = frontmatter && readEntry(lessonSchema, frontmatter, [], '课', report);
  const quiz = reader.yaml(`${folder}/quiz.yaml`);
  const phrases = reader.yaml(`${folder}/phrases.yaml`);
  for (const drawing of reader.paths.filter((path) => isDrawing(path, folder))) {
    const source = reader.text(drawing);
    if (source !== undefined) readDrawing(drawing, source, report);
  }
  return {
    module,
    folder,
    path: entry?.id && `${module}/${entry.id}`,
    entry,
    body,
    questions: readEntries(quizSchema, quiz, '题目', report),
    phrases: reader.has(`${folder}/phrases.yaml`)
      ? readEntries(phrasesSchema, phrases, '话术', report)
      : [],
  };
}

/** PNG, JPEG, GIF and WebP say in their first bytes what they are. */
function isPhoto(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  return /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF[\s\S]{4}WEBP)/.test(start);
}

const isDrawing = (path: string, folder: string) =>
  path.startsWith(`${folder}/`) && /\.svg$/i.test(path);

function readBlindAnswers(
  modules: readonly AuthoredModule[],
  reader: ContentReader,
): Map<string, BlindAnswers> {
  const read = new Map<string, BlindAnswers>();
  for (const { folder } of modules) {
    const file = `${reviewFolder}/${folder}.json`;
    const text = reader.text(file);
    if (text === undefined) continue;
    try {
      read.set(folder, blindAnswersSchema.parse(JSON.parse(text)));
    } catch {
      reader.report('review-broken', topOf(file), { module: folder });
    }
  }
  return read;
}

function readLedger(reader: ContentReader): Ledger {
  const file = `${contentFolder}/ledger.json`;
  const text = reader.text(file);
  if (text === undefined) return {};
  try {
    return ledgerSchema.parse(JSON.parse(text));
  } catch {
    reader.report('ledger-broken', topOf(file));
    return {};
  }
}

/** Whether the lesson at `path` may be one of those that can't be read. */
export function mayBeUnread({ lessons }: AuthoredCourse, path: string): boolean {
  return lessons.some(
    (lesson) => lesson.path === undefined && path.startsWith(`${lesson.module}/`),
  );
}
