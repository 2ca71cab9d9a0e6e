import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readInstance } from '../../../../src/core/io/instances/readInstance.ts';
import { readLayered } from '../../../../src/core/io/instances/readLayered.ts';

const fixture = (path: string): string =>
  readFileSync(new URL(`../../../fixtures/instances/${path}`, import.meta.url), 'utf8');

const vrp = `NAME : tiny
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 10
NODE_COORD_SECTION
1 0 0
2 30 0
3 0 40
DEMAND_SECTION
1 0
2 4
3 5
DEPOT_SECTION
1
-1
EOF
`;
const solomon = `T1

VEHICLE
NUMBER     CAPACITY
  2         20

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0       1000          0
    1      3         4         10          0       1000         10
    2      6         8         10          0       1000         10
`;
/** One depot, two customers. */
const mdvrp = `2 2 2 1
0 20
1 3 4 0 10 1 1 1
2 6 8 0 10 1 1 1
3 0 0 0 0 0 0
`;
const issuesOf = (text: string) =>
  (readLayered(text) ?? readInstance(text)).issues.map(({ code, params }) => [code, params]);
const most = 0x3fffffff;
const outOfRange = (key: string, value: number, limit = most) => [
  ['instance.outOfRange', { key, value, least: 0, most: limit }],
];
const sectionLength = (section: string, wanted: number, found: number) => [
  ['instance.sectionLength', { section, wanted, found }],
];

describe('instances that are well', () => {
  test('are read', () => {
    for (const text of [vrp, solomon, mdvrp]) expect(issuesOf(text)).toEqual([]);
  });

  test('with keywords in lower case', () => {
    const upper = readInstance(vrp);
    const lower = readInstance(vrp.toLowerCase());
    if (!upper.ok || !lower.ok) throw new Error('not read');
    expect(lower.value).toEqual(upper.value);
  });

  test('with loads in decimals, in every family: 10.5 of 20 is 105 of 200', () => {
    for (const text of [solomon, mdvrp]) {
      const read = readInstance(text.replace(/(4 +(?:0 )?)10/, '$110.5'));
      if (!read.ok) throw new Error('not read');
      expect(read.value.problem.stops.delivery[0]).toBe(105);
      expect(read.value.problem.vehicleTypes[0]!.capacity).toEqual([200]);
    }
  });
});

describe('numbers that cannot be computed with', () => {
  test.each([
    ['a negative capacity', vrp.replace('CAPACITY : 10', 'CAPACITY : -10'), outOfRange('CAPACITY', -10)],
    ['a negative demand', vrp.replace('3 5\n', '3 -5\n'), outOfRange('DEMAND_SECTION 3', -5)],
    ['a load too large', vrp.replace('3 5\n', '3 5e9\n'), outOfRange('DEMAND_SECTION 3', 5e9)],
    [
      'a negative load of Solomon',
      solomon.replace('4         10', '4        -10'),
      outOfRange('CUSTOMER 1', -10),
    ],
    ['a negative load of Cordeau', mdvrp.replace('4 0 10', '4 0 -10'), outOfRange('NODES 1', -10)],
    ['a negative load of a visit', '1 1 1 1\n0 9\n0 0 0\n1 3 4 0 -5 1 1 1\n', outOfRange('CUSTOMER 1', -5)],
  ])('%s', (_, text, expected) => {
    expect(issuesOf(text)).toEqual(expected);
  });

  test('points so far apart that the way would count as none', () => {
    // 5,000,000 from node 2 to node 3, and 5,000 in thousandths.
    const far = vrp.replace('30 0', '3000000 0').replace('0 40', '0 4000000');
    expect(issuesOf(far)).toEqual([['instance.tooLong', { length: 5_000_000, most: 3_999_999 }]]);
    const exact = vrp.replace('EUC_2D', 'EXACT_2D').replace('30 0', '3000 0').replace('0 40', '0 4000');
    expect(issuesOf(exact)).toEqual([['instance.tooLong', { length: 5000, most: 3999.999 }]]);
    // In tenths, and in thousandths.
    expect(issuesOf(solomon.replace('6         8', '6   800000'))[0]![0]).toBe('instance.tooLong');
    expect(issuesOf(mdvrp.replace('6 8', '6 8000'))[0]![0]).toBe('instance.tooLong');
  });

  test('a dimension far beyond the matrix is refused at once', () => {
    const head = 'TYPE : CVRP\nEDGE_WEIGHT_TYPE : EXPLICIT\nEDGE_WEIGHT_FORMAT : FULL_MATRIX\nCAPACITY : 9\n';
    const text = `${head}DIMENSION : 30000\nEDGE_WEIGHT_SECTION\n0 1\n1 0\nDEMAND_SECTION\n1 0\n2 1\n`;
    const startMs = performance.now();
    expect(issuesOf(text)).toEqual(sectionLength('EDGE_WEIGHT_SECTION', 900_000_000, 4));
    expect(performance.now() - startMs).toBeLessThan(1000);
    const huge = text.replace('30000', '4e9');
    expect(issuesOf(huge)).toEqual([['instance.unknownValue', { key: 'DIMENSION', value: '4e9' }]]);
  });

  test('a matrix with numbers beyond a cell', () => {
    const head = 'TYPE : CVRP\nDIMENSION : 2\nEDGE_WEIGHT_TYPE : EXPLICIT\nCAPACITY : 9\n';
    const text = (cell: string): string =>
      `${head}EDGE_WEIGHT_SECTION\n0 ${cell}\n1 0\nDEMAND_SECTION\n1 0\n2 1\n`;
    expect(issuesOf(text('3000000000'))).toEqual(outOfRange('EDGE_WEIGHT_SECTION', 3e9));
    expect(issuesOf(text('-1'))).toEqual(outOfRange('EDGE_WEIGHT_SECTION', -1));
  });
});

