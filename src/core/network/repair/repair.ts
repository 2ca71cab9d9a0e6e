import type { LonLat } from '../../geo.ts';
import type { IssueCode } from '../../issues.ts';
import type { RoadNetwork } from '../../model/scenario.ts';

/** One change made to a road network, with enough to show it, list it and leave it out the next time. */
export interface Repair {
  /** The same defect in the same file has the same key; give it to `skipKeys` to undo the repair. */
  readonly key: string;
  readonly code: IssueCode;
  readonly lonLat: LonLat;
  readonly roadIds: readonly string[];
  /** Gap closed, or road taken away. */
  readonly lengthM: number;
}

export interface Repaired {
  readonly network: RoadNetwork;
  readonly repairs: readonly Repair[];
}
