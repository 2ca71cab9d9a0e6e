import { type Issue, issue } from '../../issues.ts';
import type { Result } from '../../result.ts';

/** The TSPLIB family of text formats: "KEY : value" lines and "NAME_SECTION" blocks of number rows. */
export interface SectionedFile {
  readonly values: ReadonlyMap<string, string>;
  /** Numbers of each section, row by row as written. */
  readonly sections: ReadonlyMap<string, readonly (readonly number[])[]>;
}

/** Keywords count in either case. */
export function readSections(text: string): SectionedFile {
  const values = new Map<string, string>();
  const sections = new Map<string, (readonly number[])[]>();
  let open: (readonly number[])[] | null = null;
  for (const rawLine of text.split(/\r?\n/)) {
    const line = rawLine.trim();
    if (line === '' || line.toUpperCase() === 'EOF') continue;
    const heading = /^([A-Z_]*[A-Z])\s*:?\s*(.*)$/i.exec(line);
    const [, word = '', value = ''] = heading ?? [];
    const key = word.toUpperCase();
    if (key.endsWith('SECTION')) {
      open = [];
      sections.set(key, open);
    } else if (key) {
      open = null;
      values.set(key, value.trim());
    } else open?.push(line.split(/\s+/).map(Number));
  }
  return { values, sections };
}

/** A number of the head of the file; undefined when missing or not a number. */
export function headNumber(file: SectionedFile, key: string): number | undefined {
  const value = Number(file.values.get(key));
  return file.values.has(key) && Number.isFinite(value) ? value : undefined;
}

/** A word of the head of the file, in capitals. */
export const headWord = (file: SectionedFile, key: string): string | undefined =>
  file.values.get(key)?.toUpperCase();

export const refused = (...issues: Issue[]): { readonly ok: false; readonly issues: Issue[] } => ({
  ok: false,
  issues,
});

/** Rows of a section by their first number; each of `wanted` must have one, of at least `width` numbers. */
export function rowsByNumber(
  file: SectionedFile,
  section: string,
  wanted: readonly number[],
  width: number,
): Result<ReadonlyMap<number, readonly number[]>> {
  const rows = file.sections.get(section);
  if (!rows) return refused(issue('instance.sectionMissing', { section }));
  const readable = rows.filter((row) => row.length >= width && row.every(Number.isFinite));
  const byNumber = new Map(readable.map((row) => [row[0]!, row]));
  const found = wanted.filter((number) => byNumber.has(number)).length;
  return found === wanted.length
    ? { ok: true, value: byNumber, issues: [] }
    : refused(issue('instance.sectionLength', { section, wanted: wanted.length, found }));
}

/** Places of the nodes in the order of a problem, the depot first: the one of DEPOT_SECTION, else the first node. */
export function depotFirst(file: SectionedFile, numbers: readonly number[]): Result<readonly number[]> {
  const written = (file.sections.get('DEPOT_SECTION') ?? []).flat().filter((number) => number > 0);
  const depot = numbers.indexOf(written[0] ?? numbers[0]!);
  if (written.length > 1 || depot < 0)
    return refused(issue('instance.unknownValue', { key: 'DEPOT_SECTION', value: written.join(' ') }));
  const others = Array.from(numbers.keys()).filter((node) => node !== depot);
  return { ok: true, value: [depot, ...others], issues: [] };
}

/** Nodes in the order of a problem, the depot first, with the number and the demand of every other one. */
export function nodesWithDemand(
  file: SectionedFile,
  numbers: readonly number[],
): Result<{
  readonly order: readonly number[];
  readonly stopNumbers: readonly number[];
  readonly demands: readonly number[];
}> {
  const order = depotFirst(file, numbers);
  if (!order.ok) return order;
  const stopNumbers = order.value.slice(1).map((node) => numbers[node]!);
  const rows = rowsByNumber(file, 'DEMAND_SECTION', stopNumbers, 2);
  if (!rows.ok) return rows;
  const demands = stopNumbers.map((number) => rows.value.get(number)![1]!);
  return { ok: true, value: { order: order.value, stopNumbers, demands }, issues: [] };
}
