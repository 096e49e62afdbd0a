/** What every random choice of a run comes from: `SEED=… npm run test:faults` makes the same again. */
export const seed = Number(process.env.SEED ?? 20261201);
