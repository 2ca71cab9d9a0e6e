import { issue } from '../../issues.ts';
import { createProblem } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import { euclideanProfile } from './euclidean.ts';
import type { Instance } from './instance.ts';

const unitsPerLength = 10;

/**
 * Time windows after Solomon 1987. Convention of the 12th DIMACS challenge: least total distance whatever the number
 * of vehicles, distances and times truncated to one decimal (kept here as whole tenths).
 */
export function readSolomon(text: string): Result<Instance> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const rows = lines.map((line) => line.split(/\s+/).map(Number));
  const fleet = rows.find((row) => row.length === 2 && row.every(Number.isFinite));
  const nodes = rows.filter((row) => row.length === 7 && row.every(Number.isFinite));
  if (!fleet || nodes.length === 0)
    return { ok: false, issues: [issue('file.notReadable', { format: 'Solomon' })] };
  const scaled = (value: number): number => value * unitsPerLength;
  const window = (row: readonly number[]): [number, number] => [scaled(row[4]!), scaled(row[5]!)];
  const problem = createProblem({
    stops: nodes.slice(1).map((row) => ({
      delivery: [row[3]!],
      windowS: window(row),
      serviceS: scaled(row[6]!),
    })),
    depotWindowsS: [window(nodes[0]!)],
    profiles: [
      euclideanProfile(
        nodes.map((row) => ({ x: row[1]!, y: row[2]! })),
        (distance) => Math.floor(distance * unitsPerLength),
      ),
    ],
    vehicleTypes: [{ capacity: [fleet[1]!], count: fleet[0]! }],
  });
  return {
    ok: true,
    issues: [],
    value: {
      name: lines.find((line) => line !== '') ?? '',
      problem,
      costDivisor: unitsPerLength,
      stopNumbers: nodes.slice(1).map((row) => row[0]!),
    },
  };
}
