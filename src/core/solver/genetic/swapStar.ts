import type { Tours } from './tours.ts';

const none = 0x3fffffff;

/**
 * SWAP* (Vidal 2022): exchanges two tasks of two lines, each going to its best place rather than to the other's. For
 * a task the three best places on another line are found when first asked for, and remembered until that line changes.
 */
export class SwapStar {
  private readonly bestCost: Int32Array;
  private readonly bestBehind: Int32Array;
  private readonly seenAt: Int32Array;
  private readonly removal: Int32Array;
  private foundCost = 0;
  private foundBehind = -1;

  constructor(private readonly tours: Tours) {
    const pairs = tours.n * tours.lines;
    this.bestCost = new Int32Array(pairs * 3);
    this.bestBehind = new Int32Array(pairs * 3);
    this.seenAt = new Int32Array(pairs);
    this.removal = new Int32Array(tours.n);
  }

  /** Forgets everything: another plan has been taken in. */
  reset(): void {
    this.seenAt.fill(-1);
  }

  /** The best exchange or relocation between two lines; true when it improves and was carried out. */
  try(first: number, second: number): boolean {
    const { tours, removal } = this;
    const { n, next, demand } = tours;
    this.weighRemovals(first);
    this.weighRemovals(second);
    const firstEnd = n + first;
    const secondEnd = n + second;
    const firstLoad = tours.load[first]!;
    const secondLoad = tours.load[second]!;
    const penalties = tours.penalty[first]! + tours.penalty[second]!;
    let best = 0;
    let [u, v, uBehind, vBehind] = [-1, -1, -1, -1];
    for (let one = next[firstEnd]!; one !== firstEnd; one = next[one]!) {
      const base = removal[one]! - penalties;
      for (let other = next[secondEnd]!; other !== secondEnd; other = next[other]!) {
        const moved = demand[other]! - demand[one]!;
        const fixed =
          base + removal[other]! + tours.overload(firstLoad + moved) + tours.overload(secondLoad - moved);
        // Inserting costs at least nothing (triangle inequality nearly holds on roads): a filter, not a proof.
        if (fixed >= best) continue;
        this.bestPlace(one, other, second);
        const change = fixed + this.foundCost;
        if (change >= best) continue;
        const behind = this.foundBehind;
        this.bestPlace(other, one, first);
        if (change + this.foundCost >= best) continue;
        best = change + this.foundCost;
        [u, v, uBehind, vBehind] = [one, other, behind, this.foundBehind];
      }
    }
    for (let side = 0; side < 2; side++) {
      const [from, to] = side === 0 ? [first, second] : [second, first];
      const end = n + from;
      for (let task = next[end]!; task !== end; task = next[task]!) {
        const fixed =
          removal[task]! +
          tours.overload(tours.load[from]! - demand[task]!) +
          tours.overload(tours.load[to]! + demand[task]!) -
          penalties;
        if (fixed >= best) continue;
        const entry = this.places(task, to);
        const change = fixed + this.bestCost[entry]!;
        if (change >= best) continue;
        best = change;
        [u, uBehind, v, vBehind] = [task, this.bestBehind[entry]!, -1, -1];
      }
    }
    if (best >= 0) return false;
    tours.putBehind(u, uBehind);
    if (v >= 0) tours.putBehind(v, vBehind);
    tours.moves++;
    tours.refresh(first);
    tours.refresh(second);
    return true;
  }

  private weighRemovals(line: number): void {
    const { tours, removal } = this;
    const { n, next, prev, row, place, lengths } = tours;
    const end = n + line;
    for (let task = next[end]!; task !== end; task = next[task]!) {
      const before = row[prev[task]!]!;
      const after = place[next[task]!]!;
      removal[task] =
        lengths[before + after]! - lengths[before + place[task]!]! - lengths[row[task]! + after]!;
    }
  }

  /** Where the best places for a task on a line are kept. */
  private places(task: number, to: number): number {
    const { tours, seenAt } = this;
    const pair = task * tours.lines + to;
    if (seenAt[pair]! < tours.changedAt[to]!) {
      seenAt[pair] = tours.moves;
      this.findPlaces(task, to, pair * 3);
    }
    return pair * 3;
  }

  private findPlaces(task: number, to: number, entry: number): void {
    const { tours, bestCost, bestBehind } = this;
    const { n, next, row, place, lengths } = tours;
    const end = n + to;
    const taskRow = row[task]!;
    let [cost1, cost2, cost3] = [none, none, none];
    let [at1, at2, at3] = [-1, -1, -1];
    let node = end;
    let distance = lengths[taskRow + place[end]!]!;
    do {
      const after = next[node]!;
      const onward = lengths[taskRow + place[after]!]!;
      const cost = distance + onward - lengths[row[node]! + place[after]!]!;
      if (cost < cost3) {
        if (cost < cost2) {
          cost3 = cost2;
          at3 = at2;
          if (cost < cost1) {
            cost2 = cost1;
            at2 = at1;
            cost1 = cost;
            at1 = node;
          } else {
            cost2 = cost;
            at2 = node;
          }
        } else {
          cost3 = cost;
          at3 = node;
        }
      }
      distance = onward;
      node = after;
    } while (node !== end);
    bestCost[entry] = cost1;
    bestCost[entry + 1] = cost2;
    bestCost[entry + 2] = cost3;
    bestBehind[entry] = at1;
    bestBehind[entry + 1] = at2;
    bestBehind[entry + 2] = at3;
  }

  /** Cheapest place for a task on the line of `leaving` once that one is gone. */
  private bestPlace(task: number, leaving: number, lineOfLeaving: number): void {
    const { tours, bestCost, bestBehind } = this;
    const { next, prev, row, place, lengths } = tours;
    const before = prev[leaving]!;
    const after = next[leaving]!;
    const rowBefore = row[before]!;
    this.foundCost =
      lengths[rowBefore + place[task]!]! +
      lengths[row[task]! + place[after]!]! -
      lengths[rowBefore + place[after]!]!;
    this.foundBehind = before;
    const entry = this.places(task, lineOfLeaving);
    for (let rank = 0; rank < 3; rank++) {
      const behind = bestBehind[entry + rank]!;
      if (behind === leaving || behind === before || behind < 0) continue;
      if (bestCost[entry + rank]! < this.foundCost) {
        this.foundCost = bestCost[entry + rank]!;
        this.foundBehind = behind;
      }
      return;
    }
  }
}
