import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillFieldTables } from '../../src/build/authoring/field-tables.ts';
import { questionKinds } from '../../src/build/authoring/new/question-templates.ts';
import { vocabulary } from '../../src/build/authoring/vocabulary.ts';
import { errors } from '../../src/build/errors/index.ts';
import { CourseFiles, content } from './course-files.ts';

const guide = readFileSync('docs/authoring.md', 'utf8');
const sections = sectionsOf(guide);
/** The examples of one file, in order: blocks fenced as ```yaml quiz.yaml. */
const examplesOf = (file: string, text = guide) =>
  [...text.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === file)
    .map(([, , example]) => example ?? '');

describe('docs/authoring.md', () => {
  test('has one heading per error, and no other', () => {
    const headings = [...sections.keys()].filter((heading) => /^[a-z0-9-]+$/.test(heading));
    expect(headings.toSorted()).toEqual(Object.keys(errors).toSorted());
    const all = guide.match(/^### [a-z0-9-]+$/gm) ?? [];
    expect(all).toHaveLength(headings.length);
  });

  test.for(Object.keys(errors))(
    'says of %s what it means, what is wrong and what is right',
    (id) => {
      expect(sections.get(id)).toMatch(/^### .*\n\n.*。\n\n- 错：.+\n- 对：.+\n\s*$/);
    },
  );

  test('has one example per component, and no component that is not there', () => {
    const shown = [...sections.keys()].flatMap(
      (heading) => heading.match(/^`<(\w+)>`$/)?.[1] ?? [],
    );
    expect(shown.toSorted()).toEqual(Object.keys(vocabulary).toSorted());
    for (const name of shown) {
      const [example = ''] = examplesOf('lesson.mdx', sections.get(`\`<${name}>\``));
      expect(example).toContain(`<${name}`);
    }
  });

  test('shows what the pages know: each component is one of them', () => {
    for (const name of Object.keys(vocabulary)) {
      expect(existsSync(`src/components/lesson/${name}.astro`), name).toBe(true);
    }
  });

  test('has every field as the schemas describe it (npm run docs:fields fills them in)', () => {
    expect(fillFieldTables(guide)).toBe(guide);
    expect(guide).toContain('| `passMark` | 是 | 模块测验的及格线，百分数。 |');
  });

  test.for(questionKinds)('has one example of a question of kind %s, and its fields', (kind) => {
    const [example = '', ...more] = examplesOf('quiz.yaml')
      .flatMap((text) => text.split(/^(?=- id: )/m))
      .filter((question) => question.includes(`\n  kind: ${kind}\n`));
    expect(more).toEqual([]);
    const fields = [...example.matchAll(/^(?:- | {2})([a-z][A-Za-z]*):/gm)].map(([, name]) => name);
    expect(fields).toContain('stem');
    for (const field of fields) expect(guide).toContain(`\n| \`${field}\` | `);
  });

  test('shows examples that pass the check, together as a lesson', () => {
    const course = exampleCourse();
    expect(course.check().problems).toEqual([]);
    const { modules, questions, phrases } = new CourseFiles().check().counts;
    expect(course.check().counts).toMatchObject({
      modules: modules + 1,
      questions: questions + questionKinds.length,
      phrases: phrases + 1,
    });
  });

  test('shows examples that would be reported if they were wrong', () => {
    const course = exampleCourse();
    course.edit(`${content}/modules/counter/01-notes/lesson.mdx`, '<Rule source="L22">', '<Rule>');
    expect(course.check().problems.map(({ id }) => id)).toEqual(['missing-attribute']);
  });
});

/** Sections of the third level by their heading. A heading inside an example is none. */
function sectionsOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let heading: string | undefined;
  let fenced = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    const [, marks, title] = (!fenced && line.match(/^(##+) (.*)$/)) || [];
    if (marks) heading = marks === '###' ? title : undefined;
    if (heading !== undefined) found.set(heading, `${found.get(heading) ?? ''}${line}\n`);
  }
  return found;
}

/** The real course and the module that the guide writes, all its examples in one lesson. */
function exampleCourse(): CourseFiles {
  const course = new CourseFiles();
  const folder = `${content}/modules/counter`;
  course.write(`${folder}/module.yaml`, examplesOf('module.yaml').join('\n'));
  for (const file of ['lesson.mdx', 'quiz.yaml', 'phrases.yaml', 'counter.svg']) {
    course.write(`${folder}/01-notes/${file}`, examplesOf(file).join('\n'));
  }
  return course;
}
