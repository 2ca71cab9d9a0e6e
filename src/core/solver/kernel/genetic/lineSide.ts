import type { Tours } from './tours.ts';

/** One line of an exchange, its nodes in a row: its depot end at 0 and count + 1, its tasks between them. */
export class LineSide {
  line: i32 = 0;
  count: i32 = 0;
  readonly node: Int32Array;
  readonly demand: Int32Array;
  /** Length to the next node. */
  readonly leg: Int32Array;
  /** Length between the nodes beside each task, and the change of length when the task leaves. */
  readonly bridge: Int32Array;
  readonly removal: Int32Array;

  constructor(private readonly tours: Tours) {
    const room = tours.n + 2;
    this.node = new Int32Array(room);
    this.demand = new Int32Array(room);
    this.leg = new Int32Array(room);
    this.bridge = new Int32Array(room);
    this.removal = new Int32Array(room);
  }

  take(line: i32): void {
    const { tours, node, demand, leg, bridge, removal } = this;
    const { next, row, lengths } = tours;
    const end = tours.n + line;
    const count = tours.size[line]!;
    this.line = line;
    this.count = count;
    node[0] = end;
    leg[0] = tours.leg[end]!;
    for (let at = 1; at <= count; at++) {
      const task = next[node[at - 1]!]!;
      node[at] = task;
      demand[at] = tours.demand[task]!;
      leg[at] = tours.leg[task]!;
    }
    node[count + 1] = end;
    for (let at = 1; at <= count; at++) {
      bridge[at] = lengths[row[node[at - 1]!]! + node[at + 1]!]!;
      removal[at] = bridge[at]! - leg[at - 1]! - leg[at]!;
    }
  }
}
