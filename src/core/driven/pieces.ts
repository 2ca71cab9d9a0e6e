import type { LonLat } from '../geo.ts';
import type { TimedTrack } from '../model/timedTrack.ts';
import type { ClockMin, Km } from '../units.ts';
import { isGapBefore, metresBetween, placeOf, thinned } from './fixes.ts';
import type { RoadWay, RoadWays } from './roadWays.ts';
import type { Stay } from './stays.ts';

/** A stretch driven between two fixes, or between a fix and a stay. */
export interface Piece {
  readonly startClockMin: ClockMin;
  readonly endClockMin: ClockMin;
  readonly lengthKm: Km;
  /** null = off the roads, or there are none: the length is straight. */
  readonly way: RoadWay | null;
  /** Nothing was recorded on it. */
  readonly isGap: boolean;
  /** Begins or ends at a stay: part of it is braking and the yard. */
  readonly isAtStay: boolean;
}

interface Waypoint {
  readonly lonLat: LonLat;
  readonly clockMin: ClockMin;
  readonly isStay: boolean;
  readonly isAfterGap: boolean;
}

/**
 * All that was driven, in order. What is recorded during a stay is no way, so that the scatter of a standing receiver adds no
 * kilometre; fixes nearer than 60 m to each other are left out for the same reason.
 */
export function piecesOf(track: TimedTrack, stays: readonly Stay[], ways: RoadWays | null): Piece[] {
  const pieces: Piece[] = [];
  let before: Stay | null = null;
  for (const stay of [...stays, null]) {
    const from: number = before ? before.lastFix + 1 : 0;
    const to = stay ? stay.firstFix : track.clockMin.length;
    addPieces(pieces, waypointsBetween(track, before, from, to, stay), ways);
    before = stay;
  }
  return pieces;
}

function waypointsBetween(
  track: TimedTrack,
  before: Stay | null,
  from: number,
  to: number,
  after: Stay | null,
): Waypoint[] {
  const points: Waypoint[] = [];
  const startClock = before?.departureClockMin ?? Number.NEGATIVE_INFINITY;
  const endClock = after?.arrivalClockMin ?? Number.POSITIVE_INFINITY;
  if (before) points.push({ lonLat: before.lonLat, clockMin: startClock, isStay: true, isAfterGap: false });
  let isAfterGap = false;
  const kept = new Set(thinned(track, from, to));
  for (let fix = from; fix < to; fix++) {
    isAfterGap ||= fix > 0 && isGapBefore(track, fix);
    const clockMin = track.clockMin[fix]!;
    // Fixes on the last metres to a stay lie after its moment of arrival.
    if (!kept.has(fix) || clockMin <= startClock || clockMin >= endClock) continue;
    points.push({ lonLat: placeOf(track, fix), clockMin, isStay: false, isAfterGap });
    isAfterGap = false;
  }
  if (after) {
    isAfterGap ||= after.firstFix > 0 && isGapBefore(track, after.firstFix);
    points.push({ lonLat: after.lonLat, clockMin: endClock, isStay: true, isAfterGap });
  }
  return points;
}

function addPieces(pieces: Piece[], points: readonly Waypoint[], ways: RoadWays | null): void {
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (!from) continue;
    const way = to.isAfterGap ? null : (ways?.between(from.lonLat, to.lonLat) ?? null);
    pieces.push({
      startClockMin: from.clockMin,
      endClockMin: to.clockMin,
      lengthKm: way?.lengthKm ?? metresBetween(from.lonLat, to.lonLat) / 1000,
      way,
      isGap: to.isAfterGap,
      isAtStay: from.isStay || to.isStay,
    });
  }
}
