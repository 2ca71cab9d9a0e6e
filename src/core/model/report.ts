import type { LonLat } from '../geo.ts';
import type { Issue } from '../issues.ts';
import type { Parcels, Share, Yuan } from '../units.ts';
import type { Evaluation } from './evaluation.ts';
import type { Fault } from './faults.ts';
import type { CourierId, LineId } from './ids.ts';
import type { Plan } from './plan.ts';
import type { RoadNetwork, Scenario, Target, Tier } from './scenario.ts';
import type { TravelMatrix } from './travel.ts';

/** B1: couriers separately, stopping at the township; B2: pooled into few operators; B3: separately to every village. */
export type BaselineKind = 'B1' | 'B2' | 'B3';

/** Stations some operators of a "before" do not reach, and the parcels that are on nobody's lines. */
export interface LeftOut {
  readonly stationCount: number;
  readonly parcelsPerDay: Parcels;
}

/** The "before": the same county run by separate couriers, from the same solver and cost book. */
export interface Baseline {
  readonly kind: BaselineKind;
  readonly operators: readonly {
    readonly courierId: CourierId;
    readonly plan: Plan;
    readonly evaluation: Evaluation;
  }[];
  readonly evaluation: Pick<
    Evaluation,
    | 'costYuanPerDay'
    | 'totalYuanPerDay'
    | 'yuanPerParcel'
    | 'parcelsPerDay'
    | 'times'
    | 'lineKmPerDay'
    | 'dutyCount'
    | 'vehicleCount'
    | 'isEstimated'
  > & { readonly lineCount: number };
  /** Deepest tier the parcels reach: the service level a saving must be read against. */
  readonly reaches: Tier;
  /** Nothing in it where the before does all that is asked of it. */
  readonly leftOut: LeftOut;
  /** How long the lines of each operator were searched for, by the solver that draws the plan. */
  readonly search?: { readonly iterations: number; readonly seed: number };
}

/** A computed baseline, or the contract price the user knows. */
export type BeforeKind = BaselineKind | 'contract';

/** What a saving can be against: a price per parcel and how deep its parcels go. */
export interface Before<Kind extends BeforeKind = BeforeKind> {
  readonly kind: Kind;
  readonly reaches: Tier;
  readonly evaluation: Pick<Evaluation, 'yuanPerParcel'>;
}

/** equal = before and after go equally deep; actual = as each is run. */
export interface ServiceLevel {
  readonly basis: 'equal' | 'actual';
  readonly before: Tier;
  readonly after: Tier;
}

declare const measured: unique symbol;
/** Made by `savingAgainst` alone (the symbol has no value), so that none exists without its baseline and service level. */
export interface Saving<Kind extends BeforeKind = BaselineKind> {
  readonly [measured]: true;
  readonly share: Share;
  readonly yuanPerParcel: Yuan;
  readonly baseline: Kind;
  readonly service: ServiceLevel;
}

export type KpiStatus = 'pass' | 'fail' | 'none';

/** One tidy row; charts, tables, command line and exports all read these. */
export interface KpiRow {
  readonly key: string;
  readonly value: number;
  readonly unit: string;
  readonly tier?: Tier;
  readonly baseline?: BaselineKind;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly target?: Target;
  /** Distance to the target in the KPI's unit; positive = better than asked. */
  readonly margin?: number;
  readonly status: KpiStatus;
  /** True when the figure rests on estimated roads, demand or positions. */
  readonly isEstimated: boolean;
}

/** The way one line takes over the roads, for drawing: its legs from the start on, each a polyline. */
export interface LinePath {
  readonly lineId: LineId;
  /** The last leg, from the last stop to the start, is driven first, in the morning. Absent = in the order of the legs. */
  readonly startsAtVillage?: true;
  readonly legs: readonly { readonly coordinates: readonly LonLat[]; readonly isEstimated: boolean }[];
}

/** Legs in the order of the day: a line that starts at a village drives its way back first. */
export const legsAsDriven = (path: LinePath | undefined): LinePath['legs'] =>
  path?.startsAtVillage ? [...path.legs.slice(-1), ...path.legs.slice(0, -1)] : (path?.legs ?? []);

/** Everything computed from one scenario; derived, never saved. */
export interface Report {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly baseline: Baseline;
  readonly saving: Saving;
  readonly kpis: readonly KpiRow[];
  readonly linePaths: readonly LinePath[];
  /** The roads the lines run on: those of the scenario, or the proxy built for it. */
  readonly roads: RoadNetwork;
  /** Travel between all stations, for judging changes of the plan by hand. */
  readonly matrix: TravelMatrix;
  /** Stations far from any road or not reachable, one by one. */
  readonly issues: readonly Issue[];
  /** What a second, independent computation of the plan disagrees with; empty when it holds. */
  readonly faults: readonly Fault[];
}
