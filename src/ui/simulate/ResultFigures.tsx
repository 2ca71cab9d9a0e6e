import { useTranslation } from 'react-i18next';
import { saveFile } from '../../clients/saveFile.ts';
import { csvText } from '../../core/io/export/writeCsv.ts';
import { longHeaders, longRows } from '../../core/kpi/tidyTable.ts';
import { type Estimate, outboundStatisticKeys } from '../../core/model/simulation.ts';
import { formatHours, formatNumber, formatShare, formatYuan } from '../../i18n/format.ts';
import { tablesOfSimulation } from '../../state/resultTables.ts';
import { addDays } from '../../state/simulationChoices.ts';
import { useLanguage } from '../AppContext.tsx';
import { IconButton } from '../IconButton.tsx';
import { DownloadOutlined } from '../icons.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { clipped } from './charts/limitShares.ts';
import type { ResultProps } from './SimulationTab.tsx';

const shareKeys = [
  'shareWithin24h',
  'shareWithin48h',
  'shareWithin72h',
  'shareWithin2CalendarDays',
  'villageShareWithin48h',
] as const;
const hourKeys = ['medianH', 'p90H', 'p95H', 'worstH'] as const;

interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly estimate: Estimate;
  /** The same figure of the plan, without chance; undefined where the plan has none. */
  readonly expected: number | undefined;
  readonly format: (value: number) => string;
  /** Said once a row, beside the mean. */
  readonly unit: string;
}

/** Headline figures with their confidence intervals beside what the plan promises. */
export function ResultFigures({ simulation, isStale }: ResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result, report, startDate, resultHash } = simulation;
  const { times } = report.evaluation;
  const share = (value: number): string => formatShare(value, language);
  const hours = (value: number): string => formatHours(value, language);
  const rows: FigureRow[] = [
    ...shareKeys.map((key) => ({
      key,
      name: t(`simulate.results.figures.${key}`),
      estimate: clipped(result.times[key]),
      expected: key === 'shareWithin72h' ? times.shareWithin72h : times[key],
      format: share,
      unit: '',
    })),
    ...hourKeys.map((key) => ({
      key,
      name: t(`simulate.results.figures.${key}`),
      estimate: result.times[key],
      expected: times[key],
      format: hours,
      unit: t('units.hour'),
    })),
    {
      key: 'yuanPerParcel',
      name: t('simulate.results.figures.yuanPerParcel'),
      estimate: result.yuanPerParcel,
      expected: report.evaluation.yuanPerParcel,
      format: (value) => formatYuan(value, language),
      unit: t('units.yuan/parcel'),
    },
    ...(result.outbound.parcelsPerDay.mean > 0 ? outboundStatisticKeys : []).map((key) => ({
      key: `outbound.${key}`,
      name: t(`simulate.results.figures.outbound.${key}`),
      estimate: key.startsWith('share') ? clipped(result.outbound[key]) : result.outbound[key],
      expected: undefined,
      format: key.startsWith('share') ? share : hours,
      unit: key.startsWith('share') ? '' : t('units.hour'),
    })),
  ];
  const exportAll = (): void => {
    const text = csvText(longHeaders, longRows(tablesOfSimulation(result)));
    saveFile(`${t('simulate.results.title')}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  const count = (value: number): string => formatNumber(value, language);
  return (
    <article className={`chart-card simulation-figures ${isStale ? 'stale' : ''}`}>
      <header>
        <div>
          <h3>{t('simulate.results.title')}</h3>
          <p>
            {t('simulate.results.summary', {
              days: result.days,
              replications: result.replications,
              from: startDate,
              to: addDays(startDate, result.days - 1),
              seed: result.seed,
            })}
          </p>
        </div>
        <StaleMark isStale={isStale} />
        <IconButton icon={<DownloadOutlined />} label={t('simulate.results.exportAll')} onClick={exportAll} />
      </header>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('simulate.results.figure')}</th>
            <th scope="col" className="number">
              {t('simulate.results.mean')}
            </th>
            <th scope="col" className="number">
              {t('simulate.results.interval')}
            </th>
            <th scope="col" className="number">
              {t('simulate.results.expected')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, estimate, expected, format, unit }) => (
            <tr key={key} data-figure={key}>
              <th scope="row">{name}</th>
              <td className="number">
                <strong>{format(estimate.mean)}</strong>
                {unit === '' ? '' : ` ${unit}`}
              </td>
              <td className="number">
                {format(estimate.low)}–{format(estimate.high)}
              </td>
              <td className="number">{expected === undefined ? '—' : format(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        {t('simulate.results.parcels', {
          created: count(result.parcels.created),
          delivered: count(result.parcels.delivered),
          inSystem: count(result.parcels.inSystem),
        })}
      </p>
      <p className="hint">{t('simulate.results.hash', { hash: resultHash })}</p>
    </article>
  );
}
