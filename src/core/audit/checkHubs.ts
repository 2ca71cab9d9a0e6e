import type { Fault } from '../model/faults.ts';
import type { StationId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import { isSupplyOpen } from '../model/suppliedBy.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { dailyParcels } from './dailyParcels.ts';
import { type Trip, walkDays } from './walkDays.ts';

const tolerance = 1e-6;
/** Long enough for every calendar of up to two weeks to show all its days once it is under way. */
const walkedDays = 28;
const settledAfterDays = 14;

/** Hubs: only candidates are opened, what they pass on fits them, docks suffice, and branch lines wait for the trunk. */
export function checkHubs(scenario: Scenario, matrix: TravelMatrix, plan: Plan): Fault[] {
  const hubs = [...new Set(scenario.stations.flatMap(({ hubId }) => (hubId === null ? [] : [hubId])))];
  if (hubs.length === 0) return [];
  const trips = walkDays(scenario, matrix, plan, walkedDays).trips.filter(
    ({ day }) => day >= settledAfterDays,
  );
  const inbound = dailyParcels(scenario, 'deliveryParcelsPerDay');
  const outbound = dailyParcels(scenario, 'pickupParcelsPerDay');
  return hubs.flatMap((hubId): Fault[] => {
    const faults: Fault[] = [];
    const traits = scenario.stations.find(({ id }) => id === hubId)?.hub;
    if (isSupplyOpen(scenario.policy) && scenario.policy.hubs?.choice === 'chosen' && !traits?.isCandidate)
      faults.push({ code: 'hub.notCandidate', params: { id: hubId } });
    const passedOn = scenario.stations
      .filter((station) => station.hubId === hubId)
      .reduce((sum, { id }) => sum + inbound.get(id)! + outbound.get(id)!, 0);
    const capacity = traits?.capacityParcelsPerDay;
    if (capacity !== undefined && passedOn > capacity + tolerance)
      faults.push({ code: 'hub.exceedsCapacity', params: { id: hubId, passedOn, capacity } });
    const branches = trips.filter(({ line }) => line.originId === hubId);
    const docks = traits?.dockCount;
    const atOnce = mostLoading(branches, scenario.serviceTimes.loadingMin.value);
    if (docks !== undefined && atOnce > docks)
      faults.push({ code: 'hub.exceedsDocks', params: { id: hubId, atOnce, docks } });
    return [...faults, ...missedHandovers(scenario, plan, hubId, trips)];
  });
}

/** Most vehicles that are being loaded at one time. */
function mostLoading(branches: readonly Trip[], loadingMin: number): number {
  return branches.reduce((most, { departMin }) => {
    const together = branches.filter(
      (other) => other.departMin - loadingMin < departMin - 1e-9 && departMin <= other.departMin + 1e-9,
    );
    return Math.max(most, loadingMin > 0 ? together.length : 0);
  }, 0);
}

/**
 * A branch line that runs on a day of its trunk line leaves after the hand-over of at least the day's first trunk trip,
 * by the clock of the trip as walked: with its stops before the hub, their parcels and the driver's rests.
 */
function missedHandovers(scenario: Scenario, plan: Plan, hubId: StationId, trips: readonly Trip[]): Fault[] {
  const trunks = trips.filter(({ line }) => line.stopIds.includes(hubId));
  const readyMin = ({ line, leftStopMin }: Trip): number =>
    leftStopMin[line.stopIds.indexOf(hubId)]! + scenario.serviceTimes.hubHandoverMin.value;
  return plan.lines.flatMap((line): Fault[] => {
    if (line.originId !== hubId) return [];
    const missed = trips.find((branch) => {
      if (branch.line.id !== line.id) return false;
      const ofDay = trunks.filter(({ day }) => day === branch.day);
      return ofDay.length > 0 && ofDay.every((trunk) => readyMin(trunk) > branch.departMin + tolerance);
    });
    return missed ? [{ code: 'handover.missed', params: { id: hubId, line: line.id, day: missed.day } }] : [];
  });
}
