import { describe, expect, it } from 'vitest';
import { applyEdit, redo, startHistory, undo } from '../../src/state/history.ts';

const edit = (label: string, document: number) => ({ document, label });

describe('history', () => {
  it('walks back and forth over whole documents', () => {
    let history = startHistory<number, string>(1);
    history = applyEdit(history, edit('two', 2), { key: 'a', atMs: 0 });
    history = applyEdit(history, edit('three', 3), { key: 'b', atMs: 10 });
    expect(history.present.document).toBe(3);
    history = undo(history);
    expect(history.present).toEqual({ document: 2, label: 'two' });
    history = undo(undo(history));
    expect(history.present.document).toBe(1);
    history = redo(redo(redo(history)));
    expect(history.present.document).toBe(3);
  });

  it('joins quick edits of one key and keeps slow ones apart', () => {
    let history = startHistory<number, string>(1);
    history = applyEdit(history, edit('x', 2), { key: 'slider', atMs: 0 });
    history = applyEdit(history, edit('x', 3), { key: 'slider', atMs: 300 });
    history = applyEdit(history, edit('x', 4), { key: 'slider', atMs: 5000 });
    expect(history.past.map((moment) => moment.document)).toEqual([1, 3]);
  });

  it('forgets the future after a new edit, and an edit after an undo stands alone', () => {
    let history = startHistory<number, string>(1);
    history = applyEdit(history, edit('x', 2), { key: 'k', atMs: 0 });
    history = undo(history);
    history = applyEdit(history, edit('x', 9), { key: 'k', atMs: 1 });
    expect(history.future).toEqual([]);
    expect(undo(history).present.document).toBe(1);
  });
});
