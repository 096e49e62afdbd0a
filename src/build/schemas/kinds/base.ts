import { z } from 'astro/zod';
import { date, id, text } from '../fields.ts';
import { waivers } from '../waiver.ts';

const change = z.strictObject({
  date: date.describe('改动的日期。'),
  kind: z
    .enum(['typo', 'wording', 'policy'])
    .describe('typo 改错字，wording 换说法，policy 规定变了；前两种学员的成绩不动。'),
  note: text.describe('改了什么，一句话。'),
  was: text.optional().describe('原来怎么规定（policy 必写）。'),
  now: text.optional().describe('现在怎么规定（policy 必写）。'),
  affects: text.optional().describe('影响哪句话（policy 必写）。'),
});

/** What every kind of question has. */
export const base = {
  id: id.describe('题目编号，全课程不重复，写下以后不再改。'),
  objective: id.describe('考的是 module.yaml 里的哪个目标。'),
  role: z.literal('pretest').optional().describe('放在正文之前先答的题，写 role: pretest。'),
  situation: z
    .boolean()
    .default(false)
    .describe('题干里有人、有时刻的情境题，写 situation: true。'),
  difficulty: z
    .literal([1, 2, 3])
    .default(2)
    .describe(
      '难度：1 一步就答得出，2 要分辨，3 要权衡几头。不写就是2；组卷时各难度按题库的比例抽。',
    ),
  stem: text.max(80).describe('题干，不超过80字；多选题以（多选）结尾。'),
  note: text.optional().describe('无论答对答错都要补的一句，比如遇急症先呼救。'),
  source: text.describe('依据：references.yaml 里的编号，可带条款；本课自己的建议写“本课做法”。'),
  reviewBy: date.describe('最迟哪天复核。'),
  changes: z.array(change).default([]).describe('发布以后改过题干、选项或答案，在这里逐条说明。'),
  waivers,
};

/** Why a part of an answer is right or wrong. */
export const reason = text.describe('为什么对或不对，至少20字：先认它对的那一半，再说断在哪里。');
