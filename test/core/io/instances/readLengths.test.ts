import { describe, expect, test } from 'vitest';
import { readInstance } from '../../../../src/core/io/instances/readInstance.ts';

/** Three nodes in a row: 0, 1.5 and 4 apart. */
const coordinates = `NODE_COORD_SECTION
1 0 0
2 1.5 0
3 4 0`;
const vrp = (head: string, body: string): string => `NAME : tiny
TYPE : CVRP
DIMENSION : 3
${head}
CAPACITY : 10
${body}
DEMAND_SECTION
1 0
2 4
3 5
DEPOT_SECTION
1
-1
EOF
`;
const lengthsOf = (text: string): number[] => {
  const instance = readInstance(text);
  if (!instance.ok) throw new Error(JSON.stringify(instance.issues));
  return [...instance.value.problem.profiles[0]!.lengthM];
};
const issuesOf = (text: string) => readInstance(text).issues.map(({ code, params }) => [code, params]);

describe('lengths of instance files', () => {
  test.each([
    // 1.5 -> 2, 4, 2.5 -> 3 (half up); up; down.
    ['EUC_2D', [0, 2, 4, 2, 0, 3, 4, 3, 0]],
    ['CEIL_2D', [0, 2, 4, 2, 0, 3, 4, 3, 0]],
    ['FLOOR_2D', [0, 1, 4, 1, 0, 2, 4, 2, 0]],
    ['EXACT_2D', [0, 1500, 4000, 1500, 0, 2500, 4000, 2500, 0]],
    ['MAN_2D', [0, 2, 4, 2, 0, 3, 4, 3, 0]],
    // sqrt(2.25 / 10) = 0.47 -> 1; sqrt(1.6) = 1.26 -> 2; sqrt(0.625) = 0.79 -> 1.
    ['ATT', [0, 1, 2, 1, 0, 1, 2, 1, 0]],
  ])('%s', (type, lengths) => {
    expect(lengthsOf(vrp(`EDGE_WEIGHT_TYPE : ${type}`, coordinates))).toEqual(lengths);
  });

  test.each([
    ['FULL_MATRIX', '0 2 4\n2 0 3\n4 3 0'],
    ['UPPER_ROW', '2 4\n3'],
    ['LOWER_ROW', '2\n4 3'],
    ['UPPER_DIAG_ROW', '0 2 4\n0 3\n0'],
    ['LOWER_DIAG_ROW', '0\n2 0\n4 3 0'],
    // One number after another, whatever the line breaks.
    ['UPPER_COL', '2 4 3'],
    ['LOWER_COL', '2 4 3'],
  ])('EXPLICIT %s', (format, cells) => {
    const head = `EDGE_WEIGHT_TYPE : EXPLICIT\nEDGE_WEIGHT_FORMAT : ${format}`;
    expect(lengthsOf(vrp(head, `EDGE_WEIGHT_SECTION\n${cells}`))).toEqual([0, 2, 4, 2, 0, 3, 4, 3, 0]);
  });

  test('a full matrix may differ by direction', () => {
    const head = 'EDGE_WEIGHT_TYPE : EXPLICIT\nEDGE_WEIGHT_FORMAT : FULL_MATRIX';
    const cells = 'EDGE_WEIGHT_SECTION\n0 2 4\n7 0 3\n9 8 0';
    expect(lengthsOf(vrp(head, cells))).toEqual([0, 2, 4, 7, 0, 3, 9, 8, 0]);
  });

  test('what cannot be read is said precisely', () => {
    expect(issuesOf(vrp('EDGE_WEIGHT_TYPE : GEO', coordinates))).toEqual([
      ['instance.unknownValue', { key: 'EDGE_WEIGHT_TYPE', value: 'GEO' }],
    ]);
    const head = 'EDGE_WEIGHT_TYPE : EXPLICIT\nEDGE_WEIGHT_FORMAT : LOWER_ROW';
    expect(issuesOf(vrp(head, 'EDGE_WEIGHT_SECTION\n2 4'))).toEqual([
      ['instance.sectionLength', { section: 'EDGE_WEIGHT_SECTION', wanted: 3, found: 2 }],
    ]);
    expect(issuesOf(vrp('EDGE_WEIGHT_TYPE : EUC_2D', ''))).toEqual([
      ['instance.sectionMissing', { section: 'NODE_COORD_SECTION' }],
    ]);
    expect(issuesOf('1 2 3 4\n')).toEqual([['instance.unknownValue', { key: 'TYPE', value: 1 }]]);
  });

  test('lengths of the sets published unrounded are kept to a thousandth, with route length limits', () => {
    const text = vrp('EDGE_WEIGHT_TYPE : EUC_2D\nDISTANCE : 20\nSERVICE_TIME : 10', coordinates);
    const instance = readInstance(text.replace('tiny', 'CMT6'));
    if (!instance.ok) throw new Error('not read');
    expect(instance.value.costDivisor).toBe(1000);
    expect(instance.value.problem.profiles[0]!.lengthM[1]).toBe(1500);
    expect(instance.value.problem.vehicleTypes[0]!.maxDurationS).toBe(20_000);
    expect([...instance.value.problem.stops.serviceS]).toEqual([10_000, 10_000]);
  });

  test('windows and service times by node, in the dialect of VRPLIB', () => {
    const times = `SERVICE_TIME_SECTION\n1 0\n2 10\n3 20\nTIME_WINDOW_SECTION\n1 0 100\n2 5 50\n3 0 90`;
    const instance = readInstance(vrp('EDGE_WEIGHT_TYPE : EUC_2D\nVEHICLES : 2', `${coordinates}\n${times}`));
    if (!instance.ok) throw new Error('not read');
    const { problem } = instance.value;
    expect([...problem.stops.serviceS]).toEqual([10, 20]);
    expect([...problem.windowOpenS]).toEqual([0, 5, 0]);
    expect([...problem.windowCloseS]).toEqual([100, 50, 90]);
    expect(problem.vehicleTypes[0]!.count).toBe(2);
  });

  test('loads with decimals become whole units', () => {
    const text = vrp('EDGE_WEIGHT_TYPE : EUC_2D', coordinates).replace('2 4\n3 5', '2 4.5\n3 5.5');
    const instance = readInstance(text);
    if (!instance.ok) throw new Error('not read');
    expect([...instance.value.problem.stops.delivery]).toEqual([45, 55]);
    expect(instance.value.problem.vehicleTypes[0]!.capacity).toEqual([100]);
  });
});
