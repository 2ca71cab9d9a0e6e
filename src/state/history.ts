/** Undo as a list of whole documents with a pointer: no inverse operations, so no wrong inverses. */
export interface Moment<Document, Label> {
  readonly document: Document;
  /** What was done to arrive here; null for the opening state. */
  readonly label: Label | null;
}

export interface History<Document, Label> {
  readonly past: readonly Moment<Document, Label>[];
  readonly present: Moment<Document, Label>;
  readonly future: readonly Moment<Document, Label>[];
  /** The last edit's key and time; a further edit with the same key soon after joins it (a slider being dragged). */
  readonly coalesce: { readonly key: string; readonly atMs: number } | null;
}

const depthLimit = 200;
const coalesceWithinMs = 800;

export const startHistory = <Document, Label>(document: Document): History<Document, Label> => ({
  past: [],
  present: { document, label: null },
  future: [],
  coalesce: null,
});

export function applyEdit<Document, Label>(
  history: History<Document, Label>,
  next: Moment<Document, Label>,
  coalesce: { readonly key: string; readonly atMs: number },
): History<Document, Label> {
  const joins =
    history.coalesce?.key === coalesce.key && coalesce.atMs - history.coalesce.atMs < coalesceWithinMs;
  const past = joins ? history.past : [...history.past, history.present].slice(-depthLimit);
  return { past, present: next, future: [], coalesce };
}

export function undo<Document, Label>(history: History<Document, Label>): History<Document, Label> {
  const previous = history.past.at(-1);
  if (!previous) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    coalesce: null,
  };
}

export function redo<Document, Label>(history: History<Document, Label>): History<Document, Label> {
  const next = history.future[0];
  if (!next) return history;
  return {
    past: [...history.past, history.present],
    present: next,
    future: history.future.slice(1),
    coalesce: null,
  };
}
