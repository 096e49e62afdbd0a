import type { Damage, Mode, Target } from './damage.ts';
import type { RotCase } from './rots.ts';

const fresh = (...damage: Damage[]): RotCase => ({ compacted: false, damage });
const compacted = (...damage: Damage[]): RotCase => ({ compacted: true, damage });
const each = (target: Target, modes: readonly Mode[]): Damage[] =>
  modes.map((mode) => ({ target, mode }));

/** Damage to the database alone: everything has to come back. */
export const databaseRots: readonly RotCase[] = [
  ...each('log', ['torn', 'flip', 'zero', 'truncate', 'garbage', 'delete']),
  ...each('manifest', ['flip', 'truncate', 'delete']),
  ...each('pointer', ['flip', 'garbage', 'delete']),
  ...each('database', ['zero', 'garbage', 'delete']),
]
  .map((damage) => fresh(damage))
  .concat(
    [
      ...each('tables', ['flip', 'zero', 'truncate', 'garbage', 'delete']),
      ...each('manifest', ['truncate', 'delete']),
    ].map((damage) => compacted(damage)),
  );

/** Damage to the second copy alone: nothing is to be seen of it. */
export const copyRots: readonly RotCase[] = [
  ...each('newest copy', ['flip']),
  ...each('copies', ['garbage', 'delete']),
  ...each('file system', ['zero', 'delete']),
].map((damage) => fresh(damage));

/** Damage to both: what is lost has to be told. */
export const bothRots: readonly RotCase[] = [
  fresh(...each('database', ['delete']), ...each('newest copy', ['zero'])),
  fresh(...each('log', ['garbage']), ...each('newest copy', ['truncate'])),
  fresh(...each('manifest', ['delete']), ...each('newest copy', ['flip'])),
  fresh(...each('database', ['garbage']), ...each('copies', ['flip'])),
  fresh(...each('log', ['truncate']), ...each('copies', ['delete'])),
  fresh(...each('log', ['torn']), ...each('copies', ['garbage'])),
  fresh(...each('pointer', ['flip']), ...each('copies', ['zero'])),
  fresh(...each('log', ['delete']), ...each('file system', ['garbage'])),
  compacted(...each('tables', ['garbage']), ...each('copies', ['truncate'])),
];
