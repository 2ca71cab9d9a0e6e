import type { LonLat } from '../geo.ts';
import type { TimedTrack } from '../model/timedTrack.ts';
import { type ClockMin, type Metres, type Minutes, minPerHour } from '../units.ts';
import { isGapBefore, metresBetween, placeOf, speedBeside } from './fixes.ts';

/** The vehicle standing. */
export interface Stay {
  /** First and last fix of it. */
  readonly firstFix: number;
  readonly lastFix: number;
  readonly lonLat: LonLat;
  readonly arrivalClockMin: ClockMin;
  readonly departureClockMin: ClockMin;
}

/** Fixes of a vehicle that stands are within this of each other, scatter and a turn in the yard included. */
const spreadM: Metres = 50;
/** Nearer to the middle of a stay, and the vehicle has arrived. */
const arrivedM: Metres = 25;
/** Apps that write by distance write at least this often. */
const longestStepM: Metres = 200;
/** Slower on the whole between two fixes, and the vehicle stood there. */
const walkingKmPerH = 4;
/** Where nothing beside tells the speed. */
const usualKmPerH = 20;
/** Two stays at one place with less between them are one: a fix had strayed, or the vehicle was moved a little. */
const mergedMin: Minutes = 1.5;

/**
 * Stays of at least `leastMin`, in order. A stay begins where the fixes stop leaving a circle of 50 m; over a gap in the
 * recording too, where it goes on at the same place (phones pause when nothing moves, or write by distance). Between
 * two sparse fixes the moment of arrival is the one at which the speed before would have brought the vehicle there,
 * likewise for the departure.
 */
export function findStays(track: TimedTrack, leastMin: Minutes): Stay[] {
  const count = track.clockMin.length;
  const found: Stay[] = [];
  for (let from = 0; from < count; ) {
    let to = from;
    const anchor = placeOf(track, from);
    while (to + 1 < count && metresBetween(anchor, placeOf(track, to + 1)) <= spreadM) to++;
    // Half of what counts is enough here: the ends are told more exactly below.
    const isStanding = to > from && track.clockMin[to]! - track.clockMin[from]! >= leastMin / 2;
    const stay = isStanding ? stayOf(track, from, to) : pauseAfter(track, from);
    if (!stay) {
      from++;
      continue;
    }
    found.push(stay);
    // Its last fix may be the first of a pause.
    from = Math.max(from + 1, isStanding ? to : stay.lastFix);
  }
  const stays: Stay[] = [];
  for (const stay of found) {
    const last = stays.at(-1);
    if (
      last &&
      metresBetween(last.lonLat, stay.lonLat) <= spreadM &&
      stay.arrivalClockMin - last.departureClockMin <= mergedMin
    )
      stays[stays.length - 1] = {
        ...last,
        lastFix: stay.lastFix,
        departureClockMin: stay.departureClockMin,
      };
    else stays.push(stay);
  }
  return stays.filter((stay) => stay.departureClockMin - stay.arrivalClockMin >= leastMin);
}

/**
 * Apps that write a fix for every so many metres write none while the vehicle stands: the stay is a long time between two
 * fixes near each other. It stood somewhere between them; what it drove, it drove at the speed beside.
 */
function pauseAfter(track: TimedTrack, fix: number): Stay | null {
  const next = fix + 1;
  if (next >= track.clockMin.length) return null;
  const distanceM = metresBetween(placeOf(track, fix), placeOf(track, next));
  const minutes = track.clockMin[next]! - track.clockMin[fix]!;
  if (distanceM > longestStepM || distanceM / 1000 > (minutes / minPerHour) * walkingKmPerH) return null;
  const speed = speedBeside(track, fix, -1) ?? speedBeside(track, next, 1) ?? usualKmPerH;
  const halfMin = (distanceM / 2000 / speed) * minPerHour;
  const [a, b] = [placeOf(track, fix), placeOf(track, next)];
  return {
    firstFix: fix,
    lastFix: next,
    lonLat: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
    arrivalClockMin: track.clockMin[fix]! + halfMin,
    departureClockMin: track.clockMin[next]! - halfMin,
  };
}

const middleOf = (values: Float64Array): number => values.toSorted()[values.length >> 1]!;

function stayOf(track: TimedTrack, from: number, to: number): Stay {
  const lonLat: LonLat = [
    middleOf(track.lon.subarray(from, to + 1)),
    middleOf(track.lat.subarray(from, to + 1)),
  ];
  const isThere = (fix: number): boolean => metresBetween(placeOf(track, fix), lonLat) <= arrivedM;
  let firstFix = from;
  while (firstFix < to && !isThere(firstFix)) firstFix++;
  let lastFix = to;
  while (lastFix > firstFix && !isThere(lastFix)) lastFix--;
  return {
    firstFix,
    lastFix,
    lonLat,
    arrivalClockMin: momentBeside(track, firstFix, -1, lonLat),
    departureClockMin: momentBeside(track, lastFix, 1, lonLat),
  };
}

/** When the vehicle came to a place (`step` -1) at which `fix` is the first fix, or left it (1) after the last. */
function momentBeside(track: TimedTrack, fix: number, step: -1 | 1, place: LonLat): ClockMin {
  const clock = track.clockMin[fix]!;
  const outside = fix + step;
  if (outside < 0 || outside >= track.clockMin.length) return clock;
  if (isGapBefore(track, step === 1 ? outside : fix)) return clock;
  const speed = speedBeside(track, outside, step);
  if (speed === null) return clock;
  const drivenMin = (metresBetween(placeOf(track, outside), place) / 1000 / speed) * 60;
  const moment = track.clockMin[outside]! - step * drivenMin;
  return step === -1 ? Math.min(clock, moment) : Math.max(clock, moment);
}
