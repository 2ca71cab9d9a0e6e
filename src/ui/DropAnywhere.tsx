import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayTakeFiles, takeFiles } from '../state/commands/takeFiles.ts';
import { useApp } from './AppContext.tsx';
import { InboxOutlined } from './icons.tsx';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Files dropped on the screen go to where they belong. Without this a browser shows a file that misses the small areas
 * for it, and the app is gone from the tab.
 */
export function DropAnywhere() {
  const { t } = useTranslation();
  const app = useApp();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const isTaken = mayTakeFiles(app);
      if (event.dataTransfer) event.dataTransfer.dropEffect = isTaken ? 'copy' : 'none';
      setOver(isTaken);
    };
    const onDragLeave = (event: DragEvent): void => {
      // Out of the window, not from one part of it to another.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      // An area of its own has taken them.
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      void takeFiles(app, [...(event.dataTransfer?.files ?? [])]);
    };
    globalThis.addEventListener('dragover', onDragOver);
    globalThis.addEventListener('dragleave', onDragLeave);
    globalThis.addEventListener('drop', onDrop);
    return () => {
      globalThis.removeEventListener('dragover', onDragOver);
      globalThis.removeEventListener('dragleave', onDragLeave);
      globalThis.removeEventListener('drop', onDrop);
    };
  }, [app]);
  if (!isOver) return null;
  return (
    <div className="drop-anywhere">
      <p>
        <InboxOutlined />
        <strong>{t('dropAnywhere.title')}</strong>
        <span>{t('dropAnywhere.hint')}</span>
      </p>
    </div>
  );
}
