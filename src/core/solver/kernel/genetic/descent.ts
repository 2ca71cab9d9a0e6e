import type { SearchTables } from '../searchTables.ts';
import type { SolverRandom } from '../solverRandom.ts';
import { smaller } from '../whole.ts';
import type { LineList } from './lineList.ts';
import { PairMoves } from './pairMoves.ts';
import { shuffle } from './shuffle.ts';
import { SwapStar } from './swapStar.ts';
import type { Tours } from './tours.ts';

const granularity: i32 = 20;
/** Two lines are compared by SWAP* when one has a task among so many nearest of a task of the other. */
const contactRanks: i32 = 8;

/** Local search to the bottom: all pair moves among near neighbours, then SWAP* between touching lines. */
export class Descent {
  private readonly pairMoves: PairMoves;
  private readonly swapStar: SwapStar;
  private readonly order: Int32Array;
  private readonly lineOrder: Int32Array;
  private readonly testedAt: Int32Array;
  private readonly lineTestedAt: Int32Array;
  private readonly contactOf: Int32Array;
  private contactStamp: i32 = 0;
  /** The first line without tasks (-1 = none), and the number of moves at which that was so. */
  private empty: i32 = -1;
  private emptySeenAt: i32 = -1;
  /** A task was to be tried with an empty line, and there was none. */
  private lackedEmpty: boolean = false;
  private readonly ranks: i32;

  constructor(
    private readonly tables: SearchTables,
    private readonly tours: Tours,
    private readonly random: SolverRandom,
  ) {
    const { n, lines } = tours;
    this.pairMoves = new PairMoves(tours);
    this.swapStar = new SwapStar(tours);
    this.order = new Int32Array(n);
    this.lineOrder = new Int32Array(lines);
    this.testedAt = new Int32Array(n);
    this.lineTestedAt = new Int32Array(lines);
    this.contactOf = new Int32Array(lines);
    this.ranks = smaller(granularity, tables.neighbourCount);
    for (let task = 0; task < n; task++) this.order[task] = task;
    for (let line = 0; line < lines; line++) this.lineOrder[line] = line;
  }

  /**
   * Puts lines improved as far as it goes in the place of lines. Two lines of one plan have been compared there and are
   * not compared again until one of them changes.
   */
  run(lines: LineList, overloadPrice: f64): void {
    const { tours, order, testedAt, lineTestedAt } = this;
    tours.overloadPrice = overloadPrice;
    this.take(lines);
    this.swapStar.reset();
    this.emptySeenAt = -1;
    this.lackedEmpty = false;
    for (let task = 0; task < testedAt.length; task++) testedAt[task] = -1;
    for (let line = 0; line < lineTestedAt.length; line++) lineTestedAt[line] = -1;
    shuffle(order, this.random);
    shuffle(this.lineOrder, this.random);
    for (let loop = 0; ; loop++) {
      const before = tours.moves;
      for (let index = 0; index < order.length; index++) this.improveAround(order[index]!, loop);
      this.exchangeBetweenLines(loop);
      // Empty lines are first tried in the second loop.
      if (loop > 0 && tours.moves === before) break;
    }
    this.write(lines);
  }

  /** Takes over lines; those beyond them are empty. */
  private take(lines: LineList): void {
    const { tours } = this;
    const { n, next, prev, origin } = tours;
    tours.moves = 0;
    for (let line = 0; line < tours.lines; line++) {
      const end = n + line;
      let behind = end;
      if (line < lines.count) {
        const stop = lines.first[line + 1]!;
        for (let at = lines.first[line]!; at < stop; at++) {
          const task = lines.tasks[at]!;
          next[behind] = task;
          prev[task] = behind;
          behind = task;
        }
      }
      next[behind] = end;
      prev[end] = behind;
      tours.refresh(line);
      if (line < lines.count) origin[line] = lines.origin[line]!;
    }
  }

  /** Writes out all lines with tasks. */
  private write(lines: LineList): void {
    const { n, next, size } = this.tours;
    lines.clear();
    let to = 0;
    for (let line = 0; line < this.tours.lines; line++) {
      if (size[line] === 0) continue;
      const end = n + line;
      for (let node = next[end]!; node !== end; node = next[node]!) lines.tasks[to++] = node;
      lines.end(to);
    }
  }

  private improveAround(u: i32, loop: i32): void {
    const { tours, pairMoves, tables } = this;
    const { neighbours } = tables;
    const { line, prev, n, changedAt, origin } = tours;
    const tested = this.testedAt[u]!;
    this.testedAt[u] = tours.moves;
    const from = origin[line[u]!]!;
    let isChanged = loop > 0 ? changedAt[line[u]!]! > tested : from === 0;
    pairMoves.centre(u);
    const first = u * tables.neighbourCount;
    for (let at = first; at < first + this.ranks; at++) {
      const v = neighbours[at]!;
      if (!isChanged && (loop > 0 ? changedAt[line[v]!]! <= tested : origin[line[v]!] === from)) continue;
      if (pairMoves.improve(v)) {
        isChanged = true;
        continue;
      }
      const before = prev[v]!;
      if (before >= n && pairMoves.improve(before)) isChanged = true;
    }
    // Empty lines are all alike: a task is tried with one again only once its own line has changed.
    if (loop === 0 || !(loop === 1 || isChanged || this.lackedEmpty)) return;
    const empty = this.emptyLine();
    if (empty < 0) this.lackedEmpty = true;
    else pairMoves.improve(n + empty);
  }

  private areCompared(first: i32, second: i32): boolean {
    const { origin } = this.tours;
    return origin[first]! > 0 && origin[first] === origin[second];
  }

  private emptyLine(): i32 {
    const { size, lines, moves } = this.tours;
    if (this.emptySeenAt === moves) return this.empty;
    this.emptySeenAt = moves;
    this.empty = -1;
    for (let line = 0; line < lines && this.empty < 0; line++) if (size[line] === 0) this.empty = line;
    return this.empty;
  }

  private exchangeBetweenLines(loop: i32): void {
    const { tours, tables, contactOf, lineOrder, lineTestedAt } = this;
    const { neighbours, neighbourCount } = tables;
    const { n, next, line, changedAt, size } = tours;
    const ranks = smaller(contactRanks, neighbourCount);
    for (let index = 0; index < lineOrder.length; index++) {
      const first = lineOrder[index]!;
      if (size[first] === 0) continue;
      const tested = lineTestedAt[first]!;
      lineTestedAt[first] = tours.moves;
      if (loop > 0 && tours.moves === tested) continue;
      const stamp = ++this.contactStamp;
      const end = n + first;
      for (let task = next[end]!; task !== end; task = next[task]!)
        for (let rank = 0; rank < ranks; rank++)
          contactOf[line[neighbours[task * neighbourCount + rank]!]!] = stamp;
      for (let second = 0; second < tours.lines; second++) {
        if (contactOf[second] !== stamp || second <= first) continue;
        if (loop > 0 && changedAt[first]! <= tested && changedAt[second]! <= tested) continue;
        if (loop === 0 && this.areCompared(first, second)) continue;
        this.swapStar.improve(first, second);
      }
    }
  }
}
