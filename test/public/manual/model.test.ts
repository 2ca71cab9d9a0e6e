import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const manual = readFileSync(join(root, 'public/manual/model.md'), 'utf8');
const headings = new Set([...manual.matchAll(/^### (\w+)$/gm)].map((match) => match[1]!));

/** Exported functions, written as functions or as arrows. */
function functionsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const exported = [...text.matchAll(/^export (?:function\*? (\w+)|const (\w+) = (?:<[^>]*>)?\()/gm)];
  return exported.map((match) => match[1] ?? match[2]!);
}

describe('the manual of the model', () => {
  it('has a heading for every function of the cost book', () => {
    const functions = functionsOf('src/core/cost/costBook.ts');
    expect(functions).toContain('dutyYuan');
    expect(functions.length).toBeGreaterThanOrEqual(11);
    expect(functions.filter((name) => !headings.has(name))).toEqual([]);
  });

  it('has a heading for every function of the evaluation', () => {
    const files = readdirSync(join(root, 'src/core/evaluate')).map((name) => `src/core/evaluate/${name}`);
    const functions = files.flatMap(functionsOf);
    expect(functions).toContain('scheduleTrip');
    expect(functions.filter((name) => !headings.has(name))).toEqual([]);
  });

  it('has no heading for a function that is gone', () => {
    const rooms = ['model', 'cost', 'evaluate', 'assign', 'driven', 'sim', 'baseline', 'sharing', 'kpi'];
    const known = new Set(
      rooms.flatMap((room) =>
        readdirSync(join(root, 'src/core', room))
          .filter((name) => name.endsWith('.ts'))
          .flatMap((name) => functionsOf(`src/core/${room}/${name}`)),
      ),
    );
    expect([...headings].filter((name) => !known.has(name))).toEqual([]);
  });
});
