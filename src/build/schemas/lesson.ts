import { z } from 'astro/zod';
import { id, text } from './fields.ts';
import { waivers } from './waiver.ts';

const minutes = z.int().min(1).max(60);

/** Frontmatter of `lesson.mdx`. */
export const lessonSchema = z.strictObject({
  id: id.describe('课的编号，也是网址里的一段，写下以后不再改。'),
  ticket: text.describe('票号，比如 态-03。'),
  title: text.describe('课名，短，能说出口。'),
  subtitle: text.describe('课名下面的一句话。'),
  minutes: z
    .strictObject({
      read: minutes.describe('读正文要几分钟。'),
      practice: minutes.describe('做题要几分钟。'),
    })
    .describe('大约要几分钟，学时按它算。'),
  say: text.describe('一句话带走：明天在窗口就能说的那一句。'),
  objectives: z
    .array(id)
    .min(1)
    .describe('这一课教 module.yaml 里的哪几个目标，每个都有一个 <Goal> 块。'),
  sources: z
    .array(
      z.strictObject({
        id: z.string().describe('references.yaml 里的编号，比如 T03。'),
        use: text.describe('用在这一课的哪里。'),
      }),
    )
    .describe('这一课的依据。'),
  waivers,
});
