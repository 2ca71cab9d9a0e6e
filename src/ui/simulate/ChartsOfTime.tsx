import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { tablesOfSimulation } from '../../state/resultTables.ts';
import { useLanguage } from '../AppContext.tsx';
import { ChartCard } from '../charts/ChartCard.tsx';
import { clipped, type LimitRow, limitOption, limitRows } from './charts/limitShares.ts';
import { type TimeBandRow, timeBandOption, timeBandRows } from './charts/timeBands.ts';
import type { ResultProps } from './SimulationTab.tsx';

/** How the county-to-village time is distributed, and what share arrives within each limit. */
export function ChartsOfTime(props: ResultProps) {
  return (
    <>
      <TimeBands {...props} />
      <LimitShares {...props} />
    </>
  );
}

function TimeBands({ simulation, isStale }: ResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result } = simulation;
  const rows = useMemo(() => timeBandRows(tablesOfSimulation(result)), [result]);
  const bin = ({ fromH, toH }: TimeBandRow): string =>
    toH === null
      ? t('simulate.charts.time.beyond', { from: fromH })
      : t('simulate.charts.time.bin', { from: fromH, to: toH });
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      timeBandOption(
        rows,
        {
          parcels: t('simulate.charts.time.parcels'),
          share: t('simulate.charts.time.share'),
          hours: t('simulate.charts.time.hours'),
          band: t('simulate.charts.time.band'),
          limit: (hours) => t('simulate.charts.time.limit', { hours }),
          bin,
        },
        language,
      ),
    [rows, language],
  );
  const share = (value: number): string => formatShare(value, language);
  const { shareWithin24h, shareWithin48h, shareWithin72h } = result.times;
  return (
    <ChartCard
      name="simulated-time"
      title={t('simulate.charts.time.title')}
      subtitle={t('simulate.charts.time.subtitle')}
      option={option}
      isStale={isStale}
      description={t('simulate.charts.time.aria', {
        h24: share(shareWithin24h.mean),
        h48: share(shareWithin48h.mean),
        h72: share(shareWithin72h.mean),
      })}
      table={{
        columns: [
          { title: t('simulate.charts.time.hours'), isNumber: false },
          { title: t('simulate.charts.time.parcels'), isNumber: true },
          { title: t('simulate.charts.time.share'), isNumber: true },
          { title: t('simulate.charts.time.low'), isNumber: true },
          { title: t('simulate.charts.time.high'), isNumber: true },
        ],
        rows: rows.map((row) => [
          bin(row),
          formatNumber(row.parcelsPerDay, language, 1),
          share(row.share),
          share(row.shareLow),
          share(row.shareHigh),
        ]),
      }}
    />
  );
}

function LimitShares({ simulation, isStale }: ResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = useMemo(() => limitRows(tablesOfSimulation(simulation.result)), [simulation]);
  const nameOf = ({ kind, limit }: LimitRow): string =>
    kind === 'hours'
      ? t('simulate.charts.calendar.hours', { hours: limit })
      : limit === 0
        ? t('simulate.charts.calendar.sameDay')
        : t('simulate.charts.calendar.days', { days: limit });
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(() => limitOption(rows, nameOf, language), [rows, language]);
  const share = (value: number): string => formatShare(value, language);
  return (
    <ChartCard
      name="simulated-limits"
      title={t('simulate.charts.calendar.title')}
      subtitle={t('simulate.charts.calendar.subtitle')}
      option={option}
      isStale={isStale}
      description={t('simulate.charts.calendar.aria', {
        summary: rows.map((row) => `${nameOf(row)} ${share(row.share.mean)}`).join(', '),
      })}
      table={{
        columns: [
          { title: t('simulate.charts.calendar.limit'), isNumber: false },
          { title: t('simulate.charts.calendar.share'), isNumber: true },
          { title: t('simulate.charts.time.low'), isNumber: true },
          { title: t('simulate.charts.time.high'), isNumber: true },
        ],
        rows: rows.map((row) => {
          const { mean, low, high } = clipped(row.share);
          return [nameOf(row), share(mean), share(low), share(high)];
        }),
      }}
    />
  );
}
