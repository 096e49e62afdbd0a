import type { z } from 'astro/zod';
import { idPattern } from '../schemas/fields.ts';
import { type FieldGuide, fieldOf, guideAt, guideTo, kindsOf } from './field-guide.ts';
import { nameField, valueAt } from './field-name.ts';
import type { Place, ReportProblem } from './problem.ts';
import { nearest, suggestDate, suggestId } from './suggest.ts';
import type { Path } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

interface Located {
  subject: string;
  typedAt(...path: Path): string | undefined;
  placeOf(...path: Path): Place;
  placeOfName(...path: Path): Place;
}

/** Says in an author's words what zod found in one record. */
export function reportSchemaIssues(
  issues: readonly Issue[],
  schema: z.ZodType,
  value: unknown,
  record: Located,
  report: ReportProblem,
): void {
  const guide = guideTo(schema);
  const misspelt = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path as Path;
    const known = Object.keys(guideAt(guide, path, value)?.properties ?? {});
    const missing = known.filter((name) => fieldOf(valueAt(value, path), name) === undefined);
    for (const field of issue.keys) {
      const near = nearest(field, missing);
      if (near) misspelt.add([...path, near].join('.'));
      const { subject } = nameField(record.subject, [...path, field], value);
      report('unknown-field', record.placeOfName(...path, field), {
        subject,
        field,
        nearest: near,
        known,
      });
    }
  }
  const told = new Set<string>();
  for (const issue of issues) {
    const path = issue.path as Path;
    const field = path.join('.');
    if (issue.code === 'unrecognized_keys' || misspelt.has(field)) continue;
    // A number can be too big in two ways at once.
    if (told.has(`${issue.code} ${field}`)) continue;
    told.add(`${issue.code} ${field}`);
    reportIssue(issue, path, valueAt(value, path), guideAt(guide, path, value), {
      ...nameField(record.subject, path, value),
      typed: record.typedAt(...path),
      place: record.placeOf(...path),
      kinds: kindsOf(guide),
      report,
    });
  }
}

interface Telling {
  subject: string;
  field: string;
  /** What stands there, where it is a text or a number. */
  typed: string | undefined;
  place: Place;
  kinds: readonly string[];
  report: ReportProblem;
}

function reportIssue(
  issue: Issue,
  path: Path,
  value: unknown,
  guide: FieldGuide | undefined,
  telling: Telling,
): void {
  const { subject, field, typed, place, kinds, report } = telling;
  const about =
    issue.code === 'invalid_union' && path.at(-1) === 'kind'
      ? `${kinds.join('、')} 选一个。`
      : (guide?.description ?? '');
  const written = typed ?? show(value);
  const [, fullWidth] = written.match(/^([A-Za-z][\w-]*：)/) ?? [];
  if (value === undefined && path.length > 0) {
    report('missing-field', place, { subject, field, about });
  } else if (value === null && path.length > 0) {
    report('empty-text', place, { subject, field, about });
  } else if (issue.code === 'invalid_type' && issue.expected === 'object' && fullWidth) {
    report('yaml-full-width-colon', place, { written: fullWidth });
  } else if (issue.code === 'invalid_type') {
    // A number of any kind is `number` to zod; only the guide knows that it has to be a whole one.
    const type = guide?.type === 'integer' ? guide.type : issue.expected;
    // A number is no date, with or without quotes.
    if (type === 'string' && typeof value === 'number' && (guide?.format || guide?.pattern)) {
      reportFormat(guide, about, written, telling);
    } else
      report('wrong-type', place, { subject, field, ...typeWanted(type, field, value, written) });
  } else if (issue.code === 'invalid_format') {
    reportFormat(guide, about, written, telling);
  } else if (issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    const known = issue.code === 'invalid_value' ? issue.values.map(String) : kinds;
    const near = nearest(written, known);
    report('unknown-value', place, { subject, field, value: written, nearest: near, known });
  } else if (issue.code === 'too_small' || issue.code === 'too_big') {
    reportSize(issue, value, guide, telling);
  } else report('bad-format', place, { subject, field, value: written, about });
}

function reportFormat(
  guide: FieldGuide | undefined,
  about: string,
  value: string,
  { subject, field, place, report }: Telling,
): void {
  if (guide?.format === 'date') {
    report('bad-date', place, { subject, field, value, suggestion: suggestDate(value) });
  } else if (guide?.pattern === idPattern.source) {
    report('bad-id', place, { subject, field, value, suggestion: suggestId(value) });
  } else report('bad-format', place, { subject, field, value, about });
}

function reportSize(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  value: unknown,
  guide: FieldGuide | undefined,
  { subject, field, typed, place, report }: Telling,
): void {
  const about = guide?.description ?? '';
  if (issue.origin === 'string') {
    if (issue.code === 'too_small') report('empty-text', place, { subject, field, about });
    else {
      const { length } = [...show(value)];
      report('text-too-long', place, { subject, field, length, maximum: Number(issue.maximum) });
    }
  } else if (issue.origin === 'array') {
    const bound =
      issue.code === 'too_small' ? `至少要有${issue.minimum}条` : `最多只能有${issue.maximum}条`;
    report('wrong-count', place, { subject, field, bound, about });
  } else {
    const { minimum = 0, maximum = 0 } = guide ?? {};
    report('out-of-range', place, {
      subject,
      field,
      value: typed ?? show(value),
      minimum,
      maximum,
    });
  }
}

function typeWanted(expected: string, fieldPath: string, value: unknown, typed: string) {
  const field = fieldPath.slice(fieldPath.lastIndexOf('.') + 1);
  switch (expected) {
    case 'string':
      return {
        expected: '文字',
        instead:
          typeof value === 'object'
            ? `请在冒号后面直接写文字：${field}: 文字`
            : `请加英文引号：${field}: "${typed}"`,
      };
    case 'boolean':
      return { expected: ' true 或 false', instead: `是就写 ${field}: true，不是就整行删掉。` };
    case 'number':
    case 'integer': {
      const [digits] = typed.match(expected === 'number' ? /-?\d+(\.\d+)?/ : /\d+/) ?? [];
      return {
        expected: expected === 'number' ? '数字' : '整数',
        instead: digits ? `请只写数字：${field}: ${digits}` : '请只写数字，不带单位。',
      };
    }
    case 'array':
    case 'tuple':
      return {
        expected: '列表',
        instead:
          typeof value === 'object'
            ? '请每条占一行，以“- ”开头。'
            : `请写成 ${field}: [${typed.replace(/^［|］$/g, '')}]`,
      };
    default:
      return {
        expected: '一组“字段: 值”',
        instead: '请一行写一个字段：名字、英文冒号、空格、内容。',
      };
  }
}

/** A value as an author sees it. */
const show = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
