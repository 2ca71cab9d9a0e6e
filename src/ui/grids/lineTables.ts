import type { Scenario } from '../../core/model/scenario.ts';
import { formatClock } from '../../core/units.ts';
import type { Language } from '../../i18n/t.ts';
import { nameIn, shortPlaceName } from '../bilingual.ts';

/** Rows of the lines as driven today and of the bus lines. */

export interface ListedLine {
  readonly id: string;
  readonly name: string;
  readonly vehicle: string;
  readonly departures: string;
  readonly stops: readonly string[];
}

export const stopNames = (stops: readonly string[]): string => stops.map(shortPlaceName).join(' — ');

const stationNames = ({ depot, stations }: Scenario): ReadonlyMap<string, string> =>
  new Map([depot, ...stations].map(({ id, name }) => [id, name]));

export function lineRows(scenario: Scenario, language: Language): readonly ListedLine[] {
  const nameOf = stationNames(scenario);
  const vehicleOf = new Map(scenario.vehicleTypes.map(({ id, name }) => [id, nameIn(name, language)]));
  return (scenario.todaysPlan?.lines ?? []).map((line) => ({
    id: line.id,
    name: line.id,
    vehicle: vehicleOf.get(line.vehicleTypeId) ?? line.vehicleTypeId,
    departures: line.departureClockMin.map((clock) => formatClock(clock)).join(' '),
    stops: line.stopIds.map((id) => nameOf.get(id) ?? id),
  }));
}

export function busRows(scenario: Scenario): readonly ListedLine[] {
  const nameOf = stationNames(scenario);
  return (scenario.busLines ?? []).map(({ id, name, operator, runs, calls }) => ({
    id,
    name,
    vehicle: operator,
    departures: runs.map(({ departureClockMin }) => formatClock(departureClockMin)).join(' '),
    stops: calls.map(({ stationId }) => nameOf.get(stationId) ?? stationId),
  }));
}
