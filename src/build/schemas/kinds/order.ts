import { z } from 'astro/zod';
import { id, text } from '../fields.ts';
import { base, reason } from './base.ts';

const step = z.strictObject({
  id: id.describe('步骤编号，在这道题里不重复。'),
  text: text.max(28).describe('这一步做什么，不超过28字。'),
  reason: reason.describe('这一步为什么排在这里。'),
});

export const order = z.strictObject({
  ...base,
  kind: z.literal('order').describe('排序题。'),
  steps: z.array(step).min(3).max(6).describe('步骤，按正确的次序写，页面上会打乱。'),
});
