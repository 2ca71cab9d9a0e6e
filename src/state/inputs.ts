import type { KpiKey } from '../core/kpi/kpis.ts';
import { dailyParcels } from '../core/model/edit/volumeFactor.ts';
import type { Grade, Graded } from '../core/model/graded.ts';
import { leastInput } from '../core/model/leastInputs.ts';
import {
  type OperationKey,
  operationKeys,
  operationRegistry,
  operationsOf,
} from '../core/model/operations.ts';
import { type RateKey, rateRegistry } from '../core/model/rates.ts';
import {
  type Name,
  type RoadClass,
  roadClasses,
  type Scenario,
  type VehicleType,
} from '../core/model/scenario.ts';

/** One list of everything a figure can rest on: name, value, grade, source and how to change it. */

export type InputGroup =
  | 'demand'
  | 'couriers'
  | 'vehicles'
  | 'baselineVehicles'
  | 'sorting'
  | 'serviceTimes'
  | 'dutyRules'
  | 'travel'
  | 'rates'
  | 'operations';

const vehicleFields = {
  capacityParcels: 'parcels',
  capacityKg: 'kg',
  fixedYuanPerDay: 'yuan/day',
  energyYuanPerKm: 'yuan/km',
  maintenanceYuanPerKm: 'yuan/km',
  driverYuanPerDay: 'yuan/day',
  energyKgCo2PerKm: 'kg/km',
} as const;
const sortingFields = { parcelsPerHour: 'parcels/h', roundChangeMin: 'min' } as const;
const serviceTimeFields = {
  loadingMin: 'min',
  townshipDwellMin: 'min',
  villageDwellMin: 'min',
  urbanDwellMin: 'min',
  handlingSecPerParcel: 's',
  hubHandoverMin: 'min',
} as const;
const dutyRuleFields = {
  shiftMin: 'min',
  overtimeLimitMin: 'min',
  breakAfterDrivingMin: 'min',
  breakMin: 'min',
} as const;

type FieldsOf<Table> = keyof Table & string;
/** Key of the input's name under `inputs` in the messages. */
export type InputNameKey =
  | `rates.${RateKey}`
  | `operations.${OperationKey}`
  | 'demand.delivery'
  | 'demand.pickup'
  | 'courier.volumeShare'
  | `vehicle.${FieldsOf<typeof vehicleFields>}`
  | `sorting.${FieldsOf<typeof sortingFields>}`
  | `serviceTimes.${FieldsOf<typeof serviceTimeFields>}`
  | `dutyRules.${FieldsOf<typeof dutyRuleFields>}`
  | 'travel.detourFactor'
  | `roadClasses.${RoadClass}`;

export type InputUnit =
  | (typeof rateRegistry)[RateKey]['unit']
  | (typeof operationRegistry)[OperationKey]['unit']
  | (typeof vehicleFields)[FieldsOf<typeof vehicleFields>]
  | (typeof sortingFields)[FieldsOf<typeof sortingFields>]
  | (typeof serviceTimeFields)[FieldsOf<typeof serviceTimeFields>]
  | 'parcel/day'
  | 'km/h';

export interface InputRow {
  readonly id: string;
  readonly group: InputGroup;
  readonly nameKey: InputNameKey;
  /** Vehicle type or courier the value belongs to. */
  readonly subject: Name | null;
  readonly unit: InputUnit;
  readonly graded: Graded;
  /** Least value that means anything. */
  readonly least: number;
  /** Null where the value is changed elsewhere (parcels: by the volume factor). */
  readonly write: ((value: number) => Scenario) | null;
}

const edited = (graded: Graded, value: number): Graded => ({ value, grade: 'user', source: graded.source });

