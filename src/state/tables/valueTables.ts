import { changeVehicle, type VehicleQuantity, vehicleQuantities } from '../../core/model/edit/vehicles.ts';
import type { Graded } from '../../core/model/graded.ts';
import { asId, type VehicleTypeId } from '../../core/model/ids.ts';
import { type CostEntryKey, type RateKey, rateRegistry } from '../../core/model/rates.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { numberFrom, refuse, type WriteCell } from './tableEdit.ts';

/** Tables whose rows are values: vehicle types, rates. */

const isQuantity = (key: string): key is VehicleQuantity => vehicleQuantities.some((each) => each === key);

export const writeVehicle: WriteCell = (scenario, rowId, columnKey, text) => {
  const id = asId<VehicleTypeId>(rowId);
  const type = scenario.vehicleTypes.find((each) => each.id === id);
  if (!type) return scenario;
  if (columnKey === 'name')
    return text === '' ? refuse('required', text) : changeVehicle(scenario, id, { name: text });
  if (columnKey === 'rangeKm' && text === '') return changeVehicle(scenario, id, { rangeKm: null });
  if (columnKey === 'count' || columnKey === 'rangeKm') {
    const value = numberFrom(text, type[columnKey], { max: 10_000, isInteger: columnKey === 'count' });
    return typeof value === 'number' ? changeVehicle(scenario, id, { [columnKey]: value }) : value;
  }
  if (!isQuantity(columnKey)) return refuse('readOnly', text);
  const value = numberFrom(text, type[columnKey].value);
  if (typeof value !== 'number') return value;
  return changeVehicle(scenario, id, { quantities: { [columnKey]: value } });
};

export interface RateTableRow {
  readonly key: RateKey;
  readonly entry: CostEntryKey;
  readonly unit: (typeof rateRegistry)[RateKey]['unit'];
  readonly rate: Graded;
}

export const rateRows = ({ rates }: Scenario): readonly RateTableRow[] =>
  Object.entries(rateRegistry).map(([text, { unit, entry }]) => {
    const key = text as RateKey;
    return { key, entry, unit, rate: rates[key] };
  });

export const writeRate: WriteCell = (scenario, rowId, columnKey, text) => {
  const key = rowId as RateKey;
  const before = scenario.rates[key];
  const part = columnKey as 'value' | 'low' | 'high';
  if (!['value', 'low', 'high'].includes(part)) return refuse('readOnly', text);
  if (text === '' && part !== 'value') {
    const { [part]: _gone, ...rest } = before;
    return { ...scenario, rates: { ...scenario.rates, [key]: rest } };
  }
  const value = numberFrom(text, before[part] ?? null);
  if (typeof value !== 'number') return value;
  const grade = part === 'value' ? ('user' as const) : before.grade;
  return { ...scenario, rates: { ...scenario.rates, [key]: { ...before, [part]: value, grade } } };
};
