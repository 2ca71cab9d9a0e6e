import { asId, type PlaceId, type ScenarioId, type StationId } from '../../core/model/ids.ts';
import type {
  LineKind,
  Name,
  Place,
  Policy,
  Scenario,
  Station,
  VehicleType,
} from '../../core/model/scenario.ts';
import { addTownshipStation } from './levels.ts';

/** The same county run in other shapes and on other days, to be put side by side. */

export const variantKeys = [
  'asIs',
  'directDaily',
  'directAlternate',
  'hubDaily',
  'hubAlternate',
  'hubTrunkAlternate',
  'townshipsDaily',
  'townshipsAlternate',
  'withBuses',
  'ownChoice',
] as const;
export type VariantKey = (typeof variantKeys)[number];

export interface Variant {
  readonly key: VariantKey;
  readonly scenario: Scenario;
}

const daily = { kind: 'daily' } as const;
const alternate = { kind: 'everyNDays', n: 2 } as const;

/**
 * The variants a scenario allows, itself first; a variant that says the same as the scenario itself is left out. Lines
 * settled by hand belong to one shape and are not carried over.
 */
export function variantsOf(scenario: Scenario): Variant[] {
  const as = (key: VariantKey, changed: Scenario): Variant => ({
    key,
    scenario: { ...changed, id: asId<ScenarioId>(`${scenario.id}~${key}`) },
  });
  const variants = [as('asIs', scenario)];
  if (scenario.shape === 'urbanStar') return variants;
  const { handPlan: _handPlan, locks: _locks, todaysPlan: _todaysPlan, ...free } = scenario;
  const direct = withoutHubs(free);
  const hubs = withHubs(free);
  const townships = withHubInEveryTownship(free);
  const onDays = (
    base: Scenario,
    serviceDays: Policy['serviceDays'],
    branchServiceDays: Policy['serviceDays'],
  ) => ({
    ...base,
    policy: { ...base.policy, serviceDays, branchServiceDays },
  });
  const others = [
    as('directDaily', onDays(direct, daily, daily)),
    as('directAlternate', onDays(direct, alternate, alternate)),
    ...(hubs
      ? [
          as('hubDaily', onDays(hubs, daily, daily)),
          as('hubAlternate', onDays(hubs, daily, alternate)),
          as('hubTrunkAlternate', onDays(hubs, alternate, alternate)),
        ]
      : []),
    ...(townships
      ? [
          as('townshipsDaily', onDays(townships, daily, daily)),
          as('townshipsAlternate', onDays(townships, daily, alternate)),
        ]
      : []),
  ];
  return [
    ...variants,
    ...others.filter((other) => !isSame(other.scenario, scenario)),
    ...(free.busLines ? [as('withBuses', withBuses(onDays(direct, daily, daily)))] : []),
    as('ownChoice', leftOpen(free)),
  ];
}

/** As far from the roadside as a keeper fetches a box. */
const busAccessMin = 15;
const withBuses = (scenario: Scenario): Scenario => ({
  ...scenario,
  policy: { ...scenario.policy, buses: { use: 'first', maxAccessMin: busAccessMin } },
});

/** Hubs, supply and days are left to the program, within the time target; every township may be a hub. */
function leftOpen(scenario: Scenario): Scenario {
  const complete = townshipsWithVillages(scenario).reduce(addTownshipStation, scenario);
  const target = scenario.targets.find(({ kpi }) => kpi === 'worstCountyToVillageH');
  const kinds = ['direct', 'trunk', 'branch'] as const;
  return {
    ...complete,
    shape: 'mixed',
    stations: complete.stations.map((station) =>
      station.role === 'townshipStation'
        ? { ...station, hub: { ...station.hub, isCandidate: true } }
        : station,
    ),
    vehicleTypes: complete.vehicleTypes.map((type) =>
      kinds.reduce((usable, kind) => usableFor(usable, kinds, kind), type),
    ),
    policy: {
      ...complete.policy,
      lineCount: { min: 1, max: null },
      hubs: { choice: 'chosen', assignment: 'chosen', maxHubCount: null },
      calendar: { choice: 'chosen', options: [daily, alternate] },
      timeBound: complete.policy.timeBound ?? { measure: 'worst', limitH: target?.threshold ?? 48 },
      ...(complete.busLines ? { buses: { use: 'cheaper', maxAccessMin: busAccessMin } } : {}),
    },
  };
}

