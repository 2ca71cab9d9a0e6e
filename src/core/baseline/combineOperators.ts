import { timeStatistics } from '../evaluate/times.ts';
import type { Evaluation, TimeDistribution } from '../model/evaluation.ts';
import { type CostEntryKey, costEntryKeys } from '../model/rates.ts';
import type { Baseline, BaselineKind } from '../model/report.ts';
import type { Tier } from '../model/scenario.ts';

/** Adds the operators of a baseline up to one "before": costs, kilometres and duties sum; times pool by parcels. */
export function combineOperators(
  kind: BaselineKind,
  operators: Baseline['operators'],
  reaches: Tier,
): Omit<Baseline, 'leftOut'> {
  const evaluations = operators.map((operator) => operator.evaluation);
  const sum = (pick: (evaluation: Evaluation) => number): number =>
    evaluations.reduce((total, evaluation) => total + pick(evaluation), 0);
  const costYuanPerDay = {} as Record<CostEntryKey, number>;
  for (const key of costEntryKeys) costYuanPerDay[key] = sum((evaluation) => evaluation.costYuanPerDay[key]);
  const delivery = sum((evaluation) => evaluation.parcelsPerDay.delivery);
  const pickup = sum((evaluation) => evaluation.parcelsPerDay.pickup);
  const totalYuanPerDay = sum((evaluation) => evaluation.totalYuanPerDay);
  return {
    kind,
    operators,
    evaluation: {
      costYuanPerDay,
      totalYuanPerDay,
      yuanPerParcel: delivery + pickup > 0 ? totalYuanPerDay / (delivery + pickup) : Number.NaN,
      parcelsPerDay: { delivery, pickup },
      times: pooledTimes(evaluations),
      lineKmPerDay: sum((evaluation) => evaluation.lineKmPerDay),
      dutyCount: sum((evaluation) => evaluation.dutyCount),
      vehicleCount: sum((evaluation) => evaluation.vehicleCount),
      isEstimated: evaluations.some((evaluation) => evaluation.isEstimated),
      lineCount: sum((evaluation) => evaluation.lines.length),
    },
    reaches,
  };
}

/** A village waits for every courier, so each operator's villages count with its share of the operators. */
function pooledTimes(evaluations: readonly Evaluation[]): TimeDistribution {
  const points = evaluations.flatMap((evaluation) =>
    evaluation.times.points.map((point) => ({ ...point, villages: point.villages / evaluations.length })),
  );
  const times = evaluations.map((evaluation) => evaluation.times);
  const shares = times.map((of) => of.villageShareWithin48h).filter((share) => !Number.isNaN(share));
  return timeStatistics(points, {
    parcelsPerDay: times.reduce((sum, of) => sum + of.parcelsPerDay, 0),
    villageCount: times.reduce((sum, of) => sum + of.villageCount, 0) / times.length,
    villageShareWithin48h: shares.length > 0 ? Math.min(...shares) : Number.NaN,
  });
}
