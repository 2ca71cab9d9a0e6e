import type { ClockMin } from '../units.ts';

/**
 * Future events in a binary heap on typed arrays, earliest first. Equal times come out by ascending code, so the order
 * never depends on the order of insertion: a code holds what happens (high bits) and to whom. Most events put one later
 * event in: taking out leaves a hole at the root, which the next one put in falls through at once.
 */
export class EventQueue {
  /** Of the event taken out last. */
  timeMin: ClockMin = 0;
  private count = 0;
  private hasHole = false;
  private times: Float64Array;
  private codes: Int32Array;

  constructor(capacity = 256) {
    this.times = new Float64Array(capacity);
    this.codes = new Int32Array(capacity);
  }

  /** Events still to come. */
  get size(): number {
    return this.hasHole ? this.count - 1 : this.count;
  }

  clear(): void {
    this.count = 0;
    this.hasHole = false;
  }

  push(timeMin: ClockMin, code: number): void {
    if (this.hasHole) {
      this.hasHole = false;
      this.fall(timeMin, code);
      return;
    }
    if (this.count === this.times.length) this.grow();
    const { times, codes } = this;
    let slot = this.count++;
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
    if (this.hasHole) {
      this.hasHole = false;
      const last = --this.count;
      if (last > 0) this.fall(this.times[last]!, this.codes[last]!);
    }
    if (this.count === 0) return -1;
    this.hasHole = true;
    this.timeMin = this.times[0]!;
    return this.codes[0]!;
  }

  /** Puts an event in at the root and lets it sink to its place. */
  private fall(time: ClockMin, code: number): void {
    const { times, codes, count } = this;
    const half = count >> 1;
    let slot = 0;
    while (slot < half) {
      let child = 2 * slot + 1;
      const right = child + 1;
      let childTime = times[child]!;
      if (right < count) {
        const rightTime = times[right]!;
        if (rightTime < childTime || (rightTime === childTime && codes[right]! < codes[child]!)) {
          child = right;
          childTime = rightTime;
        }
      }
      if (childTime > time || (childTime === time && codes[child]! >= code)) break;
      times[slot] = childTime;
      codes[slot] = codes[child]!;
      slot = child;
    }
    times[slot] = time;
    codes[slot] = code;
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