function objectRows<Fields extends Readonly<Record<string, InputUnit>>, Holder>(
  group: InputGroup,
  keyPrefix: string,
  fields: Fields,
  holder: Holder,
  subject: Name | null,
  idPrefix: string,
  write: (holder: Holder) => Scenario,
): InputRow[] {
  return Object.entries(fields).map(([field, unit]) => {
    const graded = holder[field as keyof Holder] as Graded;
    return {
      id: `${idPrefix}.${field}`,
      group,
      nameKey: `${keyPrefix}.${field}` as InputNameKey,
      subject,
      unit,
      graded,
      least: leastInput(field),
      write: (value) => write({ ...holder, [field]: edited(graded, value) }),
    };
  });
}

const gradeOrder: readonly Grade[] = ['user', 'assumption', 'derived', 'sourced'];

/** Texts of several sources as one; those in both languages (`zh / en`) stay in both. */
function joinSources(sources: readonly string[]): string {
  const parts = sources.map((source) => {
    const at = source.indexOf(' / ');
    return at < 0 ? [source, source] : [source.slice(0, at), source.slice(at + 3)];
  });
  const isBilingual = parts.some(([zh, en]) => zh !== en);
  const zh = parts.map(([own]) => own).join('；');
  return isBilingual ? `${zh} / ${parts.map(([, own]) => own).join('; ')}` : zh;
}

/** Parcels of all places together, with the weakest grade and the distinct sources among them. */
function demandRows(scenario: Scenario): InputRow[] {
  const total = dailyParcels(scenario);
  const grades = new Set(scenario.demands.map((demand) => demand.grade));
  const sources = [...new Set(scenario.demands.map((demand) => demand.source))];
  const graded = (value: number): Graded => ({
    value,
    grade: gradeOrder.find((grade) => grades.has(grade)) ?? 'assumption',
    source: joinSources(sources.slice(0, 3)),
  });
  const row = (field: 'delivery' | 'pickup'): InputRow => ({
    id: `demand.${field}`,
    group: 'demand',
    nameKey: `demand.${field}`,
    subject: null,
    unit: 'parcel/day',
    graded: graded(total[field]),
    least: 0,
    write: null,
  });
  return [row('delivery'), row('pickup')];
}

function vehicleRows(scenario: Scenario, list: 'vehicleTypes' | 'baselineVehicleTypes'): InputRow[] {
  const group = list === 'vehicleTypes' ? 'vehicles' : 'baselineVehicles';
  return scenario[list].flatMap((type) =>
    objectRows(
      group,
      'vehicle',
      vehicleFields,
      type,
      type.name,
      `${group}.${type.id}`,
      (next: VehicleType) => ({
        ...scenario,
        [list]: scenario[list].map((each) => (each.id === type.id ? next : each)),
      }),
    ),
  );
}

function operationRows(scenario: Scenario): InputRow[] {
  const operations = operationsOf(scenario);
  return operationKeys.map((key) => ({
    id: `operations.${key}`,
    group: 'operations',
    nameKey: `operations.${key}`,
    subject: null,
    unit: operationRegistry[key].unit,
    graded: operations[key],
    least: 0,
    write: (value) => ({
      ...scenario,
      operations: { ...scenario.operations, [key]: edited(operations[key], value) },
    }),
  }));
}

