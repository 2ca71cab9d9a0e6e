import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { socialYuanPerDay } from '../../core/cost/costBook.ts';
import { otherSurplusYuanPerDay, stopBudget } from '../../core/cost/stopBreakEven.ts';
import { operationsOf } from '../../core/model/operations.ts';
import { daysPerYear } from '../../core/units.ts';
import { formatNumber, formatYuan } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import type { Stops } from './useStops.ts';

/** What it would take for every station to be paid for, and what it is to be read with. */
interface StopSummaryProps {
  readonly stops: Stops;
  /** All words in sight: paper has nothing to open. */
  readonly isOnPaper?: boolean;
}

export function StopSummary({ stops, isOnPaper = false }: StopSummaryProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { report, basis, incomeYuanPerParcel } = stops;
  const budget = useMemo(
    () => stopBudget(stops.stops, basis, incomeYuanPerParcel),
    [stops, basis, incomeYuanPerParcel],
  );
  const whole = (value: number): string => formatNumber(value, language);
  const { subsidyYuanPerParcel } = report.scenario.rates;
  const isToVillages = report.scenario.stations.some(({ role }) => role === 'villageStation');
  const unservedCount = report.plan.unserved.length;
  const hubCount = stops.stops.length - budget.stopCount;
  const others = otherSurplusYuanPerDay(stops.stops, report.evaluation, incomeYuanPerParcel);
  const notes = [
    ...(basis === 'share' && Math.abs(others) >= 1
      ? [t(others > 0 ? 'stops.othersOver' : 'stops.othersShort', { yuan: whole(Math.abs(others)) })]
      : []),
    ...(subsidyYuanPerParcel.value > 0
      ? [t('stops.subsidy', { yuan: formatYuan(subsidyYuanPerParcel.value, language) })]
      : []),
    ...(report.evaluation.isEstimated ? [t('stops.estimated')] : []),
    ...(unservedCount > 0 ? [t('stops.unserved', { count: unservedCount })] : []),
    ...(hubCount > 0 ? [t('stops.hubs', { count: hubCount })] : []),
  ];
  const how = [
    t(`stops.explain.${basis}`),
    t('stops.income.hint'),
    ...(isToVillages
      ? [
          t('stops.fetching', {
            yuan: formatYuan(socialYuanPerDay(operationsOf(report.scenario), 1), language),
          }),
        ]
      : []),
  ].join(language === 'en' ? ' ' : '');
  return (
    <div className="stop-summary">
      <p role="status" data-stops="budget">
        <strong>
          {t(budget.shortCount === 0 ? `stops.allPay.${basis}` : `stops.summary.${basis}`, {
            count: budget.stopCount,
            short: budget.shortCount,
            missing: whole(budget.missingYuanPerDay),
            year: whole(budget.missingYuanPerDay * daysPerYear),
            surplus: whole(budget.surplusYuanPerDay),
          })}
        </strong>
      </p>
      {isOnPaper ? (
        <p>{[t(`stops.explain.${basis}`), ...notes].join(' · ')}</p>
      ) : (
        <details className="hint">
          <summary>{[t('stops.how'), ...notes].join(' · ')}</summary>
          {how}
        </details>
      )}
    </div>
  );
}
