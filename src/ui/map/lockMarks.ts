import type { FeatureCollection, Point } from 'geojson';
import type { LockKind } from '../../core/model/lineRules.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { lockOfLine } from '../../state/edits/lockLines.ts';

export interface LockProperties {
  /** The locked stop. */
  readonly lockOf: string;
  readonly keep: LockKind;
  /** Image of the map. */
  readonly icon: 'lock-stop' | 'lock-line';
}
export type LockMarks = FeatureCollection<Point, LockProperties>;

/** A lock beside every stop that may not change its line, or, where the whole line or its order is locked, its place on it. */
export function lockMarks(scenario: Scenario, report: Report | null): LockMarks {
  const hasLocks = (scenario.locks ?? []).length > 0;
  const lines = hasLocks ? (report?.plan.lines ?? []) : [];
  const pointOf = new Map(hasLocks ? scenario.stations.map(({ id, lonLat }) => [id, lonLat]) : []);
  return {
    type: 'FeatureCollection',
    features: lines.flatMap((line) => {
      const lock = lockOfLine(scenario, line);
      return line.stopIds.flatMap((stationId) => {
        const lonLat = pointOf.get(stationId);
        if (!lock?.stationIds.includes(stationId) || !lonLat) return [];
        return [
          {
            type: 'Feature' as const,
            geometry: { type: 'Point' as const, coordinates: [lonLat[0], lonLat[1]] },
            properties: {
              lockOf: stationId,
              keep: lock.keep,
              icon: lock.keep === 'stops' ? ('lock-stop' as const) : ('lock-line' as const),
            },
          },
        ];
      });
    }),
  };
}
