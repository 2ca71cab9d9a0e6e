import { type KpiKey, kpiRegistry } from '../../core/kpi/kpis.ts';
import { assumedBusesOf } from '../../core/model/buses.ts';
import type { Report } from '../../core/model/report.ts';
import { isRealPoint } from '../../core/model/scenario.ts';

export interface Because {
  readonly reason: 'roads' | 'positions' | 'demand' | 'buses';
  /** Of `total`, where single things are estimated; 0 where all is. */
  readonly count: number;
  readonly total: number;
}

/** Why a figure is called estimated: the estimated things it rests on. */
export function reasonsOfEstimate(
  key: string,
  { scenario, plan, evaluation }: Pick<Report, 'scenario' | 'plan' | 'evaluation'>,
): Because[] {
  const restsOn: readonly string[] = key in kpiRegistry ? kpiRegistry[key as KpiKey].restsOn : [];
  const { stations, demands } = scenario;
  const reasons: Because[] = [];
  const add = (reason: Because['reason'], count = 0, total = 0): void => {
    reasons.push({ reason, count, total });
  };
  if (restsOn.includes('roads') && evaluation.isEstimated) add('roads');
  const placed = stations.filter((station) => !isRealPoint(station.coordQuality)).length;
  if (restsOn.includes('places') && placed > 0) add('positions', placed, stations.length);
  const isSplit = demands.some((demand) => demand.grade === 'derived' || demand.grade === 'assumption');
  if (restsOn.includes('demand') && isSplit) add('demand');
  const buses = assumedBusesOf(scenario, plan).length;
  if (restsOn.includes('buses') && buses > 0) add('buses', buses);
  return reasons;
}
