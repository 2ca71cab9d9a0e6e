import { describe, expect, test } from 'vitest';
import { settleNumber } from '../../src/ui/settleNumber.ts';

const vehicles = { min: 0, max: 99, precision: 0 };
const factor = { min: 0.05, max: 10 };

describe('a number that was typed', () => {
  test.each([
    ['4', vehicles, { value: 4, change: null }],
    ['４', vehicles, { value: 4, change: null }],
    ['１２。５', factor, { value: 10, change: 'lowered' }],
    [' 1.25 ', factor, { value: 1.25, change: null }],
    ['-3', vehicles, { value: 0, change: 'raised' }],
    ['-3', factor, { value: 0.05, change: 'raised' }],
    ['1e9', vehicles, { value: 99, change: 'lowered' }],
    ['2.7', vehicles, { value: 3, change: 'rounded' }],
    ['2.0', vehicles, { value: 2, change: null }],
    ['7 辆', vehicles, { value: 7, change: null }],
  ])('%s', (text, limits, settled) => {
    expect(settleNumber(text, limits)).toEqual(settled);
  });

  test.each(['', '  ', '-', 'abc', '四'])('"%s" is none', (text) => {
    expect(settleNumber(text, vehicles)).toBeNull();
  });
});
