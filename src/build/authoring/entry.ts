import type { z } from 'astro/zod';
import { fieldOf } from './field-guide.ts';
import type { Place, ReportProblem } from './problem.ts';
import { reportSchemaIssues } from './schema-issues.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** One record as an author wrote it: a module, a question, a phrase … */
export interface Entry<Data> {
  /** What it calls itself, where that can be an id; readable even where the rest is not right. */
  id: string | undefined;
  /** Its name in a sentence, such as `题目 q-torn-note ` (a space follows an id). */
  subject: string;
  /** What it says; only where it fits its schema, so that rules never see half a record. */
  data: Data | undefined;
  placeOf(...path: Path): Place;
  placeOfName(...path: Path): Place;
}

/** Reads the record at `path` of a file and reports where it departs from its schema. */
export function readEntry<Schema extends z.ZodType>(
  schema: Schema,
  source: YamlSource,
  path: Path,
  label: string,
  report: ReportProblem,
): Entry<z.output<Schema>> {
  const value = path.reduce(fieldOf, source.value);
  const name = fieldOf(value, 'id');
  const subject = typeof name === 'string' ? `${label} ${name} ` : countOf(path.at(-1), label);
  const located = {
    subject,
    typedAt: (...inner: Path) => source.typedAt([...path, ...inner]),
    placeOf: (...inner: Path) => source.placeOf([...path, ...inner]),
    placeOfName: (...inner: Path) => source.placeOfName([...path, ...inner]),
  };
  const { error, data } = schema.safeParse(value);
  if (error) reportSchemaIssues(error.issues, schema, value, located, report);
  const idIsBroken = error?.issues.some((issue) => issue.path[0] === 'id');
  return { ...located, id: typeof name === 'string' && !idIsBroken ? name : undefined, data };
}

const countOf = (index: string | number | undefined, label: string) =>
  typeof index === 'number' ? `第${index + 1}个${label}` : `这个${label}`;

/** Reads every record of a file that is a list; nothing where it is none or can't be read. */
export function readEntries<Schema extends z.ZodType>(
  list: z.ZodArray<Schema>,
  source: YamlSource | undefined,
  label: string,
  report: ReportProblem,
): Entry<z.output<Schema>>[] | undefined {
  if (!source) return;
  if (!Array.isArray(source.value)) {
    report('wrong-type', source.placeOf([]), {
      subject: '这个文件',
      field: '内容',
      expected: '列表',
      instead: `请每个${label}都以“- id: 编号”开头。`,
    });
    return;
  }
  return source.value.map((_, index) => readEntry(list.element, source, [index], label, report));
}

/** The ids of all entries; nothing where one can't be read, so that none seems to be missing. */
export function knownIds(
  entries: readonly { id: string | undefined }[] | undefined,
): string[] | undefined {
  const ids = entries?.flatMap(({ id }) => id ?? []);
  return ids?.length === entries?.length ? ids : undefined;
}
