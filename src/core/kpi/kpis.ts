import { afterSubsidyYuanPerDay, investmentYuanPerDay } from '../cost/costBook.ts';
import { measuredTier } from '../evaluate/groundwork.ts';
import { leavesNothing, unservedBy } from '../evaluate/unserved.ts';
import { assumedBusesOf } from '../model/buses.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Plan } from '../model/plan.ts';
import type { Baseline, KpiRow, KpiStatus, Saving } from '../model/report.ts';
import { isRealPoint, type Scenario, type Target } from '../model/scenario.ts';
import { minPerHour } from '../units.ts';
import { stationsWithin, villageCoverage, villageReach } from './coverage.ts';

/** What a KPI is computed from. */
export interface KpiInput {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
  readonly baseline: Baseline;
  readonly saving: Saving;
}

type Figure = Pick<KpiRow, 'value'> &
  Partial<Pick<KpiRow, 'numerator' | 'denominator' | 'baseline' | 'tier'>>;
interface KpiDefinition {
  readonly unit: string;
  /** Which inputs it rests on: decides whether the figure is an estimate. */
  readonly restsOn: readonly ('roads' | 'demand' | 'places' | 'buses')[];
  readonly betterIs: 'higher' | 'lower' | 'neither';
  readonly figure: (input: KpiInput) => Figure;
}

const parcelsPerDay = ({ evaluation }: KpiInput): number =>
  evaluation.parcelsPerDay.delivery + evaluation.parcelsPerDay.pickup;
const perParcel = (input: KpiInput, yuanPerDay: number): number =>
  parcelsPerDay(input) > 0 ? yuanPerDay / parcelsPerDay(input) : Number.NaN;
const hourKpi = (pick: (times: Evaluation['times']) => number): KpiDefinition => ({
  unit: 'hour',
  restsOn: ['roads', 'places', 'buses'],
  betterIs: 'lower',
  figure: ({ scenario, evaluation }) => ({ value: pick(evaluation.times), tier: measuredTier(scenario) }),
});
/** A share of parcels a day, or of villages, with the two numbers behind it. */
const timeShareKpi = (
  pick: (times: Evaluation['times']) => number,
  of: 'parcelsPerDay' | 'villageCount',
): KpiDefinition => ({
  unit: 'share',
  restsOn: ['roads', 'places', 'demand', 'buses'],
  betterIs: 'higher',
  figure: ({ scenario, evaluation: { times } }) => {
    const value = pick(times);
    const denominator = times[of];
    const within = value * denominator;
    const numerator = of === 'villageCount' ? Math.round(within) : within;
    const counts = denominator > 0 ? { numerator, denominator } : {};
    return { value, ...counts, tier: measuredTier(scenario) };
  },
});
const countKpi = (figure: (input: KpiInput) => number): KpiDefinition => ({
  unit: 'count',
  restsOn: [],
  betterIs: 'neither',
  figure: (input) => ({ value: figure(input) }),
});
const moneyKpi = (figure: (input: KpiInput) => number, unit: string): KpiDefinition => ({
  unit,
  restsOn: ['roads', 'demand', 'places', 'buses'],
  betterIs: 'lower',
  figure: (input) => ({ value: figure(input) }),
});

