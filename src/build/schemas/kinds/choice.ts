import { z } from 'astro/zod';
import { id, text } from '../fields.ts';
import { base, reason } from './base.ts';

const option = z.strictObject({
  id: id.describe('选项编号，在这道题里不重复。'),
  text: text.max(28).describe('选项的话，不超过28字。'),
  correct: z.boolean().default(false).describe('正确的选项写 correct: true，其余不写。'),
  reason,
});

const choice = {
  ...base,
  ordered: z.boolean().default(false).describe('选项有天然次序、不打乱的，写 ordered: true。'),
  options: z.array(option).min(2).describe('选项，通常三个。'),
};

export const single = z.strictObject({ ...choice, kind: z.literal('single').describe('单选题。') });
export const multiple = z.strictObject({
  ...choice,
  kind: z.literal('multiple').describe('多选题。'),
});

const judgement = option.omit({ id: true, text: true });
export const judge = z.strictObject({
  ...base,
  kind: z.literal('judge').describe('判断题。'),
  options: z
    .tuple([
      judgement.extend({ id: z.literal('right').describe('“对”这一项，编号写 right。') }),
      judgement.extend({ id: z.literal('wrong').describe('“错”这一项，编号写 wrong。') }),
    ])
    .transform(([right, wrong]) => [
      { ...right, text: '对' },
      { ...wrong, text: '错' },
    ])
    .describe('两项：right（对）和 wrong（错），各有各的理由。'),
});
