import type { Sitting } from '../../core/quiz/sitting.ts';
import { readLog, sealEvent } from '../../core/record/event.ts';
import { keptBeside, planMerge, sealedRows } from '../../core/record/merge.ts';
import { randomId, type Store } from './store.ts';

/** A store that lasts as long as the page: for browsers that refuse IndexedDB. */
export function createMemoryStore(): Store {
  let place = { run: randomId(), seq: 0 };
  const rows: unknown[] = [];
  const sittings = new Map<string, Sitting>();
  const papers = new Map<string, unknown>();
  return {
    durable: false,
    async append(draft) {
      place = { run: place.run, seq: place.seq + 1 };
      const event = sealEvent(draft, { ...place, id: randomId(), at: Date.now() });
      rows.push(event);
      return event;
    },
    readLog: async () => readLog(rows),
    getSitting: async (id) => sittings.get(id),
    getSittings: async () => [...sittings.values()],
    async putSitting(sitting) {
      sittings.set(sitting.id, sitting);
    },
    async removeSitting(id) {
      sittings.delete(id);
    },
    getPaper: async (id) => papers.get(id),
    async putPaper(id, paper) {
      papers.set(id, paper);
    },
    readAll: async () => ({ rows: sealedRows(rows), sittings: [...sittings.values()] }),
    async merge(record) {
      const plan = planMerge(sealedRows(rows), record.rows);
      rows.push(...plan.added, ...plan.conflicts.map(keptBeside));
      for (const sitting of record.sittings) {
        if (!sittings.has(sitting.id)) sittings.set(sitting.id, sitting);
      }
      if (plan.added.length > 0) place = { run: randomId(), seq: 0 };
      return plan;
    },
  };
}
