import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { compileKernel } from '../../src/kernelBuild/compileKernel.ts';
import { kernelFolder, lower } from '../../src/kernelBuild/lowerForAssemblyScript.ts';

const file = `${kernelFolder}/sample.ts`;
const lowered = (source: string): string => lower(source, file);

describe('lowering', () => {
  it.each([
    // destructuring
    ['const { next, prev: before } = this.state;', 'const next = this.state.next, before = this.state.prev;'],
    ['let { a } = rows[i + 1]!.x, c = 3;', 'let a = rows[i + 1].x.a, c = 3;'],
    ['for (let { a, b } = w; a < b; a++) {}', 'for (let a = w.a, b = w.b; a < b; a++) {}'],
    ['const [a, b] = [x, y];', 'const a = x, b = y;'],
    ['let [a, b] = [x!, new Int32Array(n)];', 'let a = x, b = new StaticArray<i32>(n);'],
    // assertions
    ['f(a!, b![i]!, this.c!.d); x! += !y;', 'f(a, b[i], this.c.d); x += !y;'],
    ['class A { x!: i32; private y! : A; z = 0 }', 'class A { x: i32; private y : A; z = 0 }'],
    ['let w!: i32;', 'let w: i32;'],
    // imports and exports
    ["import type { A } from './a.ts';", "import { A } from './a';"],
    ['import { type A, b } from "../kernel/a.ts";', 'import { A, b } from "../kernel/a";'],
    ["import { type A, b } from '../outside.ts';", "import { A, b } from '../outside';"],
    ["import { b } from '../outside.ts';", "import { b } from '../outside';"],
    ["export { type A, b } from './a.ts';", "export { A, b } from './a';"],
    ["export type { A } from './a.ts';", "export { A } from './a';"],
    ["export * from './a.ts';", "export * from './a';"],
    // types
    ['let a: Int32Array = new Int32Array(4);', 'let a: StaticArray<i32> = new StaticArray<i32>(4);'],
    ['let a: Uint32Array, b: Uint8Array;', 'let a: StaticArray<u32>, b: StaticArray<u8>;'],
    ['f(new Float64Array(n + 1));', 'f(new StaticArray<f64>(n + 1));'],
    ['export function f(a: boolean): boolean {}', 'export function f(a: bool): bool {}'],
    ['export type Flag = boolean;', 'export type Flag = bool;'],
    // numbers
    ['a = Number.POSITIVE_INFINITY;', 'a = Infinity;'],
    ['a = b - Number.NEGATIVE_INFINITY;', 'a = b - (-Infinity);'],
    ['a = Number.isNaN(b!) ? Number.NaN : b;', 'a = isNaN(b) ? NaN : b;'],
    // left as it is
    [
      'if (a === b && c !== d || !e) a = (b | 0) as i32;',
      'if (a === b && c !== d || !e) a = (b | 0) as i32;',
    ],
    [
      'class A { m(): void {} get n(): i32 { return 1; } }',
      'class A { m(): void {} get n(): i32 { return 1; } }',
    ],
    ['/* 村 😀 */ const a = b!;', '/* 村 😀 */ const a = b;'],
  ])('%s', (source, expected) => {
    expect(lowered(source)).toBe(expected);
  });

  it('keeps line numbers', () => {
    const source =
      'const {\n  a, // first\n  b: c,\n} = this.d;\nimport type {\n  E,\n} from "./e.ts";\nlast();';
    const text = lowered(source);
    expect(text.split('\n')[0]).toBe('const a = this.d.a, c = this.d.b');
    expect(text.split('\n')[7]).toBe('last();');
  });
});

