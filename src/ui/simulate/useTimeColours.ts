import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useView } from '../AppContext.tsx';
import type { StationColours } from '../map/stationColours.ts';
import { coloursByTime, noArrivalColour, timeClasses } from './timeColours.ts';
import { useShownSimulation } from './useSimulation.ts';

/** Colours of the villages by their simulated time while the results are open; null otherwise. */
export function useTimeColours(): StationColours | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const isOpen = useView((view) => view.rightTab === 'simulation');
  const { simulation } = useShownSimulation();
  const result = isOpen ? (simulation?.result ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  return useMemo(() => {
    if (!result) return null;
    const text = (upToH: number): string =>
      Number.isFinite(upToH)
        ? t('simulate.colourMap.upTo', { hours: upToH })
        : t('simulate.colourMap.over', { hours: timeClasses.at(-2)!.upToH });
    return {
      title: t('simulate.colourMap.title'),
      byStation: coloursByTime(result),
      classes: [
        ...timeClasses.map(({ upToH, colour }) => ({ colour, text: text(upToH) })),
        { colour: noArrivalColour, text: t('simulate.colourMap.none') },
      ],
    };
  }, [result, language]);
}
