import { describe, expect, it } from 'vitest';
import { type Column, locateColumns, type TableName, tableColumns } from '../../../src/core/io/columns.ts';

const tables = Object.entries(tableColumns) as [TableName, readonly Column[]][];

describe('the registry of columns', () => {
  it.each(tables)('%s: no spelling stands for two columns', (_table, columns) => {
    const spellings = columns.flatMap(({ key, zh, aliases }) => [...new Set([key, zh, ...aliases])]);
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  it('finds columns by key, Chinese header or alias, whatever the brackets', () => {
    const located = locateColumns('demand', [
      '村代码',
      '日均派件量（件/日）',
      'PICKUP_parcels_per_day',
      '备注',
    ]);
    expect(located.get('place_id')).toEqual({ index: 0, header: '村代码' });
    expect(located.get('delivery_parcels_per_day')!.index).toBe(1);
    expect(located.get('pickup_parcels_per_day')!.index).toBe(2);
    expect(located.has('grade')).toBe(false);
  });
});
