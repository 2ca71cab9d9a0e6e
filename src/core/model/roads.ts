import type { LonLat } from '../geo.ts';
import type { Km } from '../units.ts';

/** 国道 省道 县道 乡道 村道 and town streets. */
export const roadClasses = ['national', 'provincial', 'county', 'township', 'village', 'urban'] as const;
export type RoadClass = (typeof roadClasses)[number];

export interface RoadNode {
  readonly id: string;
  readonly lonLat: LonLat;
}
export interface RoadLimits {
  readonly lengthM?: number;
  readonly widthM?: number;
  readonly heightM?: number;
  readonly grossKg?: number;
}
export interface RoadClimb {
  /** From its first node to its last. */
  readonly forward: number;
  readonly backward: number;
}
export interface Road {
  readonly id: string;
  readonly fromNodeId: string;
  readonly toNodeId: string;
  readonly lengthKm: Km;
  readonly roadClass: RoadClass;
  readonly isOneWay: boolean;
  readonly isClosed: boolean;
  /** True where nobody has surveyed the road: a proxy link or one drawn by rule. Absent means a real road. */
  readonly isEstimated?: boolean;
  /** True for expressways and their ramps: driven along, but no place is entered from them. */
  readonly isExpressway?: boolean;
  /** Posted limits for vehicles; absent = none known. */
  readonly limits?: RoadLimits;
  /** Speed somebody has set for this road, km/h; absent = that of its class. */
  readonly speedKmPerH?: number;
  /** Time on the road as a multiple of the level road's, from heights; absent = taken as level. */
  readonly climb?: RoadClimb;
  readonly name: string;
  /** Points between the end nodes, from -> to; empty for a straight segment. */
  readonly via: readonly LonLat[];
}
/** A loaded road file. A scenario without one gets a proxy network, and every figure resting on it is estimated. */
export interface RoadNetwork {
  readonly source: string;
  readonly licence: string;
  readonly nodes: readonly RoadNode[];
  readonly roads: readonly Road[];
}