describe('what cannot be lowered', () => {
  it.each([
    ['const { a } = f();', 'this destructuring'],
    ['const { a } = rows[i++];', 'this destructuring'],
    ['const { a = 1 } = b;', 'this destructuring'],
    ['const { a: { c } } = b;', 'this destructuring'],
    ['const { a, ...rest } = b;', 'this destructuring'],
    ['const { [a]: c } = b;', 'this destructuring'],
    ['const { a }: T = b;', 'this destructuring'],
    ['const [a, b] = c;', 'this destructuring'],
    ['const [a, b] = [c];', 'this destructuring'],
    ['const [a, , b] = [c, d, e];', 'this destructuring'],
    ['[a, b] = [b, a];', 'destructuring outside const and let'],
    ['function f({ a }: T): void {}', 'destructuring outside const and let'],
    ["import type { A } from '../outside.ts';", `types from outside ${kernelFolder}`],
    ["import { type A, type B } from '../outside.ts';", `types from outside ${kernelFolder}`],
    ["import type { A } from 'somewhere';", `types from outside ${kernelFolder}`],
    ['new Int32Array([1, 2]);', 'made of anything but its length'],
    ['new Uint8Array(buffer, 0, 4);', 'made of anything but its length'],
    ['Float64Array.from(a);', 'Float64Array but as a type'],
    ['a = Number.EPSILON;', 'Number.EPSILON'],
    ['a = Number.isInteger(b);', 'Number.isInteger'],
    ['a = Number(b);', 'Number as a value'],
    ['for (const x of y) {}', 'for-of'],
    ['for (const { x } of y) {}', 'for-of'],
    ['for (const x in y) {}', 'for-in'],
    ['f(...x);', 'spread'],
    ['a = b?.c;', 'optional chaining'],
    ['a = b ?? c;', '??'],
    ['a &&= b;', '&&='],
    ['a ||= b;', '||='],
    ['a ??= b;', '??='],
    ['f(() => 1);', 'an arrow function'],
    ['f(function () {});', 'a function expression'],
    ['function f(): void { function g(): void {} }', 'a function inside a function'],
    ['a = `b`;', 'a template literal'],
    ['a = b as number;', 'say i32 or f64'],
    ['let a: number[];', 'say i32 or f64'],
  ])('%s', (source, message) => {
    expect(() => lowered(`// a line before\n${source}`)).toThrow(`${file}:2: `);
    expect(() => lowered(source)).toThrow(message);
  });

  it('names all places at once, and what does not parse', () => {
    expect(() => lowered('a ??= b;\n\nf(...c);')).toThrow(/:1: .*\?\?=\n.*:3: .*spread/);
    expect(() => lowered('\nlet a = ;')).toThrow(`${file}:2: `);
  });
});

describe('compiling', () => {
  const entry = `${kernelFolder}/wasm/sample.ts`;
  const walkSource = `
export class Walk {
  readonly next: Int32Array;
  readonly cost: Float64Array;
  private seen: Uint8Array;
  private state: u32 = 12345;
  isClosed: boolean = false;

  constructor(readonly size: i32) {
    this.next = new Int32Array(size);
    this.cost = new Float64Array(size);
    this.seen = new Uint8Array(size);
  }

  draw(): u32 {
    let { state } = this;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state;
    return state >>> 0;
  }

  fill(): void {
    const { next, cost, size } = this;
    for (let at: i32 = 0; at < size; at++) {
      next[at] = (this.draw() % (size as u32)) as i32;
      cost[at] = Math.sqrt(this.draw() as f64) / 3;
    }
  }

  length(from: i32): f64 {
    const { next, seen: been } = this;
    let [at, sum, longest] = [from, 0.0, Number.NEGATIVE_INFINITY];
    while (been[at]! === 0) {
      been[at] = 1;
      sum += this.cost[at]!;
      if (this.cost[at]! > longest) longest = this.cost[at]!;
      at = next[at]!;
    }
    this.isClosed = at === from;
    return Number.isNaN(sum) ? -1 : sum * 1.1 + longest;
  }
}`;
  const entrySource = `
export function run(size: i32, from: i32): f64 {
  if (size <= 0) throw new Error('nothing to walk');
  const walk: Walk = new Walk(size);
  walk.fill();
  return walk.length(from) + (walk.isClosed ? 1 : 0);
}`;
  const sourceOf = (files: Readonly<Record<string, string>>) => ({
    entry,
    readFile: (name: string): string | null => files[name] ?? null,
  });
  const files = {
    [entry]: `import type { Walk as AnyWalk } from '../walk.ts';\nimport { Walk } from '../walk.ts';${entrySource}\n`,
    [`${kernelFolder}/walk.ts`]: walkSource,
  };
  type Run = (size: number, from: number) => number;

  it('gives what the same code gives as JavaScript, asking nothing of its host', async () => {
    const { code } = transformSync(walkSource + entrySource, { loader: 'ts', format: 'esm' });
    const script = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
      run: Run;
    };
    const binary = await compileKernel(sourceOf(files));
    const { instance } = await WebAssembly.instantiate(new Uint8Array(binary), {});
    const run = instance.exports.run as Run;
    for (const size of [1, 2, 30, 1000, 20_000]) {
      for (const from of [0, size >> 1, size - 1]) {
        const result = run(size, from);
        expect(result).toBeGreaterThan(0);
        expect(Object.is(result, script.run(size, from))).toBe(true);
      }
    }
    expect(() => run(0, 0)).toThrow(WebAssembly.RuntimeError);
    expect(await compileKernel(sourceOf(files))).toEqual(binary);
  });

  it('passes on what the lowering and the compiler find wrong', async () => {
    const wrong = (source: string) => compileKernel(sourceOf({ [entry]: source }));
    await expect(wrong('export const a = b ?? c;')).rejects.toThrow(`${entry}:1: `);
    await expect(wrong('\nexport function f(a: i32): i32 { return b; }')).rejects.toThrow(
      /Cannot find name 'b'[\s\S]*sample\.ts\(2,/,
    );
    await expect(wrong("import { a } from './none.ts';\na();")).rejects.toThrow('none.ts');
    await expect(wrong('export function f(): f64 { return Math.random(); }')).rejects.toThrow('seed');
  });
});
