import { z } from 'astro/zod';
import { id, text } from '../fields.ts';
import { base, reason } from './base.ts';

const row = z.strictObject({
  id: id.describe('这一行的编号，在这道题里不重复。'),
  text: text.describe('左边的话。'),
  choice: id.describe('它该配的那一项，写 choices 里的编号。'),
  reason: reason.describe('为什么配这一项。'),
});

export const match = z.strictObject({
  ...base,
  kind: z.literal('match').describe('配对题，也用来归类。'),
  rows: z.array(row).min(2).max(4).describe('要配的几行，最多四行。'),
  choices: z
    .array(
      z.strictObject({
        id: id.describe('选项编号，在这道题里不重复。'),
        text: text.describe('右边的话。'),
      }),
    )
    .min(2)
    .describe('可以选的几项；几行可以配同一项。'),
});
