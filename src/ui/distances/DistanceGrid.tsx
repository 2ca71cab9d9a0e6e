import { useTranslation } from 'react-i18next';
import type { DistanceTable } from '../../core/network/distances.ts';
import { formatKm, formatNumber } from '../../i18n/format.ts';
import { showWay } from '../../state/commands/lookUpDistances.ts';
import type { DistancesState } from '../../state/distances.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';

export type DistanceMeasure = 'km' | 'min';

interface DistanceGridProps {
  readonly state: DistancesState;
  readonly table: DistanceTable;
  readonly measure: DistanceMeasure;
}

/** From the row's place to the column's; a click shows the way. */
export function DistanceGrid({ state, table, measure }: DistanceGridProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { places, chosen, shown } = state;
  const nameOf = (index: number): string => shortPlaceName(places[index]?.name ?? '');
  const farText = (snapM: number): string =>
    Number.isNaN(snapM) ? t('distances.noRoad') : t('distances.far', { metres: Math.round(snapM) });
  const words = (from: number, to: number): string => {
    const entry = from * table.placeCount + to;
    const value = (measure === 'km' ? table.lengthKm : table.durationMin)[entry]!;
    if (Number.isNaN(value)) return t('distances.none');
    return measure === 'km' ? formatKm(value, language) : formatNumber(Math.round(value), language);
  };
  return (
    <ScrollRegion className="plain-table-scroll distances-grid" label={t('distances.table')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t(`distances.corner.${measure}`)}</th>
            {chosen.map((to) => (
              <th key={to} scope="col" className="number">
                {nameOf(to)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chosen.map((from) => (
            <tr key={from}>
              <th scope="row">
                {nameOf(from)}
                {table.isFar[from] ? <span className="hint"> {farText(table.snapM[from]!)}</span> : null}
              </th>
              {chosen.map((to) => (
                <td key={to} className="number">
                  {from === to ? (
                    '—'
                  ) : (
                    <button
                      type="button"
                      className={`cell-button ${shown?.from === from && shown.to === to ? 'cell-shown' : ''}`}
                      aria-label={t('distances.cell', {
                        from: nameOf(from),
                        to: nameOf(to),
                        value: words(from, to),
                        unit: t(`distances.${measure}`),
                      })}
                      onClick={() => void showWay(app, from, to)}
                    >
                      {words(from, to)}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
