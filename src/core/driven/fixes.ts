import { haversineKm, type LonLat } from '../geo.ts';
import type { TimedTrack } from '../model/timedTrack.ts';
import type { Km, Metres, Minutes } from '../units.ts';

/** Longer between two fixes, and the way between them is not known. */
export const longestHopMin: Minutes = 2;
/** Fixes nearer than this say little of speed and length: the scatter of a receiver is 5 to 15 m. */
const stepM: Metres = 60;

export const placeOf = ({ lon, lat }: TimedTrack, fix: number): LonLat => [lon[fix]!, lat[fix]!];

/** Whether nothing is known of the way from the fix before. */
export const isGapBefore = ({ clockMin, startsSegment }: TimedTrack, fix: number): boolean =>
  startsSegment[fix] === 1 || clockMin[fix]! - clockMin[fix - 1]! > longestHopMin;

export const hopKm = (track: TimedTrack, from: number, to: number): Km =>
  haversineKm(placeOf(track, from), placeOf(track, to));

export const metresBetween = (a: LonLat, b: LonLat): Metres => 1000 * haversineKm(a, b);

/**
 * Speed (km/h) at which the vehicle came to a fix (`step` -1) or went on from it (`step` 1), over fixes far enough apart to
 * tell; null where a gap comes first or it stood.
 */
export function speedBeside(track: TimedTrack, fix: number, step: -1 | 1): number | null {
  let other = fix;
  for (;;) {
    const next = other + step;
    if (next < 0 || next >= track.clockMin.length || isGapBefore(track, step === 1 ? next : other)) break;
    other = next;
    if (1000 * hopKm(track, fix, other) >= stepM) break;
  }
  const hours = Math.abs(track.clockMin[other]! - track.clockMin[fix]!) / 60;
  const km = hopKm(track, fix, other);
  return other === fix || 1000 * km < stepM ? null : km / hours;
}

/** Fixes from..to-1, those nearer than a step to the last one kept left out, save beside gaps and at both ends. */
export function thinned(track: TimedTrack, from: number, to: number): number[] {
  const kept: number[] = [];
  for (let fix = from; fix < to; fix++) {
    const last = kept.at(-1);
    const isEdge =
      last === undefined ||
      fix === to - 1 ||
      isGapBefore(track, fix) ||
      (fix + 1 < to && isGapBefore(track, fix + 1));
    if (isEdge || 1000 * hopKm(track, last, fix) >= stepM) kept.push(fix);
  }
  return kept;
}
