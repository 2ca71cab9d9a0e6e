import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leastOfferedKm } from '../../core/driven/classSpeeds.ts';
import type { ClassSpeed, DrivenDay } from '../../core/model/drivenDay.ts';
import type { RoadClass } from '../../core/model/scenario.ts';
import { formatKm, formatNumber } from '../../i18n/format.ts';
import { takeMeasuredSpeeds } from '../../state/commands/driven.ts';
import { useApp, useDriven, useLanguage, useScenario } from '../AppContext.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';

/** Measured speeds of each class beside those of the scenario, to be taken over. */
export function SpeedTable({ day }: { readonly day: DrivenDay }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const scenario = useScenario();
  const { fileName } = useDriven();
  const [left, setLeft] = useState<ReadonlySet<RoadClass>>(new Set());
  if (!scenario) return null;
  const { classSpeeds, unclassedKm } = day;
  const { speedKmPerH, weatherFactor } = scenario.travel;
  const isNow = ({ roadClass, settingKmPerH }: ClassSpeed): boolean =>
    Math.abs(speedKmPerH[roadClass].value - settingKmPerH) < 0.05 + 1e-9;
  const canTake = (speed: ClassSpeed): boolean => speed.isOffered && !isNow(speed);
  const chosen = new Set(
    (classSpeeds ?? []).filter((speed) => canTake(speed) && !left.has(speed.roadClass)).map(classOf),
  );
  const toggle = (roadClass: RoadClass): void => {
    const next = new Set(left);
    if (!next.delete(roadClass)) next.add(roadClass);
    setLeft(next);
  };
  const take = (): void =>
    takeMeasuredSpeeds(app, chosen, ({ lengthKm, pieceCount }) =>
      t('driven.speeds.source', {
        file: fileName,
        day: day.day,
        km: formatKm(lengthKm, language),
        pieces: pieceCount,
      }),
    );
  const isSame = (classSpeeds ?? []).every((each) => Math.abs(each.settingKmPerH - each.speedKmPerH) < 0.05);
  const speed = (value: number): string => formatNumber(value, language, 1);
  return (
    <section data-driven-speeds>
      <h3>{t('driven.speeds.title')}</h3>
      {classSpeeds === null ? <p className="hint">{t('driven.speeds.proxy')}</p> : null}
      {classSpeeds?.length === 0 ? <p className="hint">{t('driven.speeds.none')}</p> : null}
      {classSpeeds && classSpeeds.length > 0 ? (
        <>
          <ScrollRegion className="driven-table-scroll" label={t('driven.speeds.title')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <td />
                  <th scope="col">{t('driven.speeds.class')}</th>
                  {(['speed', 'quartiles', ...(isSame ? [] : (['offered'] as const)), 'now'] as const).map(
                    (key) => (
                      <th scope="col" className="number" key={key}>
                        {t(`driven.speeds.${key}`)}
                      </th>
                    ),
                  )}
                  {(['km', 'min', 'pieces'] as const).map((key) => (
                    <th scope="col" className="number" key={key}>
                      {t(`driven.speeds.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {classSpeeds.map((each) => {
                  const name = t(`roads.classes.${each.roadClass}`);
                  return (
                    <tr key={each.roadClass} data-class={each.roadClass}>
                      <td>
                        {canTake(each) ? (
                          <Checkbox
                            aria-label={t('driven.speeds.choose', { roadClass: name })}
                            checked={chosen.has(each.roadClass)}
                            onChange={() => toggle(each.roadClass)}
                          />
                        ) : null}
                      </td>
                      <th scope="row">
                        {name}
                        {each.isOffered ? null : (
                          <span className="hint"> {t('driven.speeds.tooShort', { km: leastOfferedKm })}</span>
                        )}
                        {each.isOffered && isNow(each) ? (
                          <span className="hint"> {t('driven.speeds.isNow')}</span>
                        ) : null}
                      </th>
                      <td className="number">{speed(each.speedKmPerH)}</td>
                      <td className="number">
                        {speed(each.lowerQuartileKmPerH)}–{speed(each.upperQuartileKmPerH)}
                      </td>
                      {isSame ? null : <td className="number">{speed(each.settingKmPerH)}</td>}
                      <td className="number" data-now>
                        {speed(speedKmPerH[each.roadClass].value)}
                      </td>
                      <td className="number">{formatKm(each.lengthKm, language)}</td>
                      <td className="number">{formatNumber(each.drivingMin, language)}</td>
                      <td className="number">{formatNumber(each.pieceCount, language)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </ScrollRegion>
          <p className="hint">
            {t('driven.speeds.unit')}{' '}
            {unclassedKm >= 0.05
              ? t('driven.speeds.unclassed', { km: formatKm(unclassedKm, language) })
              : null}{' '}
            {weatherFactor === 1
              ? null
              : t('driven.speeds.weather', { factor: formatNumber(weatherFactor, language, 2) })}
          </p>
          <Button size="small" type="primary" disabled={chosen.size === 0} onClick={take} data-take-speeds>
            {t('driven.speeds.take', { count: chosen.size })}
          </Button>
        </>
      ) : null}
    </section>
  );
}

const classOf = ({ roadClass }: ClassSpeed): RoadClass => roadClass;
