import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BottomTabKey, RightTabKey } from '../state/rooms.ts';

interface TabBarProps<Key> {
  readonly label: string;
  /** Prefix of the ids that tie a tab to its panel. */
  readonly name: string;
  readonly keys: readonly Key[];
  readonly active: Key;
  readonly onShow: (key: Key) => void;
}

/** Tabs in a row, moved between with the arrow keys. A single tab needs no bar. */
export function TabBar<Key extends BottomTabKey | RightTabKey>(props: TabBarProps<Key>) {
  const { label, name, keys, active, onShow } = props;
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  if (keys.length < 2) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = keys[(keys.indexOf(active) + step + keys.length) % keys.length];
    if (next === undefined) return;
    onShow(next);
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div className="tab-bar" role="tablist" aria-label={label} ref={bar} onKeyDown={onKeyDown}>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`${name}-tab-${key}`}
          data-tab={key}
          aria-selected={key === active}
          aria-controls={`${name}-panel`}
          tabIndex={key === active ? 0 : -1}
          className="tab-button"
          onClick={() => onShow(key)}
        >
          {t(`tabs.${key}`)}
        </button>
      ))}
    </div>
  );
}
