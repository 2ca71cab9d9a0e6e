import { outboundStatisticKeys } from '../model/simulation.ts';
import { type Minutes, minPerHour, type Parcels, type Share } from '../units.ts';

/** Quarters of an hour: every limit that is asked about is an edge. */
const binMin = 15;
/** Three weeks; what took longer counts there. */
const binCount = 21 * 96;

/**
 * Hours of outbound parcels from hand-in to the trunk. Parcels fetched together were handed in evenly over the time
 * since the fetch before, so their hours spread over a range; the share that left within a time is a sum of ramps,
 * kept exactly at every edge of a bin and taken as straight between two edges.
 */
export class OutboundTimes {
  parcels: Parcels = 0;
  private parcelMin = 0;
  private worstMin: Minutes = 0;
  /** Slopes that begin (and end, negative) in a bin, and the same times their minute. */
  private readonly slope = new Float64Array(binCount + 1);
  private readonly slopeMin = new Float64Array(binCount + 1);

  /** Parcels that took between `meanMin` less and plus `halfSpanMin`. */
  add(parcels: Parcels, meanMin: Minutes, halfSpanMin: Minutes): void {
    const longestMin = meanMin + halfSpanMin;
    this.parcels += parcels;
    this.parcelMin += parcels * meanMin;
    if (longestMin > this.worstMin) this.worstMin = longestMin;
    const slope = parcels / (2 * halfSpanMin);
    this.ramp(meanMin - halfSpanMin, slope);
    this.ramp(longestMin, -slope);
  }

  private ramp(fromMin: Minutes, slope: number): void {
    const bin = Math.min(binCount, Math.max(0, Math.floor(fromMin / binMin)));
    this.slope[bin]! += slope;
    this.slopeMin[bin]! += slope * fromMin;
  }

  /** In the order of `outboundStatisticKeys`; parcels still on their way count as late. */
  statistics(stillOnTheirWay: Parcels): Float64Array {
    const target = new Float64Array(outboundStatisticKeys.length);
    if (this.parcels === 0) return target;
    const upTo = new Float64Array(binCount + 1);
    let slope = 0;
    let slopeMin = 0;
    for (let bin = 0; bin < binCount; bin++) {
      slope += this.slope[bin]!;
      slopeMin += this.slopeMin[bin]!;
      upTo[bin + 1] = (bin + 1) * binMin * slope - slopeMin;
    }
    const quantileH = (share: Share): number => {
      const wanted = share * this.parcels;
      let bin = 0;
      while (bin < binCount && upTo[bin + 1]! < wanted) bin++;
      if (bin === binCount) return this.worstMin / minPerHour;
      const inBin = upTo[bin + 1]! - upTo[bin]!;
      const minutes = (bin + (inBin > 0 ? (wanted - upTo[bin]!) / inBin : 1)) * binMin;
      return Math.min(minutes, this.worstMin) / minPerHour;
    };
    const all = this.parcels + stillOnTheirWay;
    const within = (hours: number): Share =>
      Math.min(this.parcels, upTo[(hours * minPerHour) / binMin]!) / all;
    target.set([
      this.parcelMin / this.parcels / minPerHour,
      quantileH(0.5),
      quantileH(0.9),
      quantileH(0.95),
      this.worstMin / minPerHour,
      within(24),
      within(48),
      within(72),
    ]);
    return target;
  }
}
