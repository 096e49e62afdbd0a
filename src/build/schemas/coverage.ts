import { z } from 'astro/zod';
import { id, lessonPath, text } from './fields.ts';

/** 练法 that the course has, and what each is called. */
export const practices = {
  question: '题',
  situation: '情境题',
  rewrite: '改写题',
  match: '配对归类题',
  case: '案例',
  discuss: '讨论',
  task: '练习',
  test: '模块测验',
} as const;

/** 练法 that the course does not have yet. */
export const laterPractices = {
  drill: '演练',
  pretest: '课前测',
  survey: '课后问卷',
  statistics: '题目统计',
} as const;

export type Practice = keyof typeof practices;
export type LaterPractice = keyof typeof laterPractices;

const namesOf = <Name extends string>(labels: Record<Name, string>) =>
  Object.keys(labels) as [Name, ...Name[]];
const explain = (labels: Record<string, string>) =>
  Object.entries(labels)
    .map(([name, label]) => `${name} ${label}`)
    .join('，');

/** `coverage.yaml`: 对照表, the points of the source document and where the course keeps them. */
export const coverageSchema = z.array(
  z.strictObject({
    id: id.describe('要点编号。'),
    text: text.describe('原文件的这一点，用自己的话。'),
    lessons: z.array(lessonPath).min(1).describe('在哪几课教，写成 模块编号/课的编号。'),
    practised: z
      .array(z.enum(namesOf(practices)))
      .min(1)
      .describe(`这几课里一定要有的练法：${explain(practices)}。`),
    later: z
      .array(z.enum(namesOf(laterPractices)))
      .default([])
      .describe(`还没有的练法，check --coverage 印成“尚未提供”：${explain(laterPractices)}。`),
  }),
);
