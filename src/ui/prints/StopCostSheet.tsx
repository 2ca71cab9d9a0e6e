import { useTranslation } from 'react-i18next';
import { stopBases, stopBudget } from '../../core/cost/stopBreakEven.ts';
import { daysPerYear } from '../../core/units.ts';
import { formatNumber, formatYuan } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { useCosts } from '../costs/useCosts.ts';
import { StopSummary } from '../stops/StopSummary.tsx';
import { type StopColumn, stopCell } from '../stops/StopTable.tsx';
import { type StopRow, stopRows } from '../stops/stopRows.ts';
import { type Stops, useStops } from '../stops/useStops.ts';
import { Sheet } from './Sheet.tsx';

interface StopCostSheetProps {
  readonly title: string;
}

/** What every village's stop costs and what is missing, township by township: what a subsidy is asked for with. */
export function StopCostSheet({ title }: StopCostSheetProps) {
  const { t } = useTranslation();
  const stops = useStops(useCosts());
  if (!stops) return <p className="prints-news">{t('stops.waits')}</p>;
  return (
    <Sheet name="stops" heading={t('prints.kinds.stops')} title={title} report={stops.report}>
      <StopTables stops={stops} />
    </Sheet>
  );
}

const numbers = ['parcelsPerDay', 'breakEvenParcelsPerDay'] as const;
const ofBasis = ['chargedYuanPerParcel', 'missingYuanPerParcel', 'missingYuanPerYear'] as const;

function StopTables({ stops }: { readonly stops: Stops }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { incomeYuanPerParcel, isMeanIncome } = stops;
  const own = new Map(stopRows({ ...stops, basis: 'own' }).map((row) => [row.stationId, row]));
  const shares = stopRows({ ...stops, basis: 'share' });
  const townships = [...new Set(shares.map(({ township }) => township))].sort();
  return (
    <>
      <p>
        {t('stops.income.label')} {formatYuan(incomeYuanPerParcel, language)}{' '}
        {isMeanIncome ? t('stops.income.mean') : t('stops.income.given')} · {t('stops.income.hint')}
      </p>
      {stopBases.map((basis) => (
        <StopSummary key={basis} stops={{ ...stops, basis }} isOnPaper />
      ))}
      <table className="sheet-table sheet-stops" data-stop-costs>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('stops.columns.name')}
            </th>
            {numbers.map((key) => (
              <th key={key} scope="col" rowSpan={2} className="number">
                {t(`stops.columns.${key}`)}
              </th>
            ))}
            {stopBases.map((basis) => (
              <th key={basis} scope="colgroup" colSpan={ofBasis.length}>
                {t(`stops.basis.${basis}`)}
              </th>
            ))}
          </tr>
          <tr>
            {stopBases.flatMap((basis) =>
              ofBasis.map((key) => (
                <th key={`${basis} ${key}`} scope="col" className="number">
                  {t(`stops.columns.${key}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        {townships.map((township) => (
          <tbody key={township} data-township={township}>
            <tr>
              <th scope="rowgroup" colSpan={1 + numbers.length + stopBases.length * ofBasis.length}>
                {township === '' ? t('prints.noTownship') : township}
              </th>
            </tr>
            {shares
              .filter((row) => row.township === township)
              .map((row) => (
                <tr key={row.stationId}>
                  <th scope="row">{row.name}</th>
                  <td className="number">{stopCell(row, 'parcelsPerDay', language)}</td>
                  <Cells row={own.get(row.stationId)} columns={['breakEvenParcelsPerDay']} />
                  <Cells row={own.get(row.stationId)} columns={ofBasis} />
                  <Cells row={row} columns={ofBasis} />
                </tr>
              ))}
          </tbody>
        ))}
        <tfoot>
          <tr className="sheet-sum">
            <th scope="row" colSpan={1 + numbers.length}>
              {t('prints.stops.sum')}
            </th>
            {stopBases.map((basis) => (
              <td key={basis} className="number" colSpan={ofBasis.length} data-sum={basis}>
                {formatNumber(
                  stopBudget(stops.stops, basis, incomeYuanPerParcel).missingYuanPerDay * daysPerYear,
                  language,
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </>
  );
}

interface CellsProps {
  readonly row: StopRow | undefined;
  readonly columns: readonly StopColumn[];
}

/** Stations that are not judged by their own stop have nothing there. */
function Cells({ row, columns }: CellsProps) {
  const language = useLanguage();
  return columns.map((column) => (
    <td key={column} className="number">
      {row ? stopCell(row, column, language) : '—'}
    </td>
  ));
}
