import { describe, expect, it } from 'vitest';
import { formatNumber, formatShare } from '../../src/i18n/format.ts';

describe('a share in per cent', () => {
  it('has one decimal at most', () => {
    expect(formatShare(0.27364, 'en')).toBe('27.4%');
    expect(formatShare(96 / 120, 'en')).toBe('80%');
    expect(formatShare(undefined, 'en')).toBe('—');
  });

  it('is 100 % or 0 % only where it is all or nothing', () => {
    expect(formatShare(1, 'en')).toBe('100%');
    // 0.9996 = 99.96 %: one decimal would make it 100.
    expect(formatShare(0.9996, 'en')).toBe('99.96%');
    expect(formatShare(0.99996, 'zh-CN')).toBe('99.996%');
    expect(formatShare(0, 'en')).toBe('0%');
    // 1 of 2,500 parcels = 0.04 %.
    expect(formatShare(1 / 2500, 'en')).toBe('0.04%');
    expect(formatShare(1.0004, 'en')).toBe('100.04%');
  });

  it('does not read as a target it misses, whatever the side', () => {
    // 0.7996 = 79.96 %, 0.19996 = 19.996 %: 80 and 20 with one decimal.
    expect(formatShare(0.7996, 'en', [0.8])).toBe('79.96%');
    expect(formatShare(0.19996, 'en', [0.2])).toBe('19.996%');
    expect(formatShare(0.8004, 'en', [0.8])).toBe('80.04%');
    // The last bits of a division are no miss: 0.1 + 0.7 = 0.7999999999999999.
    expect(formatShare(0.1 + 0.7, 'en', [0.8])).toBe('80%');
  });

  it('is never a negative zero, as no number is', () => {
    expect(formatShare(-0, 'en')).toBe('0%');
    expect(formatNumber(-0.3, 'en')).toBe('0');
    expect(formatNumber(-0.6, 'en')).toBe('-1');
  });
});
