import { z } from 'astro/zod';
import { text } from '../fields.ts';
import { base, reason } from './base.ts';

export const number = z.strictObject({
  ...base,
  kind: z.literal('number').describe('算数题。'),
  unit: text.describe('单位，比如 分钟。'),
  accept: z
    .strictObject({
      min: z.number().describe('最小的算对的数。'),
      max: z.number().describe('最大的算对的数。'),
    })
    .describe('算对的范围。'),
  model: z.number().describe('示范的答案，要在范围里。'),
  reason: reason.describe('怎么算出来的。'),
  near: z
    .array(
      z.strictObject({
        value: z.number().optional().describe('正好等于这个数时。'),
        below: z.number().optional().describe('比这个数小时。'),
        above: z.number().optional().describe('比这个数大时。'),
        reason: reason.describe('差在哪里。'),
      }),
    )
    .default([])
    .describe('常见的错数和它的理由，先对上的先用；每条写 value、below、above 里的一个。'),
});
