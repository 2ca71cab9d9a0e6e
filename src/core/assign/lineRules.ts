import type { PlaceId, StationId } from '../model/ids.ts';
import type { LineRules } from '../model/lineRules.ts';
import { type BalanceRule, mandatory, type ProblemVehicleType } from '../model/problem.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import type { ProblemCall } from './buildProblem.ts';
import { loadUnitsPerParcel, milliYuan } from './problemUnits.ts';

/** The planner's rules for lines in the solver's whole numbers. Without rules every answer is "off". */

/** Stops are counted as a second load, of which a line holds as many as it may have stops. */
export const dimensionCountOf = (rules: LineRules): number => (rules.maxStopsPerLine === undefined ? 1 : 2);

export function balanceOf({ balance }: LineRules): BalanceRule | null {
  if (!balance || balance.yuanPerUnit <= 0) return null;
  if (balance.measure === 'time') return { measure: 'duration', costPerUnit: milliYuan(balance.yuanPerUnit) };
  if (balance.measure === 'stops') return { measure: 'stops', costPerUnit: milliYuan(balance.yuanPerUnit) };
  return { measure: 'load', costPerUnit: Math.round(milliYuan(balance.yuanPerUnit) / loadUnitsPerParcel) };
}

/** Limits of one line, put upon those of the vehicle and the shift. */
export function limitVehicle<
  Type extends Pick<ProblemVehicleType, 'capacity' | 'maxDurationS' | 'maxLengthM'>,
>(type: Type, rules: LineRules): Type {
  const { maxStopsPerLine, maxKmPerLine, maxHoursPerLine } = rules;
  return {
    ...type,
    capacity: maxStopsPerLine === undefined ? type.capacity : [...type.capacity, maxStopsPerLine],
    maxLengthM:
      maxKmPerLine === undefined
        ? type.maxLengthM
        : Math.min(type.maxLengthM, Math.floor(maxKmPerLine * 1000)),
    maxDurationS:
      maxHoursPerLine === undefined
        ? type.maxDurationS
        : Math.min(type.maxDurationS, Math.floor(maxHoursPerLine * 3600)),
  };
}

export interface TownshipGroups {
  /** By call; -1 = kept together with nothing. */
  readonly groupIndex: readonly number[];
  readonly splitCost: readonly number[];
}

/** Village stations of one township form a group; a township with a single call needs none. */
export function townshipGroups(scenario: Scenario, calls: readonly ProblemCall[]): TownshipGroups {
  const splitYuan = scenario.policy.lineRules?.townshipSplitYuan ?? 0;
  if (splitYuan <= 0) return { groupIndex: calls.map(() => -1), splitCost: [] };
  const townshipOf = townshipFinder(scenario);
  const townships = calls.map((call) => townshipOf(call.stationId));
  const shared = [...new Set(townships)].filter(
    (township) => township !== null && townships.filter((other) => other === township).length > 1,
  );
  return {
    groupIndex: townships.map((township) => shared.indexOf(township)),
    splitCost: shared.map(() => milliYuan(splitYuan)),
  };
}

/** Township of a village station; null for stations of other kinds and where none is known. */
export function townshipFinder(scenario: Scenario): (stationId: StationId) => PlaceId | null {
  const placeById = new Map(scenario.places.map((place) => [place.id, place]));
  const stationById = new Map<StationId, Station>(scenario.stations.map((station) => [station.id, station]));
  return (stationId) => {
    const station = stationById.get(stationId);
    if (station?.role !== 'villageStation') return null;
    let place = placeById.get(station.placeId);
    while (place && place.tier !== 'township')
      place = place.parentId ? placeById.get(place.parentId) : undefined;
    return place?.id ?? null;
  };
}

/** Cost of leaving each call out; a station in several parts is worth its share with each. */
export function skipCosts(rules: LineRules, calls: readonly ProblemCall[]): number[] {
  const worth = new Map(
    (rules.optionalStops ?? []).map(({ stationId, worthYuanPerDay }) => [stationId, worthYuanPerDay]),
  );
  return calls.map(({ stationId, share }) => {
    const yuan = worth.get(stationId);
    return yuan === undefined ? mandatory : milliYuan(yuan * share);
  });
}
