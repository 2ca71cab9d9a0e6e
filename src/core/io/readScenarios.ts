import { asId, type CourierId, type ScenarioId } from '../model/ids.ts';
import type { Courier, NetworkShape, Policy, Scenario, ServiceDays, Wave } from '../model/scenario.ts';
import type { TableRow, TableSource } from './tableRows.ts';

/** A row of scenarios.csv: what differs between the scenarios of a county, beside stations and vehicles. */
export type ScenarioRow = Pick<Scenario, 'id' | 'name' | 'notation' | 'shape' | 'description' | 'policy'> & {
  readonly isDefault: boolean;
};

const shapes: readonly NetworkShape[] = ['urbanStar', 'direct', 'hub', 'mixed'];

/** `daily`, `everyNDays 2`, or `weekdays 0 2 4` (Monday = 0). */
function readServiceDays(row: TableRow, key: string): ServiceDays {
  const text = row.text(key);
  const [kind, ...words] = text.split(/\s+/);
  const numbers = words.map(Number);
  const isCount = (value: number | undefined): value is number => Number.isInteger(value) && value! >= 1;
  const [n] = numbers;
  if (kind === 'daily' && numbers.length === 0) return { kind: 'daily' };
  if (kind === 'everyNDays' && numbers.length === 1 && isCount(n)) return { kind: 'everyNDays', n };
  const areDays = numbers.length > 0 && numbers.every((day) => Number.isInteger(day) && day >= 0 && day <= 6);
  if (kind === 'weekdays' && areDays) return { kind: 'weekdays', days: numbers };
  if (text !== '')
    row.reject('cell.unknownWord', key, { text, words: 'daily, everyNDays n, weekdays 0 2 4' });
  return { kind: 'daily' };
}

function readPolicy(row: TableRow): Policy {
  const min = row.number('line_count_min', { min: 0, isInteger: true });
  const max = row.optionalNumber('line_count_max', { min, isInteger: true }) ?? null;
  const departures = row.list('departure_clocks');
  if (departures.length === 0) row.reject('cell.required', 'departure_clocks');
  return {
    lineCount: { min, max },
    serviceDays: readServiceDays(row, 'service_days'),
    branchServiceDays: readServiceDays(row, 'branch_service_days'),
    departureClockMin: departures.map((text) => row.clockOf('departure_clocks', text)),
    cutoffLeadMin: row.number('cutoff_lead_min', { min: 0 }),
    allowSeveralTripsPerDuty: row.isYes('allow_several_trips'),
  };
}

export function readScenarioRows(source: TableSource, file: string): ScenarioRow[] {
  const seen = new Set<string>();
  return source.read(file, 'scenarios', (row): ScenarioRow => {
    const id = row.text('id');
    if (seen.has(id)) row.reject('row.duplicateId', 'id', { id });
    seen.add(id);
    return {
      id: asId<ScenarioId>(id),
      name: { zh: row.text('name_zh'), en: row.text('name_en') },
      notation: row.text('notation'),
      shape: row.oneOf('shape', shapes),
      description: { zh: row.text('description_zh'), en: row.text('description_en') },
      policy: readPolicy(row),
      isDefault: row.isYes('is_default'),
    };
  });
}

export function readCouriers(source: TableSource, file: string): Courier[] {
  const seen = new Set<string>();
  return source.read(file, 'couriers', (row): Courier => {
    const id = row.text('id');
    if (seen.has(id)) row.reject('row.duplicateId', 'id', { id });
    seen.add(id);
    return {
      id: asId<CourierId>(id),
      name: { zh: row.text('name_zh'), en: row.text('name_en') },
      volumeShare: row.graded('volume_share', { min: 0, max: 1 }),
    };
  });
}

export function readWaves(source: TableSource, file: string): Wave[] {
  return source.read(
    file,
    'waves',
    (row): Wave => ({
      arrivalClockMin: row.clock('arrival_clock'),
      share: row.graded('volume_share', { min: 0, max: 1 }).value,
    }),
  );
}
