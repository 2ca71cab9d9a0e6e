import { hubIds } from '../evaluate/stationDemand.ts';
import { type BusCall, spareParcels } from '../model/buses.ts';
import { asId, type LineId, type StationId } from '../model/ids.ts';
import { hoursOnDay, visitsWhileOpen } from '../model/openHours.ts';
import type { PlannedLine } from '../model/plan.ts';
import type { Scenario, ServiceDays, Station } from '../model/scenario.ts';
import { busVehicleTypeId } from '../model/suppliedBy.ts';
import type { ClockMin, Parcels, Share } from '../units.ts';

/** Days' worth of parcels that leave with one run, in and out. */
export interface RunDays {
  readonly deliveryDays: number;
  readonly pickupDays: number;
}

export interface BusCarriage {
  /** One line per run in use. */
  readonly lines: readonly PlannedLine[];
  /** Part of each station's parcels that rides on buses. */
  readonly carriedShare: ReadonlyMap<StationId, Share>;
}

/** Stations a bus passes near enough, in the order of the scenario. */
export function stationsNearBuses(scenario: Scenario): StationId[] {
  const maxAccessMin = scenario.policy.buses?.maxAccessMin ?? 0;
  const near = new Set(
    (scenario.busLines ?? []).flatMap(({ calls }) =>
      calls.filter(({ accessMin }) => accessMin <= maxAccessMin).map(({ stationId }) => stationId),
    ),
  );
  return scenario.stations.filter(({ id }) => near.has(id)).map(({ id }) => id);
}

/** A bus waits for nobody: where stops must be made while the station is open, it takes only what it brings in its hours. */
function isMet(
  scenario: Scenario,
  station: Station,
  departureClockMin: ClockMin,
  call: Pick<BusCall, 'offsetMin' | 'accessMin'>,
): boolean {
  const hours = visitsWhileOpen(scenario) ? hoursOnDay(station, departureClockMin) : null;
  const arrivalMin = departureClockMin + call.offsetMin + call.accessMin;
  return !hours || (arrivalMin >= hours.openMin && arrivalMin <= hours.closeMin);
}

/**
 * Puts the parcels of the given stations, in their order, on the runs that pass them, earliest first, while there is
 * room both ways. A station hanging on a hub, and a hub with all it passes on, rides whole or not at all: otherwise a
 * trunk line would have to come as well, and the branch lines wait for both. Others may ride in part.
 */
export function carryByBus(
  scenario: Scenario,
  throughput: ReadonlyMap<
    StationId,
    { readonly deliveryParcelsPerDay: Parcels; readonly pickupParcelsPerDay: Parcels }
  >,
  stationIds: readonly StationId[],
  runDays: (serviceDays: ServiceDays, departureClockMin: number) => RunDays,
): BusCarriage {
  const maxAccessMin = scenario.policy.buses?.maxAccessMin ?? 0;
  const stationById = new Map(scenario.stations.map((station) => [station.id, station]));
  const hubs = hubIds(scenario);
  const runs = (scenario.busLines ?? []).flatMap((busLine) =>
    busLine.runs
      .filter((run) => spareParcels(busLine, run) > 0)
      .map((run) => {
        const room = spareParcels(busLine, run);
        const days = runDays(busLine.serviceDays, run.departureClockMin);
        const calls: { readonly stationId: StationId; readonly share: Share }[] = [];
        return { busLine, run, days, calls, deliveryRoom: room, pickupRoom: room };
      }),
  );
  runs.sort((a, b) => a.run.departureClockMin - b.run.departureClockMin);
  const carriedShare = new Map<StationId, Share>();
  for (const stationId of stationIds) {
    const load = throughput.get(stationId);
    const station = stationById.get(stationId);
    if (!load || !station) continue;
    const offers = runs.flatMap((entry) => {
      const passes = entry.busLine.calls.some(
        (call) =>
          call.stationId === stationId &&
          call.accessMin <= maxAccessMin &&
          isMet(scenario, station, entry.run.departureClockMin, call),
      );
      const deliveryLoad = load.deliveryParcelsPerDay * entry.days.deliveryDays;
      const pickupLoad = load.pickupParcelsPerDay * entry.days.pickupDays;
      const most = Math.min(
        deliveryLoad > 0 ? entry.deliveryRoom / deliveryLoad : 1,
        pickupLoad > 0 ? entry.pickupRoom / pickupLoad : 1,
      );
      return passes && most > 0 ? [{ entry, most: Math.min(1, most), deliveryLoad, pickupLoad }] : [];
    });
    const offered = offers.reduce((sum, { most }) => sum + most, 0);
    const isWhole = station.hubId !== null || hubs.has(stationId);
    if (offered <= 0 || (isWhole && offered < 1)) continue;
    let left = 1;
    for (const { entry, most, deliveryLoad, pickupLoad } of offers) {
      const share = Math.min(left, most);
      if (share <= 0) continue;
      entry.calls.push({ stationId, share });
      entry.deliveryRoom -= share * deliveryLoad;
      entry.pickupRoom -= share * pickupLoad;
      left -= share;
    }
    carriedShare.set(stationId, left <= 1e-9 ? 1 : 1 - left);
  }
  const lines = runs
    .filter(({ calls }) => calls.length > 0)
    .map(({ busLine, run, calls }): PlannedLine => {
      const order = new Map(busLine.calls.map((call, index) => [call.stationId, index]));
      const inOrder = [...calls].sort((a, b) => order.get(a.stationId)! - order.get(b.stationId)!);
      return {
        id: asId<LineId>(`bus:${busLine.id}@${run.departureClockMin}`),
        kind: 'bus',
        originId: scenario.depot.id,
        stopIds: inOrder.map(({ stationId }) => stationId),
        ...(inOrder.some(({ share }) => share < 1) ? { stopShares: inOrder.map(({ share }) => share) } : {}),
        vehicleTypeId: busVehicleTypeId(busLine.id),
        departureClockMin: [run.departureClockMin],
        serviceDays: busLine.serviceDays,
        phase: 0,
        busLineId: busLine.id,
      };
    });
  return { lines, carriedShare };
}
