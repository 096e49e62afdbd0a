import type { ContentFile } from './content-files.ts';
import { type ReportProblem, topOf } from './problem.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** How each kind of file begins, for an author who finds it missing or empty. */
const starts: Record<string, string> = {
  'module.yaml': '从“id: 模块编号”写起',
  'lesson.mdx': '从一行 --- 和“id: 课的编号”写起',
  'quiz.yaml': '从“- id: 题目编号”写起，没有题就写 []',
  'phrases.yaml': '从“- id: 话术编号”写起',
  'slots.yaml': '从“- id: 口径编号”写起',
  'references.yaml': '从“- id: 出处编号”写起',
  'coverage.yaml': '从“- id: 要点编号”写起',
};

/**
 * Control characters, marks of direction and of width zero, private use (a font's own pictures), and
 * what stands where a character was lost. A joiner (U+200D) belongs to emoji.
 */
const strangers =
  /[\p{Cc}\p{Co}\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD](?<![\t\r])/u;

/** The content folder as text and YAML; what can't be read is reported and left out. */
export class ContentReader {
  readonly paths: readonly string[];
  readonly report: ReportProblem;
  readonly #files: ReadonlyMap<string, ContentFile>;

  constructor(files: readonly ContentFile[], report: ReportProblem) {
    this.#files = new Map(files.map((file) => [file.path, file]));
    this.paths = [...this.#files.keys()];
    this.report = report;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** The text of a file, if it is there, is UTF-8 and says something. */
  text(path: string): string | undefined {
    const file = this.#files.get(path);
    if (!file) return;
    const text = decode(file.bytes);
    if (text === undefined) this.report('not-utf8', topOf(path));
    else if (text.startsWith('\uFEFF')) this.report('byte-order-mark', topOf(path));
    else if (text.trim() === '') this.report('empty-file', topOf(path), { start: startOf(path) });
    else if (!this.#hasStrangers(path, text)) return text;
    return;
  }

  /** Reports the first of each line's characters that nobody types and nobody sees. */
  #hasStrangers(path: string, text: string): boolean {
    const lines = text.split('\n');
    const found = lines.flatMap((line, index) => {
      const column = line.search(strangers);
      return column < 0
        ? []
        : [{ line, place: { file: path, line: index + 1, column: column + 1 } }];
    });
    for (const { line, place } of found) {
      const code = line
        .charCodeAt(place.column - 1)
        .toString(16)
        .toUpperCase()
        .padStart(4, '0');
      this.report('strange-character', place, { code: `U+${code}` });
    }
    return found.length > 0;
  }

  yaml(path: string): YamlSource | undefined {
    const text = this.text(path);
    const source = text === undefined ? undefined : readYaml(path, text, this.report);
    if (source?.value !== null) return source;
    // Nothing but comments.
    this.report('empty-file', topOf(path), { start: startOf(path) });
    return;
  }

  /** Reports that a file is missing where every folder of its kind has one. */
  require(path: string): void {
    if (this.has(path)) return;
    this.report('missing-file', topOf(path), { name: nameOf(path), start: startOf(path) });
  }

  foldersIn(folder: string): string[] {
    const inside = this.paths.filter((path) => path.startsWith(`${folder}/`));
    const names = inside.map((path) => path.slice(folder.length + 1).split('/'));
    return [...new Set(names.flatMap(([name, ...rest]) => (name && rest.length > 0 ? name : [])))];
  }

  /** Every YAML file of a folder, with nothing in place of one that can't be read. */
  yamlFilesIn(folder: string): (YamlSource | undefined)[] {
    return this.paths
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.yaml'))
      .map((path) => this.yaml(path));
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return;
  }
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const startOf = (path: string) => starts[nameOf(path)] ?? '照同一个文件夹里的别的文件写';
