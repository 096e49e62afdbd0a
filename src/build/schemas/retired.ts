import { z } from 'astro/zod';
import { date, text } from './fields.ts';

/** `retired.yaml`: 停用表, what was published once and is no longer, said by an author. */
export const retiredSchema = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z]+:[a-z0-9/-]+$/)
      .describe(
        '停用的编号，写成 种类:编号，比如 question:q-wait-chest；check 会给出要写的这一句。',
      ),
    date: date.describe('从哪天起不用。'),
    note: text.describe('为什么不用了。'),
    instead: text.optional().describe('改看哪里，写成 模块编号/课的编号；旧网址会指过去。'),
  }),
);
