import type { ClockMin, Minutes, Parcels } from '../units.ts';
import type { Graded } from './graded.ts';
import type { BusLineId, StationId } from './ids.ts';
import type { Plan } from './plan.ts';
import type { Scenario } from './scenario.ts';
import type { ServiceDays } from './serviceDays.ts';

/** A call of a bus near a station. */
export interface BusCall {
  readonly stationId: StationId;
  /** After the departure from the depot, by the timetable. */
  readonly offsetMin: Minutes;
  /** From the roadside to the station (the keeper fetches the box); 0 = at its door. */
  readonly accessMin: Minutes;
}

export interface BusRun {
  /** At the depot, where the boxes are loaded. */
  readonly departureClockMin: ClockMin;
  /** Where it differs from the line's: 0 = none at rush hours. Passengers come first, so this is what is left on a full day. */
  readonly spareParcels?: Parcels;
}

/** A passenger line that carries parcels (客货邮). Its kilometres and driver are paid by the passengers; a parcel pays a fare. */
export interface BusLine {
  readonly id: BusLineId;
  readonly name: string;
  readonly operator: string;
  readonly calls: readonly BusCall[];
  readonly runs: readonly BusRun[];
  readonly serviceDays: ServiceDays;
  /** How far calls and runs can be trusted where the county has not given them; absent = its own timetable. */
  readonly timetable?: Pick<Graded, 'grade' | 'source'>;
  /** Room left by passengers and luggage, each way. */
  readonly spareParcelsPerRun: Graded;
  /** Bus company and driver together. */
  readonly yuanPerParcel: Graded;
}

export const hasAssumedTimetable = ({ timetable }: BusLine): boolean => timetable?.grade === 'assumption';

/** Bus lines a plan rests on of which nobody knows when they run. */
export const assumedBusesOf = (
  { busLines = [] }: Pick<Scenario, 'busLines'>,
  { lines }: Pick<Plan, 'lines'>,
): BusLine[] =>
  busLines.filter((bus) => hasAssumedTimetable(bus) && lines.some(({ busLineId }) => busLineId === bus.id));

export const spareParcels = (line: BusLine, run: BusRun): Parcels =>
  run.spareParcels ?? line.spareParcelsPerRun.value;
