import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatYuan } from '../../i18n/format.ts';
import { tablesOfCosts } from '../../state/resultTables.ts';
import { useLanguage } from '../AppContext.tsx';
import { ChartCard } from '../charts/ChartCard.tsx';
import type { CostProps } from './CostsTab.tsx';
import { costEndOption, costEndRows, costEnds, endTotal } from './charts/costEnds.ts';

/** The cost stack three times: every price at its low, its usual and its high end. */
export function RangeChart({ costs, isStale }: CostProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = useMemo(() => costEndRows(tablesOfCosts(costs)), [costs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      costEndOption(
        rows,
        {
          end: (end) => t(`costs.range.ends.${end}`),
          entry: (entry) => t(`costEntries.${entry}`),
          unit: t('units.yuan/parcel'),
        },
        language,
      ),
    [rows, language],
  );
  const total = (end: (typeof costEnds)[number]): number => endTotal(rows, end);
  const cells = (values: readonly number[]): string[] =>
    values.map((each) => formatNumber(each, language, 3));
  return (
    <ChartCard
      name="cost-range"
      title={t('costs.range.title')}
      subtitle={t('costs.range.subtitle')}
      option={option}
      isStale={isStale}
      description={t('costs.range.aria', {
        low: formatYuan(total('low'), language),
        likely: formatYuan(total('likely'), language),
        high: formatYuan(total('high'), language),
      })}
      table={{
        columns: [
          { title: t('costs.range.entry'), isNumber: false },
          ...costEnds.map((end) => ({ title: t(`costs.range.ends.${end}`), isNumber: true })),
          { title: t('costs.range.grade'), isNumber: false },
        ],
        rows: [
          ...rows.map(({ entry, perParcel, grade }) => [
            `${entry} ${t(`costEntries.${entry}`)}`,
            ...cells(costEnds.map((end) => perParcel[end])),
            t(`grades.${grade}`),
          ]),
          [t('costs.range.total'), ...cells(costEnds.map(total)), ''],
        ],
      }}
    />
  );
}
