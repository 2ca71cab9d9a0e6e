import { describe, expect, it } from 'vitest';
import {
  addDays,
  defaultChoices,
  isDate,
  peakDay,
  settingsFrom,
  togglePeak,
  weekdayOf,
  withChance,
} from '../../src/state/simulationChoices.ts';
import { aScenario } from '../builders.ts';

const scenario = aScenario([]);
const usual = defaultChoices(scenario);

describe('dates', () => {
  it('know their weekday', () => {
    // 2026-11-26 is a Thursday, 1969-12-31 was a Wednesday.
    expect(weekdayOf('2026-11-26')).toBe(3);
    expect(weekdayOf('2026-11-23')).toBe(0);
    expect(weekdayOf('1969-12-31')).toBe(2);
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  });

  it('knows a date from a text', () => {
    expect(isDate('2026-02-17')).toBe(true);
    expect(isDate('2026-13-01')).toBe(false);
    expect(isDate('')).toBe(false);
  });

  it('may begin on any weekday, which the calendars follow', () => {
    expect(settingsFrom(scenario, { ...usual, startDate: '2026-11-26' }).firstWeekday).toBe(3);
  });

  it('usually begin on a Monday, in no peak', () => {
    expect(weekdayOf(usual.startDate)).toBe(0);
    expect(settingsFrom(scenario, usual).dayFactors).toEqual([]);
  });
});

describe('peaks', () => {
  it('take a horizon that lies elsewhere with them, to a week before', () => {
    const chosen = togglePeak(usual, 'double11');
    // Parcels of 11 November 2026 arrive from the 13th; a week before is Friday the 6th.
    expect(chosen.startDate).toBe('2026-11-06');
    expect(peakDay(chosen, 'double11')).toBe(7);
    expect(settingsFrom(scenario, chosen).dayFactors).toMatchObject([
      { fromDay: 7, toDay: 9, deliveryFactor: 1.5 },
      { fromDay: 10, toDay: 29, deliveryFactor: 1.2 },
    ]);
    expect(togglePeak(chosen, 'double11').peaks).toEqual([]);
  });

  it('leave a horizon alone that holds them already', () => {
    const november = { ...usual, startDate: '2026-11-09' };
    expect(togglePeak(november, 'double11').startDate).toBe('2026-11-09');
  });

  it('of Spring Festival lie before its date of the year', () => {
    // 2027-02-06 less 18 days = 19 January; a week before is the 12th.
    const chosen = togglePeak(usual, 'springFestival');
    expect(chosen.startDate).toBe('2027-01-12');
    expect(peakDay(chosen, 'springFestival')).toBe(7);
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
