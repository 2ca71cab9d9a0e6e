import type { Tours } from './tours.ts';

/** A line may be overloaded by half, at the price, while a giant tour is being cut. */
const mostLoad = 1.5;

/** Cuts a tour of all tasks into lines at the least cost (Bellman over the tour; Prins 2004, Vidal 2016). */
export class Split {
  private readonly cost: Float64Array;
  private readonly cut: Int32Array;

  constructor(private readonly tours: Tours) {
    this.cost = new Float64Array(tours.n + 1);
    this.cut = new Int32Array(tours.n + 1);
  }

  run(tour: Int32Array): number[][] {
    const { tours, cost, cut } = this;
    const { n, row, lengths, place, demand } = tours;
    const depotRow = row[n]!;
    const limit = mostLoad * tours.capacity;
    cost.fill(Number.POSITIVE_INFINITY);
    cost[0] = 0;
    for (let start = 0; start < n; start++) {
      let load = 0;
      let length = 0;
      for (let end = start; end < n; end++) {
        const task = tour[end]!;
        load += demand[task]!;
        if (load > limit && end > start) break;
        length += end === start ? lengths[depotRow + task]! : lengths[row[tour[end - 1]!]! + place[task]!]!;
        const whole = cost[start]! + length + lengths[depotRow + task]! + tours.overload(load);
        if (whole < cost[end + 1]!) {
          cost[end + 1] = whole;
          cut[end + 1] = start;
        }
      }
    }
    const routes: number[][] = [];
    for (let end = n; end > 0; end = cut[end]!) routes.push([...tour.subarray(cut[end]!, end)]);
    // More lines than there is room for: the last ones are joined, the search sorts the overload out.
    while (routes.length > tours.lines) routes.push([...routes.pop()!, ...routes.pop()!]);
    return routes;
  }
}
