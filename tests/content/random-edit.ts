import { type CourseFiles, content, lesson, lessonFolder, module } from './course-files.ts';

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What slips into a file: half tags, wrong marks, other scripts, other types. */
const snippets = [
  ...[
    '<',
    '>',
    '{',
    '}',
    '</',
    '/>',
    '<!--',
    '<Quiz />',
    '</Goal>',
    '<Goal id="x">',
    '<br>',
    '{1}',
  ],
  ...['**', '~', '# ', '###### ', '- ', '- [ ] ', '| a | b |\n|:--|--|', '[^1]', '![](x.png)', '`'],
  ...[
    '[字](/a)',
    '<Link to="a/b">字</Link>',
    'import a',
    '---',
    '```',
    '&',
    '&amp;',
    '\\',
    '$',
    '@',
  ],
  ...[
    '：',
    ': ',
    ':',
    '- id: ',
    '"',
    "'",
    '“',
    '[',
    ']',
    '〔',
    '〔x〕',
    '|',
    '>-',
    '*x',
    '&x',
    '!x',
    '? ',
  ],
  ...[
    '\t',
    '\n',
    '\n\n',
    '  ',
    '\r\n',
    '\u0000',
    '\uFEFF',
    '\u2028',
    '𠮷',
    '👩‍⚕️',
    'null',
    '2027-11-30',
  ],
  ...[
    'true',
    '12',
    '~\n',
    '[]',
    '{}',
    '{ a: 1 }',
    '__proto__: 1\n',
    'toString: 1\n',
    '<<: {}\n',
    '文字',
  ],
];

type Edit = (text: string, pick: (below: number) => number) => string;

const edits: Record<string, Edit> = {
  'insert a snippet': (text, pick) => {
    const at = pick(text.length + 1);
    return text.slice(0, at) + snippets[pick(snippets.length)] + text.slice(at);
  },
  'insert a line': (text, pick) =>
    onLines(text, (lines) =>
      lines.splice(pick(lines.length), 0, snippets[pick(snippets.length)] ?? ''),
    ),
  'drop some characters': (text, pick) => {
    const at = pick(text.length);
    return text.slice(0, at) + text.slice(at + 1 + pick(4));
  },
  'drop a line': (text, pick) => onLines(text, (lines) => lines.splice(pick(lines.length), 1)),
  'repeat a line': (text, pick) =>
    onLines(text, (lines) => {
      const at = pick(lines.length);
      lines.splice(at, 0, lines[at] ?? '');
    }),
  'move a line': (text, pick) =>
    onLines(text, (lines) =>
      lines.splice(pick(lines.length), 0, ...lines.splice(pick(lines.length), 1)),
    ),
  'shift a line': (text, pick) =>
    onLines(text, (lines) => {
      const at = pick(lines.length);
      lines[at] = pick(2) === 0 ? `  ${lines[at]}` : (lines[at] ?? '').replace(/^ /, '');
    }),
  'replace a value': (text, pick) =>
    onLines(text, (lines) => {
      const at = pick(lines.length);
      lines[at] = (lines[at] ?? '').replace(/(: ).*$/, `$1${snippets[pick(snippets.length)]}`);
    }),
  'cut the file': (text, pick) => text.slice(0, pick(text.length)),
};

/** One random edit of one of `paths`; returns what was done, for the one who has to repeat it. */
export function editAtRandom(
  course: CourseFiles,
  paths: readonly string[],
  random: () => number,
): string {
  const pick = (below: number) => Math.floor(random() * below);
  const path = paths[pick(paths.length)] ?? '';
  const names = Object.keys(edits);
  const name = names[pick(names.length)] ?? '';
  course.write(path, edits[name]?.(course.read(path), pick) ?? '');
  return `${name} in ${path}`;
}

/**
 * The files of a module `id` with one lesson, the real one, and the objectives that it teaches. It
 * passes the check as it is, so that what an edit breaks is the edit's.
 */
export function copyOfModule(course: CourseFiles, id: string): ReadonlyMap<string, string> {
  const own = (text: string) =>
    text
      .replaceAll('id: attitude', `id: ${id}`)
      .replaceAll('attitude/waiting', `${id}/waiting`)
      .replace(/(- id: |only="|waiting#)(q|ph)-/g, `$1$2-${id}-`);
  const prose = course.read(lesson);
  const taught = course
    .read(module)
    .replace(/^ {2}- id: (\S+)\n(?: {4}.*\n)*/gm, (objective, name) =>
      prose.includes(`<Goal id="${name}">`) ? objective : '',
    );
  const originals = course.list().filter(({ path }) => path.startsWith(`${lessonFolder}/`));
  return new Map([
    [`${content}/modules/${id}/module.yaml`, own(taught)],
    ...originals.map(({ path }) => {
      return [path.replace('/attitude/', `/${id}/`), own(course.read(path))] as const;
    }),
  ]);
}

function onLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}
