import { useEffect, useState } from 'react';
import type { SheetRow } from '../../core/io/tables/sheet.ts';
import { importSession } from '../../state/commands/importTables.ts';

const rowsPerPage = 400;
/** More rows than this at once would fill the page's memory; the rest is reached through its issues. */
export const rowLimit = 20_000;

/** The rows of a sheet, brought over from the worker page by page. */
export function useSheetRows(key: string | null, checkNumber: number, startAt: number): readonly SheetRow[] {
  const [rows, setRows] = useState<{ key: string | null; rows: readonly SheetRow[] }>({ key, rows: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new check means new rows
  useEffect(() => {
    let isWanted = true;
    const session = importSession();
    async function load(): Promise<void> {
      if (!session || key === null) return;
      const loaded: SheetRow[] = [];
      for (let from = startAt; from < startAt + rowLimit; from += rowsPerPage) {
        const page = await session.rowsOf(key, from, rowsPerPage);
        if (!isWanted) return;
        for (const row of page.rows) loaded.push(row);
        const isLast = page.rows.length < rowsPerPage;
        // The first page at once, the rest when it is there: one drawing instead of dozens.
        if (from === startAt || isLast) setRows({ key, rows: [...loaded] });
        if (isLast) return;
      }
      setRows({ key, rows: loaded });
    }
    void load().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [key, checkNumber, startAt]);
  return rows.key === key ? rows.rows : [];
}
