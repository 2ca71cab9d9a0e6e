import { type CSSProperties, type KeyboardEvent, type Ref, useId } from 'react';

/** How typing into a cell ended: where the grid goes next. */
export type EditorEnd = 'down' | 'up' | 'right' | 'left' | 'stay' | 'cancel';

interface GridInputProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  /** null: nothing is being typed; the field waits unseen over the active cell. */
  readonly draft: string | null;
  readonly options: readonly string[] | null;
  readonly place: CSSProperties;
  readonly gridId: string;
  readonly activeId: string | undefined;
  readonly onFocus: () => void;
  readonly onDraft: (text: string) => void;
  readonly onEnd: (end: EditorEnd) => void;
}

/**
 * The one field of a grid that can be written in. It holds the focus all the time: an input method for Chinese composes only
 * where there is a field before the first key is pressed. Enter and Tab keep what was typed, Escape does not.
 */
export function GridInput(props: GridInputProps) {
  const { draft, onDraft, onEnd } = props;
  const listId = useId();
  const isTyping = draft !== null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isTyping) return;
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
    onEnd(chosen);
  };
  return (
    <>
      <input
        ref={props.ref}
        className={isTyping ? 'cell-editor' : 'grid-input-idle'}
        style={props.place}
        aria-label={props.label}
        aria-controls={props.gridId}
        aria-activedescendant={isTyping ? undefined : props.activeId}
        autoComplete="off"
        list={isTyping && props.options ? listId : undefined}
        value={draft ?? ''}
        onFocus={props.onFocus}
        onChange={(event) => onDraft(event.target.value)}
        onCompositionStart={() => {
          if (!isTyping) onDraft('');
        }}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => event.stopPropagation()}
        onBlur={() => {
          if (isTyping) onEnd('stay');
        }}
      />
      {isTyping && props.options ? (
        <datalist id={listId}>
          {props.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}
