import { describe, expect, test } from 'vitest';
import { creditedRevisions } from '../../src/build/ledger.ts';
import { CourseFiles, content, quiz, specimen } from './course-files.ts';
import { phrase } from './specimens.ts';

const retired = `${content}/retired.yaml`;
const key = 'question:q-specimen-single';

function published(): CourseFiles {
  const course = new CourseFiles();
  course.addQuestion('single');
  course.publish();
  return course;
}

/** Changes the question's text and says so with these `changes`. */
function reword(course: CourseFiles, stem: string, changes: readonly string[]): void {
  course.editQuestion('single', /stem: .*/, `stem: ${stem}`);
  const said = `$1  changes: [${changes.join(', ')}]\n`;
  course.edit(quiz, /(- id: q-specimen-single\n)(?: {2}changes: .*\n)?/, said);
}
const typo = '{ date: 2026-12-02, kind: typo, note: 改错字 }';
const wording = '{ date: 2026-12-03, kind: wording, note: 换说法 }';
const policy =
  '{ date: 2026-12-04, kind: policy, note: 新规, was: 先扶, now: 先喊, affects: 第一步 }';

describe('the ledger', () => {
  test('remembers everything published, and accepting twice changes nothing', () => {
    const course = published();
    const { ledger, newIds, problems } = course.check();
    expect({ newIds, problems }).toEqual({ newIds: 0, problems: [] });
    expect(course.read(`${content}/ledger.json`)).toBe(JSON.stringify(ledger));
    expect(ledger[key]).toEqual({
      kind: 'single',
      place: 'attitude/waiting',
      revisions: [{ revision: expect.stringMatching(/^[0-9a-f]{8}$/), kind: 'new', changes: 0 }],
    });
    const sorts = new Set(Object.keys(ledger).map((each) => each.split(':')[0]));
    expect([...sorts].sort()).toEqual([
      'lesson',
      'module',
      'objective',
      'phrase',
      'post',
      'question',
      'sector',
      'slot',
    ]);
  });

  test('takes new ids as a notice, not as an error', () => {
    const course = published();
    course.write(`${content}/sectors/post.yaml`, 'id: post\ntitle: 邮政\nticket: 邮\norder: 9\n');
    const { newIds, problems } = course.check();
    expect({ newIds, problems }).toEqual({ newIds: 1, problems: [] });
  });

  test('knows nothing of a draft', () => {
    const course = published();
    course.addModule('draft');
    expect(course.check().newIds).toBe(0);
    const known = Object.keys(course.check().ledger);
    expect(known.filter((each) => /:specimen|q-plan/.test(each))).toEqual([]);
  });

  test('keeps credit over an explained wording and reopens after a policy', () => {
    const course = published();
    reword(course, '样机停了，他问几点能好。你怎么说？', [wording]);
    expect(course.check().problems).toEqual([]);
    course.publish();
    const reworded = course.check().ledger;
    const [first, second] = reworded[key]?.revisions ?? [];
    expect(second).toMatchObject({ kind: 'wording', changes: 1 });
    expect(creditedRevisions(reworded, 'q-specimen-single', second?.revision ?? '')).toEqual([
      first?.revision,
      second?.revision,
    ]);

    reword(course, '样机停了。你怎么说？', [wording, typo, policy]);
    course.publish();
    const reopened = course.check().ledger;
    const last = reopened[key]?.revisions?.at(-1);
    expect(last).toMatchObject({ kind: 'policy', changes: 3 });
    expect(creditedRevisions(reopened, 'q-specimen-single', last?.revision ?? '')).toEqual([
      last?.revision,
    ]);
  });

  test('wants a new account for each change, however many the last one had', () => {
    const course = published();
    reword(course, '样机停了。你怎么说？', [typo, wording]);
    course.publish();
    course.editQuestion('single', 'stem: 样机停了', 'stem: 样机又停了');
    expect(course.check().problems.map(({ id }) => id)).toEqual(['revision-unexplained']);
  });

  test('retires what an author says is retired, for good', () => {
    const course = published();
    course.edit(quiz, 'id: q-specimen-single', 'id: q-specimen-alone');
    course.write(retired, `- { id: "${key}", date: 2026-12-01, note: 换了一题 }\n`);
    expect(course.check().problems).toEqual([]);
    course.publish();
    course.remove(retired);
    expect(course.check().ledger[key]?.retired).toBe('2026-12-01');
    expect(course.check().problems).toEqual([]);
    course.edit(quiz, 'id: q-specimen-alone', 'id: q-specimen-single');
    expect(course.check().problems.map(({ id }) => id)).toEqual(['id-vanished', 'id-returned']);
  });

  test('retires with a lesson all that stood in it', () => {
    const course = new CourseFiles();
    course.addModule('published');
    course.write(specimen.phrases, phrase.replaceAll('ph-specimen', 'ph-plan'));
    course.edit(specimen.lesson, '<Quiz />', '<Phrases />\n\n<Quiz />');
    // The module has another lesson, so that it can stay.
    for (const file of [specimen.lesson, specimen.quiz]) {
      const text = course.read(file).replace('id: plan', 'id: other').replace('q-plan', 'q-other');
      course.write(file.replace('01-plan', '02-other'), text.replace('<Phrases />\n\n', ''));
    }
    const others = specimen.quiz.replace('01-plan', '02-other');
    course.write(others, course.read(others) + course.read(others).replace('q-other', 'q-another'));
    course.publish();
    for (const file of [specimen.lesson, specimen.quiz, specimen.phrases]) course.remove(file);
    expect(course.check().problems.map(({ message }) => message)).toEqual([
      '课 specimen/plan 发布过，现在找不到了。',
    ]);
    course.write(retired, '- { id: "lesson:specimen/plan", date: 2026-12-01, note: 并入别课 }\n');
    const { ledger, problems } = course.check();
    expect(problems).toEqual([]);
    expect(ledger['question:q-plan-single']?.retired).toBe('2026-12-01');
    expect(ledger['phrase:ph-plan']?.retired).toBe('2026-12-01');
    expect(ledger['objective:specimen/tell-four']).toBeDefined();
    expect(ledger['objective:specimen/tell-four']?.retired).toBeUndefined();
  });

  test('says nothing of lost ids while a file that may hold them can not be read', () => {
    const course = published();
    course.write(quiz, '- id: [\n');
    expect(course.check().problems.map(({ id }) => id)).toEqual(['yaml-syntax']);
  });
});
