import { type KpiKey, kpiRegistry } from '../../core/kpi/kpis.ts';
import type { Report } from '../../core/model/report.ts';
import { isRealPoint } from '../../core/model/scenario.ts';

export interface Because {
  readonly reason: 'roads' | 'positions' | 'demand';
  readonly count: number;
}

/** Why a figure is called estimated: the estimated things it rests on. */
export function reasonsOfEstimate(key: string, report: Report): Because[] {
  const restsOn: readonly string[] = key in kpiRegistry ? kpiRegistry[key as KpiKey].restsOn : [];
  const { stations, demands } = report.scenario;
  const reasons: Because[] = [];
  if (restsOn.includes('roads') && report.evaluation.isEstimated) reasons.push({ reason: 'roads', count: 0 });
  const placed = stations.filter((station) => !isRealPoint(station.coordQuality)).length;
  if (restsOn.includes('places') && placed > 0) reasons.push({ reason: 'positions', count: placed });
  const isSplit = demands.some((demand) => demand.grade === 'derived' || demand.grade === 'assumption');
  if (restsOn.includes('demand') && isSplit) reasons.push({ reason: 'demand', count: 0 });
  return reasons;
}
