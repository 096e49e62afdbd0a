import { z } from 'astro/zod';
import { date } from './fields.ts';

const revision = z.string().regex(/^[0-9a-f]{8}$/);

/**
 * `ledger.json`: every id ever published. Written only by `npm run check -- --accept`; it lets
 * `check` see that an id vanished, came back, changed kind, or changed its text without a word.
 */
export const ledgerSchema = z.record(
  z.string().describe('<what>:<id>, such as question:q-wait-first-move'),
  z.strictObject({
    kind: z.string().describe('single, multiple, judge, or what it is: module, lesson …'),
    place: z.string().describe('Where it stands: the module or lesson path.'),
    retired: date.optional().describe('Since when it is no longer published.'),
    revisions: z
      .array(
        z.strictObject({
          revision,
          /** How it came about; the first one is `new`. */
          kind: z.enum(['new', 'typo', 'wording', 'policy']),
          changes: z.int().min(0).describe('How many `changes` the question listed at that time.'),
        }),
      )
      .optional()
      .describe('Questions only: the revisions ever published, the present one last.'),
  }),
);

export type Ledger = z.infer<typeof ledgerSchema>;
