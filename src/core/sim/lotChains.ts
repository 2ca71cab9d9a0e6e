/** End of a chain of lots. */
export const noLot = -1;

/** Many chains of lots, first in first out, on typed arrays; which lot follows which is in the lot pool. */
export class LotChains {
  readonly head: Int32Array;
  readonly tail: Int32Array;

  constructor(count: number) {
    this.head = new Int32Array(count).fill(noLot);
    this.tail = new Int32Array(count).fill(noLot);
  }

  clear(): void {
    this.head.fill(noLot);
    this.tail.fill(noLot);
  }

  /** Empties a chain; its lots go on as the returned head. */
  takeAll(chain: number): number {
    const head = this.head[chain]!;
    this.head[chain] = noLot;
    this.tail[chain] = noLot;
    return head;
  }

  /** All lots of one chain become those of another, which is empty. */
  moveAll(from: number, onto: LotChains, chain: number): void {
    onto.head[chain] = this.head[from]!;
    onto.tail[chain] = this.tail[from]!;
    this.head[from] = noLot;
    this.tail[from] = noLot;
  }
}
