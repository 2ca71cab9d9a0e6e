import { issue } from '../../issues.ts';
import type { Result } from '../../result.ts';
import { type LayeredInstance, legTable, unitsPerLength } from './layeredInstance.ts';
import { outOfRange } from './ranges.ts';
import { refused } from './sections.ts';

/** "1 m n t", and with fields left out at the end: "1 m n" is one day. */
export const isPvrp = (text: string): boolean => /^\s*1\s+\d+\s+\d+(\s+\d+)?\s*(\r?\n|$)/.test(text);

/** A day's pattern as a whole number is exact up to this many days. */
const mostDays = 30;

/**
 * Periodic problems in Cordeau's format (p01 to p32, pr01 to pr10): "1 m n t" (m vehicles a day, n customers, t days), t
 * lines of longest duration and capacity (0 = no limit), the depot, then the customers: number, x, y, service, load of
 * one visit, visits, number of patterns, and the patterns as whole numbers whose bits are the days, the first day
 * highest. Fields of a time window may follow and are not used. A depot or customer written with fewer fields takes
 * zeros; a customer without patterns may be visited on any days as often as asked. The days share one vehicle: limits
 * that differ from day to day are refused, not guessed.
 */
export function readPvrp(text: string): Result<LayeredInstance> {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      line
        .split(/[\s,;]+/)
        .filter((cell) => cell !== '')
        .map(Number),
    );
  const [, vehicles = 0, customerCount = 0, daysWritten = 1] = rows[0] ?? [];
  const dayCount = Math.max(1, daysWritten);
  const limits = rows.slice(1, 1 + dayCount);
  const nodes = rows.slice(1 + dayCount, 2 + dayCount + customerCount);
  const found = Math.max(0, nodes.length - 1);
  if (found < customerCount || customerCount === 0)
    return {
      ok: false,
      issues: [issue('instance.sectionLength', { section: 'CUSTOMERS', wanted: customerCount, found })],
    };
  const isReadable =
    dayCount <= mostDays &&
    limits.every((row) => row.length >= 1 && row.every(Number.isFinite)) &&
    nodes.every((row) => row.length >= 3 && row.every(Number.isFinite));
  if (!isReadable) return refused(issue('instance.notReadable', { format: 'PVRP' }));
  const [longest = 0, capacity = 0] = limits[0]!;
  const differs = limits.find(([other = 0, room = 0]) => other !== longest || room !== capacity);
  if (differs)
    return { ok: false, issues: [issue('instance.unknownValue', { key: 'D Q', value: differs.join(' ') })] };
  const customers = nodes.slice(1);
  const outside = outOfRange(
    customers.flatMap((row) =>
      [row[3] ?? 0, row[4] ?? 0].map((value) => [`CUSTOMER ${row[0]}`, value] as const),
    ),
  );
  if (outside) return refused(outside);
  const patterns = customers.map((row) => patternsOf(row, dayCount));
  const without = patterns.findIndex((own) => own.length === 0);
  if (without >= 0)
    return {
      ok: false,
      issues: [issue('instance.unknownValue', { key: `PATTERN ${customers[without]![0]}`, value: '' })],
    };
  const limit = (value: number, units: number): number =>
    value > 0 ? value * units : Number.POSITIVE_INFINITY;
  const perDay = vehicles > 0 ? vehicles : customerCount;
  return {
    ok: true,
    issues: [],
    value: {
      family: 'PVRP',
      costDivisor: unitsPerLength,
      customerNumbers: customers.map((row) => row[0]!),
      problem: {
        anchorCount: 1,
        customerCount,
        dayCount,
        legCost: legTable(nodes.map((row) => [row[1]!, row[2]!])),
        load: Float64Array.from(customers, (row) => row[4] ?? 0),
        service: Float64Array.from(customers, (row) => Math.round((row[3] ?? 0) * unitsPerLength)),
        patterns,
        vehicle: {
          capacity: limit(capacity, 1),
          maxDuration: limit(longest, unitsPerLength),
          fixedCost: 0,
          perDay,
          perAnchor: perDay,
        },
        firstLevel: null,
      },
    },
  };
}

/** The patterns written; where none are, every set of as many days as there are visits (once where not said). */
function patternsOf(row: readonly number[], dayCount: number): number[][] {
  const visits = row[5] || 1;
  const count = row[6] ?? 0;
  const daysOf = (code: number): number[] =>
    Array.from({ length: dayCount }, (_, day) => day).filter((day) => (code >> (dayCount - 1 - day)) & 1);
  if (count > 0) {
    const codes = row.slice(7, 7 + count);
    const isWhole = codes.length === count && codes.every((code) => code > 0 && code < 2 ** dayCount);
    return isWhole ? codes.map(daysOf) : [];
  }
  return subsets(dayCount, Math.min(visits, dayCount));
}

/** All sets of `size` of the days 0..dayCount-1. */
function subsets(dayCount: number, size: number): number[][] {
  if (size === 0) return [[]];
  const sets: number[][] = [];
  for (let last = size - 1; last < dayCount; last++)
    for (const head of subsets(last, size - 1)) sets.push([...head, last]);
  return sets;
}
