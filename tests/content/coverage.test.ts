import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/build/authoring/check-content.ts';
import { readContentFiles } from '../../src/build/authoring/content-files.ts';
import type { CoverageLine } from '../../src/build/authoring/coverage.ts';
import { coverageTables } from '../../src/build/authoring/reporters/coverage.ts';
import { CourseFiles, coverage, specimen, today } from './course-files.ts';
import { questions } from './specimens.ts';

/** The course with one point of the source, taught in the specimen alone. */
function courseWithPoint(
  practised: string,
  { status = 'published' as 'draft' | 'published' } = {},
) {
  const course = new CourseFiles();
  course.addModule(status);
  // Its objective has to be asked twice.
  course.write(specimen.quiz, `${course.read(specimen.quiz)}\n${questions.multiple}`);
  course.write(
    coverage,
    `- id: wait
  text: 等得住
  lessons: [specimen/plan]
  practised: [${practised}]
  later: [drill, survey]
`,
  );
  return course;
}

const lineOf = (lines: readonly CoverageLine[], id: string) => lines.find((line) => line.id === id);

describe('a point of the source', () => {
  test('has the lessons that teach it and what is practised there', () => {
    const course = courseWithPoint('question');
    const blocks = [
      '<Case title="样机">\n\n停了。\n\n<Ask q="然后？">\n\n修。\n\n</Ask>\n\n</Case>',
      '<Discuss minutes="5" people="3人" product="一句话">\n\n说。\n\n</Discuss>',
      '<Task title="数" product="一个数">\n\n数。\n\n</Task>',
      '<Task title="再数" product="一个数">\n\n数。\n\n</Task>',
    ];
    course.edit(specimen.lesson, '<Quiz />', `${blocks.join('\n\n')}\n\n<Quiz />`);
    const { problems, coverage } = course.check();
    expect(problems).toEqual([]);
    expect(coverage.points).toEqual([
      {
        id: 'wait',
        text: '等得住',
        lessons: ['specimen/plan'],
        practised: ['question'],
        later: ['drill', 'survey'],
        counts: {
          ...{ question: 2, situation: 2, rewrite: 0, match: 0 },
          ...{ case: 1, discuss: 1, task: 2, test: 1 },
        },
      },
    ]);
  });

  test('counts a question as a situation only where it says so', () => {
    const course = courseWithPoint('question');
    course.edit(specimen.quiz, '  situation: true\n', '');
    expect(course.check().coverage.points[0]?.counts).toMatchObject({ question: 2, situation: 1 });
  });

  test('has no lesson that learners cannot open', () => {
    const { problems, coverage } = courseWithPoint('question', { status: 'draft' }).check();
    expect(problems.map(({ id }) => id)).toEqual(['lesson-in-draft']);
    expect(coverage.points[0]).toMatchObject({ lessons: [], counts: { question: 0, test: 0 } });
  });

  test('is not said to lack what may stand in a lesson that cannot be read', () => {
    const course = courseWithPoint('task');
    course.edit(specimen.lesson, '</Goal>', '');
    expect(course.check().problems.map(({ id }) => id)).toEqual(['unclosed-tag']);
  });
});

describe('an objective', () => {
  test('counts its own questions, and the cases of the lessons that teach it', () => {
    const { objectives } = courseWithPoint('question').check().coverage;
    expect(lineOf(objectives, 'specimen/tell-four')).toMatchObject({
      lessons: ['specimen/plan'],
      counts: { question: 2, situation: 2, case: 0 },
    });
    expect(lineOf(objectives, 'attitude/tell-four')).toMatchObject({
      lessons: ['attitude/waiting'],
      counts: { case: 1, discuss: 1 },
    });
  });

  test('of a draft is none of the course yet', () => {
    const { objectives } = courseWithPoint('question', { status: 'draft' }).check().coverage;
    expect(lineOf(objectives, 'specimen/tell-four')).toBeUndefined();
  });

  test('that no question asks for is an error', () => {
    const course = courseWithPoint('case');
    course.write(specimen.quiz, '[]\n');
    course.edit(specimen.lesson, '<Quiz />', '<Case title="样机">\n\n停了。\n\n</Case>');
    expect(course.check().problems).toMatchObject([
      { id: 'objective-empty', message: '目标 tell-four 没有题考。' },
    ]);
  });
});

describe('the tables', () => {
  const counts = { question: 4, situation: 3, rewrite: 0, match: 0, case: 1, discuss: 0, task: 0 };
  const line: CoverageLine = {
    id: 'wait',
    text: '等得住',
    lessons: ['attitude/waiting'],
    counts: { ...counts, test: 1 },
    practised: ['question', 'match', 'task'],
    later: ['drill', 'survey'],
  };
  const printed = coverageTables({ points: [line], objectives: [{ ...line, later: [] }] });
  const rows = printed.split('\n').filter((row) => row.includes('. 等得住'));
  const cells = rows.map((row) => row.trim().split(/\s+/).slice(0, 7));

  test('leave no cell empty: there, wanting, still to come, or not asked for', () => {
    expect(cells).toEqual([
      ['1', '4', '3', '1', '不要求', '缺', '尚未提供'],
      ['1', '4', '3', '1', '不要求', '缺', '不要求'],
    ]);
  });

  test('name the lessons, and what has no column of its own', () => {
    expect(printed).toContain(
      'wait：attitude/waiting；缺配对归类题；模块测验1；课后问卷尚未提供\n',
    );
  });

  test('are as wide as Chinese is in a terminal', () => {
    const width = (text: string) =>
      [...text].length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);
    const starts = printed
      .split('\n')
      .filter((row) => row.includes('. 等得住'))
      .map((row) => width(row.slice(0, row.indexOf('1. 等得住'))));
    expect(new Set(starts)).toEqual(new Set([70]));
  });
});

describe('the real course', () => {
  const { coverage } = checkFiles(readContentFiles('.'), { today });

  test('keeps all sixteen points of the source', () => {
    expect(coverage.points).toHaveLength(16);
  });

  test('has nothing empty: every point and every objective is taught, asked, told and discussed', () => {
    expect(coverage.objectives.length).toBeGreaterThan(100);
    for (const { id, lessons, counts, practised } of [...coverage.points, ...coverage.objectives]) {
      expect(lessons, id).not.toEqual([]);
      for (const practice of [...practised, 'question', 'case', 'discuss', 'test'] as const) {
        expect(counts[practice], `${id}: ${practice}`).toBeGreaterThan(0);
      }
    }
  });
});