/** Every KPI, in the order of the screen: key -> unit, what it rests on, formula. */
export const kpiRegistry = {
  yuanPerParcel: moneyKpi(({ evaluation }) => evaluation.yuanPerParcel, 'yuan/parcel'),
  savingShare: {
    unit: 'share',
    restsOn: ['roads', 'demand', 'places', 'buses'],
    betterIs: 'higher',
    figure: ({ saving, baseline }) => ({
      value: saving.share,
      baseline: saving.baseline,
      tier: baseline.reaches,
    }),
  },
  baselineYuanPerParcel: {
    unit: 'yuan/parcel',
    restsOn: ['roads', 'demand', 'places'],
    betterIs: 'neither',
    figure: ({ baseline }) => ({
      value: baseline.evaluation.yuanPerParcel,
      baseline: baseline.kind,
      tier: baseline.reaches,
    }),
  },
  shareWithin24h: timeShareKpi((times) => times.shareWithin24h, 'parcelsPerDay'),
  shareWithin48h: timeShareKpi((times) => times.shareWithin48h, 'parcelsPerDay'),
  shareWithin2CalendarDays: timeShareKpi((times) => times.shareWithin2CalendarDays, 'parcelsPerDay'),
  villageShareWithin48h: timeShareKpi((times) => times.villageShareWithin48h, 'villageCount'),
  medianCountyToVillageH: hourKpi((times) => times.medianH),
  p90CountyToVillageH: hourKpi((times) => times.p90H),
  worstCountyToVillageH: hourKpi((times) => times.worstH),
  villageCoverageShare: {
    unit: 'share',
    restsOn: [],
    betterIs: 'higher',
    figure: ({ scenario, plan }) => ({ ...villageCoverage(scenario, plan), tier: 'village' }),
  },
  villageReachShare: {
    unit: 'share',
    restsOn: [],
    betterIs: 'higher',
    figure: ({ scenario, plan }) => ({ ...villageReach(scenario, plan), tier: 'village' }),
  },
  lineCount: countKpi(({ plan }) => plan.lines.filter((line) => line.kind !== 'branch').length),
  branchLineCount: countKpi(({ plan }) => plan.lines.filter((line) => line.kind === 'branch').length),
  lineKmPerDay: {
    unit: 'km/day',
    restsOn: ['roads', 'places', 'buses'],
    betterIs: 'lower',
    figure: ({ evaluation }) => ({ value: evaluation.lineKmPerDay }),
  },
  dutyCount: {
    unit: 'duty/day',
    restsOn: ['roads', 'demand', 'places', 'buses'],
    betterIs: 'lower',
    figure: ({ evaluation }) => ({ value: evaluation.dutyCount }),
  },
  longestDutyH: {
    unit: 'hour',
    restsOn: ['roads', 'demand', 'places', 'buses'],
    betterIs: 'lower',
    figure: ({ evaluation }) => ({
      value: Math.max(0, ...evaluation.duties.map((duty) => duty.paidMin)) / minPerHour,
    }),
  },
  vehicleCount: countKpi(({ evaluation }) => evaluation.vehicleCount),
  parcelsPerDay: {
    unit: 'parcel/day',
    restsOn: ['demand'],
    betterIs: 'neither',
    figure: (input) => ({ value: parcelsPerDay(input) }),
  },
  totalYuanPerDay: moneyKpi(({ evaluation }) => evaluation.totalYuanPerDay, 'yuan/day'),
  yuanPerParcelWithInvestment: moneyKpi(
    (input) =>
      perParcel(input, input.evaluation.totalYuanPerDay + investmentYuanPerDay(input.scenario.rates)),
    'yuan/parcel',
  ),
  yuanPerParcelAfterSubsidy: moneyKpi(
    (input) => perParcel(input, afterSubsidyYuanPerDay(input.evaluation.costYuanPerDay)),
    'yuan/parcel',
  ),
  kgCo2PerDay: {
    unit: 'kg/day',
    restsOn: ['roads', 'places', 'buses'],
    betterIs: 'lower',
    figure: ({ evaluation }) => ({ value: evaluation.kgCo2PerDay }),
  },
  sortingRounds: countKpi(({ evaluation }) => evaluation.sortingRounds),
  townshipStationCount: countKpi(({ scenario }) => stationsWithin(scenario, 'townshipStation')),
  villageStationCount: countKpi(({ scenario }) => stationsWithin(scenario, 'villageStation')),
  urbanStationCount: countKpi(({ scenario }) => stationsWithin(scenario, 'urbanStation')),
  courierCount: countKpi(({ scenario }) => scenario.couriers.length),
  unservedStationCount: { ...countKpi(({ plan }) => plan.unserved.length), betterIs: 'lower' },
  violationCount: { ...countKpi(({ evaluation }) => evaluation.violations.length), betterIs: 'lower' },
} as const satisfies Record<string, KpiDefinition>;

export type KpiKey = keyof typeof kpiRegistry;
export const kpiKeys = Object.keys(kpiRegistry) as KpiKey[];

/** All KPI rows of a report, judged against the scenario's targets. */
export function kpiRows(input: KpiInput): KpiRow[] {
  const { scenario } = input;
  const estimated = {
    roads: input.evaluation.isEstimated,
    demand: scenario.demands.some((demand) => demand.grade === 'derived' || demand.grade === 'assumption'),
    places: scenario.stations.some((station) => !isRealPoint(station.coordQuality)),
    buses: assumedBusesOf(scenario, input.plan).length > 0,
  };
  return kpiKeys.map((key) => {
    const definition: KpiDefinition = kpiRegistry[key];
    const figure = definition.figure(input);
    const target = scenario.targets.find((candidate) => candidate.kpi === key);
    return {
      key,
      unit: definition.unit,
      ...figure,
      ...judge(figure.value, target, input),
      isEstimated: definition.restsOn.some((input_) => estimated[input_]),
    };
  });
}

type Verdict = Pick<KpiRow, 'status' | 'target' | 'margin'>;

/** Village targets say nothing about an urban star; what is not known, or is of two services, is not judged. */
function judge(value: number, target: Target | undefined, input: KpiInput): Verdict {
  const isUrban = input.scenario.shape === 'urbanStar';
  if (!target || Number.isNaN(value) || (isUrban && target.kpi !== 'savingShare')) return { status: 'none' };
  const margin = target.direction === 'atLeast' ? value - target.threshold : target.threshold - value;
  // 96 of 120 must count as 80 %, whatever the last bit of the division says.
  const status: KpiStatus = margin >= -1e-9 ? 'pass' : 'fail';
  return isOpen(target, status, input) ? { status: 'none' } : { status, target, margin };
}

/**
 * A saving of a before or a plan that leaves parcels out compares two services and proves nothing; the longest time of
 * the others proves that a limit is missed, and not that it is kept.
 */
function isOpen(
  { kpi }: Target,
  status: KpiStatus,
  { scenario, plan, evaluation, baseline }: KpiInput,
): boolean {
  if (kpi === 'savingShare')
    return !(leavesNothing(baseline.leftOut) && leavesNothing(unservedBy(scenario, plan, evaluation)));
  return kpi === 'worstCountyToVillageH' && status === 'pass' && plan.unserved.length > 0;
}
