import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
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

/** The same as a line of its own, where there is anything to say. */
export function LeavesOut({ leftOut }: { readonly leftOut: LeftOut }) {
  const { t } = useTranslation();
  const text = leavesOut(leftOut, t, useLanguage());
  return text ? (
    <p className="leaves-out" data-left-out={leftOut.stationCount}>
      {text}
    </p>
  ) : null;
}
