import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatNumber, formatShare, formatYuan } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { ChartCard } from './ChartCard.tsx';
import { costOption, costRows, costTotals } from './costStack.ts';

export function CostChart({ report, isStale }: { readonly report: Report; readonly isStale: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { evaluation, baseline, scenario } = report;
  const rows = useMemo(() => costRows(baseline.evaluation, evaluation), [baseline, evaluation]);
  const totals = costTotals(rows);
  const targetShare = scenario.targets.find((target) => target.kpi === 'savingShare')?.threshold ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      costOption(
        rows,
        targetShare,
        {
          before: t('charts.cost.before'),
          after: t('charts.cost.after'),
          unit: t('units.yuan/parcel'),
          limit: t('charts.cost.limit', { share: formatShare(targetShare, language) }),
          entry: (entry) => t(`costEntries.${entry}`),
        },
        language,
      ),
    [rows, targetShare, language],
  );
  const cells = (name: string, before: number, after: number): string[] => [
    name,
    formatNumber(before, language, 3),
    formatNumber(after, language, 3),
  ];
  return (
    <ChartCard
      name="cost"
      title={t('charts.cost.title')}
      subtitle={t('charts.cost.subtitle')}
      option={option}
      isStale={isStale}
      description={t('charts.cost.aria', {
        before: formatYuan(totals.before, language),
        after: formatYuan(totals.after, language),
      })}
      table={{
        columns: [
          { title: t('charts.cost.entry'), isNumber: false },
          { title: t('charts.cost.before'), isNumber: true },
          { title: t('charts.cost.after'), isNumber: true },
        ],
        rows: [
          ...rows.map((row) =>
            cells(t(`costEntries.${row.entry}`), row.beforeYuanPerParcel, row.afterYuanPerParcel),
          ),
          cells(t('charts.cost.total'), totals.before, totals.after),
        ],
      }}
    />
  );
}
