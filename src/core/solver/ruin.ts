import type { KernelModel } from './kernelModel.ts';
import type { RouteState } from './routeState.ts';
import type { SolverRandom } from './solverRandom.ts';

export interface RuinSettings {
  /** Tasks removed per round on average (c-bar of the paper). */
  readonly averageRemoved: number;
  /** Longest string taken from one line (L-max of the paper). */
  readonly longestString: number;
  /** One round in so many takes single tasks around a place instead of strings: the way out when lines are few. */
  readonly radialOneIn: number;
  /** One round in so many takes one or two whole lines, where lines cost before they are driven; 0 = none. */
  readonly wholeLinesOneIn: number;
}

/**
 * Adjacent string removal (Christiaens and Vanden Berghe 2020, section 5.2): around a random task, takes a string of
 * consecutive tasks from each of a few neighbouring lines. Half of the strings keep a piece in their middle.
 */
export class Ruin {
  /** Tasks taken off by the last round. */
  readonly removed: Int32Array;
  removedCount = 0;
  /** The last round took whole lines. */
  tookLines = false;
  readonly isFrozen: Uint8Array;
  /** Tasks a ruin may begin at: all, or those of the part of the plan that is worked on. */
  centres: Int32Array;
  private readonly ruinedAt: Int32Array;
  private round = 0;
  private readonly window: Int32Array;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
    private readonly random: SolverRandom,
    private readonly settings: RuinSettings,
  ) {
    this.removed = new Int32Array(model.n);
    this.ruinedAt = new Int32Array(state.size.length);
    this.isFrozen = new Uint8Array(state.size.length);
    this.centres = Int32Array.from({ length: model.n }, (_, task) => task);
    this.window = new Int32Array(4 * settings.longestString + 8);
  }

  run(): void {
    const { model, state, random, settings } = this;
    const { neighbours, neighbourCount } = model;
    this.removedCount = 0;
    this.round++;
    if (state.lineCount === 0) return;
    this.tookLines = settings.wholeLinesOneIn > 0 && random.below(settings.wholeLinesOneIn) === 0;
    if (this.tookLines) {
      this.takeLines(this.drawCentre(), 1 + random.below(2));
      return;
    }
    if (random.below(settings.radialOneIn) === 0) {
      this.takeAround(this.drawCentre());
      return;
    }
    const meanSize = this.centres.length / state.lineCount;
    const longest = Math.max(1, Math.min(settings.longestString, meanSize));
    const mostLines = (4 * settings.averageRemoved) / (1 + longest) - 1;
    const lines = Math.floor(random.unit() * mostLines + 1);
    const centre = this.drawCentre();
    let ruined = 0;
    for (let rank = -1; rank < neighbourCount && ruined < lines; rank++) {
      const task = rank < 0 ? centre : neighbours[centre * neighbourCount + rank]!;
      const line = state.route[task]!;
      if (line < 0 || this.isFrozen[line] === 1) continue;
      // With two or three lines there is nothing else to take from.
      if (this.ruinedAt[line] === this.round && state.lineCount > 3) continue;
      this.ruinedAt[line] = this.round;
      ruined++;
      const size = state.size[line]!;
      const most = Math.min(size, longest);
      const count = Math.floor(random.unit() * most + 1);
      if (count < size && count > 1 && random.next() < 0x80000000) this.takeSplitString(task, line, count);
      else this.takeString(task, line, count);
    }
  }

  private drawCentre(): number {
    return this.centres[this.random.below(this.centres.length)]!;
  }

  /** Radial ruin (Schrimpf et al. 2000): about every other task around a centre, whatever their lines. */
  private takeAround(centre: number): void {
    const { model, state, random, settings } = this;
    const { neighbours, neighbourCount } = model;
    const most = 1 + random.below(2 * settings.averageRemoved - 1);
    for (let rank = -1; rank < neighbourCount && this.removedCount < most; rank++) {
      const task = rank < 0 ? centre : neighbours[centre * neighbourCount + rank]!;
      const line = state.route[task]!;
      if (line < 0 || this.isFrozen[line] === 1 || random.below(4) === 0) continue;
      this.take(task);
    }
  }

  /** The lines of a task and of its nearest neighbours on others: their vehicles are chosen anew. */
  private takeLines(centre: number, most: number): void {
    const { state, model } = this;
    const { neighbours, neighbourCount } = model;
    let taken = 0;
    for (let rank = -1; rank < neighbourCount && taken < most; rank++) {
      const task = rank < 0 ? centre : neighbours[centre * neighbourCount + rank]!;
      const line = state.route[task]!;
      if (line < 0 || this.isFrozen[line] === 1) continue;
      const end = model.n + line;
      for (let node = state.next[end]!; node !== end; node = state.next[end]!) this.take(node);
      taken++;
    }
  }

  private take(task: number): void {
    this.state.unlink(task);
    this.removed[this.removedCount++] = task;
  }

  /** A string of `count` tasks containing `task`. */
  private takeString(task: number, line: number, count: number): void {
    const first = this.windowStart(task, line, count);
    let node = first;
    for (let index = 0; index < count; index++) {
      const after = this.state.next[node]!;
      this.take(node);
      node = after;
    }
  }

  /** A string of `count + kept` tasks containing `task`, of which `kept` in a row stay. */
  private takeSplitString(task: number, line: number, count: number): void {
    const size = this.state.size[line]!;
    let kept = 1;
    while (count + kept < size && kept < this.settings.longestString && this.random.below(100) === 0) kept++;
    if (count + kept > size) kept = size - count;
    const total = count + kept;
    let node = this.windowStart(task, line, total);
    const keepFrom = this.random.below(count + 1);
    for (let index = 0; index < total; index++) {
      this.window[index] = node;
      node = this.state.next[node]!;
    }
    for (let index = 0; index < total; index++)
      if (index < keepFrom || index >= keepFrom + kept) this.take(this.window[index]!);
  }

  /** First task of a random window of `count` tasks around `task` on its line. */
  private windowStart(task: number, line: number, count: number): number {
    const { state, random, model } = this;
    const end = model.n + line;
    const want = random.below(count);
    let node = task;
    let behind = 0;
    while (behind < want && state.prev[node]! !== end) {
      node = state.prev[node]!;
      behind++;
    }
    // Near the end of the line the window is moved back so that it stays inside.
    let ahead = 0;
    let tail = task;
    while (ahead < count - 1 - behind && state.next[tail]! !== end) {
      tail = state.next[tail]!;
      ahead++;
    }
    for (let missing = count - 1 - behind - ahead; missing > 0; missing--) node = state.prev[node]!;
    return node;
  }
}
