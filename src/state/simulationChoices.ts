import { type PeakKey, peakKeys, type SimulationChoices } from '../core/model/choices.ts';
import type { Graded } from '../core/model/graded.ts';
import { operationsOf } from '../core/model/operations.ts';
import type { Scenario } from '../core/model/scenario.ts';
import type { ColdChain, SimulationSettings } from '../core/model/simulation.ts';
import { noVariance, peakPresets, peaksOf, settingsFor, withExtraTrips } from '../core/sim/settings.ts';

export type { PeakKey, SimulationChoices };
export { peakKeys };

/** The graded numbers of the settings, with the unit each is entered in. Shares are entered as per cent. */
export const chanceFields = {
  demandVariationCv: 'percent',
  tripTimeLogSd: 'percent',
  badWeatherDayShare: 'percent',
  badWeatherSpeedFactor: 'percent',
  lineClosedDayShare: 'percent',
  breakdownTripShare: 'percent',
  breakdownDelayMin: 'min',
  keeperAbsentDayShare: 'percent',
  busBoxTakenShare: 'percent',
  hubDockCount: 'count',
  hubSpaceParcels: 'count',
} as const satisfies Partial<Record<keyof SimulationSettings, 'percent' | 'min' | 'count'>>;
export type ChanceKey = keyof typeof chanceFields;

/** An ordinary season, so that peaks are asked for by name. */
const defaultStartDate = '2026-03-02';

export const defaultChoices = (scenario: Scenario): SimulationChoices => ({
  startDate: defaultStartDate,
  peaks: [],
  hasChance: true,
  settings: settingsFor(scenario),
});

const msPerDay = 86_400_000;
const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / msPerDay);
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
export const addDays = (date: string, days: number): string =>
  new Date((dayNumber(date) + days) * msPerDay).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** 0 = Monday. Day 0 of the epoch, 1970-01-01, was a Thursday. */
export const weekdayOf = (date: string): number => (((dayNumber(date) + 3) % 7) + 7) % 7;

/** Spring Festival (first day of the lunar year), from published calendars. */
const springFestivals: Readonly<Record<number, string>> = {
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
  2031: '2031-01-23',
  2032: '2032-02-11',
  2033: '2033-01-31',
  2034: '2034-02-19',
  2035: '2035-02-08',
};

/** First day of a peak in a year: parcels of 11 November arrive two days later; the festival's come before it. */
function peakStart(peak: PeakKey, year: number): string | null {
  const festival = springFestivals[year];
  switch (peak) {
    case 'double11':
      return `${year}-11-13`;
    case 'june18':
      return `${year}-06-10`;
    case 'springFestival':
      return festival ? addDays(festival, -18) : null;
    case 'fruitSeason':
      return `${year}-07-10`;
  }
}

const lengthOf = (peak: PeakKey): number => Math.max(...peakPresets[peak](0).map(({ toDay }) => toDay)) + 1;

/** First day of a peak that touches the horizon, as a day of it (below 0 = it has begun before); null = none does. */
export function peakDay(choices: SimulationChoices, peak: PeakKey): number | null {
  const year = Number(choices.startDate.slice(0, 4));
  for (const each of [year, year + 1]) {
    const start = peakStart(peak, each);
    if (!start) continue;
    const day = daysBetween(choices.startDate, start);
    if (day < choices.settings.days && day + lengthOf(peak) > 0) return day;
  }
  return null;
}

/** Days of the ordinary season before a peak, so that the run-up and the clearing can be seen beside it. */
const runUpDays = 7;

/** Switches a peak on or off. One that lies outside the horizon takes the horizon with it. */
export function togglePeak(choices: SimulationChoices, peak: PeakKey): SimulationChoices {
  if (choices.peaks.includes(peak)) {
    return { ...choices, peaks: choices.peaks.filter((each) => each !== peak) };
  }
  const peaks = peakKeys.filter((each) => each === peak || choices.peaks.includes(each));
  const next = { ...choices, peaks };
  const day = peakDay(choices, peak);
  if (day !== null && day >= 0) return next;
  const year = Number(choices.startDate.slice(0, 4));
  const start = [year, year + 1]
    .map((each) => peakStart(peak, each))
    .find((date) => date !== null && date >= choices.startDate);
  return start ? { ...next, startDate: addDays(start, -runUpDays) } : next;
}

/** Days and factors of a chosen peak, with the scenario's own factors; none where it lies outside the horizon. */
export function peakFactors(
  scenario: PeakScenario,
  choices: SimulationChoices,
  peak: PeakKey,
): SimulationSettings['dayFactors'] {
  const day = peakDay(choices, peak);
  return day === null ? [] : peaksOf(operationsOf(scenario))[peak](day);
}
type PeakScenario = Pick<Scenario, 'operations' | 'travel'>;

/** The settings the simulator takes. */
export function settingsFrom(scenario: PeakScenario, choices: SimulationChoices): SimulationSettings {
  const settings = { ...choices.settings, firstWeekday: weekdayOf(choices.startDate) };
  if (!choices.hasChance) return noVariance(settings);
  const dayFactors = choices.peaks.flatMap((peak) => [...peakFactors(scenario, choices, peak)]);
  return { ...settings, dayFactors };
}

/** Typed in by the person; the source stays, so that it can be read what it was before. */
export const withChance = (choices: SimulationChoices, key: ChanceKey, value: number): SimulationChoices => {
  const before: Graded = choices.settings[key];
  return {
    ...choices,
    settings: { ...choices.settings, [key]: { ...before, value, grade: 'user' } },
  };
};

/** Extra trips on, at the threshold of the scenario, or off. */
export const withExtra = (
  scenario: PeakScenario,
  choices: SimulationChoices,
  isOn: boolean,
): SimulationChoices => {
  const { extraTripMinParcels } = (isOn ? withExtraTrips : sameSettings)(settingsFor(scenario), scenario);
  return { ...choices, settings: { ...choices.settings, extraTripMinParcels } };
};
const sameSettings = (settings: SimulationSettings): SimulationSettings => settings;

/** A beginning for whoever turns the cold chain on: half of what goes out is fresh, nothing is cooled yet. */
export const usualCold: ColdChain = { freshShare: 0.5, precooling: 'none', isReefer: false };
