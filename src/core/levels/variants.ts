import { townshipFinder } from '../assign/lineRules.ts';
import { asId, type ScenarioId, type StationId } from '../model/ids.ts';
import type { TimeBound } from '../model/networkPolicy.ts';
import type { Name, Policy, Scenario, ServiceDays, Station } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { assumedBusLines } from './assumedBuses.ts';
import { hubOfTownship, withHubCandidates } from './townshipStations.ts';

/** The same county run in other shapes, on other days and by other carriers, to be put side by side. */
export interface NetworkVariant {
  readonly key: string;
  readonly name: Name;
  /** Number of lines, multiple of the parcels, or most stations that change, where one is varied. */
  readonly level: number | null;
  readonly scenario: Scenario;
  /** Keys of variants drawn before it whose lines it might have as well: it takes them where they are cheaper. */
  readonly takesFrom?: 'all' | ReadonlySet<string>;
  /** True where hubs, days or carriers are left to the solver. */
  readonly isOwnChoice: boolean;
  /** Drawn like any scenario, by its own rules: what it leaves to the program is chosen, what is settled stays. */
  readonly isAsGiven: boolean;
}

const daily: ServiceDays = { kind: 'daily' };
const alternate: ServiceDays = { kind: 'everyNDays', n: 2 };
const walkMin = 15;

/** The time target of the county as a bound: the worst hour of its targets, else 48 h. */
export function targetBound(scenario: Scenario): TimeBound {
  const target = scenario.targets.find(({ kpi }) => kpi === 'worstCountyToVillageH');
  return { measure: 'worst', limitH: target?.threshold ?? 48 };
}

/**
 * A rural scenario as given, in shapes made by hand, and as the solver's own choice; an urban star as given only. All
 * share roads, prices, demand and fleet. Rules for stability, locks and lines settled by hand belong to one shape and
 * stay with the scenario as given; so does the number of lines.
 */
