import { useTranslation } from 'react-i18next';
import { noArrivalColour, timeClasses } from './timeColours.ts';

interface TimeLegendProps {
  readonly colours: ReadonlyMap<string, string>;
}

/** What the colours of the villages mean; only those on the map. */
export function TimeLegend({ colours }: TimeLegendProps) {
  const { t } = useTranslation();
  const used = new Set(colours.values());
  const text = (upToH: number): string =>
    Number.isFinite(upToH)
      ? t('simulate.colourMap.upTo', { hours: upToH })
      : t('simulate.colourMap.over', { hours: timeClasses.at(-2)!.upToH });
  return (
    <div className="time-legend">
      <strong>{t('simulate.colourMap.title')}</strong>
      <ul>
        {timeClasses
          .filter(({ colour }) => used.has(colour))
          .map(({ upToH, colour }) => (
            <li key={colour}>
              <span className="time-legend-dot" style={{ background: colour }} aria-hidden="true" />
              {text(upToH)}
            </li>
          ))}
        {used.has(noArrivalColour) ? (
          <li>
            <span className="time-legend-dot" style={{ background: noArrivalColour }} aria-hidden="true" />
            {t('simulate.colourMap.none')}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
