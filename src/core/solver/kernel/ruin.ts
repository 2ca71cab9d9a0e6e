import type { RouteState } from './routeState.ts';
import type { SearchSettings, SearchTables } from './searchTables.ts';
import type { SolverRandom } from './solverRandom.ts';
import { smaller } from './whole.ts';

/**
 * Adjacent string removal (Christiaens and Vanden Berghe 2020, section 5.2): around a random task, takes a string of
 * consecutive tasks from each of a few neighbouring lines. Half of the strings keep a piece in their middle.
 */
export class Ruin {
  /** Tasks taken off by the last round. */
  readonly removed: Int32Array;
  removedCount: i32 = 0;
  /** The last round took whole lines. */
  tookLines: boolean = false;
  readonly isFrozen: Uint8Array;
  /** Tasks a ruin may begin at, the first `centreCount`: all, or those of the part of the plan that is worked on. */
  readonly centres: Int32Array;
  centreCount: i32 = 0;
  private readonly ruinedAt: Int32Array;
  private round: i32 = 0;
  private readonly window: Int32Array;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly random: SolverRandom,
    private readonly settings: SearchSettings,
  ) {
    const { n } = tables;
    this.removed = new Int32Array(n);
    this.ruinedAt = new Int32Array(state.routes);
    this.isFrozen = new Uint8Array(state.routes);
    this.centres = new Int32Array(n);
    this.window = new Int32Array(4 * settings.longestString + 8);
    this.centreCount = n;
    for (let task = 0; task < n; task++) this.centres[task] = task;
  }

  run(): void {
    const { tables, state, random, settings, ruinedAt } = this;
    const { neighbours, neighbourCount } = tables;
    this.removedCount = 0;
    this.round++;
    if (state.lineCount === 0) return;
    this.tookLines = settings.wholeLinesOneIn > 0 && random.below(settings.wholeLinesOneIn) === 0;
    if (this.tookLines) {
      const first = this.drawCentre();
      this.takeLines(first, 1 + random.below(2));
      return;
    }
    if (random.below(settings.radialOneIn) === 0) {
      this.takeAround(this.drawCentre());
      return;
    }
    const meanSize = (this.centreCount as f64) / (state.lineCount as f64);
    const longest = Math.max(1, Math.min(settings.longestString as f64, meanSize));
    const mostLines = (4 * settings.averageRemoved) / (1 + longest) - 1;
    const lines = Math.floor(random.unit() * mostLines + 1) as i32;
    const centre = this.drawCentre();
    let ruined = 0;
    for (let rank = -1; rank < neighbourCount && ruined < lines; rank++) {
      const task = rank < 0 ? centre : neighbours[centre * neighbourCount + rank]!;
      const line = state.route[task]!;
      if (line < 0 || this.isFrozen[line] === 1) continue;
      // With two or three lines there is nothing else to take from.
      if (ruinedAt[line] === this.round && state.lineCount > 3) continue;
      ruinedAt[line] = this.round;
      ruined++;
      const size = state.size[line]!;
      const most = Math.min(size as f64, longest);
      const count = Math.floor(random.unit() * most + 1) as i32;
      if (count < size && count > 1 && random.next() < 0x80000000) this.takeSplitString(task, line, count);
      else this.takeString(task, line, count);
    }
  }

  private drawCentre(): i32 {
    return this.centres[this.random.below(this.centreCount)]!;
  }

  /** Radial ruin (Schrimpf et al. 2000): about every other task around a centre, whatever their lines. */
  private takeAround(centre: i32): void {
    const { tables, state, random, settings } = this;
    const { neighbours, neighbourCount } = tables;
    const most = 1 + random.below(2 * settings.averageRemoved - 1);
    for (let rank = -1; rank < neighbourCount && this.removedCount < most; rank++) {
      const task = rank < 0 ? centre : neighbours[centre * neighbourCount + rank]!;
      const line = state.route[task]!;
      if (line < 0 || this.isFrozen[line] === 1 || random.below(4) === 0) continue;
      this.take(task);
    }
  }

  /** The lines of a task and of its nearest neighbours on others: their vehicles are chosen anew. */
  private takeLines(centre: i32, most: i32): void {
    const { state, tables } = this;
    const { neighbours, neighbourCount } = tables;
    let taken = 0;
    for (let rank = -1; rank < neighbourCount && taken < most; rank++) {
      const task = rank < 0 ? centre : neighbours[centre * neighbourCount + rank]!;
      const line = state.route[task]!;
      if (line < 0 || this.isFrozen[line] === 1) continue;
      const end = tables.n + line;
      for (let node = state.next[end]!; node !== end; node = state.next[end]!) this.take(node);
      taken++;
    }
  }

  private take(task: i32): void {
    this.state.unlink(task);
    this.removed[this.removedCount++] = task;
  }

  /** A string of `count` tasks containing `task`. */
  private takeString(task: i32, line: i32, count: i32): void {
    let node = this.windowStart(task, line, count);
    for (let index = 0; index < count; index++) {
      const after = this.state.next[node]!;
      this.take(node);
      node = after;
    }
  }

  /** A string of `count + kept` tasks containing `task`, of which `kept` in a row stay. */
  private takeSplitString(task: i32, line: i32, count: i32): void {
    const { window, state } = this;
    const size = state.size[line]!;
    let kept = 1;
    while (count + kept < size && kept < this.settings.longestString && this.random.below(100) === 0) kept++;
    kept = smaller(kept, size - count);
    const total = count + kept;
    let node = this.windowStart(task, line, total);
    const keepFrom = this.random.below(count + 1);
    for (let index = 0; index < total; index++) {
      window[index] = node;
      node = state.next[node]!;
    }
    for (let index = 0; index < total; index++)
      if (index < keepFrom || index >= keepFrom + kept) this.take(window[index]!);
  }

  /** First task of a random window of `count` tasks around `task` on its line. */
  private windowStart(task: i32, line: i32, count: i32): i32 {
    const { prev, next } = this.state;
    const end = this.tables.n + line;
    const want = this.random.below(count);
    let node = task;
    let behind = 0;
    while (behind < want && prev[node]! !== end) {
      node = prev[node]!;
      behind++;
    }
    // Near the end of the line the window is moved back so that it stays inside.
    let ahead = 0;
    let tail = task;
    while (ahead < count - 1 - behind && next[tail]! !== end) {
      tail = next[tail]!;
      ahead++;
    }
    for (let missing = count - 1 - behind - ahead; missing > 0; missing--) node = prev[node]!;
    return node;
  }
}
