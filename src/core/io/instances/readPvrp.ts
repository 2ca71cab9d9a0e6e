import { issue } from '../../issues.ts';
import type { Result } from '../../result.ts';
import { type LayeredInstance, legTable, unitsPerLength } from './layeredInstance.ts';

export const isPvrp = (text: string): boolean => /^\s*1\s+\d+\s+\d+\s+\d+\s*(\r?\n|$)/.test(text);

/**
 * Periodic problems in Cordeau's format: "1 m n t" (m vehicles a day, n customers, t days), t lines of longest duration
 * and capacity (0 = no limit), the depot, then the customers: number, x, y, service, load of one visit, visits,
 * number of patterns, and the patterns as whole numbers whose bits are the days, the first day highest.
 */
export function readPvrp(text: string): Result<LayeredInstance> {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/).map(Number));
  const [, vehicles, customerCount, dayCount] = rows[0] as [number, number, number, number];
  const nodes = rows.slice(1 + dayCount, 2 + dayCount + customerCount);
  const customers = nodes.slice(1);
  const isReadable =
    customers.length === customerCount &&
    customerCount > 0 &&
    customers.every((row) => row.length >= 7 + row[6]! && row[6]! >= 1 && row.every(Number.isFinite));
  if (!isReadable) return { ok: false, issues: [issue('file.notReadable', { format: 'PVRP' })] };
  const [longest, capacity] = rows[1] as [number, number];
  const daysOf = (code: number): number[] =>
    Array.from({ length: dayCount }, (_, day) => day).filter((day) => (code >> (dayCount - 1 - day)) & 1);
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
        load: Float64Array.from(customers, (row) => row[4]!),
        service: Float64Array.from(customers, (row) => Math.round(row[3]! * unitsPerLength)),
        patterns: customers.map((row) => row.slice(7, 7 + row[6]!).map(daysOf)),
        vehicle: {
          capacity: capacity > 0 ? capacity : Number.POSITIVE_INFINITY,
          maxDuration: longest > 0 ? longest * unitsPerLength : Number.POSITIVE_INFINITY,
          fixedCost: 0,
          perDay: vehicles,
          perAnchor: vehicles,
        },
        firstLevel: null,
      },
    },
  };
}
