import { smaller } from '../whole.ts';
import type { Tours } from './tours.ts';

/**
 * The nine moves of one task (or it and its successor) beside one neighbour: relocations, exchanges, 2-opt and 2-opt*
 * (Vidal, Crainic, Gendreau, Lahrichi, Rei 2012; numbered as in Vidal 2022). First improvement is carried out. Lengths
 * are symmetric: all are read from the rows of the task and the nodes beside it, which stay in the processor's cache.
 */
export class PairMoves {
  // Task u, its successor x and the nodes beside them.
  private u: i32 = 0;
  private x: i32 = 0;
  private uBefore: i32 = 0;
  private xAfter: i32 = 0;
  private lineU: i32 = 0;
  private isXTask: boolean = false;
  private rowU: i32 = 0;
  private rowX: i32 = 0;
  private rowUBefore: i32 = 0;
  private rowXAfter: i32 = 0;
  /** Change of length when u leaves its place, and when u and x leave it. */
  private uOut: i32 = 0;
  private uxOut: i32 = 0;
  /** The lesser of the latter and of what the leg from u to x leaves. */
  private mostOut: i32 = 0;
  /** Legs to u, from u to x and from x. */
  private toU: i32 = 0;
  private ux: i32 = 0;
  private xOut: i32 = 0;
  private demandU: i32 = 0;
  private demandX: i32 = 0;

  constructor(private readonly tours: Tours) {}

  /** Takes up a task: reads what is the same beside whichever node. */
  centre(u: i32): void {
    const { n, next, prev, line, row, leg, lengths, demand } = this.tours;
    const x = next[u]!;
    const uBefore = prev[u]!;
    const xAfter = next[x]!;
    const rowUBefore = row[uBefore]!;
    const toU = leg[uBefore]!;
    this.u = u;
    this.x = x;
    this.uBefore = uBefore;
    this.xAfter = xAfter;
    this.lineU = line[u]!;
    this.isXTask = x < n;
    this.rowU = row[u]!;
    this.rowX = row[x]!;
    this.rowUBefore = rowUBefore;
    this.rowXAfter = row[xAfter]!;
    const ux = leg[u]!;
    const xOut = leg[x]!;
    const uxOut = lengths[rowUBefore + xAfter]! - toU - xOut;
    this.toU = toU;
    this.ux = ux;
    this.xOut = xOut;
    this.uOut = lengths[rowUBefore + x]! - toU - ux;
    this.uxOut = uxOut;
    this.mostOut = smaller(uxOut, -ux);
    this.demandU = demand[u]!;
    this.demandX = demand[x]!;
  }

  /** Tries all moves of the task beside node v (a task, or a line's depot end); true when one was carried out. */
  improve(v: i32): boolean {
    const { tours, u, lineU, rowU, rowX } = this;
    const { n, next, prev, line, leg, lengths } = tours;
    const y = next[v]!;
    const lineV = line[v]!;
    const isSame = lineU === lineV;
    // No change of length from here on can pay.
    const leeway = isSame ? 0 : tours.leeway[lineU]! + tours.leeway[lineV]!;
    const vy = leg[v]!;
    const vu = lengths[rowU + v]!;
    const uy = lengths[rowU + y]!;
    // The legs vu and xy in place of vy, and the legs vx and uy.
    const straight = vu + lengths[rowX + y]! - vy;
    const crossed = lengths[rowX + v]! + uy - vy;
    const alone = this.uOut + vu + uy - vy;
    // Most neighbours offer nothing: of six moves one comparison says so.
    const mayPay = smaller(alone, smaller(straight, crossed) + this.mostOut) < leeway;
    if (u !== y) {
      if (mayPay && this.relocate(v, lineV, leeway, alone, straight, crossed)) return true;
      if (v < n) {
        const vBefore = prev[v]!;
        if (u !== vBefore && this.exchange(v, y, vBefore, lineV, leeway, crossed)) return true;
      }
    }
    if (!mayPay) return false;
    if (isSame) return this.turnAround(v, y, straight);
    return this.joinOtherwise(v, lineV, leeway, straight, crossed);
  }

  /** 1 to 3: u, or u and x, go behind v. */
  private relocate(v: i32, lineV: i32, leeway: i32, alone: i32, straight: i32, crossed: i32): boolean {
    const { tours, u, x, lineU, uxOut, demandU, demandX } = this;
    // 1: u behind v.
    if (alone < leeway && tours.pays(alone, lineU, lineV, demandU)) {
      tours.putBehind(u, v);
      return this.done(lineV);
    }
    if (!this.isXTask || v === x) return false;
    // 2: u and x behind v.
    let change = uxOut + straight;
    if (change < leeway && tours.pays(change, lineU, lineV, demandU + demandX)) {
      tours.putBehind(u, v);
      tours.putBehind(x, u);
      return this.done(lineV);
    }
    // 3: x and u, turned round, behind v.
    change = uxOut + crossed;
    if (change < leeway && tours.pays(change, lineU, lineV, demandU + demandX)) {
      tours.putBehind(x, v);
      tours.putBehind(u, x);
      return this.done(lineV);
    }
    return false;
  }

