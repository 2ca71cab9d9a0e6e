import type { ClockMin, Minutes, Parcels } from '../units.ts';
import type { LineId, StationId } from './ids.ts';
import type { TraceStep } from './simulation.ts';

/** Why a parcel waited. Words under `story.reasons`. */
export const waitReasons = [
  'sorting',
  'missedCutoff',
  'waitsForDeparture',
  'noServiceDay',
  'holiday',
  'noRoom',
  'lineClosed',
  'noVehicle',
  'crewNotBack',
  'lateDeparture',
  'driving',
  'brokenDown',
  'hubHandover',
  'keeperAbsent',
  'hubFull',
  'stationClosed',
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** Which parcel is asked about; without a day the one that took longest. */
export interface StoryRequest {
  readonly stationId: StationId;
  readonly replication: number;
  readonly bornDay?: number;
  readonly waveIndex?: number;
}

/** One stretch of a parcel's way: what it ended with, and why it took so long. */
export interface StoryStep {
  readonly step: TraceStep;
  readonly fromMin: ClockMin;
  /** Minutes after midnight of day 0 of the horizon. */
  readonly atMin: ClockMin;
  readonly minutes: Minutes;
  readonly reasons: readonly WaitReason[];
  readonly lineId: LineId | null;
}

/** "Why did this one take three days?" The steps add up to the whole time. */
export interface ParcelStory {
  readonly stationId: StationId;
  readonly replication: number;
  readonly bornDay: number;
  readonly waveIndex: number;
  readonly bornMin: ClockMin;
  /** null = still on its way when the simulation ended. */
  readonly availableMin: ClockMin | null;
  /** Parcels that went this way together. */
  readonly parcels: Parcels;
  readonly steps: readonly StoryStep[];
}
