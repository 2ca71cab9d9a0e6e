import type { LineList } from './lineList.ts';

/** Puts lines into the order of their middles round the depot, by where tasks lie (see bearings.ts). */
export class RoundOrder {
  private readonly turn: Float64Array;
  private readonly order: Int32Array;

  constructor(
    private readonly x: Float64Array,
    private readonly y: Float64Array,
  ) {
    this.turn = new Float64Array(x.length);
    this.order = new Int32Array(x.length);
  }

  run(from: LineList, into: LineList): void {
    const { order, turn } = this;
    const { first, tasks, count } = from;
    for (let line = 0; line < count; line++) {
      const key = this.middleOf(from, line);
      let at = line;
      for (; at > 0 && turn[at - 1]! > key; at--) {
        turn[at] = turn[at - 1]!;
        order[at] = order[at - 1]!;
      }
      turn[at] = key;
      order[at] = line;
    }
    into.clear();
    let to = 0;
    for (let at = 0; at < count; at++) {
      const line = order[at]!;
      for (let index = first[line]!; index < first[line + 1]!; index++) into.tasks[to++] = tasks[index]!;
      into.end(to);
    }
  }

  /** Direction of the middle of a line. */
  private middleOf(lines: LineList, line: i32): f64 {
    const { first, tasks } = lines;
    const { x, y } = this;
    let sumX: f64 = 0;
    let sumY: f64 = 0;
    for (let index = first[line]!; index < first[line + 1]!; index++) {
      sumX += x[tasks[index]!]!;
      sumY += y[tasks[index]!]!;
    }
    return turnOf(sumX, sumY);
  }
}

/** Grows with the angle, from 0 to 4, without trigonometry. */
function turnOf(x: f64, y: f64): f64 {
  const span = Math.abs(x) + Math.abs(y);
  if (span === 0) return 0;
  const share = x / span;
  return y >= 0 ? 1 - share : 3 + share;
}
