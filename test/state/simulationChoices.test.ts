import { describe, expect, it } from 'vitest';
import {
  addDays,
  defaultChoices,
  isDate,
  mondayOnOrBefore,
  peakDay,
  settingsFrom,
  togglePeak,
  withChance,
} from '../../src/state/simulationChoices.ts';
import { aScenario } from '../builders.ts';

const scenario = aScenario([]);
const usual = defaultChoices(scenario);

describe('dates', () => {
  it('finds Mondays', () => {
    // 2026-11-26 is a Thursday.
    expect(mondayOnOrBefore('2026-11-26')).toBe('2026-11-23');
    expect(mondayOnOrBefore('2026-11-23')).toBe('2026-11-23');
    expect(mondayOnOrBefore('1969-12-31')).toBe('1969-12-29');
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  });

  it('knows a date from a text', () => {
    expect(isDate('2026-02-17')).toBe(true);
    expect(isDate('2026-13-01')).toBe(false);
    expect(isDate('')).toBe(false);
  });

  it('begins on a Monday, in no peak', () => {
    expect(mondayOnOrBefore(usual.startDate)).toBe(usual.startDate);
    expect(settingsFrom(scenario, usual).dayFactors).toEqual([]);
  });
});

describe('peaks', () => {
  it('take a horizon that lies elsewhere with them, to the Monday a week before', () => {
    const chosen = togglePeak(usual, 'double11');
    // Parcels of 11 November 2026 arrive from the 13th; a week before is Friday 6, its Monday is the 2nd.
    expect(chosen.startDate).toBe('2026-11-02');
    expect(peakDay(chosen, 'double11')).toBe(11);
    expect(settingsFrom(scenario, chosen).dayFactors).toMatchObject([
      { fromDay: 11, toDay: 13, deliveryFactor: 1.5 },
      { fromDay: 14, toDay: 33, deliveryFactor: 1.2 },
    ]);
    expect(togglePeak(chosen, 'double11').peaks).toEqual([]);
  });

  it('leave a horizon alone that holds them already', () => {
    const november = { ...usual, startDate: '2026-11-09' };
    expect(togglePeak(november, 'double11').startDate).toBe('2026-11-09');
  });

  it('of Spring Festival lie before its date of the year', () => {
    // 2027-02-06 less 18 days = 19 January; a week before is the 12th, its Monday the 11th.
    const chosen = togglePeak(usual, 'springFestival');
    expect(chosen.startDate).toBe('2027-01-11');
    expect(peakDay(chosen, 'springFestival')).toBe(8);
  });
});

describe('chance', () => {
  it('switched off leaves the average day', () => {
    const settings = settingsFrom(scenario, { ...togglePeak(usual, 'june18'), hasChance: false });
    expect(settings.demandKind).toBe('fixed');
    expect(settings.replications).toBe(1);
    expect(settings.dayFactors).toEqual([]);
  });

  it('typed in is marked as the person’s own and keeps its source', () => {
    const { keeperAbsentDayShare } = withChance(usual, 'keeperAbsentDayShare', 0.1).settings;
    expect(keeperAbsentDayShare).toMatchObject({ value: 0.1, grade: 'user' });
    expect(keeperAbsentDayShare.source).toBe(usual.settings.keeperAbsentDayShare.source);
  });
});
