import type { TFunction } from 'i18next';
import type { Report } from '../../core/model/report.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';

type Compared = Pick<Report, 'saving' | 'baseline'>;

/** What a saving is against, in words. */
export const againstBaseline = ({ saving, baseline }: Compared, t: TFunction): string =>
  t('kpi.versus', {
    baseline: t(`baselines.${saving.baseline}`, { count: baseline.operators.length }),
  });

/** Says that the "before" carries less than the plan; null where it carries all. */
export function baselineLeavesOut(
  { leftOut: { stationCount, parcelsPerDay } }: Pick<Report['baseline'], 'leftOut'>,
  t: TFunction,
  language: Language,
): string | null {
  if (stationCount === 0) return null;
  return t('kpi.baselineLeavesOut', {
    count: stationCount,
    parcels: formatNumber(parcelsPerDay, language),
  });
}
