/**
 * How likely at least `wins` of the draws are won, each with its own chance (0 to 1). With equal
 * chances this is the upper tail of the binomial distribution.
 */
export function chanceOfAtLeast(wins: number, chances: readonly number[]): number {
  // exactly[n]: the chance of n wins among the draws so far.
  let exactly = [1];
  for (const chance of chances) {
    exactly = [...exactly, 0].map(
      (same, count) => same * (1 - chance) + (exactly[count - 1] ?? 0) * chance,
    );
  }
  return exactly.slice(wins).reduce((sum, chance) => sum + chance, 0);
}
