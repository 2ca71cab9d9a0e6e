/**
 * Shares a number of lines out over groups of stations with days of their own: one line for each group first, the
 * larger groups before the smaller where there are too few, then by largest remainder. The shares never add up to more
 * than there is.
 */
export function shareLines(lineCount: number, stationCounts: readonly number[]): number[] {
  const bySize = stationCounts
    .map((stations, group) => ({ group, stations }))
    .sort((left, right) => right.stations - left.stations || left.group - right.group);
  const shares = stationCounts.map(() => 0);
  for (const { group } of bySize.slice(0, lineCount)) shares[group] = 1;
  const rest = lineCount - stationCounts.length;
  if (rest <= 0) return shares;
  const stationTotal = stationCounts.reduce((sum, stations) => sum + stations, 0);
  // Remainders as whole numbers: a hair of a fraction must not decide.
  const wanted = bySize.map(({ group, stations }) => ({
    group,
    whole: Math.floor((rest * stations) / stationTotal),
    remainder: (rest * stations) % stationTotal,
  }));
  let left = rest;
  for (const { group, whole } of wanted) {
    shares[group]! += whole;
    left -= whole;
  }
  const byRemainder = wanted.toSorted((first, second) => second.remainder - first.remainder);
  for (const { group } of byRemainder.slice(0, left)) shares[group]! += 1;
  return shares;
}
