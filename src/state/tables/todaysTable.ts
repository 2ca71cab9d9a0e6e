import { lineKindOf, usualVehicle } from '../../core/io/tables/apply/applyLines.ts';
import type { LineChange } from '../../core/model/edit/plannedLines.ts';
import { addLine, changeLine, removeLine, renameLine } from '../../core/model/edit/todaysLines.ts';
import { asId, type LineId, type StationId } from '../../core/model/ids.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { LineKind, Scenario } from '../../core/model/scenario.ts';
import { lineChangeFrom } from './lineCells.ts';
import { everyStation } from './stationTable.ts';
import { stationWords, stopsFrom } from './stationWords.ts';
import { isRefusal, type Refusal, refuse, type WriteCell } from './tableEdit.ts';

/** Lines as driven today: what a new plan is compared with. */

const lineOf = (scenario: Scenario, id: string): PlannedLine | undefined =>
  scenario.todaysPlan?.lines.find((line) => line.id === id);

function kindFor(scenario: Scenario, originId: StationId, stopIds: readonly StationId[]): LineKind {
  const byId = new Map(everyStation(scenario).map((station) => [station.id, station]));
  const stations = stopIds.map((id) => byId.get(id)).filter((station) => station !== undefined);
  return lineKindOf(stations, byId.get(originId) ?? scenario.depot, scenario);
}

function originChange(scenario: Scenario, line: PlannedLine, text: string): LineChange | Refusal {
  const station = stationWords(scenario).find(text);
  const canStart = station?.role === 'depot' || station?.role === 'townshipStation';
  if (!station || !canStart) return refuse('noStation', text);
  const stopIds = line.stopIds.filter((id) => id !== station.id);
  if (stopIds.length === 0) return refuse('stopTwice', text);
  return { originId: station.id, ...(stopIds.length < line.stopIds.length ? { stopIds } : {}) };
}

export const writeTodaysLine: WriteCell = (scenario, rowId, columnKey, text) => {
  const line = lineOf(scenario, rowId);
  if (!line) return scenario;
  if (columnKey === 'line') {
    if (text === '') return refuse('required', text);
    if (text === line.id) return scenario;
    return lineOf(scenario, text)
      ? refuse('nameTaken', text)
      : renameLine(scenario, line.id, asId<LineId>(text));
  }
  const change =
    columnKey === 'origin'
      ? originChange(scenario, line, text)
      : lineChangeFrom(scenario, line, columnKey, text);
  if (isRefusal(change)) return change;
  const { originId = line.originId, stopIds = line.stopIds } = change;
  const isElsewhere = change.originId !== undefined || change.stopIds !== undefined;
  return changeLine(scenario, line.id, {
    ...change,
    ...(isElsewhere ? { kind: kindFor(scenario, originId, stopIds) } : {}),
  });
};

/** A line from the depot with the policy's days and times; a name that is missing is given. */
export function addTodaysLine(
  scenario: Scenario,
  texts: Readonly<Record<string, string>>,
): { readonly scenario: Scenario; readonly rowId: string } | Refusal {
  const { line: name = '', stops = '' } = texts;
  const stopIds = stopsFrom(scenario, stops, scenario.depot.id);
  if (isRefusal(stopIds)) return stopIds;
  let id = name;
  for (let number = 1; id === ''; number++) if (!lineOf(scenario, `L${number}`)) id = `L${number}`;
  if (lineOf(scenario, id)) return refuse('nameTaken', id);
  const kind = kindFor(scenario, scenario.depot.id, stopIds);
  const vehicle = usualVehicle(scenario.vehicleTypes, kind);
  if (!vehicle) return refuse('noVehicle', '');
  const { policy } = scenario;
  const line: PlannedLine = {
    id: asId<LineId>(id),
    kind,
    originId: scenario.depot.id,
    stopIds,
    vehicleTypeId: vehicle.id,
    departureClockMin: policy.departureClockMin,
    serviceDays: policy.serviceDays,
    phase: 0,
  };
  return { scenario: addLine(scenario, line), rowId: id };
}

export const removeTodaysLine = (scenario: Scenario, rowId: string): Scenario =>
  removeLine(scenario, asId<LineId>(rowId));
