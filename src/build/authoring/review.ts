/**
 * `npm run review -- MODULE [--options] [--answers FILE]`: the second reading of a module.
 *
 * Without `--answers` it prints the questions without their keys; with `--options` only the options
 * of single-choice questions, without their stems. `--answers` takes a JSON file of question id ->
 * list of texts, as the printed questions ask for them, and says how many agree with the keys; it
 * writes `docs/review/<module>.json`, or with `--options` `docs/review/options/<module>.json`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'astro/zod';
import { type BlindAnswers, isReadBlind, standingOf } from '../review/blind-answers.ts';
import { printOptions, printPaper } from '../review/paper.ts';
import { revisionOf } from '../revision.ts';
import { type AuthoredModule, readAuthoredCourse } from './authored-course.ts';
import { Refusal, runCommand } from './command.ts';
import { readContentFiles } from './content-files.ts';
import { collectProblems } from './problem.ts';

const usage = '用法：npm run review -- 模块编号 [--options] [--answers 答案.json]';
const givenAnswers = z.record(z.string(), z.array(z.string()));

runCommand(usage, () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { options: { type: 'boolean', default: false }, answers: { type: 'string' } },
  });
  const [folder = ''] = positionals;
  const { modules } = readAuthoredCourse(readContentFiles('.'), collectProblems().report);
  const module = modules.find((candidate) => candidate.folder === folder);
  if (!module) {
    throw new Refusal(`${usage}\n模块编号：${modules.map((each) => each.folder).join('、')}`);
  }
  review(module, values);
});

function review(
  { folder, lessons }: AuthoredModule,
  values: { options: boolean; answers?: string | undefined },
): void {
  const questions = lessons
    .flatMap((lesson) => lesson.questions ?? [])
    .flatMap(({ data }) => data ?? [])
    .filter(values.options ? ({ kind }) => kind === 'single' : isReadBlind);
  if (values.answers === undefined) {
    console.log(values.options ? printOptions(questions) : printPaper(questions));
    return;
  }
  const given = readAnswers(values.answers);
  const answers: BlindAnswers = Object.fromEntries(
    questions.flatMap((question) => {
      const answer = given[question.id];
      return answer ? [[question.id, { revision: revisionOf(question), answer }]] : [];
    }),
  );
  const target = `docs/review/${values.options ? 'options/' : ''}${folder}.json`;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(answers, null, 2)}\n`);
  const standings = questions.map((question) => ({
    id: question.id,
    standing: standingOf(question, answers),
  }));
  const agreeing = standings.filter(({ standing }) => standing === 'agrees').length;
  console.log(`${folder}：${questions.length}题，与答案一致${agreeing}题。已写入 ${target}`);
  for (const { id, standing } of standings) {
    if (standing !== 'agrees')
      console.log(`  ${id}  ${standing === 'wrong' ? '不一致' : '没有答'}`);
  }
}

function readAnswers(file: string): z.output<typeof givenAnswers> {
  const text = readFileSync(file, 'utf8');
  try {
    return givenAnswers.parse(JSON.parse(text));
  } catch {
    throw new Refusal(
      `${file} 不是一份答案。请写成 { "题目编号": ["选的编号"] }，一道题一行，行尾用英文逗号。`,
    );
  }
}
