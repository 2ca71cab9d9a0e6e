import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && statSync(join(root, name)).isFile());
}

interface Import {
  readonly from: string;
  /** Path from the project's root, or the package's name. */
  readonly to: string;
  readonly isType: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => {
    const target = match[2]!;
    const to = target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target;
    return { from: file, to, isType: match[1] !== undefined };
  });
}

const all = ['src', 'workers'].flatMap(sourceFiles);
const imports = all.flatMap(importsOf);
const describeImport = ({ from, to }: Import): string => `${from} -> ${to}`;

/** Rooms of src/core from the ground up: a room may use itself and those before it. */
const coreOrder = [
  ['units.ts', 'issues.ts', 'result.ts', 'random.ts', 'hash.ts', 'geo.ts', 'deterministicMath.ts'],
  ['model'],
  ['io', 'file', 'network', 'cost'],
  ['evaluate'],
  ['solver', 'sim'],
  ['assign', 'audit', 'driven'],
  ['levels'],
  ['baseline'],
  ['sharing'],
  ['kpi'],
  ['run', 'evidence'],
];
const levelOf = (path: string): number => {
  const room = path.split('/')[2]!;
  return coreOrder.findIndex((rooms) => rooms.includes(room));
};

describe('the house', () => {
  it('has source files to look at', () => {
    expect(all.length).toBeGreaterThan(30);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('keeps core below everything else', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('src/core/') && /^(src|workers)\//.test(to) && !to.startsWith('src/core/'),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('lets data flow one way inside core', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!from.startsWith('src/core/') || !to.startsWith('src/core/')) return false;
      expect(levelOf(from), `${from} is in no known room`).toBeGreaterThanOrEqual(0);
      return levelOf(to) > levelOf(from);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('never lets the auditor see solver or evaluation', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('src/core/audit/') &&
        /^src\/core\/(solver|assign|levels|evaluate|baseline|sharing|run)\//.test(to),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('keeps solver, assignment, pipeline and road engine off the screen, but for what is a few sums', () => {
    const isLight = (path: string): boolean =>
      /^src\/core\/(network\/(edit\/changeRoad|calibrate)|levels\/changedStations)\.ts$/.test(path);
    const wrong = imports.filter(
      ({ from, to, isType }) =>
        /^src\/(ui|state)\//.test(from) &&
        !isType &&
        !isLight(to) &&
        /^src\/core\/(solver|assign|levels|baseline|sharing|run|network)\//.test(to),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('lets one file each import a heavy guest', () => {
    const importersOf = (name: RegExp): string[] => [
      ...new Set(imports.filter(({ to, isType }) => !isType && name.test(to)).map(({ from }) => from)),
    ];
    expect(importersOf(/^maplibre-gl$/)).toHaveLength(1);
    expect(importersOf(/^echarts\/core$/)).toHaveLength(1);
    const comlink = importersOf(/^comlink$/);
    expect(comlink.filter((file) => file.startsWith('src/clients/'))).toHaveLength(1);
    expect(comlink.every((file) => /^(workers|src\/clients)\//.test(file))).toBe(true);
    expect(importersOf(/^(react|antd)(\/|$)/).every((file) => /^src\/(ui\/|main\.tsx)/.test(file))).toBe(
      true,
    );
  });

  it('keeps what is compiled to itself', () => {
    const inKernel = (path: string): boolean => path.startsWith('src/core/solver/kernel/');
    const wrong = imports.filter(({ from, to }) => inKernel(from) && !inKernel(to));
    expect(imports.some(({ from }) => inKernel(from))).toBe(true);
    expect(wrong.map(describeImport)).toEqual([]);
  });

  it('has no clock, chance, console or timer in core', () => {
    const banned =
      /\b(Math\.random|Date\.now|new Date\(|console\.|setTimeout|setInterval|performance\.now)\b/;
    const wrong = all.filter(
      (file) => file.startsWith('src/core/') && banned.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('has no file that needs a table of contents', () => {
    const long = all.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});

describe("the README's walk", () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const steps = [...readme.matchAll(/^\d\. `([^`]+)`/gm)].map((match) => match[1]!);

  it('has nine files, none too long to read', () => {
    expect(steps).toHaveLength(9);
    for (const step of steps) {
      expect(readFileSync(join(root, step), 'utf8').split('\n').length, step).toBeLessThanOrEqual(260);
    }
  });

  it('never looks ahead', () => {
    steps.forEach((step, index) => {
      const later = imports.filter(({ from, to }) => from === step && steps.indexOf(to) > index);
      expect(later.map(describeImport)).toEqual([]);
    });
  });
});
