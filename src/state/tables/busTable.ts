import type { BusCall, BusLine } from '../../core/model/buses.ts';
import { asId, type BusLineId, type StationId } from '../../core/model/ids.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { TravelMatrix } from '../../core/model/travel.ts';
import { addBusLine, callsAlong, changeBusLine, readRuns, removeBusLine } from '../edits/busLines.ts';
import { daysFrom } from './lineCells.ts';
import { stopsFrom } from './stationWords.ts';
import { isRefusal, numberFrom, type Refusal, refuse, type WriteCell } from './tableEdit.ts';

/** Passenger lines that carry parcels, with their timetable. */

const numbersText = (values: readonly number[]): string => values.map(String).join('、');
export const offsetsText = ({ calls }: BusLine): string =>
  numbersText(calls.map(({ offsetMin }) => offsetMin));
export const accessText = ({ calls }: BusLine): string =>
  numbersText(calls.map(({ accessMin }) => accessMin));

/** As many minutes as there are stops; one alone is meant for each of them where `mayRepeat`. */
function minutesFrom(
  text: string,
  count: number,
  max: number,
  mayRepeat: boolean,
): readonly number[] | Refusal {
  const parts = text.split(/[\s、,，;；]+/u).filter((part) => part !== '');
  const minutes: number[] = [];
  for (const part of parts) {
    const value = numberFrom(part.replace(/(分钟?|min)$/iu, ''), null, { max });
    if (typeof value !== 'number') return value;
    minutes.push(value);
  }
  if (minutes.length === 1 && mayRepeat) return Array.from({ length: count }, () => minutes[0]!);
  return minutes.length === count ? minutes : refuse('notAsMany', String(count));
}

/** Calls at other stations: those that stay keep their minutes, a new one lies between its neighbours. */
function callsThrough(line: BusLine, stationIds: readonly StationId[], usual: readonly BusCall[]): BusCall[] {
  const known = new Map(line.calls.map((call) => [call.stationId, call]));
  const kept = stationIds.map((id) => known.get(id));
  const offsets = kept.map((call) => call?.offsetMin);
  const rises = offsets.every(
    (offset, index) =>
      offset === undefined || offsets.slice(0, index).every((before) => (before ?? -1) <= offset),
  );
  // Stops that changed places cannot keep times that would run backwards.
  if (!rises) return usual.map((call) => ({ ...call, accessMin: known.get(call.stationId)?.accessMin ?? 0 }));
  return stationIds.map((stationId, index): BusCall => {
    const call = kept[index];
    if (call) return call;
    const before = offsets.slice(0, index).findLast((offset) => offset !== undefined) ?? 0;
    const after = offsets.slice(index + 1).find((offset) => offset !== undefined);
    const own = usual[index]!.offsetMin - (usual[index - 1]?.offsetMin ?? 0);
    const offsetMin = after === undefined ? before + own : Math.round((before + after) / 2);
    offsets[index] = offsetMin;
    return { stationId, offsetMin, accessMin: 0 };
  });
}

/** `matrix` gives the minutes to a stop that is new on a line; null where no result fits. */
export const writeBus =
  (matrix: TravelMatrix | null): WriteCell =>
  (scenario, rowId, columnKey, text) => {
    const line = scenario.busLines?.find(({ id }) => id === rowId);
    if (!line) return scenario;
    const change = busChangeFrom(scenario, line, columnKey, text, matrix);
    return isRefusal(change) ? change : changeBusLine(scenario, line.id, change);
  };

function busChangeFrom(
  scenario: Scenario,
  line: BusLine,
  columnKey: string,
  text: string,
  matrix: TravelMatrix | null,
): Partial<BusLine> | Refusal {
  const graded = (key: 'spareParcelsPerRun' | 'yuanPerParcel', max: number): Partial<BusLine> | Refusal => {
    const value = numberFrom(text, line[key].value, { max });
    if (typeof value !== 'number') return value;
    return value === line[key].value ? {} : { [key]: { value, grade: 'user', source: line[key].source } };
  };
  switch (columnKey) {
    case 'line':
      if (text === '') return refuse('required', text);
      return scenario.busLines?.some(({ id, name }) => id !== line.id && name === text)
        ? refuse('nameTaken', text)
        : { name: text };
    case 'operator':
      return { operator: text };
    case 'departures': {
      const runs = readRuns(text, line.runs);
      return runs === null || runs.length === 0 ? refuse('notAClock', text) : { runs };
    }
    case 'days': {
      const serviceDays = daysFrom(text);
      return isRefusal(serviceDays) ? serviceDays : { serviceDays };
    }
    case 'stops': {
      const stopIds = stopsFrom(scenario, text, scenario.depot.id);
      if (isRefusal(stopIds)) return stopIds;
      return { calls: callsThrough(line, stopIds, callsAlong(scenario, stopIds, matrix)) };
    }
    case 'offsets': {
      const minutes = minutesFrom(text, line.calls.length, 1440, false);
      if (isRefusal(minutes)) return minutes;
      if (minutes.some((offset, index) => offset < (minutes[index - 1] ?? 0)))
        return refuse('timesGoBack', text);
      return { calls: line.calls.map((call, index) => ({ ...call, offsetMin: minutes[index]! })) };
    }
    case 'access': {
      const minutes = minutesFrom(text, line.calls.length, 240, true);
      if (isRefusal(minutes)) return minutes;
      return { calls: line.calls.map((call, index) => ({ ...call, accessMin: minutes[index]! })) };
    }
    case 'boxes':
      return graded('spareParcelsPerRun', 5000);
    case 'fare':
      return graded('yuanPerParcel', 100);
    default:
      return refuse('readOnly', text);
  }
}

export function addBus(
  scenario: Scenario,
  texts: Readonly<Record<string, string>>,
  matrix: TravelMatrix | null,
): { readonly scenario: Scenario; readonly rowId: string } | Refusal {
  const { line = '', stops = '' } = texts;
  if (line === '') return refuse('required', line);
  if (scenario.busLines?.some(({ name }) => name === line)) return refuse('nameTaken', line);
  const stopIds = stopsFrom(scenario, stops, scenario.depot.id);
  if (isRefusal(stopIds)) return stopIds;
  const next = addBusLine(scenario, line, stopIds, matrix);
  return { scenario: next, rowId: next.busLines!.at(-1)!.id };
}

export const removeBus = (scenario: Scenario, rowId: string): Scenario =>
  removeBusLine(scenario, asId<BusLineId>(rowId));
