import { dateOfDay, dayNumber } from '../io/civilDate.ts';
import type { TimedTrack } from '../model/timedTrack.ts';
import { type Minutes, minPerDay } from '../units.ts';

/** Longer without a fix, and the vehicle may have done anything: what follows is another recording. */
const pauseMin: Minutes = 180;

/** Fixes from (included) to (not included). */
export interface FixRange {
  readonly from: number;
  readonly to: number;
}

/** A file may hold several days, or a morning and an evening: the parts between long pauses. */
export function recordingsOf({ clockMin }: TimedTrack): FixRange[] {
  const ranges: FixRange[] = [];
  let from = 0;
  for (let fix = 1; fix <= clockMin.length; fix++) {
    if (fix < clockMin.length && clockMin[fix]! - clockMin[fix - 1]! <= pauseMin) continue;
    ranges.push({ from, to: fix });
    from = fix;
  }
  return ranges;
}

/** Number of the recording that lasts longest; the earlier of two alike. */
export function longestRecording({ clockMin }: TimedTrack, ranges: readonly FixRange[]): number {
  const lengths = ranges.map(({ from, to }) => clockMin[to - 1]! - clockMin[from]!);
  return lengths.indexOf(Math.max(...lengths));
}

/** Part of a track, its clock counted from midnight of its own first day, with minutes added to all times. */
export function partOfTrack(track: TimedTrack, { from, to }: FixRange, shiftMin: Minutes): TimedTrack {
  const days = Math.floor((track.clockMin[from]! + shiftMin) / minPerDay);
  const [year, month, day] = track.day.split('-').map(Number);
  return {
    fileName: track.fileName,
    day: dateOfDay(dayNumber(year!, month!, day!) + days),
    lon: track.lon.subarray(from, to),
    lat: track.lat.subarray(from, to),
    clockMin: track.clockMin.subarray(from, to).map((clock) => clock + shiftMin - days * minPerDay),
    startsSegment: track.startsSegment.slice(from, to),
  };
}
