import type { RememberedColumns } from '../core/io/tables/pipeline/choices.ts';

/** Columns settled by hand, kept in this browser by header signature, so that next month's file needs no hand. */
export interface ColumnMemory {
  read(): Readonly<Record<string, RememberedColumns>>;
  write(signature: string, columns: RememberedColumns): void;
}

const storageKey = 'cuntong.columns';
/** The oldest are forgotten beyond this many. */
const memoryLimit = 200;

export const createColumnMemory = (storage: () => Storage = () => localStorage): ColumnMemory => ({
  read() {
    try {
      const kept: unknown = JSON.parse(storage().getItem(storageKey) ?? '{}');
      return typeof kept === 'object' && kept !== null ? (kept as Record<string, RememberedColumns>) : {};
    } catch {
      // A browser that keeps nothing, or something else under the name: suggestions do without.
      return {};
    }
  },
  write(signature, columns) {
    const { [signature]: _before, ...others } = this.read();
    const entries = [...Object.entries(others), [signature, columns] as const].slice(-memoryLimit);
    try {
      storage().setItem(storageKey, JSON.stringify(Object.fromEntries(entries)));
    } catch {
      // Full or forbidden storage costs a convenience, not data.
    }
  },
});
