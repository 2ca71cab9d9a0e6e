import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DistancePlace } from '../../core/network/distances.ts';
import { formatKm, formatNumber } from '../../i18n/format.ts';
import type { ShownWay } from '../../state/distances.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { CloseOutlined } from '../icons.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';

interface WayListProps {
  readonly shown: ShownWay;
  readonly places: readonly DistancePlace[];
}

/** Turn by turn: which road, how far, how long; the way itself is drawn on the map. */
export function WayList({ shown, places }: WayListProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const title = t('distances.way', {
    from: shortPlaceName(places[shown.from]?.name ?? ''),
    to: shortPlaceName(places[shown.to]?.name ?? ''),
  });
  const { way } = shown;
  return (
    <section className="timetable way-list" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('distances.closeWay')}
          onClick={() => app.distances.show(null)}
        />
      </header>
      {way === undefined ? <p className="hint">{t('distances.finding')}</p> : null}
      {way === null ? <p className="hint">{t('distances.noWay')}</p> : null}
      {way ? (
        <ScrollRegion className="plain-table-scroll" label={t('distances.turns')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('distances.road')}</th>
                <th scope="col" className="number">
                  {t('distances.km')}
                </th>
                <th scope="col" className="number">
                  {t('distances.min')}
                </th>
              </tr>
            </thead>
            <tbody>
              {way.steps.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other identity and never move
                <tr key={index}>
                  <td>
                    {step.name || t(step.roadClass ? `roads.classes.${step.roadClass}` : 'distances.access')}
                    {step.isEstimated ? <span className="hint"> {t('distances.estimated')}</span> : null}
                  </td>
                  <td className="number">{formatKm(step.lengthM / 1000, language)}</td>
                  <td className="number">{formatNumber(Math.round(step.durationS / 6) / 10, language)}</td>
                </tr>
              ))}
              <tr className="total-row">
                <th scope="row">{t('distances.total')}</th>
                <td className="number">{formatKm(way.lengthM / 1000, language)}</td>
                <td className="number">{formatNumber(Math.round(way.durationS / 60), language)}</td>
              </tr>
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
    </section>
  );
}
