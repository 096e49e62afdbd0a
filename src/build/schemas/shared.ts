import { z } from 'astro/zod';
import { referenceKinds } from '../../core/course/reference.ts';
import { date, id, lessonPath, text } from './fields.ts';

/** `sectors/<id>.yaml`: 行业. */
export const sectorSchema = z.strictObject({
  id: id.describe('行业编号。'),
  title: text.describe('行业名。'),
  ticket: text.max(2).describe('票号上的字。'),
  order: z.int().describe('排在第几。'),
});

/** `posts/<id>.yaml`: 岗位. */
export const postSchema = z.strictObject({
  id: id.describe('岗位编号，也是网址里的一段。'),
  sector: id.describe('属于哪个行业。'),
  title: text.describe('岗位名。'),
  order: z.int().describe('在这个行业里排在第几。'),
  lessons: z
    .array(lessonPath)
    .min(1)
    .describe('这个岗位要学的课，写成 模块编号/课的编号，按学习的先后。'),
});

/** `slots.yaml`: 口径, the institution's own rules. */
export const slotsSchema = z.array(
  z.strictObject({
    id: id.describe('口径编号，课文里写成〔编号〕。'),
    label: text.describe('这一条口径叫什么，给填的人看。'),
    default: text.describe('还没填的时候显示的中性说法。'),
  }),
);

/** `references.yaml`: every law, standard and study that content cites. */
export const referencesSchema = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[A-Z]\d{2}[a-z]?$/)
      .describe('编号，比如 L23。'),
    title: text.describe('全名；法律写明年份，文件和标准写明编号。'),
    kind: z.enum(referenceKinds).describe('哪一类，在“依据与出处”一页按它分组。'),
    says: text.describe('说了什么，用自己的话。'),
    grade: z
      .enum(['读', '知', '疑'])
      .describe('读：读到过文本；知：通行知识；疑：还要再核，不得作题目答案。'),
    asOf: date.optional().describe('读的是哪天的文本，写成 2025-04-19 这样；不清楚就不写。'),
  }),
);
