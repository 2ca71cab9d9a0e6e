import type { SolverRandom } from '../kernel/solverRandom.ts';
import type { KernelModel } from '../kernelModel.ts';
import { PairMoves } from './pairMoves.ts';
import { SwapStar } from './swapStar.ts';
import { Tours } from './tours.ts';

const granularity = 20;
/** Two lines are compared by SWAP* when one has a task among so many nearest of a task of the other. */
const contactRanks = 8;

/** Local search to the bottom: all pair moves among near neighbours, then SWAP* between touching lines. */
export class Descent {
  readonly tours: Tours;
  private readonly pairMoves: PairMoves;
  private readonly swapStar: SwapStar;
  private readonly order: Int32Array;
  private readonly lineOrder: Int32Array;
  private readonly testedAt: Int32Array;
  private readonly lineTestedAt: Int32Array;
  private readonly contactOf: Int32Array;
  private contactStamp = 0;
  /** Plan each line was taken from unchanged; 0 = from none. */
  private readonly origin: Int32Array;
  private readonly ranks: number;

  constructor(
    private readonly model: KernelModel,
    lines: number,
    private readonly random: SolverRandom,
  ) {
    this.tours = new Tours(model, lines);
    this.pairMoves = new PairMoves(this.tours);
    this.swapStar = new SwapStar(this.tours);
    this.order = Int32Array.from({ length: model.n }, (_, task) => task);
    this.lineOrder = Int32Array.from({ length: lines }, (_, line) => line);
    this.testedAt = new Int32Array(model.n);
    this.lineTestedAt = new Int32Array(lines);
    this.contactOf = new Int32Array(lines);
    this.origin = new Int32Array(lines);
    this.ranks = Math.min(granularity, model.neighbourCount);
  }

  /**
   * `origins`: plan each route was taken from unchanged, 0 = from none. Two lines of one plan have been compared there
   * and are not compared again until one of them changes.
   */
  run(routes: readonly (readonly number[])[], overloadPrice: number, origins: ArrayLike<number>): void {
    const { tours } = this;
    tours.overloadPrice = overloadPrice;
    tours.take(routes);
    for (let line = 0; line < tours.lines; line++) this.origin[line] = origins[line] ?? 0;
    this.swapStar.reset();
    this.testedAt.fill(-1);
    this.lineTestedAt.fill(-1);
    this.shuffle(this.order);
    this.shuffle(this.lineOrder);
    for (let loop = 0; ; loop++) {
      const before = tours.moves;
      for (let index = 0; index < this.order.length; index++) this.improveAround(this.order[index]!, loop);
      this.exchangeBetweenLines(loop);
      // Empty lines are first tried in the second loop.
      if (loop > 0 && tours.moves === before) return;
    }
  }

  private improveAround(u: number, loop: number): void {
    const { tours, pairMoves, model } = this;
    const { line, prev, n, changedAt } = tours;
    const tested = this.testedAt[u]!;
    this.testedAt[u] = tours.moves;
    const first = u * model.neighbourCount;
    for (let at = first; at < first + this.ranks; at++) {
      const v = model.neighbours[at]!;
      if (loop > 0 && changedAt[line[u]!]! <= tested && changedAt[line[v]!]! <= tested) continue;
      if (loop === 0 && this.areCompared(line[u]!, line[v]!)) continue;
      if (pairMoves.try(u, v)) continue;
      const before = prev[v]!;
      if (before >= n) pairMoves.try(u, before);
    }
    if (loop === 0) return;
    const empty = this.emptyLine();
    if (empty >= 0) pairMoves.try(u, n + empty);
  }

  private areCompared(first: number, second: number): boolean {
    const { changedAt } = this.tours;
    const from = this.origin[first]!;
    return from > 0 && from === this.origin[second]! && changedAt[first] === 0 && changedAt[second] === 0;
  }

  private emptyLine(): number {
    const { size, lines } = this.tours;
    for (let line = 0; line < lines; line++) if (size[line] === 0) return line;
    return -1;
  }

  private exchangeBetweenLines(loop: number): void {
    const { tours, model, contactOf } = this;
    const { n, next, line, changedAt, size } = tours;
    for (let index = 0; index < this.lineOrder.length; index++) {
      const first = this.lineOrder[index]!;
      if (size[first] === 0) continue;
      const tested = this.lineTestedAt[first]!;
      this.lineTestedAt[first] = tours.moves;
      const stamp = ++this.contactStamp;
      const ranks = Math.min(contactRanks, model.neighbourCount);
      const end = n + first;
      for (let task = next[end]!; task !== end; task = next[task]!)
        for (let rank = 0; rank < ranks; rank++)
          contactOf[line[model.neighbours[task * model.neighbourCount + rank]!]!] = stamp;
      for (let second = 0; second < tours.lines; second++) {
        if (contactOf[second] !== stamp || second <= first) continue;
        if (loop > 0 && changedAt[first]! <= tested && changedAt[second]! <= tested) continue;
        if (loop === 0 && this.areCompared(first, second)) continue;
        this.swapStar.try(first, second);
      }
    }
  }

  private shuffle(values: Int32Array): void {
    for (let index = values.length - 1; index > 0; index--) {
      const other = this.random.below(index + 1);
      const value = values[index]!;
      values[index] = values[other]!;
      values[other] = value;
    }
  }
}
