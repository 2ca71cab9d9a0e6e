/** Lines of tasks one after the other, as they are cut, improved and kept. */
export class LineList {
  count: i32 = 0;
  /** Tasks of line r: from first[r] to first[r + 1]. */
  readonly first: Int32Array;
  readonly tasks: Int32Array;
  /** Plan each line was taken from unchanged; 0 = from none. */
  readonly origin: Int32Array;

  /** Room for any lines of so many tasks. */
  constructor(n: i32) {
    this.first = new Int32Array(n + 1);
    this.tasks = new Int32Array(n);
    this.origin = new Int32Array(n);
  }

  clear(): void {
    this.count = 0;
    this.first[0] = 0;
  }

  /** Ends a line whose tasks have been written behind those of the line before. */
  end(stop: i32): void {
    this.origin[this.count] = 0;
    this.first[++this.count] = stop;
  }

  copy(other: LineList): void {
    const { tasks } = this;
    this.clear();
    for (let line = 0; line < other.count; line++) {
      const stop = other.first[line + 1]!;
      for (let at = other.first[line]!; at < stop; at++) tasks[at] = other.tasks[at]!;
      this.end(stop);
      this.origin[line] = other.origin[line]!;
    }
  }

  /** Takes over lines from numbers in a row: count of lines; then of each its count of tasks and the tasks. */
  read(flat: Int32Array): void {
    const { tasks } = this;
    this.clear();
    let from = 1;
    let to = 0;
    for (let line = 0; line < flat[0]!; line++) {
      const stop = to + flat[from++]!;
      while (to < stop) tasks[to++] = flat[from++]!;
      this.end(to);
    }
  }

  /** Writes the lines in the same way. */
  write(flat: Int32Array): void {
    const { first, tasks, count } = this;
    let at = 0;
    flat[at++] = count;
    for (let line = 0; line < count; line++) {
      flat[at++] = first[line + 1]! - first[line]!;
      for (let from = first[line]!; from < first[line + 1]!; from++) flat[at++] = tasks[from]!;
    }
  }
}

/** Room for any lines of so many tasks written out. */
export function flatLinesLength(n: i32): i32 {
  return 1 + 2 * n;
}
