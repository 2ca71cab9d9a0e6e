import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { useLanguage, useView } from '../AppContext.tsx';
import { useShownCosts } from '../costs/useCosts.ts';
import type { StationColours } from '../map/stationColours.ts';
import { coloursByStop, otherColour, shortClasses } from './stopColours.ts';
import { useStops } from './useStops.ts';

/** Colours of the stations by what their parcels lack, while the table of stops is open; null otherwise. */
export function useStopColours(): StationColours | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const isOpen = useView((view) => view.bottomTab === 'stops');
  const shown = useShownCosts();
  const stops = useStops(shown);
  const coloured = isOpen && !shown.isStale ? stops : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  return useMemo(() => {
    if (!coloured) return null;
    const yuan = (value: number): string => formatNumber(value, language, 1);
    const text = (upToYuan: number): string => {
      if (upToYuan === 0) return t('stops.pays');
      return Number.isFinite(upToYuan)
        ? t('stops.colours.upTo', { yuan: yuan(upToYuan) })
        : t('stops.colours.over', { yuan: yuan(shortClasses.at(-2)!.upToYuan) });
    };
    return {
      title: t(`stops.colours.title.${coloured.basis}`),
      byStation: coloursByStop(coloured),
      classes: [
        ...shortClasses.map(({ upToYuan, colour }) => ({ colour, text: text(upToYuan) })),
        { colour: otherColour, text: t('stops.colours.other') },
      ],
    };
  }, [coloured, language]);
}
