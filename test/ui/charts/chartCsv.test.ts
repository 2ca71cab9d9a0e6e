import { describe, expect, it } from 'vitest';
import { chartCsv } from '../../../src/ui/charts/chartCsv.ts';

const csv = (rows: readonly (readonly string[])[]): string =>
  chartCsv({
    columns: [
      { title: '村', isNumber: false },
      { title: '件, 日', isNumber: true },
    ],
    rows,
  });

describe('chartCsv', () => {
  it('begins with a byte order mark and quotes what needs it', () => {
    expect(csv([['石"门', '3']])).toBe('\uFEFF村,"件, 日"\r\n"石""门",3\r\n');
  });

  it('writes numbers as numbers', () => {
    expect(csv([['a', '1,234.5']])).toContain('a,1234.5');
    expect(csv([['a', '−0.25']])).toContain('a,-0.25');
  });

  it('keeps a name from being run as a formula', () => {
    expect(csv([['=1+1', '2']])).toContain("'=1+1,2");
    expect(csv([['@SUM(A1)', '-5%']])).toContain("'@SUM(A1),-5%");
  });
});
