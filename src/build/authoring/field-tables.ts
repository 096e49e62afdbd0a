import type { z } from 'astro/zod';
import { classes } from '../drawing/language.ts';
import { coverageSchema } from '../schemas/coverage.ts';
import { lessonSchema } from '../schemas/lesson.ts';
import { moduleSchema } from '../schemas/module.ts';
import { phrasesSchema } from '../schemas/phrase.ts';
import { quizSchema } from '../schemas/quiz.ts';
import { retiredSchema } from '../schemas/retired.ts';
import { postSchema, referencesSchema, sectorSchema, slotsSchema } from '../schemas/shared.ts';
import { type FieldGuide, guideTo } from './field-guide.ts';
import { vocabulary } from './vocabulary.ts';

const schemas: Record<string, z.ZodType> = {
  module: moduleSchema,
  lesson: lessonSchema,
  phrases: phrasesSchema.element,
  sector: sectorSchema,
  post: postSchema,
  slots: slotsSchema.element,
  references: referencesSchema.element,
  coverage: coverageSchema.element,
  retired: retiredSchema.element,
};

/** The kinds of question by name. */
const questionKinds: ReadonlyMap<string, FieldGuide> = new Map(
  (guideTo(quizSchema.element).oneOf ?? []).map((kind) => [
    String(kind.properties?.kind?.const),
    kind,
  ]),
);

/** Puts what the schemas and the vocabulary say into the guide, between its `fields` marks. */
export function fillFieldTables(guide: string): string {
  return guide.replace(
    /(<!-- fields: ([\w-]+) -->\n)[\s\S]*?(<!-- \/fields -->)/g,
    (_whole, start: string, name: string, end: string) => `${start}\n${tableOf(name)}\n${end}`,
  );
}

function tableOf(name: string): string {
  const rows = rowsOf(name);
  if (rows.length === 0) throw new Error(`No schema is called ${name}`);
  return [row('写什么', '必写', '怎么写'), row('---', '---', '---'), ...new Set(rows), ''].join(
    '\n',
  );
}

/** `question` is what all kinds have, `question-order` what only 排序题 has. */
function rowsOf(name: string): string[] {
  if (name === 'components') return attributeRows();
  if (name === 'drawing') return classRows();
  if (name === 'question') return [kindRow(), ...commonRows()];
  const kind = questionKinds.get(name.replace(/^question-/, ''));
  if (kind) return kindRows(kind).filter((line) => !commonRows().includes(line));
  return schemas[name] ? fieldRows(guideTo(schemas[name])) : [];
}

/** One row a field, those of lists and groups after their own. */
function fieldRows(guide: FieldGuide, prefix = ''): string[] {
  return Object.entries(guide.properties ?? {}).flatMap(([name, field]) => [
    row(
      `\`${prefix}${name}\``,
      guide.required?.includes(name) ? '是' : '',
      field.description ?? '',
    ),
    ...fieldRows(field.items ?? field, `${prefix}${name}.`),
    ...(field.prefixItems ?? []).flatMap((item) => fieldRows(item, `${prefix}${name}.`)),
  ]);
}

function kindRow(): string {
  const names = [...questionKinds].map(([kind, { properties }]) => {
    return `\`${kind}\` ${properties?.kind?.description?.replace('。', '')}`;
  });
  return row('`kind`', '是', `${names.join('；')}。`);
}

function kindRows(guide: FieldGuide): string[] {
  const { kind: _, ...properties } = guide.properties ?? {};
  return fieldRows({ ...guide, properties });
}

function commonRows(): string[] {
  const [first = [], ...others] = [...questionKinds.values()].map(kindRows);
  return first.filter((line) => others.every((rows) => rows.includes(line)));
}

function attributeRows(): string[] {
  return Object.entries(vocabulary).flatMap(([name, { about, attributes }]) => [
    row(`\`<${name}>\``, '', about),
    ...Object.entries(attributes).map(([attribute, { about, optional }]) =>
      row(`\`<${name} ${attribute}="…">\``, optional ? '' : '是', about),
    ),
  ]);
}

function classRows(): string[] {
  return Object.entries(classes).map(([name, about]) => row(`\`class="${name}"\``, '', about));
}

const row = (name: string, required: string, about: string) =>
  `| ${name} | ${required} | ${about} |`;
