import { useMemo } from 'react';
import type { StopBasis } from '../../core/cost/stopBreakEven.ts';
import type { Report } from '../../core/model/report.ts';
import type { VillageStop } from '../../core/model/villageStop.ts';
import type { ShownCosts } from '../../state/costs.ts';
import { useView } from '../AppContext.tsx';
import { useCostChoices } from '../costs/useCosts.ts';

export interface Stops {
  readonly report: Report;
  readonly stops: readonly VillageStop[];
  readonly basis: StopBasis;
  /** What every parcel is taken to bring. */
  readonly incomeYuanPerParcel: number;
  /** Nobody has said what parcels bring: they bring what they cost on average. */
  readonly isMeanIncome: boolean;
}

/** What each station's stop takes, as a person has asked to see it; null before it is known. */
export function useStops({ costs }: ShownCosts): Stops | null {
  const basis = useView((view) => view.stopBasis);
  const given = useCostChoices()?.incomeYuanPerParcel ?? null;
  return useMemo(
    () =>
      costs && {
        report: costs.report,
        stops: costs.stops,
        basis,
        incomeYuanPerParcel: given ?? costs.report.evaluation.yuanPerParcel,
        isMeanIncome: given === null,
      },
    [costs, basis, given],
  );
}
