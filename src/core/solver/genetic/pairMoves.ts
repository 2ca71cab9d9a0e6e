import type { Tours } from './tours.ts';

/**
 * The nine moves of one task (or it and its successor) beside one neighbour: relocations, exchanges, 2-opt and 2-opt*
 * (Vidal, Crainic, Gendreau, Lahrichi, Rei 2012; numbered as in Vidal 2022). First improvement is carried out.
 */
export class PairMoves {
  constructor(private readonly tours: Tours) {}

  /** Tries all moves of task u beside node v (a task, or a line's depot end); true when one was carried out. */
  try(u: number, v: number): boolean {
    const { tours } = this;
    const { n, next, prev, line, row, place, lengths, demand } = tours;
    const lineU = line[u]!;
    const lineV = line[v]!;
    const isSame = lineU === lineV;
    const x = next[u]!;
    const y = next[v]!;
    const uBefore = prev[u]!;
    const rowU = row[u]!;
    const rowX = row[x]!;
    const rowV = row[v]!;
    const placeU = place[u]!;
    const placeX = place[x]!;
    const placeY = place[y]!;
    const placeV = place[v]!;
    const rowUBefore = row[uBefore]!;
    const toU = lengths[rowUBefore + placeU]!;
    const ux = lengths[rowU + placeX]!;
    const vy = lengths[rowV + placeY]!;
    const vu = lengths[rowV + placeU]!;
    const uy = lengths[rowU + placeY]!;
    const penalties = isSame ? 0 : tours.penalty[lineU]! + tours.penalty[lineV]!;
    const loadU = tours.load[lineU]!;
    const loadV = tours.load[lineV]!;
    const demandU = demand[u]!;
    const isXTask = x < n;
    const isVTask = v < n;

    // 1: u behind v.
    if (u !== y) {
      let change = lengths[rowUBefore + placeX]! - toU - ux + vu + uy - vy;
      if (change < penalties) {
        if (!isSame) change += this.growth(loadU - demandU, loadV + demandU) - penalties;
        if (change < 0) {
          tours.putBehind(u, v);
          return this.done(lineU, lineV);
        }
      }
    }
    const xAfter = next[x]!;
    const placeXAfter = place[xAfter]!;
    const demandX = demand[x]!;
    if (isXTask && u !== y && v !== x) {
      const xOut = lengths[rowX + placeXAfter]!;
      const bridge = lengths[rowUBefore + placeXAfter]!;
      // 2: u and x behind v.
      let change = bridge - toU - xOut + vu + lengths[rowX + placeY]! - vy;
      if (change < penalties) {
        if (!isSame) change += this.growth(loadU - demandU - demandX, loadV + demandU + demandX) - penalties;
        if (change < 0) {
          tours.putBehind(u, v);
          tours.putBehind(x, u);
          return this.done(lineU, lineV);
        }
      }
      // 3: x and u, turned round, behind v.
      change = bridge - toU - xOut + lengths[rowV + placeX]! + uy - vy;
      if (change < penalties) {
        if (!isSame) change += this.growth(loadU - demandU - demandX, loadV + demandU + demandX) - penalties;
        if (change < 0) {
          tours.putBehind(x, v);
          tours.putBehind(u, x);
          return this.done(lineU, lineV);
        }
      }
    }
    if (isVTask && u !== y) {
      const vBefore = prev[v]!;
      const rowVBefore = row[vBefore]!;
      const toV = lengths[rowVBefore + placeV]!;
      const demandV = demand[v]!;
      // 4: u and v change places.
      if (u < v && u !== vBefore) {
        let change =
          lengths[rowUBefore + placeV]! +
          lengths[rowV + placeX]! -
          toU -
          ux +
          lengths[rowVBefore + placeU]! +
          uy -
          toV -
          vy;
        if (change < penalties) {
          if (!isSame)
            change += this.growth(loadU + demandV - demandU, loadV + demandU - demandV) - penalties;
          if (change < 0) {
            tours.exchange(u, v);
            return this.done(lineU, lineV);
          }
        }
      }
      if (isXTask && u !== vBefore && x !== vBefore) {
        const xOut = lengths[rowX + placeXAfter]!;
        // 5: u and x change places with v.
        let change =
          lengths[rowUBefore + placeV]! +
          lengths[rowV + placeXAfter]! -
          toU -
          xOut +
          lengths[rowVBefore + placeU]! +
          lengths[rowX + placeY]! -
          toV -
          vy;
        if (change < penalties) {
          if (!isSame)
            change +=
              this.growth(loadU + demandV - demandU - demandX, loadV + demandU + demandX - demandV) -
              penalties;
          if (change < 0) {
            tours.exchange(u, v);
            tours.putBehind(x, u);
            return this.done(lineU, lineV);
          }
        }
        // 6: u and x change places with v and y.
        if (u < v && y < n && y !== uBefore && x !== v && v !== xAfter) {
          const yAfter = next[y]!;
          const placeYAfter = place[yAfter]!;
          const demandY = demand[y]!;
          change =
            lengths[rowUBefore + placeV]! +
            lengths[row[y]! + placeXAfter]! -
            toU -
            xOut +
            lengths[rowVBefore + placeU]! +
            lengths[rowX + placeYAfter]! -
            toV -
            lengths[row[y]! + placeYAfter]!;
          if (change < penalties) {
            const moved = demandV + demandY - demandU - demandX;
            if (!isSame) change += this.growth(loadU + moved, loadV - moved) - penalties;
            if (change < 0) {
              tours.exchange(u, v);
              tours.exchange(x, y);
              return this.done(lineU, lineV);
            }
          }
        }
      }
    }
    if (isSame) {
      // 7: the piece x .. v turned round.
      if (tours.position[u]! >= tours.position[v]! || x === v || !isVTask) return false;
      const change = vu + lengths[rowX + placeY]! - ux - vy;
      if (change >= 0) return false;
      this.turnRound(u, x, v, y);
      return this.done(lineU, lineV);
    }
    const upToU = tours.loadUpTo[u]!;
    const upToV = tours.loadUpTo[v]!;
    // 8: the heads joined at u and v, the tails at x and y.
    let change = vu + lengths[rowX + placeY]! - ux - vy;
    if (change < penalties) {
      change += this.growth(upToU + upToV, loadU + loadV - upToU - upToV) - penalties;
      if (change < 0) {
        this.joinHeads(u, v, lineU, lineV);
        return this.done(lineU, lineV);
      }
    }
    // 9: the tails changed over.
    change = uy + lengths[rowV + placeX]! - ux - vy;
    if (change < penalties) {
      change += this.growth(upToU + loadV - upToV, upToV + loadU - upToU) - penalties;
      if (change < 0) {
        this.changeTails(u, v, lineU, lineV);
        return this.done(lineU, lineV);
      }
    }
    return false;
  }

  private growth(loadU: number, loadV: number): number {
    return this.tours.overload(loadU) + this.tours.overload(loadV);
  }

  private done(lineU: number, lineV: number): boolean {
    const { tours } = this;
    tours.moves++;
    tours.refresh(lineU);
    if (lineV !== lineU) tours.refresh(lineV);
    return true;
  }

  private turnRound(u: number, x: number, v: number, y: number): void {
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
  private joinHeads(u: number, v: number, lineU: number, lineV: number): void {
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

  private changeTails(u: number, v: number, lineU: number, lineV: number): void {
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
