import { expect, it } from 'vitest';
import { applyClaims } from '../../../../../src/core/io/tables/apply/applyClaims.ts';
import type { Claim } from '../../../../../src/core/model/county.ts';

const claim = (id: string, subject: string, change: Partial<Claim> = {}): Claim => ({
  ...{ id, subject, document: '', asOf: '', kind: '', valueText: '80', value: 80, unit: '%', note: '' },
  ...change,
});

it('puts claims of a table beside those known, and keeps what they were held against by choice', () => {
  const known = [
    claim('A', '覆盖率', { comparedWith: 'villageReachShare' }),
    claim('B', '时效', { comparedWith: 'none' }),
    claim('C', '线路'),
  ];
  const { value: _a, ...updated } = claim('A', '覆盖率', { valueText: '90' });
  const { value: _b, ...other } = claim('B', '单票成本', { valueText: '1.9', unit: '元/件' });
  const claims = applyClaims(known, [
    { row: 2, value: 90, ...updated },
    { row: 3, value: 1.9, ...other },
  ]);
  expect(claims.map(({ id, value, comparedWith }) => [id, value, comparedWith])).toEqual([
    ['A', 90, 'villageReachShare'],
    // Another statement under the same number: what was chosen was not for it.
    ['B', 1.9, undefined],
    ['C', 80, undefined],
  ]);
});
