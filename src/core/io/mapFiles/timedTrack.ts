import { haversineKm, type LonLat } from '../../geo.ts';
import { type Issue, issue } from '../../issues.ts';
import type { TimedTrack } from '../../model/timedTrack.ts';
import type { Result } from '../../result.ts';
import { minPerDay, minPerHour } from '../../units.ts';
import { dateOfDay } from '../civilDate.ts';
import { tooLarge } from '../tooLarge.ts';
import { gpx } from './gpx.ts';
import { readMoment } from './isoTime.ts';
import type { MapFile } from './mapFile.ts';
import { childrenOf, readXmlTree, textOfChild, type XmlNode } from './xmlTree.ts';

/** A day recorded every second with all that apps add is some 20 MB. */
const fileLimitMb = 100;
/** All of China has one time. */
const chinaMin = 8 * minPerHour;
/** No parcel vehicle is this fast: a fix that would have to be is a fault of the receiver. */
const fastestKmPerH = 150;

interface Fix {
  readonly lonLat: LonLat;
  readonly utcMin: number;
  startsSegment: boolean;
}

/** What was wrong with single points, counted while reading. */
interface Faults {
  badPoints: number;
  withoutTime: number;
  badTimes: number;
  badTime: string;
  withoutZone: number;
  backInTime: number;
  jumps: number;
}

/**
 * The tracks of a GPX file (1.0 or 1.1) whose points have times, put together in the order of time. Points that cannot be
 * used are left out and counted; a file without any time is refused.
 */
export function readTimedTrack(file: MapFile): Result<TimedTrack> {
  const issues: Issue[] = [];
  const refuse = (found: Issue): Result<TimedTrack> => ({ ok: false, issues: [...issues, found] });
  const { name, bytes } = file;
  if (bytes.length === 0) return refuse(issue('file.empty', { file: name }));
  const refused = tooLarge(name, bytes.length, fileLimitMb);
  if (refused) return refuse(refused);
  if (!gpx.matches(bytes.subarray(0, 4096))) return refuse(issue('track.notGpx', { file: name }));
  const root = readXmlTree(file, 'gpx', (found) => issues.push(found));
  if (!root) return { ok: false, issues };

  const faults: Faults = {
    badPoints: 0,
    withoutTime: 0,
    badTimes: 0,
    badTime: '',
    withoutZone: 0,
    backInTime: 0,
    jumps: 0,
  };
  const segments = childrenOf(root, 'trk').flatMap((track) => childrenOf(track, 'trkseg'));
  const pointCount = segments.reduce((sum, segment) => sum + childrenOf(segment, 'trkpt').length, 0);
  if (pointCount === 0) return refuse(issue('track.noPoints', { file: name }));
  const recorded = segments.map((segment) => fixesOf(segment, faults)).filter((fixes) => fixes.length > 0);
  if (recorded.length === 0) {
    const code = faults.badTimes > 0 ? 'track.noReadableTime' : 'track.noTime';
    return refuse(issue(code, { file: name, count: pointCount, value: faults.badTime }));
  }
  const fixes = withoutJumps(inOrder(recorded, faults), faults);
  if (fixes.length < 2) return refuse(issue('track.tooFew', { file: name }));
  issues.push(...issuesOf(faults));
  return { ok: true, value: trackOf(name, fixes), issues };
}

function fixesOf(segment: XmlNode, faults: Faults): Fix[] {
  const fixes: Fix[] = [];
  for (const point of childrenOf(segment, 'trkpt')) {
    const lonLat: LonLat = [degrees(point['@lon']), degrees(point['@lat'])];
    const isPossible = Math.abs(lonLat[0]) <= 180 && Math.abs(lonLat[1]) <= 90;
    // Receivers write 0/0 before they know where they are.
    if (!isPossible || (lonLat[0] === 0 && lonLat[1] === 0)) {
      faults.badPoints++;
      continue;
    }
    const text = textOfChild(point, 'time');
    const moment = readMoment(text);
    if (!moment) {
      if (text === '') faults.withoutTime++;
      else {
        faults.badTimes++;
        if (faults.badTime === '') faults.badTime = text.slice(0, 40);
      }
      continue;
    }
    if (moment.isZoneMissing) faults.withoutZone++;
    fixes.push({ lonLat, utcMin: moment.utcMin, startsSegment: fixes.length === 0 });
  }
  return fixes;
}

const degrees = (value: unknown): number =>
  typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;

/** Segments by their first time; within them, and where two overlap, a fix not later than the one before is left out. */
function inOrder(segments: readonly Fix[][], faults: Faults): Fix[] {
  const fixes: Fix[] = [];
  for (const segment of segments.toSorted((a, b) => a[0]!.utcMin - b[0]!.utcMin)) {
    let startsSegment = true;
    for (const fix of segment) {
      const last = fixes.at(-1);
      if (last && fix.utcMin <= last.utcMin) {
        faults.backInTime++;
        continue;
      }
      fixes.push({ ...fix, startsSegment });
      startsSegment = false;
    }
  }
  return fixes;
}

const isTooFast = (a: Fix, b: Fix): boolean =>
  // A tenth of a kilometre may be no more than the scatter of two fixes a second apart.
  Math.max(0, haversineKm(a.lonLat, b.lonLat) - 0.1) > ((b.utcMin - a.utcMin) / minPerHour) * fastestKmPerH;

/** A fix that could be neither reached nor left at a possible speed, where its neighbours fit each other. */
function withoutJumps(fixes: readonly Fix[], faults: Faults): Fix[] {
  const kept: Fix[] = [];
  for (const [index, fix] of fixes.entries()) {
    const before = kept.at(-1);
    const after = fixes[index + 1];
    const isJump =
      before !== undefined &&
      isTooFast(before, fix) &&
      (after === undefined || (isTooFast(fix, after) && !isTooFast(before, after)));
    if (!isJump) {
      kept.push(fix);
      continue;
    }
    faults.jumps++;
    if (fix.startsSegment && after) after.startsSegment = true;
  }
  return kept;
}

function issuesOf(faults: Faults): Issue[] {
  const issues: Issue[] = [];
  if (faults.badPoints > 0) issues.push(issue('track.badPoints', { count: faults.badPoints }));
  if (faults.withoutTime > 0) issues.push(issue('track.pointsWithoutTime', { count: faults.withoutTime }));
  if (faults.badTimes > 0)
    issues.push(issue('track.badTimes', { count: faults.badTimes, value: faults.badTime }));
  if (faults.backInTime > 0) issues.push(issue('track.backInTime', { count: faults.backInTime }));
  if (faults.jumps > 0) issues.push(issue('track.jumps', { count: faults.jumps, speed: fastestKmPerH }));
  if (faults.withoutZone > 0) issues.push(issue('track.noZone', { count: faults.withoutZone }));
  return issues;
}

function trackOf(fileName: string, fixes: readonly Fix[]): TimedTrack {
  const firstDay = Math.floor((fixes[0]!.utcMin + chinaMin) / minPerDay);
  return {
    fileName,
    day: dateOfDay(firstDay),
    lon: Float64Array.from(fixes, ({ lonLat }) => lonLat[0]),
    lat: Float64Array.from(fixes, ({ lonLat }) => lonLat[1]),
    clockMin: Float64Array.from(fixes, ({ utcMin }) => utcMin + chinaMin - firstDay * minPerDay),
    startsSegment: Uint8Array.from(fixes, ({ startsSegment }) => (startsSegment ? 1 : 0)),
  };
}
