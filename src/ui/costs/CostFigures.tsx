import { useTranslation } from 'react-i18next';
import { saveFile } from '../../clients/saveFile.ts';
import { investmentYuanPerDay } from '../../core/cost/costBook.ts';
import { csvText } from '../../core/io/export/writeCsv.ts';
import { stopTable } from '../../core/kpi/costTables.ts';
import { splitTables } from '../../core/kpi/splitTables.ts';
import { longHeaders, longRows } from '../../core/kpi/tidyTable.ts';
import { formatNumber, formatYuan } from '../../i18n/format.ts';
import { pricedHash } from '../../state/costs.ts';
import { tablesOfCosts } from '../../state/resultTables.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { IconButton } from '../IconButton.tsx';
import { DownloadOutlined } from '../icons.tsx';
import { StaleMark } from '../StaleMark.tsx';
import type { CostProps } from './CostsTab.tsx';
import { useCostChoices } from './useCosts.ts';

/** Cost with and without subsidy and investment; social cost and CO2 beside it, never in it. */
export function CostFigures({ costs, isStale }: CostProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const choices = useCostChoices();
  const { evaluation, scenario } = costs.report;
  const { delivery, pickup } = evaluation.parcelsPerDay;
  const parcels = delivery + pickup;
  const running = evaluation.totalYuanPerDay;
  const subsidy = evaluation.costYuanPerDay.C10;
  const investment = investmentYuanPerDay(scenario.rates);
  const social = costs.befores.rows[0]?.socialAfter;
  const per = (yuan: number): string => (parcels > 0 ? formatYuan(yuan / parcels, language) : '—');
  const day = (yuan: number): string => formatNumber(yuan, language);
  const exportAll = (): void => {
    const split = app.splits.store.getState().results[pricedHash(costs.report)];
    const income = choices?.incomeYuanPerParcel ?? evaluation.yuanPerParcel;
    const tables = [
      ...tablesOfCosts(costs),
      stopTable(costs.stops, income),
      ...(split ? splitTables(split) : []),
    ];
    const text = csvText(longHeaders, longRows(tables));
    saveFile(`${t('costs.figures.fileName')}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  const yuanRows = [
    ['running', running],
    ['afterSubsidy', running - subsidy],
    ['withInvestment', running + investment],
    ['social', social?.yuanPerDay ?? 0],
  ] as const;
  return (
    <article className={`chart-card ${isStale ? 'stale' : ''}`} data-chart="cost-figures">
      <header>
        <div>
          <h3>{t('costs.figures.title')}</h3>
        </div>
        <StaleMark isStale={isStale} />
        <IconButton icon={<DownloadOutlined />} label={t('costs.figures.exportAll')} onClick={exportAll} />
      </header>
      <table className="plain-table">
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {t('costs.figures.perParcel')}
            </th>
            <th scope="col" className="number">
              {t('costs.figures.perDay')}
            </th>
          </tr>
        </thead>
        <tbody>
          {yuanRows.map(([key, yuan]) => (
            <tr key={key} data-figure={key}>
              <th scope="row">{t(`costs.figures.${key}`)}</th>
              <td className="number">{per(yuan)}</td>
              <td className="number">{day(yuan)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('costs.figures.socialHours')}</th>
            <td />
            <td className="number">
              {formatNumber(social?.villagerHoursPerDay, language)} {t('costs.figures.hoursPerDay')}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('costs.figures.co2')}</th>
            <td className="number">
              {parcels > 0 ? formatNumber((evaluation.kgCo2PerDay / parcels) * 1000, language) : '—'}{' '}
              {t('costs.figures.gram')}
            </td>
            <td className="number">
              {formatNumber(evaluation.kgCo2PerDay, language)} {t('units.kg/day')}
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}
