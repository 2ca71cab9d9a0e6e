import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownOutlined, UpOutlined } from '../icons.tsx';

/**
 * Whose data the map shows. One line is always there, beginning with the licences that ask to be named; the whole text
 * unfolds. What a screen reader says is never shortened.
 */
export function MapCredit({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={`map-credit ${isOpen ? 'map-credit-open' : ''}`}>
      <p>{text}</p>
      <button
        type="button"
        className="icon-button"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'map.hideCredits' : 'map.showCredits')}
        title={t(isOpen ? 'map.hideCredits' : 'map.showCredits')}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? <DownOutlined /> : <UpOutlined />}
      </button>
    </div>
  );
}
