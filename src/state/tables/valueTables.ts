import { changeVehicle, type VehicleQuantity, vehicleQuantities } from '../../core/model/edit/vehicles.ts';
import type { Graded } from '../../core/model/graded.ts';
import { asId, type CourierId, type VehicleTypeId } from '../../core/model/ids.ts';
import { type CostEntryKey, type RateKey, rateRegistry } from '../../core/model/rates.ts';
import type { Courier, Scenario } from '../../core/model/scenario.ts';
import { isRefusal, numberFrom, type Refusal, refuse, type WriteCell } from './tableEdit.ts';

/** Tables whose rows are values: vehicle types, rates, couriers. */

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

/** One share in per cent; the others keep their proportions and the sum stays 100 %. */
export const writeCourier: WriteCell = (scenario, rowId, columnKey, text) => {
  const courier = scenario.couriers.find(({ id }) => id === rowId);
  if (!courier) return scenario;
  if (columnKey === 'name') {
    if (text === '') return refuse('required', text);
    return withCouriers(scenario, (each) =>
      each === courier ? { ...each, name: { zh: text, en: text } } : each,
    );
  }
  if (columnKey !== 'share') return refuse('readOnly', text);
  const percent = numberFrom(text.replace(/[%％]$/, ''), 100 * courier.volumeShare.value, { max: 100 });
  if (typeof percent !== 'number') return percent;
  if (scenario.couriers.length === 1) return percent === 100 ? scenario : refuse('outOfRange', text);
  return withShare(scenario, courier, percent / 100);
};

/** One more courier, whose share in per cent the others give up in proportion. */
export function addCourier(
  scenario: Scenario,
  { name = '', share = '' }: Readonly<Record<string, string>>,
): { readonly scenario: Scenario; readonly rowId: string } | Refusal {
  if (name === '') return refuse('required', name);
  const { couriers } = scenario;
  if (couriers.some((courier) => courier.name.zh === name || courier.name.en === name))
    return refuse('nameTaken', name);
  const taken = new Set<string>(couriers.map(({ id }) => id));
  let id = `courier-${couriers.length + 1}`;
  while (taken.has(id)) id += '+';
  const courier: Courier = {
    id: asId<CourierId>(id),
    name: { zh: name, en: name },
    volumeShare: { value: 0, grade: 'user', source: '用户设定 / set by the user' },
  };
  const added = writeCourier({ ...scenario, couriers: [...couriers, courier] }, id, 'share', share);
  return isRefusal(added) ? added : { scenario: added, rowId: id };
}

/** Without a courier, whose share the others take over in proportion; the last one stays. */
export function removeCourier(scenario: Scenario, rowId: string): Scenario | Refusal {
  const courier = scenario.couriers.find(({ id }) => id === rowId);
  if (!courier) return scenario;
  if (scenario.couriers.length === 1) return refuse('lastCourier', courier.name.zh);
  const { couriers, ...rest } = withShare(scenario, courier, 0);
  return { ...rest, couriers: couriers.filter(({ id }) => id !== rowId) };
}

/** One courier's share; the others keep their proportions and the sum stays 1. */
function withShare(scenario: Scenario, courier: Courier, share: number): Scenario {
  const rest = 1 - courier.volumeShare.value;
  const otherCount = scenario.couriers.length - 1;
  return withCouriers(scenario, (each) => {
    const value =
      each === courier
        ? share
        : rest > 0
          ? (each.volumeShare.value * (1 - share)) / rest
          : (1 - share) / otherCount;
    return { ...each, volumeShare: { value, grade: 'user', source: each.volumeShare.source } };
  });
}

const withCouriers = (scenario: Scenario, change: (courier: Courier) => Courier): Scenario => ({
  ...scenario,
  couriers: scenario.couriers.map(change),
});
