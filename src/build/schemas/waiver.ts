import { z } from 'astro/zod';
import { type ErrorId, errors } from '../errors/index.ts';
import { text } from './fields.ts';

/** What may be waived: warnings, and nothing else. */
const warnings = (Object.keys(errors) as ErrorId[]).filter((id) => errors[id].level === 'warning');

/** 豁免: an author saw the warning, and says why things stay as they are. */
export const waivers = z
  .array(
    z.strictObject({
      rule: z.enum(warnings).describe('哪一条警告，写 check 给出的编号，比如 longest-key。'),
      why: text.describe('为什么这里不改，至少10个字，给下一个审的人看。'),
    }),
  )
  .default([])
  .describe('豁免的警告：不改而有理由的，一条写一个，也给下一个审的人看。');
