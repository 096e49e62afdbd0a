import { z } from 'astro/zod';
import { text } from '../fields.ts';
import { base, reason } from './base.ts';

export const fill = z.strictObject({
  ...base,
  kind: z.literal('fill').describe('填空题。'),
  blanks: z
    .array(
      z.strictObject({
        accept: z.array(text).min(1).describe('算对的写法，第一个是显示出来的答案。'),
      }),
    )
    .min(1)
    .max(4)
    .describe('题干里每个空（四条下划线 ____）一项，按先后写。'),
  words: z.array(text).default([]).describe('可以点的词；要学员自己打字，就不写。'),
  reason: reason.describe('为什么填这几个词。'),
  common: z
    .array(
      z.strictObject({
        answer: z.array(text).min(1).describe('常见的错法，每个空一个词。'),
        reason: reason.describe('这样填错在哪里。'),
      }),
    )
    .default([])
    .describe('常见的错法和它的理由。'),
});
