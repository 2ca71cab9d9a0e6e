import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { leavesNothing, unservedBy } from '../../core/evaluate/unserved.ts';
import type { LeftOut, Report } from '../../core/model/report.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import { useLanguage } from '../AppContext.tsx';

/** What a saving is against, in words. */
export const againstBaseline = ({ saving, baseline }: Pick<Report, 'saving' | 'baseline'>, t: TFunction) =>
  t('kpi.versus', {
    // An urban star has no townships below the county seat.
    baseline: t(
      baseline.reaches === 'county' ? `baselines.urban.${saving.baseline}` : `baselines.${saving.baseline}`,
      {
        count: baseline.operators.length,
      },
    ),
  });

/** Says that a "before" carries less than the plan; null where it carries all. */
export const leavesOut = (
  { stationCount, parcelsPerDay }: LeftOut,
  t: TFunction,
  language: Language,
): string | null =>
  stationCount === 0
    ? null
    : t('kpi.baselineLeavesOut', { count: stationCount, parcels: formatNumber(parcelsPerDay, language) });

type Served = Pick<Report, 'scenario' | 'plan' | 'evaluation'>;
const leftOutOfPlan = ({ scenario, plan, evaluation }: Served): LeftOut =>
  unservedBy(scenario, plan, evaluation);

/** Says that the plan itself carries less than is asked of it; null where it carries all. */
export function planLeavesOut(report: Served, t: TFunction, language: Language): string | null {
  const leftOut = leftOutOfPlan(report);
  if (leavesNothing(leftOut)) return null;
  const { stationCount, parcelsPerDay } = leftOut;
  return t('kpi.planLeavesOut', { count: stationCount, parcels: formatNumber(parcelsPerDay, language) });
}

/** Whether a saving of the plan compares two services: its before, or it itself, leaves parcels out. */
export const isSavingOpen = (report: Report): boolean =>
  !(leavesNothing(report.baseline.leftOut) && leavesNothing(leftOutOfPlan(report)));

/** The same of a plan and of its before, a line for each that has anything to say. */
export function ServiceGaps({ report }: { readonly report: Report }) {
  return (
    <>
      <LeavesOut leftOut={report.baseline.leftOut} />
      <PlanLeavesOut report={report} />
    </>
  );
}

export function PlanLeavesOut({ report }: { readonly report: Served }) {
  const { t } = useTranslation();
  const text = planLeavesOut(report, t, useLanguage());
  return text ? (
    <p className="leaves-out" data-plan-leaves-out={leftOutOfPlan(report).stationCount}>
      {text}
    </p>
  ) : null;
}

/** What a before leaves out as a line of its own, where there is anything to say. */
export function LeavesOut({ leftOut }: { readonly leftOut: LeftOut }) {
  const { t } = useTranslation();
  const text = leavesOut(leftOut, t, useLanguage());
  return text ? (
    <p className="leaves-out" data-left-out={leftOut.stationCount}>
      {text}
    </p>
  ) : null;
}