/** Every input of a scenario, in the order a reader would look for it. */
export function inputRows(scenario: Scenario): readonly InputRow[] {
  const couriers = scenario.couriers.map(
    (courier): InputRow => ({
      id: `couriers.${courier.id}`,
      group: 'couriers',
      nameKey: 'courier.volumeShare',
      subject: courier.name,
      unit: 'share',
      graded: courier.volumeShare,
      least: 0,
      // Shares must add up to 1, so that one alone cannot be changed.
      write: null,
    }),
  );
  const { travel } = scenario;
  const speeds = roadClasses.map((roadClass): InputRow => {
    const graded = travel.speedKmPerH[roadClass];
    return {
      id: `travel.${roadClass}`,
      group: 'travel',
      nameKey: `roadClasses.${roadClass}`,
      subject: null,
      unit: 'km/h',
      graded,
      least: leastInput('speedKmPerH'),
      write: (value) => ({
        ...scenario,
        travel: { ...travel, speedKmPerH: { ...travel.speedKmPerH, [roadClass]: edited(graded, value) } },
      }),
    };
  });
  const rates = Object.entries(rateRegistry).map(([text, { unit }]): InputRow => {
    const key = text as RateKey;
    return {
      id: `rates.${key}`,
      group: 'rates',
      nameKey: `rates.${key}`,
      subject: null,
      unit,
      graded: scenario.rates[key],
      least: 0,
      write: (value) => ({
        ...scenario,
        rates: { ...scenario.rates, [key]: edited(scenario.rates[key], value) },
      }),
    };
  });
  return [
    ...demandRows(scenario),
    ...couriers,
    ...vehicleRows(scenario, 'vehicleTypes'),
    ...objectRows('sorting', 'sorting', sortingFields, scenario.sorting, null, 'sorting', (sorting) => ({
      ...scenario,
      sorting,
    })),
    ...objectRows(
      'serviceTimes',
      'serviceTimes',
      serviceTimeFields,
      scenario.serviceTimes,
      null,
      'serviceTimes',
      (serviceTimes) => ({ ...scenario, serviceTimes }),
    ),
    ...objectRows(
      'dutyRules',
      'dutyRules',
      dutyRuleFields,
      scenario.dutyRules,
      null,
      'dutyRules',
      (dutyRules) => ({
        ...scenario,
        dutyRules,
      }),
    ),
    {
      id: 'travel.detourFactor',
      group: 'travel',
      nameKey: 'travel.detourFactor',
      subject: null,
      unit: 'factor',
      graded: travel.detourFactor,
      least: leastInput('detourFactor'),
      write: (value) => ({
        ...scenario,
        travel: { ...travel, detourFactor: edited(travel.detourFactor, value) },
      }),
    },
    ...speeds,
    ...rates,
    ...operationRows(scenario),
    ...vehicleRows(scenario, 'baselineVehicleTypes'),
  ];
}

const lineGroups: readonly InputGroup[] = ['demand', 'vehicles', 'serviceTimes', 'dutyRules', 'travel'];
const timeGroups: readonly InputGroup[] = [...lineGroups, 'sorting'];
const costGroups: readonly InputGroup[] = [...timeGroups, 'rates'];
/** The couriers on their own, with the vehicles of before. */
const beforeGroups: readonly InputGroup[] = [
  ...costGroups.filter((group) => group !== 'vehicles'),
  'couriers',
  'baselineVehicles',
];
const counted: readonly InputGroup[] = [];

/** Which inputs stand behind a KPI; what is counted in the county's tables rests on none of them. */
const groupsOfKpi: Readonly<Record<KpiKey, readonly InputGroup[]>> = {
  yuanPerParcel: costGroups,
  savingShare: [...costGroups, 'couriers', 'baselineVehicles'],
  baselineYuanPerParcel: beforeGroups,
  shareWithin24h: timeGroups,
  shareWithin48h: timeGroups,
  shareWithin2CalendarDays: timeGroups,
  villageShareWithin48h: timeGroups,
  medianCountyToVillageH: timeGroups,
  p90CountyToVillageH: timeGroups,
  worstCountyToVillageH: timeGroups,
  villageCoverageShare: counted,
  villageReachShare: counted,
  lineCount: lineGroups,
  branchLineCount: lineGroups,
  lineKmPerDay: lineGroups,
  dutyCount: lineGroups,
  longestDutyH: lineGroups,
  vehicleCount: lineGroups,
  parcelsPerDay: ['demand'],
  totalYuanPerDay: costGroups,
  yuanPerParcelWithInvestment: costGroups,
  yuanPerParcelAfterSubsidy: costGroups,
  kgCo2PerDay: lineGroups,
  sortingRounds: ['sorting'],
  townshipStationCount: counted,
  villageStationCount: counted,
  urbanStationCount: counted,
  courierCount: counted,
  unservedStationCount: lineGroups,
  violationCount: timeGroups,
};

export const inputGroupsOfKpi = (kpiKey: KpiKey): readonly InputGroup[] => groupsOfKpi[kpiKey];
