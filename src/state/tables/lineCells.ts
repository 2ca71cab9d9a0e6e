import { readClocks } from '../../core/io/tables/cells/readClock.ts';
import { readServiceDays } from '../../core/io/tables/cells/readServiceDays.ts';
import type { LineChange } from '../../core/model/edit/plannedLines.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Scenario, ServiceDays } from '../../core/model/scenario.ts';
import type { ClockMin } from '../../core/units.ts';
import { stopsFrom } from './stationWords.ts';
import { isRefusal, numberFrom, type Refusal, refuse } from './tableEdit.ts';

/** Cells that lines have in common, whoever drew them. */

/** Departures in order, each once: "7:30 13:30", "7:30、13:30". */
export function clocksFrom(text: string): readonly ClockMin[] | Refusal {
  const clocks = readClocks(text);
  if (clocks === null || clocks.length === 0) return refuse('notAClock', text);
  return [...new Set(clocks)].sort((a, b) => a - b);
}

export function daysFrom(text: string): ServiceDays | Refusal {
  return readServiceDays(text) ?? refuse('notDays', text);
}

/** A vehicle type by its name, in either language. */
export function vehicleFrom(scenario: Scenario, text: string): Scenario['vehicleTypes'][number] | Refusal {
  const wanted = text.toLowerCase();
  const type = scenario.vehicleTypes.find(({ id, name }) =>
    [id, name.zh, name.en].some((each) => each.toLowerCase() === wanted),
  );
  return type ?? refuse('noVehicle', text);
}

/** What a text in a column changes of a line. */
export function lineChangeFrom(
  scenario: Scenario,
  line: PlannedLine,
  columnKey: string,
  text: string,
): LineChange | Refusal {
  switch (columnKey) {
    case 'vehicle': {
      const type = vehicleFrom(scenario, text);
      return isRefusal(type) ? type : { vehicleTypeId: type.id };
    }
    case 'departures': {
      const departureClockMin = clocksFrom(text);
      return isRefusal(departureClockMin) ? departureClockMin : { departureClockMin };
    }
    case 'days': {
      const serviceDays = daysFrom(text);
      return isRefusal(serviceDays) ? serviceDays : { serviceDays };
    }
    case 'firstDay': {
      const phase = numberFrom(text, line.phase, { max: 6, isInteger: true });
      return typeof phase === 'number' ? { phase } : phase;
    }
    case 'stops': {
      const stopIds = stopsFrom(scenario, text, line.originId);
      return isRefusal(stopIds) ? stopIds : { stopIds };
    }
    default:
      return refuse('readOnly', text);
  }
}
