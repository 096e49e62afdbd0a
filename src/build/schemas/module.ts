import { z } from 'astro/zod';
import { blank, date, id, lessonPath, text, version } from './fields.ts';
import { waivers } from './waiver.ts';

const objective = z.strictObject({
  id: id.describe('目标编号，本模块里不重复。'),
  text: text.describe('学完能做到什么，用看得见的动作写。'),
  redLine: z.boolean().default(false).describe('碰了就算不通过的红线目标，写 redLine: true。'),
});

const release = z.strictObject({
  version: version.describe('这一版的版本号，写成 1.0.0 这样。'),
  date: date.describe('这一版的日期。'),
  note: text.describe('这一版改了什么。'),
  lessons: z
    .array(lessonPath)
    .min(1)
    .optional()
    .describe(
      '改了哪几课，写成 模块编号/课的编号；不写就是整个模块。别的课版本不变，学员不用重新下载。',
    ),
});

/** `module.yaml`: one module. */
export const moduleSchema = z.strictObject({
  id: id.describe('模块编号，也是网址里的一段。'),
  ticket: text.max(2).describe('票号上的字，一个字最好，比如“态”。'),
  order: z.int().describe('在目录里排在第几。'),
  title: text.describe('模块名。'),
  summary: text.describe('一两句话：学完有什么用。'),
  status: z.enum(['draft', 'published']).describe('draft 还在写，published 已发布。'),
  audience: z
    .enum(['staff', 'trainers'])
    .default('staff')
    .describe('给谁的：staff 给窗口人员（不写就是），trainers 给培训员和班长，首页上另放一处。'),
  objectives: z.array(objective).min(1).describe('这个模块的目标，每课教其中几个。'),
  passMark: z.int().min(1).max(100).describe('模块测验的及格线，百分数。'),
  version: version.describe('现在的版本号，写成 1.0.0 这样，和更新记录的第一条一致。'),
  owner: blank.describe('负责人，由采用单位填写，没有就留空。'),
  approval: blank.describe('批准人和日期，由采用单位填写，没有就留空。'),
  effective: date.describe('从哪天起用。'),
  reviewBy: date.describe('最迟哪天复核。'),
  changelog: z.array(release).min(1).describe('更新记录，新的在前。'),
  waivers,
});