  /** 4 to 6: u, or u and x, change places with v, or v and y. */
  private exchange(v: i32, y: i32, vBefore: i32, lineV: i32, leeway: i32, crossed: i32): boolean {
    const { tours, u, x, uBefore, xAfter, lineU, rowX, rowXAfter, demandU, demandX } = this;
    const { n, next, leg, lengths, demand } = tours;
    // The ways into the place of the other.
    const swapped = lengths[this.rowUBefore + v]! + lengths[this.rowU + vBefore]! - this.toU - leg[vBefore]!;
    // 4: u and v change places.
    let change = swapped + crossed - this.ux;
    if (change < leeway && u < v && tours.pays(change, lineU, lineV, demandU - demand[v]!)) {
      tours.exchange(u, v);
      return this.done(lineV);
    }
    if (!this.isXTask || x === vBefore) return false;
    // 5: u and x change places with v.
    const bothSwapped = swapped - this.xOut;
    change = bothSwapped + lengths[rowXAfter + v]! + lengths[rowX + y]! - leg[v]!;
    if (change < leeway && tours.pays(change, lineU, lineV, demandU + demandX - demand[v]!)) {
      tours.exchange(u, v);
      tours.putBehind(x, u);
      return this.done(lineV);
    }
    // 6: u and x change places with v and y.
    if (u > v || y >= n || y === uBefore || x === v || v === xAfter) return false;
    change = bothSwapped + lengths[rowXAfter + y]! + lengths[rowX + next[y]!]! - leg[y]!;
    const moved = demandU + demandX - demand[v]! - demand[y]!;
    if (change < leeway && tours.pays(change, lineU, lineV, moved)) {
      tours.exchange(u, v);
      tours.exchange(x, y);
      return this.done(lineV);
    }
    return false;
  }

  /** 7, where u and v are on one line: the piece x .. v turned round. */
  private turnAround(v: i32, y: i32, straight: i32): boolean {
    const { tours, u, x } = this;
    const change = straight - this.ux;
    if (change >= 0 || x === v || v >= tours.n || tours.position[u]! >= tours.position[v]!) return false;
    this.turnRound(u, x, v, y);
    return this.done(this.lineU);
  }

  /** 8 and 9, where they are on two: the lines' heads and tails put together otherwise. */
  private joinOtherwise(v: i32, lineV: i32, leeway: i32, straight: i32, crossed: i32): boolean {
    const { tours, u, ux, lineU } = this;
    const { load, loadUpTo } = tours;
    // 8: the heads joined at u and v, the tails at x and y.
    if (
      straight - ux < leeway &&
      tours.pays(straight - ux, lineU, lineV, load[lineU]! - loadUpTo[u]! - loadUpTo[v]!)
    ) {
      this.joinHeads(u, v, lineU, lineV);
      return this.done(lineV);
    }
    // 9: the tails changed over.
    const moved = load[lineU]! - loadUpTo[u]! - load[lineV]! + loadUpTo[v]!;
    if (crossed - ux < leeway && tours.pays(crossed - ux, lineU, lineV, moved)) {
      this.changeTails(u, v, lineU, lineV);
      return this.done(lineV);
    }
    return false;
  }

  /** After a move between the task's line and another, or within it. */
  private done(lineV: i32): boolean {
    const { tours, lineU } = this;
    tours.moves++;
    tours.refresh(lineU);
    if (lineV !== lineU) tours.refresh(lineV);
    this.centre(this.u);
    return true;
  }

  private turnRound(u: i32, x: i32, v: i32, y: i32): void {
    const { next, prev } = this.tours;
    let node = x;
    while (node !== y) {
      const after = next[node]!;
      next[node] = prev[node]!;
      prev[node] = after;
      node = after;
    }
    next[u] = v;
    prev[v] = u;
    next[x] = y;
    prev[y] = x;
  }

  /** Line u: depot .. u, then v back to its depot; line v: the tail of u turned round, then y onwards. */
  private joinHeads(u: i32, v: i32, lineU: i32, lineV: i32): void {
    const { n, next, prev } = this.tours;
    const endU = n + lineU;
    const endV = n + lineV;
    const y = next[v]!;
    let behind = u;
    let tail = next[u]!;
    for (let node = v; node !== endV; ) {
      const before = prev[node]!;
      next[behind] = node;
      prev[node] = behind;
      behind = node;
      node = before;
    }
    next[behind] = endU;
    // The tail of u is read before the end is relinked.
    let ahead = y;
    while (tail !== endU) {
      const after = next[tail]!;
      next[tail] = ahead;
      prev[ahead] = tail;
      ahead = tail;
      tail = after;
    }
    prev[endU] = behind;
    next[endV] = ahead;
    prev[ahead] = endV;
  }

  private changeTails(u: i32, v: i32, lineU: i32, lineV: i32): void {
    const { n, next, prev } = this.tours;
    const endU = n + lineU;
    const endV = n + lineV;
    const x = next[u]!;
    const y = next[v]!;
    const lastU = prev[endU]!;
    const lastV = prev[endV]!;
    if (y === endV) {
      next[u] = endU;
      prev[endU] = u;
    } else {
      next[u] = y;
      prev[y] = u;
      next[lastV] = endU;
      prev[endU] = lastV;
    }
    if (x === endU) {
      next[v] = endV;
      prev[endV] = v;
    } else {
      next[v] = x;
      prev[x] = v;
      next[lastU] = endV;
      prev[endV] = lastU;
    }
  }
}