export function networkVariants(given: Scenario, matrix: TravelMatrix): NetworkVariant[] {
  const asGiven: NetworkVariant = {
    key: 'asGiven',
    name: { zh: '本方案', en: 'As given' },
    level: null,
    scenario: given,
    isOwnChoice: false,
    isAsGiven: true,
  };
  if (given.shape === 'urbanStar') return [asGiven];
  const {
    handPlan: _handPlan,
    locks: _locks,
    todaysPlan: _todaysPlan,
    ...scenario
  } = withHubCandidates(given);
  const {
    hubs: _hubs,
    calendar: _calendar,
    buses: _buses,
    stability: _stability,
    ...policy
  } = scenario.policy;
  const free: Scenario = {
    ...scenario,
    policy: {
      ...policy,
      lineCount: { min: 0, max: null },
      timeBound: given.policy.timeBound ?? targetBound(given),
    },
  };
  const busLines = scenario.busLines ?? assumedBusLines(scenario, matrix);
  const withBuses: Scenario = { ...free, busLines };
  const hand = (key: string, zh: string, en: string, made: Scenario): NetworkVariant => ({
    key,
    name: { zh, en },
    level: null,
    scenario: { ...made, id: asId<ScenarioId>(`${scenario.id}~${key}`) },
    isOwnChoice: false,
    isAsGiven: false,
  });
  const direct = supplied(free, 'direct', () => null);
  const own = hubOfTownship(scenario);
  const seatTownship = scenario.places.find(({ id }) => id === scenario.depot.placeId)?.parentId ?? null;
  const townshipOf = townshipFinder(scenario);
  const ownHub = (station: Station): StationId | null => {
    const township = townshipOf(station.id);
    return township === null || township === seatTownship ? null : (own.get(township) ?? null);
  };
  const everyTownship = supplied(free, 'mixed', ownHub);
  const isFar = farTownships(scenario, matrix);
  const mixed = supplied(free, 'mixed', (station) => {
    const hub = ownHub(station);
    return hub !== null && isFar.has(hub) ? hub : null;
  });
  const hasHubs = scenario.stations.some(({ hubId }) => hubId !== null);
  const variants: NetworkVariant[] = [
    asGiven,
    ...(hasHubs
      ? [
          hand('hubsDaily', '现有中转站，每日', 'Hubs as given, daily', onDays(free, daily, daily)),
          hand(
            'hubsBranchAlternate',
            '现有中转站，支线隔日',
            'Hubs as given, branches on alternate days',
            onDays(free, daily, alternate),
          ),
          hand(
            'hubsAlternate',
            '现有中转站，干支线都隔日',
            'Hubs as given, all on alternate days',
            onDays(free, alternate, alternate),
          ),
        ]
      : []),
    hand(
      'townshipHubsDaily',
      '每乡镇一个中转站，每日',
      'A hub in every township, daily',
      onDays(everyTownship, daily, daily),
    ),
    hand(
      'townshipHubsAlternate',
      '每乡镇一个中转站，支线隔日',
      'A hub in every township, branches on alternate days',
      onDays(everyTownship, daily, alternate),
    ),
    hand('directDaily', '县里直送，每日', 'Direct, daily', onDays(direct, daily, daily)),
    hand('directAlternate', '县里直送，隔日', 'Direct, alternate days', onDays(direct, alternate, alternate)),
    hand(
      'mixedDaily',
      '远乡镇中转、近乡镇直送，每日',
      'Hubs in far townships, near ones direct, daily',
      onDays(mixed, daily, daily),
    ),
    hand(
      'mixedAlternate',
      '远乡镇中转（支线隔日）、近乡镇每日直送',
      'Hubs in far townships with branches on alternate days, near ones direct',
      onDays(mixed, daily, alternate),
    ),
    hand('buses', '县里直送加客车（客货邮），每日', 'Direct with buses where they pass', {
      ...onDays(
        supplied(withBuses, 'direct', () => null),
        daily,
        daily,
      ),
      policy: {
        ...onDays(withBuses, daily, daily).policy,
        buses: { use: 'first', maxAccessMin: walkMin },
      },
    }),
  ];
  const chosen: Policy = {
    ...free.policy,
    hubs: { choice: 'chosen', assignment: 'chosen', maxHubCount: null },
    calendar: { choice: 'chosen', options: [daily, alternate, { kind: 'weekdays', days: [0, 2, 4] }] },
  };
  const ownChoice = (key: string, zh: string, en: string, made: Scenario): NetworkVariant => ({
    ...hand(key, zh, en, { ...made, shape: 'mixed' }),
    isOwnChoice: true,
    takesFrom: 'all',
  });
  return [
    ...variants,
    ownChoice(
      'ownChoice',
      '由系统选中转站与开行日（不用客车）',
      "The program's own choice of hubs and days, without buses",
      {
        ...free,
        policy: chosen,
      },
    ),
    ownChoice(
      'ownChoiceWithBuses',
      '由系统选中转站与开行日（可用客车）',
      "The program's own choice of hubs and days, buses allowed",
      {
        ...withBuses,
        policy: { ...chosen, buses: { use: 'cheaper', maxAccessMin: walkMin } },
      },
    ),
  ];
}

function onDays(scenario: Scenario, serviceDays: ServiceDays, branchServiceDays: ServiceDays): Scenario {
  return { ...scenario, policy: { ...scenario.policy, serviceDays, branchServiceDays } };
}

function supplied(
  scenario: Scenario,
  shape: Scenario['shape'],
  hubOf: (station: Station) => StationId | null,
): Scenario {
  const asked = new Map(scenario.stations.map((station) => [station.id, hubOf(station)]));
  const hubs = new Set([...asked.values()]);
  return {
    ...scenario,
    shape,
    stations: scenario.stations.map((station) => ({
      ...station,
      hubId: hubs.has(station.id) ? null : asked.get(station.id)!,
    })),
  };
}

/** Hubs of the half of the townships that lies farthest from the county centre. */
function farTownships(scenario: Scenario, matrix: TravelMatrix): Set<StationId> {
  const size = matrix.stationIds.length;
  const secondsTo = (id: StationId): number =>
    matrix.durationS[matrix.stationIds.indexOf(scenario.depot.id) * size + matrix.stationIds.indexOf(id)]!;
  const hubs = [...hubOfTownship(scenario).values()].sort((a, b) => secondsTo(b) - secondsTo(a));
  return new Set(hubs.slice(0, Math.ceil(hubs.length / 2)));
}
