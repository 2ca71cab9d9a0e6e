import type { OnOffer } from '../../workers/protocol.ts';
import type { LinesOffer } from '../core/model/progress.ts';

/**
 * Two searches for the same lines. The first goes its way as if it were alone, so that two are never worse than one; the
 * second takes over what the first has found at the same point, where that is better than its own. Points are counts of
 * rounds, not moments: the same seeds and rounds give the same lines, however the workers are held up.
 */
export interface Exchange {
  readonly leader: OnOffer;
  readonly follower: OnOffer;
  /** Nothing more is to be waited for. */
  readonly end: () => void;
}

const isBetter = (left: LinesOffer, right: LinesOffer): boolean =>
  left.missingCount < right.missingCount ||
  (left.missingCount === right.missingCount && left.cost < right.cost);

export function createExchange(): Exchange {
  const offers = new Map<string, LinesOffer>();
  let isOver = false;
  let wake: () => void = () => undefined;
  const news = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  return {
    leader(offer) {
      offers.set(offer.key, offer);
      wake();
      return Promise.resolve(null);
    },
    async follower(own) {
      while (!offers.has(own.key) && !isOver) await news();
      const other = offers.get(own.key);
      return other && isBetter(other, own) ? other.lines : null;
    },
    end() {
      isOver = true;
      wake();
    },
  };
}
