import { cycleDays, runsOnDay } from '../evaluate/calendar.ts';
import type { VehicleTypeId } from '../model/ids.ts';
import type { LineKind, ServiceDays, VehicleType } from '../model/scenario.ts';
import type { PlanPart, Timetable } from './toPlan.ts';

/** Duties drawn so far, of all origins: the county has one fleet, however many hubs its lines start from. */
export interface FleetUse {
  /** Most vehicles of a type out on a day on which a service runs. */
  busiest(typeId: VehicleTypeId, serviceDays: ServiceDays, phase: number): number;
  /** The same of all types together: drivers. */
  busiestOfAll(serviceDays: ServiceDays, phase: number): number;
}

/** Whether lines of a kind keep their vehicle in their driver's village, so that it serves nobody on other days. */
export type KeepsVehicle = (kind: LineKind) => boolean;

/** Every duty counts for its whole day: branch lines leave while the trunk vehicles are still out. */
export function fleetUseOf(parts: readonly PlanPart[], keepsVehicle: KeepsVehicle): FleetUse {
  const lineById = new Map(parts.flatMap(({ lines }) => lines.map((line) => [line.id, line])));
  const services = parts.flatMap(({ duties }) =>
    duties.map(({ vehicleTypeId, trips }) => ({ vehicleTypeId, line: lineById.get(trips[0]!.lineId)! })),
  );
  const most = (
    isCounted: (typeId: VehicleTypeId) => boolean,
    serviceDays: ServiceDays,
    phase: number,
  ): number => {
    const counted = services.filter(({ vehicleTypeId }) => isCounted(vehicleTypeId));
    const cycle = cycleDays([{ serviceDays }, ...counted.map(({ line }) => line)]);
    let busiest = 0;
    for (let day = 0; day < cycle; day++) {
      if (!runsOnDay(serviceDays, phase, day)) continue;
      const out = counted.filter(
        ({ line }) => keepsVehicle(line.kind) || runsOnDay(line.serviceDays, line.phase, day),
      ).length;
      busiest = Math.max(busiest, out);
    }
    return busiest;
  };
  return {
    busiest: (typeId, serviceDays, phase) => most((id) => id === typeId, serviceDays, phase),
    busiestOfAll: (serviceDays, phase) => most(() => true, serviceDays, phase),
  };
}

/** Phases a new duty may take: all of the period, or the one that is fixed. */
export const phasesOf = (serviceDays: ServiceDays, fixedPhase: number | null): number[] =>
  fixedPhase !== null || serviceDays.kind !== 'everyNDays'
    ? [fixedPhase ?? 0]
    : Array.from({ length: serviceDays.n }, (_, phase) => phase);

/** Lines the vehicles still free can serve: on alternate days one vehicle serves two, unless its driver keeps it. */
export function linesLeft(
  types: readonly VehicleType[],
  use: FleetUse,
  { serviceDays, phase: fixedPhase }: Pick<Timetable, 'serviceDays' | 'phase'>,
  isKept: boolean,
): Map<VehicleTypeId, number> {
  return new Map(
    types.map(({ id, count }) => {
      const free = phasesOf(serviceDays, fixedPhase).map((phase) =>
        Math.max(0, count - use.busiest(id, serviceDays, phase)),
      );
      return [id, isKept ? Math.min(...free) : free.reduce((sum, ofPhase) => sum + ofPhase, 0)];
    }),
  );
}
