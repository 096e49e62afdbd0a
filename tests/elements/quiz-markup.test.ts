import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { PublishedQuestion } from '../../src/core/course/course.ts';
import { buildLesson, buildModule, buildQuestion } from '../course-builder.ts';
import { everyKind } from '../question-builder.ts';
import { quizMarkup } from './quiz-markup.ts';
import { testMarkup } from './test-markup.ts';

const folder = 'src/components/lesson';
const read = async (...files: string[]) =>
  (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('');

/** A question that has everything a question can have. */
const changed: PublishedQuestion = {
  ...buildQuestion(),
  ordered: true,
  note: '多说一句。',
  changes: [
    { date: '2026-02-01', kind: 'policy', note: '', was: '原来', now: '现在', affects: '' },
  ],
};
const questions = [changed, ...everyKind.map(({ question }) => question)];

/** What the elements find things by: the names of parts and actions, and every other data attribute. */
const hooks = (html: string) =>
  new Set(
    [...html.matchAll(/\bdata-([a-z-]+)(?:="([\w-]+)")?/g)]
      .filter(([, attribute]) => attribute !== 'pagefind-ignore')
      .map(([, attribute, name]) =>
        attribute === 'part' || attribute === 'action' ? `${attribute} ${name}` : attribute,
      ),
  );

/** What one question is made of. */
async function questionComponents(): Promise<string> {
  const kinds = (await readdir(`${folder}/kinds`)).filter((name) => name.endsWith('.astro'));
  return read(`${folder}/Question.astro`, ...kinds.map((name) => `${folder}/kinds/${name}`));
}

test('the markup of a quiz has the hooks of its components, no more and no less', async () => {
  const markup = quizMarkup(questions) + quizMarkup(questions, { only: true });
  const components = (await read(`${folder}/Quiz.astro`)) + (await questionComponents());
  expect(hooks(markup)).toEqual(hooks(components));
});

test('the markup of a module’s test has the hooks of its components, no more and no less', async () => {
  const own = hooks(await read('src/components/course/Test.astro'));
  const markup = testMarkup(buildModule('attitude', [buildLesson('waiting', questions)]));
  expect(hooks(markup)).toEqual(own);
});
