import { z } from 'astro/zod';
import type { Phrase } from '../../core/course/course.ts';
import { id, text } from './fields.ts';
import { waivers } from './waiver.ts';

const phrase = z.strictObject({
  id: id.describe('话术编号，全课程不重复，写下以后不再改。'),
  they: text.describe('对方说的话，或者（括号里的）情形。'),
  busy: text.max(15).describe('忙时版，15字以内，一口气说完。'),
  calm: text.max(40).describe('不忙的时候怎么说，40字以内。'),
  avoid: text.describe('别这样说。'),
  heard: text.describe('这样说，对方听到的是什么意思。'),
  push: text.describe('他再顶一句。'),
  then: text.max(40).describe('你接，40字以内。'),
  aliases: z.array(text).min(1).describe('对方常用的别的说法，搜索时也能找到。'),
  source: text.optional().describe('依据：references.yaml 里的编号。'),
  ifAllowed: z
    .boolean()
    .default(false)
    .describe('话里许了诺、要看本单位允不允许的，写 ifAllowed: true。'),
  waivers,
});

/** `phrases.yaml`: what to say in one lesson's situations. */
export const phrasesSchema = z.array(phrase);

phrasesSchema._output satisfies readonly Phrase[];
