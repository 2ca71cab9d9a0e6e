import type { Graded } from '../model/graded.ts';
import type { Terrain } from '../model/scenario.ts';
import type { SimulationSettings } from '../model/simulation.ts';

const assumed = (value: number, low: number, high: number, source: string): Graded => ({
  value,
  low,
  high,
  grade: 'assumption',
  source,
});
const none: Graded = { value: 0, grade: 'user', source: 'switched off' };

/** Working defaults; none was found in a document, so each carries a range and can be edited. */
export function defaultSimulationSettings(terrain: Terrain): SimulationSettings {
  const isMountain = terrain === 'mountain';
  return {
    days: 30,
    replications: 20,
    seed: 1,
    warmUpDays: 7,
    followUpDays: 14,
    demandKind: 'negativeBinomial',
    demandVariationCv: assumed(
      0.2,
      0.15,
      0.3,
      '默认假设: 村级日件量变异系数 0.15–0.30 / working default: a village varies by 0.15–0.30 from day to day',
    ),
    weekdayFactors: [1, 1, 1, 1, 1, 1, 1],
    dayFactors: [],
    tripTimeLogSd: assumed(
      0.12,
      0.05,
      0.25,
      '默认假设: 单班行驶时间对数标准差，未找到来源 / working default: spread of a trip’s driving time; no source found',
    ),
    badWeatherDayShare: assumed(
      isMountain ? 0.08 : 0.05,
      0.02,
      0.15,
      '默认假设: 雨雪冰雾日比例，未找到来源 / working default: share of days with rain, snow, ice or fog; no source found',
    ),
    badWeatherSpeedFactor: assumed(
      0.7,
      0.6,
      0.8,
      '默认假设: 雨雪冰雾车速 × 0.6–0.8 / working default: speed in bad weather',
    ),
    lineClosedDayShare: assumed(
      isMountain ? 3 / 365 : 1 / 365,
      0,
      5 / 365,
      '默认假设: 每线每冬停运 1–5 天 / working default: a line is closed on 1–5 days a winter',
    ),
    breakdownTripShare: assumed(
      isMountain ? 3 / 312 : 1.5 / 312,
      1 / 312,
      4 / 312,
      '默认假设: 每车每年故障 1–2 次，山区加倍，按每年 312 个班次 / working default: 1–2 breakdowns per vehicle-year, twice that in mountains, over 312 trips',
    ),
    breakdownDelayMin: assumed(
      150,
      60,
      300,
      '默认假设: 故障后换车时间，未找到来源 / working default: time until another vehicle has taken over; no source found',
    ),
    keeperAbsentDayShare: assumed(
      0.03,
      0,
      0.1,
      '默认假设: 站长缺勤日比例，未找到来源 / working default: days on which the keeper is away; no source found',
    ),
    outboundTrunkClockMin: 20 * 60,
    closures: [],
    traceStationId: null,
  };
}

/** The same horizon without chance: gives the numbers of `evaluatePlan`. */
export const noVariance = (settings: SimulationSettings): SimulationSettings => ({
  ...settings,
  replications: 1,
  demandKind: 'fixed',
  demandVariationCv: none,
  weekdayFactors: [1, 1, 1, 1, 1, 1, 1],
  dayFactors: [],
  tripTimeLogSd: none,
  badWeatherDayShare: none,
  lineClosedDayShare: none,
  breakdownTripShare: none,
  keeperAbsentDayShare: none,
  closures: [],
});

/**
 * Peaks a planner tests against, as day factors from a given day on. Double 11: measured national peak days 1.45-1.87,
 * average of the weeks 1.18-1.4; Spring Festival: 1.33 to 3 in mountain villages; fruit season: outbound only.
 */
export const peakPresets = {
  double11: (fromDay: number) => [
    { name: 'double11.peak', fromDay, toDay: fromDay + 2, deliveryFactor: 1.5, pickupFactor: 1 },
    {
      name: 'double11.after',
      fromDay: fromDay + 3,
      toDay: fromDay + 22,
      deliveryFactor: 1.2,
      pickupFactor: 1,
    },
  ],
  june18: (fromDay: number) => [
    { name: 'june18', fromDay, toDay: fromDay + 10, deliveryFactor: 1.25, pickupFactor: 1 },
  ],
  springFestival: (fromDay: number) => [
    { name: 'springFestival', fromDay, toDay: fromDay + 17, deliveryFactor: 1.8, pickupFactor: 1 },
  ],
  fruitSeason: (fromDay: number) => [
    { name: 'fruitSeason', fromDay, toDay: fromDay + 34, deliveryFactor: 1, pickupFactor: 8 },
  ],
} as const satisfies Record<string, (fromDay: number) => SimulationSettings['dayFactors']>;
