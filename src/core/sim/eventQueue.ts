import type { ClockMin } from '../units.ts';

/**
 * Future events in a binary heap on typed arrays, earliest first. Equal times come out by ascending code, so the order
 * never depends on the order of insertion: a code holds what happens (high bits) and to whom.
 */
export class EventQueue {
  size = 0;
  /** Of the event taken out last. */
  timeMin: ClockMin = 0;
  private times: Float64Array;
  private codes: Int32Array;

  constructor(capacity = 256) {
    this.times = new Float64Array(capacity);
    this.codes = new Int32Array(capacity);
  }

  push(timeMin: ClockMin, code: number): void {
    if (this.size === this.times.length) this.grow();
    const { times, codes } = this;
    let slot = this.size++;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      const parentTime = times[parent]!;
      if (parentTime < timeMin || (parentTime === timeMin && codes[parent]! <= code)) break;
      times[slot] = parentTime;
      codes[slot] = codes[parent]!;
      slot = parent;
    }
    times[slot] = timeMin;
    codes[slot] = code;
  }

  /** Takes out the first event: sets `timeMin` and returns the code; -1 when there is none. */
  pop(): number {
    if (this.size === 0) return -1;
    const { times, codes } = this;
    const first = codes[0]!;
    this.timeMin = times[0]!;
    const size = --this.size;
    const time = times[size]!;
    const code = codes[size]!;
    const half = size >> 1;
    let slot = 0;
    while (slot < half) {
      let child = 2 * slot + 1;
      const right = child + 1;
      if (
        right < size &&
        (times[right]! < times[child]! || (times[right] === times[child] && codes[right]! < codes[child]!))
      )
        child = right;
      if (times[child]! > time || (times[child] === time && codes[child]! >= code)) break;
      times[slot] = times[child]!;
      codes[slot] = codes[child]!;
      slot = child;
    }
    times[slot] = time;
    codes[slot] = code;
    return first;
  }

  private grow(): void {
    const times = new Float64Array(this.times.length * 2);
    const codes = new Int32Array(this.codes.length * 2);
    times.set(this.times);
    codes.set(this.codes);
    this.times = times;
    this.codes = codes;
  }
}