describe('files that are cut off or do not fit together', () => {
  const hfvrp = fixture('hfvrp-X/X110-HD.vrp');
  const cutAfter = (text: string, words: string): string => text.slice(0, text.indexOf(words) + words.length);

  test.each([
    ['Solomon, in the middle of a row', cutAfter(solomon, '2      6         8'), 'CUSTOMER 2', 7, 3],
    ['Solomon, within a number of the last but one cell', solomon.replace(/ +10\n$/, ''), 'CUSTOMER 2', 7, 6],
    // "VEHICLES: 13", one row left.
    ['a fleet', cutAfter(hfvrp, 'CAPACITY_SECTION\n1\t30\n'), 'DEPOT_SECTION', 0, 0],
    ['Cordeau, a row without its load', mdvrp.replace('2 6 8 0 10 1 1 1', '2 6 8'), 'NODES', 2, 1],
    ['Cordeau, no depot', mdvrp.replace(/3 0 0 .*\n/, ''), 'NODES', 3, 2],
    ['a demand without its number', vrp.replace('3 5\n', '3\n'), 'DEMAND_SECTION', 2, 1],
    ['a node twice', vrp.replace('3 0 40', '2 0 40'), 'NODE_COORD_SECTION', 3, 2],
  ])('%s', (_, text, section, wanted, found) => {
    expect(issuesOf(text)).toEqual(
      wanted === 0 ? [['instance.sectionMissing', { section }]] : sectionLength(section, wanted, found),
    );
  });

  test('a fleet with fewer vehicles, or costs of fewer, than it says', () => {
    const rows = (name: string): RegExp => new RegExp(`(${name}\\s+1\\t[^\\n]*\\n)(?:\\d[^\\n]*\\n)+`);
    expect(issuesOf(hfvrp.replace(rows('\nCAPACITY_SECTION'), '$1'))).toEqual(
      sectionLength('CAPACITY_SECTION', 13, 1),
    );
    expect(issuesOf(hfvrp.replace(rows('UNIT_DISTANCE_COST_SECTION'), '$1'))).toEqual(
      sectionLength('VEHICLES_UNIT_DISTANCE_COST_SECTION', 13, 1),
    );
  });

  test('a depot that is no node', () => {
    const expected = [['instance.unknownValue', { key: 'DEPOT_SECTION', value: '999' }]];
    expect(issuesOf(vrp.replace('DEPOT_SECTION\n1', 'DEPOT_SECTION\n999'))).toEqual(expected);
    expect(issuesOf(hfvrp.replace(/DEPOT_SECTION\s+1/, 'DEPOT_SECTION\n999'))).toEqual(expected);
    const vrpspd = fixture('vrpspd/CON3-0.vrpspd');
    expect(issuesOf(vrpspd.replace(/DEPOT_SECTION\s+1\b/, 'DEPOT_SECTION\n999'))).toEqual(expected);
  });

  test('windows of some nodes only', () => {
    const text = vrp.replace('DEPOT_SECTION', 'TIME_WINDOW_SECTION\n1 0 100\n2 5 50\nDEPOT_SECTION');
    expect(issuesOf(text)).toEqual(sectionLength('TIME_WINDOW_SECTION', 3, 2));
  });

  test('no sections at all, and no instance at all', () => {
    expect(issuesOf('NAME : x\nDIMENSION : 3\n')).toEqual([
      ['instance.sectionMissing', { section: 'DEMAND_SECTION' }],
    ]);
    expect(issuesOf('\u0000\u0001PK')).toEqual([['instance.unknownFormat', {}]]);
  });
});
