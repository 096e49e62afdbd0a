import { type CollectionEntry, getCollection } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Course, Lesson, Module, Slot } from '../core/course/course.ts';
import type { Reference } from '../core/course/reference.ts';
import { collectProblems } from './authoring/problem.ts';
import { type Drawing, readDrawing } from './drawing/drawing.ts';
import { byFolder } from './folder-order.ts';
import { creditedRevisions } from './ledger.ts';
import { lessonBlocks } from './lesson-blocks.ts';
import { revisionOf } from './revision.ts';
import { type Ledger, ledgerSchema } from './schemas/ledger.ts';
import { retiredSchema } from './schemas/retired.ts';
import { referencesSchema, slotsSchema } from './schemas/shared.ts';

/**
 * The one door between Astro's collections and the rest: it returns core types, published modules
 * only, sorted and linked. `npm run check` has run before and vouches for the links.
 */
export const getCourse: () => Promise<Course> = once(readCourse);

/** The compiled body of a lesson, to be rendered with the vocabulary. */
export async function getLessonEntry(path: string): Promise<CollectionEntry<'lessons'>> {
  const entry = (await getCollection('lessons')).find((lesson) => pathOf(lesson) === path);
  if (!entry) throw new Error(`No lesson at ${path}`);
  return entry;
}

/** A picture of the lesson at `path`. What `npm run check` would report reaches no page. */
export async function getDrawing(path: string, name: string): Promise<Drawing> {
  const { id } = await getLessonEntry(path);
  const file = `src/content/modules/${id}/${name}`;
  const { problems, report } = collectProblems();
  const drawing = readDrawing(file, await readFile(file, 'utf8'), report);
  if (drawing && problems.length === 0) return drawing;
  throw new Error(`${file}: ${problems.map(({ message }) => message).join(' ')}`);
}

/** Addresses of modules and lessons that were published once and are no longer. */
export async function getRetiredPages() {
  const retired = retiredSchema.parse(await readYaml('retired.yaml', '[]'));
  return retired.flatMap(({ id, ...page }) => {
    const [, kind, address] = /^(module|lesson):(.+)$/.exec(id) ?? [];
    return kind && address ? { ...page, address } : [];
  });
}

/** Every rule that is the institution's; each text of a page asks for them. */
export const getSlots: () => Promise<readonly Slot[]> = once(async () =>
  slotsSchema.parse(await readYaml('slots.yaml')),
);

const getReferences: () => Promise<readonly Reference[]> = once(async () =>
  referencesSchema.parse(await readYaml('references.yaml')),
);

/** Reads once for a whole build; in development an author's next save has to show. */
function once<Data>(read: () => Promise<Data>): () => Promise<Data> {
  let data: Promise<Data> | undefined;
  return () => {
    if (import.meta.env.DEV) return read();
    data ??= read();
    return data;
  };
}

async function readCourse(): Promise<Course> {
  const [modules, sectors, posts, references, ledger] = await Promise.all([
    getCollection('modules'),
    getCollection('sectors'),
    getCollection('posts'),
    getReferences(),
    readContent('ledger.json', '{}').then((text) => ledgerSchema.parse(JSON.parse(text))),
  ]);
  const published = await Promise.all(
    modules
      .filter(({ data }) => data.status === 'published')
      .sort((a, b) => byOrder(a.data, b.data))
      .map((entry) => readModule(entry, references, ledger)),
  );
  const lessons = new Map(published.flatMap(({ lessons }) => lessons).map((l) => [l.path, l]));
  return {
    modules: published,
    sectors: sectors.map(({ data }) => data).sort(byOrder),
    posts: posts
      .map(({ data }) => data)
      .sort(byOrder)
      .map((post) => ({
        ...post,
        lessons: post.lessons.flatMap((path) => lessons.get(path) ?? []),
      })),
    references,
  };
}

async function readModule(
  { id: folder, data }: CollectionEntry<'modules'>,
  references: readonly Reference[],
  ledger: Ledger,
): Promise<Module> {
  const entries = (await getCollection('lessons'))
    .filter(({ id }) => id.startsWith(`${folder}/`))
    .sort((a, b) => byFolder(a.id, b.id));
  const [quizzes, phrases] = await Promise.all([
    getCollection('quizzes'),
    getCollection('phrases'),
  ]);
  const lessons = entries.map((entry): Lesson => {
    const { inlineQuestions, slots } = lessonBlocks(entry.body ?? '');
    const questions = quizzes.find(({ id }) => id === entry.id)?.data ?? [];
    return {
      ...entry.data,
      path: pathOf(entry),
      objectives: entry.data.objectives.flatMap(
        (id) => data.objectives.find((objective) => objective.id === id) ?? [],
      ),
      sources: entry.data.sources.flatMap(({ id, use }) => {
        const reference = references.find((candidate) => candidate.id === id);
        return reference ? [{ ...reference, use }] : [];
      }),
      quiz: questions.map((question) => {
        const revision = revisionOf(question);
        return {
          ...question,
          revision,
          credited: creditedRevisions(ledger, question.id, revision),
        };
      }),
      inline: inlineQuestions,
      slots,
      phrases: phrases.find(({ id }) => id === entry.id)?.data ?? [],
    };
  });
  return { ...data, lessons };
}

const pathOf = ({ id, data }: CollectionEntry<'lessons'>) => `${id.split('/')[0]}/${data.id}`;
const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;

const readYaml = async (name: string, ifAbsent?: string) =>
  parse(await readContent(name, ifAbsent));

/** The text of a file; what stands for one that need not be there, but for none that cannot be read. */
async function readContent(name: string, ifAbsent?: string): Promise<string> {
  return readFile(`src/content/${name}`, 'utf8').catch((error) => {
    if (error.code === 'ENOENT' && ifAbsent !== undefined) return ifAbsent;
    throw error;
  });
}
