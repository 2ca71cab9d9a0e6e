/** All ways to share out and order a few stops, each line priced alone: the least cost there is. */
export function leastCost(stops: readonly string[], costOf: (line: readonly string[]) => number): number {
  if (stops.length === 0) return 0;
  const [first, ...others] = stops;
  let least = Number.POSITIVE_INFINITY;
  for (let chosen = 0; chosen < 2 ** others.length; chosen++) {
    const line = [first!, ...others.filter((_, index) => (chosen >> index) & 1)];
    const left = others.filter((_, index) => !((chosen >> index) & 1));
    const cost = Math.min(...orders(line).map(costOf));
    if (cost < least) least = Math.min(least, cost + leastCost(left, costOf));
  }
  return least;
}

function orders(items: readonly string[]): string[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item) =>
    orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
