import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { createPortal } from 'react-dom';

export interface PopMenuItem {
  readonly key: string;
  readonly label: ReactNode;
  /** Marked as the present choice; absent = the menu has none. */
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
}

interface PopMenuProps {
  /** The button it belongs to: placed beside it, and given the focus back. */
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly items: readonly PopMenuItem[];
  /** Above the choices, for words that explain them. */
  readonly title?: ReactNode;
  readonly onClose: () => void;
}

const gapPx = 4;
const roomPx = 200;

/** One menu for all rows of a table: made when it is opened, so that rows stay light. Arrows, Home, End, Enter, Escape. */
export function PopMenu({ anchor, label, items, title, onClose }: PopMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);
  const itemsOf = (): HTMLButtonElement[] => [
    ...(menu.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? []),
  ];
  const itemCount = items.filter(({ isDisabled }) => !isDisabled).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: choices may arrive after the menu was opened
  useEffect(() => {
    const buttons = itemsOf();
    const first = buttons.find((each) => each.getAttribute('aria-checked') === 'true') ?? buttons[0];
    (first ?? menu.current)?.focus();
  }, [itemCount]);
  useEffect(() => {
    const onPress = (event: PointerEvent): void => {
      const { target } = event;
      if (target instanceof Node && !menu.current?.contains(target) && !anchor.contains(target)) close();
    };
    // A scroll from before the menu was opened may be told of only now: what counts is whether the button has moved.
    const openedAt = anchor.getBoundingClientRect();
    const onScroll = (): void => {
      const now = anchor.getBoundingClientRect();
      if (Math.hypot(now.left - openedAt.left, now.top - openedAt.top) > 2) close();
    };
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('scroll', onScroll, true);
    };
  }, [anchor]);

  const leave = (): void => {
    anchor.focus({ preventScroll: true });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const buttons = itemsOf();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const goTo: Partial<Record<string, number>> = {
      ArrowDown: (at + 1) % buttons.length,
      ArrowUp: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = goTo[event.key];
    if (next !== undefined) {
      event.preventDefault();
      buttons[next]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      leave();
    }
  };

  const box = anchor.getBoundingClientRect();
  const isBelow = window.innerHeight - box.bottom > roomPx || box.top < roomPx;
  const style = {
    left: Math.max(gapPx, Math.min(box.left, window.innerWidth - 340)),
    ...(isBelow
      ? { top: box.bottom + gapPx, maxHeight: window.innerHeight - box.bottom - 2 * gapPx }
      : { bottom: window.innerHeight - box.top + gapPx, maxHeight: box.top - 2 * gapPx }),
  };
  return createPortal(
    <div
      ref={menu}
      className="pop-menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      style={style}
      onKeyDown={onKeyDown}
    >
      {title ? (
        <div className="pop-menu-title" role="presentation">
          {title}
        </div>
      ) : null}
      {items.map(({ key, label: words, isChosen, isDisabled, onChoose }) => (
        <button
          type="button"
          key={key}
          role={isChosen === undefined ? 'menuitem' : 'menuitemradio'}
          {...(isChosen === undefined ? {} : { 'aria-checked': isChosen })}
          tabIndex={-1}
          disabled={isDisabled}
          data-item={key}
          onClick={(event) => {
            // React hands events of what is drawn elsewhere to the row the menu belongs to.
            event.stopPropagation();
            leave();
            onChoose();
          }}
        >
          {words}
        </button>
      ))}
    </div>,
    document.body,
  );
}
