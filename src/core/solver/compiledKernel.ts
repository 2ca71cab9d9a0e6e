import type { SearchTables } from './kernel/searchTables.ts';
import { SearchTables as Tables } from './kernel/searchTables.ts';
import { kernelBinary } from './kernelBinary.ts';

/** Where something lies in the kernel's memory. */
export type Address = number;

/** Exported by kernel/wasm/entry.ts for all that runs in the kernel. */
export interface MemoryExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly newWholes: (length: number) => Address;
  readonly newFractions: (length: number) => Address;
  readonly newTables: () => Address;
}

/** Core has neither page nor process in its types; this is all it needs of the engine's own compiler. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
declare const atob: (text: string) => string;

let compiledModule: object | null | undefined;

/** The kernel compiled, once per thread; null where the machine does not allow it. */
function kernelModule(): object | null {
  if (compiledModule !== undefined) return compiledModule;
  try {
    compiledModule = new WebAssembly.Module(
      Uint8Array.from(atob(kernelBinary), (byte) => byte.charCodeAt(0)),
    );
  } catch {
    compiledModule = null;
  }
  return compiledModule;
}

/** A compiled kernel with a memory of its own; null where the machine does not allow it. */
export function newKernel<Exports extends object>(): CompiledKernel<Exports> | null {
  const module = kernelModule();
  if (module === null) return null;
  try {
    return new CompiledKernel(new WebAssembly.Instance(module, {}).exports as Exports & MemoryExports);
  } catch {
    // No address space is left for one more memory; the source does the same, more slowly.
    return null;
  }
}

const tableFields = Object.keys(new Tables());

/** A kernel's exports, and its memory to lay tables into and find them in. */
export class CompiledKernel<Exports extends object> {
  private readonly laid = new Map<object, Address>();

  constructor(readonly exports: Exports & MemoryExports) {}

  /** Copies a table into the memory, each only once: most roads are the same in both directions. */
  layTable(table: Int32Array | Uint32Array | Float64Array): Address {
    const { exports, laid } = this;
    const known = laid.get(table);
    if (known !== undefined) return known;
    const isFraction = table instanceof Float64Array;
    const address = isFraction ? exports.newFractions(table.length) : exports.newWholes(table.length);
    const { buffer } = exports.memory;
    const place = isFraction
      ? new Float64Array(buffer, address, table.length)
      : new Int32Array(buffer, address, table.length);
    place.set(table);
    laid.set(table, address);
    return address;
  }

  layFields(address: Address, values: object, fields: readonly string[]): void {
    const laid = fields.map((field) => {
      const value = (values as Record<string, number | Int32Array | Float64Array>)[field]!;
      return typeof value === 'number' ? value : this.layTable(value);
    });
    // Every field is a whole number or an address: four bytes each, in the order of their declaration.
    new Int32Array(this.exports.memory.buffer, address, laid.length).set(laid);
  }

  laySearchTables(tables: SearchTables): Address {
    const address = this.exports.newTables();
    this.layFields(address, tables, tableFields);
    return address;
  }
}

/** A view of a table as the memory is now: it may grow and move with every call that makes something in it. */
export function tableAt({ memory }: MemoryExports, address: Address): Int32Array {
  // The length of a table stands before it, in bytes.
  const [bytes] = new Int32Array(memory.buffer, address - 4, 1);
  return new Int32Array(memory.buffer, address, bytes! / 4);
}