/** Townships with village stations and no station of their own. */
function townshipsWithVillages(scenario: Scenario): Place[] {
  const stationAt = new Set(
    scenario.stations.flatMap(({ role, placeId }) => (role === 'townshipStation' ? [placeId] : [])),
  );
  const parentOf = new Map(scenario.places.map((place) => [place.id, place.parentId]));
  const hasVillages = new Set(
    scenario.stations.flatMap(({ role, placeId }) =>
      role === 'villageStation' ? [parentOf.get(placeId)] : [],
    ),
  );
  return scenario.places.filter(
    (place) =>
      place.tier === 'township' &&
      place.lonLat !== null &&
      !stationAt.has(place.id) &&
      hasVillages.has(place.id),
  );
}

function isSame(variant: Scenario, scenario: Scenario): boolean {
  const days = ({ policy }: Scenario) =>
    JSON.stringify([policy.serviceDays, variant.shape === 'direct' ? null : policy.branchServiceDays]);
  const hubsOf = ({ stations }: Scenario) => stations.map(({ hubId }) => hubId ?? '').join();
  return days(variant) === days(scenario) && hubsOf(variant) === hubsOf(scenario);
}

const supplied = (stations: readonly Station[]): boolean => stations.some(({ hubId }) => hubId !== null);

/** Everything comes from the depot. A number of lines fixed for trunk lines says nothing of direct ones. */
export function withoutHubs(scenario: Scenario): Scenario {
  if (!supplied(scenario.stations)) return { ...scenario, shape: 'direct' };
  return {
    ...scenario,
    shape: 'direct',
    stations: scenario.stations.map((station) => ({ ...station, hubId: null })),
    vehicleTypes: scenario.vehicleTypes.map((type) => usableFor(type, ['trunk', 'branch'], 'direct')),
    policy: { ...scenario.policy, lineCount: { min: 1, max: null } },
  };
}

/** The hubs given, else every township station with the villages of its township; null without any. */
export function withHubs(scenario: Scenario): Scenario | null {
  if (supplied(scenario.stations)) return { ...scenario, shape: 'hub' };
  const parentOf = new Map(scenario.places.map((place) => [place.id, place.parentId]));
  const hubAt = new Map<PlaceId, StationId>(
    scenario.stations.flatMap((station) =>
      station.role === 'townshipStation' ? [[station.placeId, station.id] as const] : [],
    ),
  );
  if (hubAt.size === 0) return null;
  const hubOf = (station: Station): StationId | null =>
    station.role === 'townshipStation'
      ? null
      : (hubAt.get(parentOf.get(station.placeId) ?? station.placeId) ?? null);
  return {
    ...scenario,
    shape: 'hub',
    stations: scenario.stations.map((station) => ({ ...station, hubId: hubOf(station) })),
    vehicleTypes: scenario.vehicleTypes.map((type) =>
      usableFor(usableFor(type, ['direct'], 'trunk'), ['direct'], 'branch'),
    ),
    policy: { ...scenario.policy, lineCount: { min: 1, max: null } },
  };
}

/** A hub at every township's seat, on paper where there is none yet; null where the hubs given are all of them. */
function withHubInEveryTownship(scenario: Scenario): Scenario | null {
  if (!supplied(scenario.stations)) return null;
  const lacking = townshipsWithVillages(scenario);
  if (lacking.length === 0) return null;
  const complete = lacking.reduce(addTownshipStation, scenario);
  return withHubs({
    ...complete,
    stations: complete.stations.map((station) => ({ ...station, hubId: null })),
    vehicleTypes: scenario.vehicleTypes.map((type) => usableFor(type, ['trunk', 'branch'], 'direct')),
  });
}

/** A vehicle used for one of these kinds of line is used for another kind too. */
function usableFor(type: VehicleType, kinds: readonly LineKind[], kind: LineKind): VehicleType {
  if (type.usedFor.includes(kind) || !kinds.some((each) => type.usedFor.includes(each))) return type;
  return { ...type, usedFor: [...type.usedFor, kind] };
}

/** A variant as a scenario of its own beside the others. */
export function adopted(
  variant: Variant,
  basis: Scenario,
  variantName: Name,
  taken: ReadonlySet<string>,
): Scenario {
  let id = variant.scenario.id as string;
  for (let copy = 2; taken.has(id); copy++) id = `${variant.scenario.id}-${copy}`;
  return {
    ...variant.scenario,
    id: asId<ScenarioId>(id),
    name: {
      zh: `${basis.name.zh} · ${variantName.zh}`,
      en: `${basis.name.en} · ${variantName.en}`,
    },
    description: {
      zh: `由“${basis.name.zh}”比选而来：${variantName.zh}。`,
      en: `From the comparison of "${basis.name.en}": ${variantName.en}.`,
    },
  };
}
