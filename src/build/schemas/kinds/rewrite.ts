import { z } from 'astro/zod';
import { text } from '../fields.ts';
import { base } from './base.ts';

const sample = z.strictObject({
  text: text.describe('这一句怎么说。'),
  note: text.describe('好在哪里，或者差在哪里。'),
});

export const rewrite = z.strictObject({
  ...base,
  kind: z.literal('rewrite').describe('改写题：自己写一句，对照着给自己判。'),
  checklist: z.array(text).min(2).max(6).describe('对照的几条，都做到才算对。'),
  models: z.array(sample).min(1).describe('示范的说法，通常两句。'),
  almost: z.array(sample).min(1).describe('“差一点”的说法：听着像，其实没做到。'),
});
