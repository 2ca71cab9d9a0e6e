import { hashText } from '../../../hash.ts';
import { type Issue, issue } from '../../../issues.ts';
import type { Graded } from '../../../model/graded.ts';
import { asId, type VehicleTypeId } from '../../../model/ids.ts';
import type { LineKind, Scenario, VehicleType } from '../../../model/scenario.ts';
import { kindFields } from '../kinds.ts';
import { workDaysPerMonth } from '../read/readVehicles.ts';
import type { VehicleRow } from '../read/rowTypes.ts';
import { userValue } from './userValue.ts';
import { vehicleLike } from './vehicleLike.ts';

export interface VehicleOptions {
  readonly table: string;
  readonly source: string;
  /** Types to take missing figures from, beside those of the scenario. */
  readonly catalogue: readonly VehicleType[];
}

const daysPerYear = 365;
/** Used where the price is known and the years are not (domain.md 4). */
const usualYears = 8;

/** A field as the template heads it. */
const wordOf = (key: string): string => kindFields.vehicles.find((field) => field.key === key)?.zh ?? key;

interface Group {
  readonly first: VehicleRow;
  readonly count: number;
}

/** Rows of one type: with plates each row is one vehicle, so their numbers add up. */
function groupTypes(rows: readonly VehicleRow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const known = groups.get(row.type);
    groups.set(row.type, { first: known?.first ?? row, count: (known?.count ?? 0) + row.count });
  }
  return [...groups.values()];
}

/** Capital and insurance of one vehicle per day: what the table gives, the rest as the similar type has it. */
function fixedYuanPerDay(row: VehicleRow, like: VehicleType, source: string): Graded {
  const { priceYuan, depreciationYears, insuranceYuanPerYear } = row;
  if (priceYuan === null && insuranceYuanPerYear === null) return like.fixedYuanPerDay;
  if (priceYuan === null) return like.fixedYuanPerDay;
  const years = depreciationYears !== null && depreciationYears > 0 ? depreciationYears : usualYears;
  const perYear = priceYuan / years + (insuranceYuanPerYear ?? 0);
  return {
    value: Number((perYear / daysPerYear).toFixed(2)),
    grade: 'derived',
    source: `${source}: (${priceYuan} / ${years} + ${insuranceYuanPerYear ?? 0}) / ${daysPerYear}`,
  };
}

/**
 * The fleet of a table in place of the scenario's own. Figures the table leaves out are taken from the similar type and
 * told. Pure.
 */
export function applyVehicles(
  scenario: Scenario,
  rows: readonly VehicleRow[],
  { table, source, catalogue }: VehicleOptions,
): { readonly scenario: Scenario; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const known = [...scenario.vehicleTypes, ...catalogue, ...scenario.baselineVehicleTypes];
  const types = new Map<VehicleTypeId, VehicleType>();
  for (const { first: row, count } of groupTypes(rows)) {
    const similar = vehicleLike(known, row.type) ?? nearestByLoad(known, row);
    if (similar === undefined) continue;
    const isSame = [similar.id, similar.name.zh, similar.name.en].includes(row.type);
    const user = (value: number | null, known: Graded): Graded =>
      isSame || value === null ? userValue(value, known, source) : { value, grade: 'user', source };
    const missing = (
      [
        ['capacityParcels', row.capacityParcels ?? row.volumeM3],
        ['capacityKg', row.capacityKg],
        ['fixedYuanPerDay', row.fixedYuanPerDay ?? row.priceYuan],
        ['energyYuanPerKm', row.energyYuanPerKm],
        ['driverYuanPerDay', row.driverYuanPerDay ?? row.driverYuanPerMonth],
      ] as const
    ).filter(([, value]) => value === null);
    if (missing.length > 0)
      issues.push(
        issue(
          'vehicle.figuresAssumed',
          {
            vehicle: row.type,
            like: similar.name.zh,
            fields: missing.map(([key]) => wordOf(key)).join('、'),
          },
          { table, row: row.row },
        ),
      );
    const id = isSame
      ? similar.id
      : asId<VehicleTypeId>(`user-${hashText(row.type).toString(16).padStart(8, '0')}`);
    types.set(id, {
      ...similar,
      id,
      name: isSame ? similar.name : { zh: row.type, en: row.type },
      count,
      capacityParcels:
        row.capacityParcels === null && row.volumeM3 !== null
          ? {
              value: Math.round(row.volumeM3 * parcelsPerM3),
              grade: 'derived',
              source: `${source}: ${row.volumeM3} m³ × ${parcelsPerM3}`,
            }
          : user(row.capacityParcels, similar.capacityParcels),
      capacityKg: user(row.capacityKg, similar.capacityKg),
      fixedYuanPerDay: user(row.fixedYuanPerDay, fixedYuanPerDay(row, similar, source)),
      energyYuanPerKm: user(row.energyYuanPerKm, similar.energyYuanPerKm),
      maintenanceYuanPerKm: user(row.maintenanceYuanPerKm, similar.maintenanceYuanPerKm),
      energyKgCo2PerKm: user(row.energyKgCo2PerKm, similar.energyKgCo2PerKm),
      driverYuanPerDay:
        row.driverYuanPerDay !== null
          ? user(row.driverYuanPerDay, similar.driverYuanPerDay)
          : row.driverYuanPerMonth === null
            ? similar.driverYuanPerDay
            : {
                value: Number((row.driverYuanPerMonth / workDaysPerMonth).toFixed(2)),
                grade: 'derived',
                source: `${source}: ${row.driverYuanPerMonth} / ${workDaysPerMonth}`,
              },
      rangeKm: row.rangeKm ?? similar.rangeKm,
      usedFor: row.usedFor.length > 0 ? row.usedFor : similar.usedFor,
    });
  }
  if (types.size === 0) return { scenario, issues };
  return { scenario: { ...scenario, vehicleTypes: withEveryUse([...types.values()], scenario) }, issues };
}

/** domain.md 2: 90 to 135 parcels in a cubic metre of load space. */
const parcelsPerM3 = 100;

function nearestByLoad(types: readonly VehicleType[], row: VehicleRow): VehicleType | undefined {
  const kg = row.capacityKg ?? (row.volumeM3 === null ? null : row.volumeM3 * 110);
  if (kg === null) return types[0];
  return [...types].sort((a, b) => Math.abs(a.capacityKg.value - kg) - Math.abs(b.capacityKg.value - kg))[0];
}

/** A fleet that cannot drive one of the kinds of line the scenario has would serve nobody: its largest type gets the kind. */
function withEveryUse(types: readonly VehicleType[], { vehicleTypes: before }: Scenario): VehicleType[] {
  const needed = new Set<LineKind>(before.flatMap(({ usedFor }) => usedFor));
  const largest = [...types].sort((a, b) => b.capacityParcels.value - a.capacityParcels.value)[0]!;
  const lacking = [...needed].filter((kind) => !types.some(({ usedFor }) => usedFor.includes(kind)));
  return types.map((type) => {
    if (type !== largest || lacking.length === 0) return type;
    return { ...type, usedFor: [...type.usedFor, ...lacking] };
  });
}
