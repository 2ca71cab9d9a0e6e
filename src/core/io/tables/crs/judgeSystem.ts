import { haversineKm, type LonLat } from '../../../geo.ts';
import type { Metres } from '../../../units.ts';
import { type Hypothesis, hypotheses, systemToWgs84 } from './systems.ts';

/** A point of a table and the known point of the place it belongs to. */
export interface ReferencedPoint {
  readonly given: LonLat;
  readonly known: LonLat;
  readonly group: string;
}

/** What speaks for one hypothesis. */
export interface SystemEvidence {
  readonly system: Hypothesis;
  /** Length of the median shift between converted and known points: near 0 for the right system. */
  readonly shiftM: Metres;
  readonly medianDistanceM: Metres;
  /** Median distance to the nearest road; null where no roads are loaded. */
  readonly roadDistanceM: Metres | null;
}

export interface SystemVerdict {
  readonly system: Hypothesis;
  readonly evidence: readonly SystemEvidence[];
  readonly pointCount: number;
  /** False where the next hypothesis fits nearly as well. */
  readonly isClear: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const metresPerDegree = 111_195;

function shiftOf(
  points: readonly ReferencedPoint[],
  system: Hypothesis,
): { shiftM: number; spreadM: number; medianM: number } {
  const east: number[] = [];
  const north: number[] = [];
  const distances: number[] = [];
  for (const { given, known } of points) {
    const converted = systemToWgs84(given, system);
    east.push((converted[0] - known[0]) * metresPerDegree * Math.cos((known[1] * Math.PI) / 180));
    north.push((converted[1] - known[1]) * metresPerDegree);
    distances.push(1000 * haversineKm(converted, known));
  }
  const eastM = median(east);
  const northM = median(north);
  const spreadM = Math.max(
    median(east.map((value) => Math.abs(value - eastM))),
    median(north.map((value) => Math.abs(value - northM))),
  );
  return { shiftM: Math.hypot(eastM, northM), spreadM, medianM: median(distances) };
}

/** Two points may differ by this much without anything being wrong: station and village centre are not one spot. */
const clearMarginM = 120;

/**
 * Weighs the hypotheses: all points of a wrong system are shifted the same way (GCJ-02 by 300-700 m in China, BD-09 by
 * about 1 km more), while surveying differences point anywhere, so the median shift shrinks with their number.
 */
export function judgeSystem(
  points: readonly ReferencedPoint[],
  given: readonly LonLat[],
  distanceToRoadM: ((lonLat: LonLat) => Metres) | null,
  leastSpreadM: Metres = 0,
): SystemVerdict | null {
  if (points.length === 0 && distanceToRoadM === null) return null;
  const weighed = hypotheses.map((system) => {
    const { shiftM, spreadM, medianM } = shiftOf(points, system);
    const roadDistanceM =
      distanceToRoadM === null
        ? null
        : median(given.map((lonLat) => distanceToRoadM(systemToWgs84(lonLat, system))));
    const evidence: SystemEvidence = { system, shiftM, medianDistanceM: medianM, roadDistanceM };
    // Villages stand on roads: where there are few known points, the roads decide.
    const scoreM = (points.length >= 3 || roadDistanceM === null ? shiftM : 0) + (roadDistanceM ?? 0);
    return {
      evidence,
      scoreM,
      errorM: (1.5 * Math.max(spreadM, leastSpreadM)) / Math.sqrt(Math.max(1, points.length)),
    };
  });
  const ranked = [...weighed].sort((a, b) => a.scoreM - b.scoreM);
  const [best, second] = ranked;
  // The scatter of a handful of points is itself poorly known.
  const errorFactor = points.length < 10 ? 4 : 2;
  const isClear =
    points.length >= 3 && second!.scoreM - best!.scoreM > Math.max(clearMarginM, errorFactor * best!.errorM);
  return {
    system: best!.evidence.system,
    evidence: weighed.map(({ evidence }) => evidence),
    pointCount: points.length,
    isClear,
  };
}

/** What each group (township) speaks for; clear only with at least three known points. */
export function weighGroups(
  points: readonly ReferencedPoint[],
  whole: Hypothesis,
): ReadonlyMap<string, SystemVerdict> {
  // Three points may agree by chance: the table's own scatter counts for every group, and twice.
  const { spreadM } = shiftOf(points, whole);
  const verdicts = new Map<string, SystemVerdict>();
  for (const [group, members] of groupPoints(points)) {
    const verdict = judgeSystem(members, [], null, 2 * spreadM);
    if (verdict) verdicts.set(group, { ...verdict, isClear: verdict.isClear && members.length >= 3 });
  }
  return verdicts;
}

/** Surveyed villages lie within this of the listed points; a wrong system is off by several hundred metres. */
const ownSpreadM: Metres = 40;
/** The distances must shrink to this share for a split by township to be believed. */
const believedShare = 0.4;

/**
 * Systems by township where the whole table speaks for none, as with several surveyors: each group is judged by its own
 * scatter, and the split is believed only where it brings the points much nearer to the known ones. null where it does not.
 */
export function judgeMixture(
  points: readonly ReferencedPoint[],
  whole: Hypothesis,
): ReadonlyMap<string, SystemVerdict> | null {
  const verdicts = new Map<string, SystemVerdict>();
  const distances = { split: [] as number[], whole: [] as number[] };
  for (const [group, members] of groupPoints(points)) {
    const verdict = members.length >= 3 ? judgeSystem(members, [], null, ownSpreadM) : null;
    if (verdict) verdicts.set(group, verdict);
    for (const { given, known } of members) {
      distances.whole.push(haversineKm(systemToWgs84(given, whole), known));
      distances.split.push(haversineKm(systemToWgs84(given, verdict?.system ?? whole), known));
    }
  }
  const isMixed = new Set([...verdicts.values()].map(({ system }) => system)).size > 1;
  const isBelieved = median(distances.split) < believedShare * median(distances.whole);
  return isMixed && isBelieved ? verdicts : null;
}

/** Groups that clearly speak for another system than the whole table. */
export const judgeGroups = (
  points: readonly ReferencedPoint[],
  whole: Hypothesis,
): ReadonlyMap<string, SystemVerdict> =>
  new Map(
    [...weighGroups(points, whole)].filter(([, verdict]) => verdict.isClear && verdict.system !== whole),
  );

function groupPoints(points: readonly ReferencedPoint[]): Map<string, ReferencedPoint[]> {
  const groups = new Map<string, ReferencedPoint[]>();
  for (const point of points) {
    const group = groups.get(point.group);
    if (group) group.push(point);
    else groups.set(point.group, [point]);
  }
  return groups;
}
