import { describe, expect, it } from 'vitest';
import { type Header, mapColumns } from '../../../../src/core/io/tables/mapColumns.ts';

const headersOf = (...texts: string[]): Header[] =>
  texts.map((text, index) => ({ index, text, parts: [text] }));
const mapped = (...texts: string[]): Record<string, string> =>
  Object.fromEntries(
    mapColumns('stations', headersOf(...texts)).matches.map(({ fieldKey, header }) => [
      fieldKey,
      header.text,
    ]),
  );

describe('two headers for one field', () => {
  it('the plainer name of the field has it, whatever their order', () => {
    expect(mapped('乡镇', '日均进件', '件量').deliveryParcelsPerDay).toBe('日均进件');
    expect(mapped('乡镇', '件量', '日均进件').deliveryParcelsPerDay).toBe('日均进件');
  });

  it('the other is not taken for the opposite', () => {
    // 进 (in) and 出 (out) are one letter apart, as a slip of the pen would be.
    expect(mapped('乡镇', '日均进件', '件量').pickupParcelsPerDay).toBeUndefined();
  });
});

it('a slip of the pen is still understood', () => {
  expect(mapped('乡镇', '站点名秤').name).toBe('站点名秤');
});
