import type { BusCall, BusLine, BusRun } from '../../core/model/buses.ts';
import type { BusLineId, StationId } from '../../core/model/ids.ts';
import { asId } from '../../core/model/ids.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { TravelMatrix } from '../../core/model/travel.ts';
import { usualBusYuanPerParcel, usualSpareParcelsPerRun } from '../../core/model/usualBus.ts';

/** Passenger lines that carry parcels: adding, changing and removing them. */

const setBusLines = (scenario: Scenario, busLines: readonly BusLine[]): Scenario => {
  const { busLines: _before, ...rest } = scenario;
  return busLines.length > 0 ? { ...rest, busLines } : rest;
};

const usualDepartureMin = 450;

/** A line along stations in order; times between them by the travel matrix where it is known. */
export function addBusLine(
  scenario: Scenario,
  name: string,
  stationIds: readonly StationId[],
  matrix: TravelMatrix | null,
): Scenario {
  const taken = new Set<string>(scenario.busLines?.map(({ id }) => id));
  let number = 1;
  while (taken.has(`bus-${number}`)) number++;
  const line: BusLine = {
    id: asId<BusLineId>(`bus-${number}`),
    name,
    operator: '',
    calls: callsAlong(scenario, stationIds, matrix),
    runs: [{ departureClockMin: usualDepartureMin }],
    serviceDays: { kind: 'daily' },
    spareParcelsPerRun: usualSpareParcelsPerRun,
    yuanPerParcel: usualBusYuanPerParcel,
  };
  return setBusLines(scenario, [...(scenario.busLines ?? []), line]);
}

/** Where the matrix knows no way, ten minutes from stop to stop. */
const unknownLegMin = 10;

export function callsAlong(
  scenario: Scenario,
  stationIds: readonly StationId[],
  matrix: TravelMatrix | null,
): BusCall[] {
  const indexOf = new Map(matrix?.stationIds.map((id, index) => [id, index]));
  let from = scenario.depot.id;
  let offsetMin = 0;
  return stationIds.map((stationId): BusCall => {
    const [a, b] = [indexOf.get(from), indexOf.get(stationId)];
    const legMin =
      matrix && a !== undefined && b !== undefined
        ? matrix.durationS[a * matrix.stationIds.length + b]! / 60
        : unknownLegMin;
    offsetMin += Math.round(legMin);
    from = stationId;
    return { stationId, offsetMin, accessMin: 0 };
  });
}

/** Calls or runs somebody has put in are no longer assumed. */
export function changeBusLine(scenario: Scenario, id: BusLineId, change: Partial<BusLine>): Scenario {
  const isTimetable = change.calls !== undefined || change.runs !== undefined;
  return setBusLines(
    scenario,
    (scenario.busLines ?? []).map((line) => {
      if (line.id !== id) return line;
      const { timetable: _assumed, ...known } = line;
      return { ...(isTimetable ? known : line), ...change };
    }),
  );
}

export const removeBusLine = (scenario: Scenario, id: BusLineId): Scenario =>
  setBusLines(
    scenario,
    (scenario.busLines ?? []).filter((line) => line.id !== id),
  );

/** Clock times as people write them: 7:30, 0730, 07：30; in order, each once. null where a part is no clock. */
export function readRuns(text: string, before: readonly BusRun[]): BusRun[] | null {
  const parts = text.split(/[\s,，、;；]+/u).filter((part) => part !== '');
  const clocks: number[] = [];
  for (const part of parts) {
    const match = /^(\d{1,2})[:：]?(\d{2})$/u.exec(part);
    const clockMin = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
    if (!match || Number(match[2]) > 59 || !(clockMin < 1440)) return null;
    clocks.push(clockMin);
  }
  return [...new Set(clocks)]
    .sort((a, b) => a - b)
    .map(
      (departureClockMin) =>
        before.find((run) => run.departureClockMin === departureClockMin) ?? { departureClockMin },
    );
}
