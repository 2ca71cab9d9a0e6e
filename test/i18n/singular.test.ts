import { describe, expect, it } from 'vitest';
import { withSingulars } from '../../src/i18n/singular.ts';

describe('English counts of one', () => {
  it('take the singular, each by itself', () => {
    expect(withSingulars('1 stations')).toBe('1 station');
    expect(withSingulars('Line 4: 1 stops, 12 parcels, 1 duties')).toBe('Line 4: 1 stop, 12 parcels, 1 duty');
    expect(withSingulars('(1 vehicles missing)')).toBe('(1 vehicle missing)');
  });

  it('leave all other numbers and words alone', () => {
    for (const text of [
      '11 stations',
      '2.1 hours',
      '1,001 parcels',
      '0.1 days',
      '1 km',
      'line 1 runs 12 km',
      '1 stopsign',
    ])
      expect(withSingulars(text)).toBe(text);
  });
});
