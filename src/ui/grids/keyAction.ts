import type { KeyboardEvent } from 'react';
import { type CellAt, type CellRange, moved, oneCell } from './cellRange.ts';

/** What a key does in a grid. */
export type KeyAction =
  | { readonly kind: 'go'; readonly range: CellRange }
  /** With what the cell holds; letters begin anew by themselves, as the grid's field has the focus. */
  | { readonly kind: 'edit' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fillDown' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const far = 1_000_000;

function stepOf({ key, ctrlKey, metaKey }: Pressed, pageRows: number): readonly [number, number] | null {
  const isFar = ctrlKey || metaKey;
  const reach = isFar ? far : 1;
  const steps: Partial<Record<string, readonly [number, number]>> = {
    ArrowDown: [reach, 0],
    ArrowUp: [-reach, 0],
    ArrowRight: [0, reach],
    ArrowLeft: [0, -reach],
    PageDown: [pageRows, 0],
    PageUp: [-pageRows, 0],
    Home: [isFar ? -far : 0, -far],
    End: [isFar ? far : 0, far],
  };
  return steps[key] ?? null;
}

/** The keys of a spreadsheet: arrows, paging, F2 and Enter to edit, Delete, Ctrl+A and Ctrl+D. */
export function keyAction(
  event: Pressed,
  range: CellRange | null,
  last: CellAt,
  pageRows: number,
): KeyAction | null {
  if (last.row < 0 || event.altKey) return null;
  const { key, shiftKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  const step = stepOf(event, pageRows);
  if (step) {
    if (!range) return { kind: 'go', range: oneCell({ row: 0, column: 0 }) };
    const [rows, columns] = step;
    const next = moved(shiftKey ? range.other : range.active, rows, columns, last);
    return { kind: 'go', range: shiftKey ? { active: range.active, other: next } : oneCell(next) };
  }
  if (!range) return null;
  if (isCommand && key.toLowerCase() === 'a')
    return { kind: 'go', range: { active: { row: 0, column: 0 }, other: last } };
  if (isCommand && key.toLowerCase() === 'd') return { kind: 'fillDown' };
  if (isCommand) return null;
  if (key === 'Enter' || key === 'F2') return { kind: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  return null;
}
