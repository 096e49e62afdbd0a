import { checkFiles } from '../../src/build/authoring/check-content.ts';
import type { ContentFile } from '../../src/build/authoring/content-files.ts';
import { readContentFiles } from '../../src/build/authoring/content-files.ts';
import type { QuestionKind } from '../../src/core/quiz/question.ts';
import { phrase, questions, specimenModule } from './specimens.ts';

/** The day on which all content tests take place. */
export const today = '2026-12-01';

export const content = 'src/content';
/** The real lesson that most mutations are made in. */
export const lessonFolder = `${content}/modules/attitude/03-waiting`;
export const lesson = `${lessonFolder}/lesson.mdx`;
export const quiz = `${lessonFolder}/quiz.yaml`;
export const phrases = `${lessonFolder}/phrases.yaml`;
export const module = `${content}/modules/attitude/module.yaml`;
export const references = `${content}/references.yaml`;
export const coverage = `${content}/coverage.yaml`;
/** The module that a test can add, so that it knows every line of it. */
const specimenFolder = `${content}/modules/specimen`;
export const specimen = {
  module: `${specimenFolder}/module.yaml`,
  lesson: `${specimenFolder}/01-plan/lesson.mdx`,
  quiz: `${specimenFolder}/01-plan/quiz.yaml`,
  /** Where its phrases would stand. */
  phrases: `${specimenFolder}/01-plan/phrases.yaml`,
};

/** One real module stands for the course: a test of one error need not read all of them. */
const real = readContentFiles('.')
  .filter(({ path }) => path.startsWith(content) && path !== `${content}/ledger.json`)
  .filter(
    ({ path }) => !path.includes('/modules/') || path.startsWith(`${content}/modules/attitude/`),
  )
  .map(({ path, bytes }, _, files) => {
    if (path.includes('/posts/')) return { path, bytes: ownPath(bytes) };
    if (path === references) return { path, bytes: ownReferences(bytes, files) };
    return { path, bytes: path === coverage ? ownPoints(bytes) : bytes };
  })
  .map(roomForJudge());

/** A post that leads through the lessons of that module alone. */
function ownPath(bytes: Uint8Array): Uint8Array {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const kept = lines.filter((line) => !line.startsWith('  - ') || line.startsWith('  - attitude/'));
  return new TextEncoder().encode(kept.join('\n'));
}

/** The references that are cited in that module. */
function ownReferences(bytes: Uint8Array, files: readonly ContentFile[]): Uint8Array {
  // Not in drawings, where `L14` is a line.
  const lessons = files.filter(({ path }) => /\/modules\/.*\.(?:yaml|mdx)$/.test(path));
  const text = lessons.map((file) => new TextDecoder().decode(file.bytes)).join('\n');
  const kept = new TextDecoder()
    .decode(bytes)
    .split(/^(?=- id: )/m)
    .filter((item) => text.includes(/^- id: (\S+)/.exec(item)?.[1] ?? ''));
  return new TextEncoder().encode(kept.join(''));
}

/** The points of the source that are taught in that module alone. */
function ownPoints(bytes: Uint8Array): Uint8Array {
  const points = new TextDecoder().decode(bytes).split(/^(?=- id: )/m);
  const kept = points.filter((point) => !/^ {4}- (?!attitude\/)/m.test(point));
  return new TextEncoder().encode(kept.join(''));
}

/** The first 判断题 becomes a 单选题: a module may have no more of them than it has, and a test adds one. */
function roomForJudge() {
  let done = false;
  return ({ path, bytes }: ContentFile): ContentFile => {
    const text = new TextDecoder().decode(bytes);
    if (done || !text.includes('kind: judge')) return { path, bytes };
    done = true;
    const single = text
      .replace('kind: judge', 'kind: single')
      .replace('- id: right', '$&\n      text: 可以')
      .replace('- id: wrong', '$&\n      text: 不行');
    return { path, bytes: new TextEncoder().encode(single) };
  };
}

/** A copy of a real module, without its ledger, to be broken by a test. */
export class CourseFiles {
  readonly #files = new Map(real.map(({ path, bytes }) => [path, bytes]));

  list(): ContentFile[] {
    return [...this.#files].map(([path, bytes]) => ({ path, bytes }));
  }

  check() {
    return checkFiles(this.list(), { today });
  }

  read(path: string): string {
    return new TextDecoder().decode(this.#files.get(path));
  }

  write(path: string, text: string | Uint8Array): void {
    this.#files.set(path, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  }

  remove(path: string): void {
    if (!this.#files.delete(path)) throw new Error(`${path} is not there to be removed`);
  }

  /** Replaces the first `from` that stands after `after`. */
  edit(path: string, from: string | RegExp, to: string, after = ''): void {
    const text = this.read(path);
    const start = text.indexOf(after);
    const rest = text.slice(start);
    const changed = rest.replace(from, to);
    if (start < 0 || changed === rest) throw new Error(`${path} has no ${from} after “${after}”`);
    this.write(path, text.slice(0, start) + changed);
  }

  /** Adds the specimen of this kind to the lesson's questions, with `from` replaced. */
  addQuestion(kind: QuestionKind, from: string | RegExp = '', to = ''): void {
    this.#append(quiz, questions[kind].replace(from, to));
  }

  /** Edits a question that was added. */
  editQuestion(kind: QuestionKind, from: string | RegExp, to: string): void {
    this.edit(quiz, from, to, `- id: q-specimen-${kind}\n`);
  }

  /** Adds the specimen to the lesson's phrases, with `from` replaced. */
  addPhrase(from: string | RegExp = '', to = ''): void {
    this.#append(phrases, phrase.replace(from, to));
  }

  #append(path: string, item: string): void {
    this.write(path, `${this.read(path).trimEnd()}\n\n${item}`);
  }

  /** Adds the module `specimen` with its one lesson `specimen/plan`. */
  addModule(status: 'draft' | 'published' = 'draft'): void {
    for (const [name, text] of Object.entries(specimenModule)) {
      this.write(`${specimenFolder}/${name}`, text.replace('status: draft', `status: ${status}`));
    }
  }

  /** Adds a block to the end of the lesson's prose. */
  addProse(text: string): void {
    this.edit(lesson, /\n<Quiz \/>\n/, `\n${text}\n\n<Quiz />\n`);
  }

  /** Adds a reference that no lesson cites yet. */
  addReference(id: string, grade: '知' | '疑'): void {
    this.write(
      references,
      `${this.read(references).trimEnd()}\n- { id: ${id}, title: 某研究, kind: 研究方法, says: 等得久, grade: ${grade} }\n`,
    );
  }

  /** Publishes the course as it stands: its ids are remembered from now on. */
  publish(): void {
    this.write(`${content}/ledger.json`, JSON.stringify(this.check().ledger));
  }
}

/** The ids in a list of the real course, in its order. */
export const idsIn = (name: string): string[] =>
  [...new CourseFiles().read(`${content}/${name}`).matchAll(/^- id: (\S+)/gm)].map(
    ([, id]) => id ?? '',
  );

/** The ids of the real course's files in a folder, one record each. */
export const idsOfFiles = (folder: string): string[] =>
  new CourseFiles()
    .list()
    .flatMap(({ path }) => path.match(`^${content}/${folder}/(.*)\\.yaml$`)?.[1] ?? []);
