import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatHours, formatNumber, formatShare } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { ChartCard } from './ChartCard.tsx';
import { timeOption, timeRows } from './timeDistribution.ts';

export function TimeChart({ report, isStale }: { readonly report: Report; readonly isStale: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { times } = report.evaluation;
  const rows = useMemo(() => timeRows(times), [times]);
  const bin = (from: number, to: number) => t('charts.time.bin', { from, to });
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      timeOption(
        rows,
        {
          parcels: t('charts.time.parcels'),
          share: t('charts.time.share'),
          hours: t('charts.time.hours'),
          limit: t('charts.time.limit'),
          bin,
        },
        language,
      ),
    [rows, language],
  );
  return (
    <ChartCard
      name="time"
      title={t('charts.time.title')}
      subtitle={t('charts.time.subtitle')}
      option={option}
      isStale={isStale}
      description={t('charts.time.aria', {
        within: formatShare(times.shareWithin48h, language),
        worst: formatHours(times.worstH, language),
      })}
      table={{
        columns: [
          { title: t('charts.time.hours'), isNumber: false },
          { title: t('charts.time.parcels'), isNumber: true },
          { title: t('charts.time.share'), isNumber: true },
        ],
        rows: rows.map((row) => [
          bin(row.fromH, row.toH),
          formatNumber(row.parcelsPerDay, language, 1),
          formatShare(row.cumulativeShare, language),
        ]),
      }}
    />
  );
}
