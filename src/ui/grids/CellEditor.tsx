import { type KeyboardEvent, useId, useRef, useState } from 'react';

/** How typing into a cell ended: where the grid goes next. */
export type EditorEnd = 'down' | 'up' | 'right' | 'left' | 'stay' | 'cancel';

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  readonly options: readonly string[] | null;
  readonly onEnd: (end: EditorEnd, text: string) => void;
}

/** A text field in place of a cell. Enter and Tab keep what was typed, Escape does not. */
export function CellEditor({ label, text, options, onEnd }: CellEditorProps) {
  const [draft, setDraft] = useState(text);
  const listId = useId();
  const hasEnded = useRef(false);
  const end = (how: EditorEnd): void => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(how, draft);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const how: Partial<Record<string, EditorEnd>> = {
      Enter: event.shiftKey ? 'up' : 'down',
      Tab: event.shiftKey ? 'left' : 'right',
      Escape: 'cancel',
    };
    const chosen = how[event.key];
    if (!chosen) return;
    event.preventDefault();
    end(chosen);
  };
  return (
    <>
      <input
        className="cell-editor"
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: the field stands where the person is typing
        autoFocus
        list={options ? listId : undefined}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
        onPaste={(event) => event.stopPropagation()}
        onBlur={() => end('stay')}
      />
      {options ? (
        <datalist id={listId}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}
