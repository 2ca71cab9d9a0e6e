import { expect, test } from 'vitest';
import { parseClock } from '../../../src/ui/parameters/DepartureFields.tsx';

test.each([
  ['7:30', 450],
  ['0730', 450],
  ['７:30', 450],
  ['６：３０', 390],
  ['06：30', 390],
  ['24:00', null],
  ['6:60', null],
  ['半夜', null],
])('%s', (text, clockMin) => {
  expect(parseClock(text)).toBe(clockMin);
});
