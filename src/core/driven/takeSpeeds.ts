import type { ClassSpeed } from '../model/drivenDay.ts';
import type { Graded } from '../model/graded.ts';
import type { TravelSettings } from '../model/scenario.ts';

/** To a tenth, as it stands on the screen: what was read there is what is taken. */
const asShown = (speedKmPerH: number): number => Math.round(speedKmPerH * 10) / 10;

/** Travel settings with measured speeds of classes, each marked as set by the user; its range is that of the quartiles. */
export function withMeasuredSpeeds(
  travel: TravelSettings,
  speeds: readonly ClassSpeed[],
  sourceOf: (speed: ClassSpeed) => string,
): TravelSettings {
  const taken = speeds.map((speed) => {
    const { roadClass, speedKmPerH, settingKmPerH, lowerQuartileKmPerH, upperQuartileKmPerH } = speed;
    const factor = settingKmPerH / speedKmPerH;
    const value = asShown(settingKmPerH);
    const graded: Graded = {
      value,
      low: Math.min(value, asShown(lowerQuartileKmPerH * factor)),
      high: Math.max(value, asShown(upperQuartileKmPerH * factor)),
      grade: 'user',
      source: sourceOf(speed),
    };
    return [roadClass, graded] as const;
  });
  return { ...travel, speedKmPerH: { ...travel.speedKmPerH, ...Object.fromEntries(taken) } };
}
