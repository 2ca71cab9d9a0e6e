import { expect, it } from 'vitest';
import { readAngle, splitPair } from '../../../../../src/core/io/tables/cells/readAngle.ts';
import { readClock, readClocks, readHours } from '../../../../../src/core/io/tables/cells/readClock.ts';
import { readCode } from '../../../../../src/core/io/tables/cells/readCode.ts';
import { readDate, readMonth } from '../../../../../src/core/io/tables/cells/readDate.ts';
import { readNumber } from '../../../../../src/core/io/tables/cells/readNumber.ts';
import { readYesNo } from '../../../../../src/core/io/tables/cells/readYesNo.ts';
import type { Dimension } from '../../../../../src/core/io/tables/cells/units.ts';
import type { CellValue } from '../../../../../src/core/io/tables/sheet.ts';

const numbers: readonly (readonly [CellValue, Dimension, number, string | null])[] = [
  [12.5, 'km', 12.5, null],
  ['12.5', 'km', 12.5, null],
  ['１２．５', 'km', 12.5, 'repaired'],
  ['12.5公里', 'km', 12.5, 'repaired'],
  ['3000米', 'km', 3, 'unitConverted'],
  ['10里', 'km', 5, 'unitConverted'],
  ['约30件', 'parcel', 30, 'approximate'],
  ['30余件', 'parcel', 30, 'approximate'],
  ['1.2万', 'parcel', 12_000, 'unitConverted'],
  ['1.2万件', 'parcel', 12_000, 'unitConverted'],
  ['1,234', 'parcel', 1234, 'repaired'],
  ['1 234', 'parcel', 1234, 'repaired'],
  ['20～30', 'parcel', 25, 'rangeAveraged'],
  ['80%', 'share', 0.8, 'unitConverted'],
  ['¥0.65', 'yuan', 0.65, 'repaired'],
  ['0.65元/件', 'yuan', 0.65, 'repaired'],
  ['1.5吨', 'kg', 1500, 'unitConverted'],
  ['十二', 'count', 12, 'repaired'],
  ['两辆', 'count', 2, 'repaired'],
  ['4.33E+11', 'none', 4.33e11, null],
];
it.each(numbers)('the number %s in %s', (cell, dimension, value, doubt) => {
  const reading = readNumber(cell, dimension);
  expect(reading.kind === 'number' && [Number(reading.value.toPrecision(12)), reading.doubt]).toEqual([
    value,
    doubt,
  ]);
});

it.each(['很多', '12公里', '1.2.3', '12/5', '3-', '#REF!'])('%s is no number of parcels', (cell) => {
  expect(readNumber(cell, 'parcel').kind).toBe('fault');
});
it.each(['', ' ', '—', '/', '无', '暂无', null])('"%s" is nothing, not 0', (cell) => {
  expect(readNumber(cell, 'parcel')).toEqual({ kind: 'empty' });
});

const clocks: readonly (readonly [CellValue, number | null])[] = [
  ['7:30', 450],
  ['7：30', 450],
  ['07:30:00', 450],
  [0.3125, 450],
  ['0.3125', 450],
  ['0730', 450],
  ['7点半', 450],
  ['7点', 420],
  ['下午2点', 840],
  ['2:30 PM', 870],
  ['2024-05-01 07:30', 450],
  [8, 480],
  ['25:00', null],
  ['7:75', null],
  ['早上', null],
];
it.each(clocks)('the clock %s', (cell, clockMin) => expect(readClock(cell)).toBe(clockMin));
it('several clocks and hours', () => {
  expect(readClocks('6:30、8:00；13:30')).toEqual([390, 480, 810]);
  expect(readClocks('6:30、看情况')).toBeNull();
  expect(readHours('8:00—18:00')).toEqual([480, 1080]);
});

const dates: readonly (readonly [CellValue, string | null])[] = [
  ['2024-05-01', '2024-05-01'],
  ['2024/5/1', '2024-05-01'],
  ['2024年5月1日', '2024-05-01'],
  ['20240501', '2024-05-01'],
  ['2024.05', '2024-05'],
  ['2024年', '2024'],
  // 2024-05-01 is day 45,413 of the 1900 system.
  [45413, '2024-05-01'],
  ['45413', '2024-05-01'],
  ['2024-13-01', null],
  ['去年', null],
];
it.each(dates)('the date %s', (cell, date) => expect(readDate(cell)?.date ?? null).toBe(date));
it('months', () => expect(['5月', 5, '2024-05', '五月'].map(readMonth)).toEqual([5, 5, 5, null]));

it('yes, no and neither', () => {
  expect(['是', '√', 'YES', 1, '否', '停用', '×', 0, '看情况'].map(readYesNo)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    null,
  ]);
});

it('codes', () => {
  expect(readCode('433122102200')).toEqual({ kind: 'code', code: '433122102200', isPadded: false });
  expect(readCode(433122102200)).toEqual({ kind: 'code', code: '433122102200', isPadded: false });
  expect(readCode("'433122102")).toEqual({ kind: 'code', code: '433122102000', isPadded: true });
  expect(readCode('4.33E+11')).toEqual({ kind: 'lostDigits' });
  expect(readCode('12345')).toEqual({ kind: 'fault' });
});

it('angles', () => {
  const degreesOf = (cell: CellValue): number | string => {
    const reading = readAngle(cell);
    return reading.kind === 'angle' ? Number(reading.value.toFixed(6)) : reading.kind;
  };
  // 31 min 12 s = 0.52 degrees.
  expect(degreesOf('106°31′12″')).toBe(106.52);
  expect(degreesOf('106°31\'12"')).toBe(106.52);
  expect(degreesOf('106度31分12秒')).toBe(106.52);
  expect(degreesOf('东经106.52')).toBe(106.52);
  expect(degreesOf('W106.52')).toBe(-106.52);
  expect(degreesOf('106:31:12')).toBe(106.52);
  expect(degreesOf('106°75′')).toBe('fault');
  expect(degreesOf('见地图')).toBe('fault');
  expect(splitPair('106.52,29.61')).toEqual(['106.52', '29.61']);
  expect(splitPair('（106.52，29.61）')).toEqual(['106.52', '29.61']);
  expect(splitPair('东经106.52°北纬29.61°')).toEqual(['东经106.52°', '北纬29.61°']);
  expect(splitPair('106.52')).toBeNull();
});
