import { Alert } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readTableFiles } from '../../state/commands/importTables.ts';
import { useApp, useImports } from '../AppContext.tsx';
import { InboxOutlined } from '../icons.tsx';
import { TargetChoice } from './TargetChoice.tsx';
import { Templates } from './Templates.tsx';

/** Tables, and maps whose points are stations. */
const acceptedEndings =
  '.xlsx,.xls,.et,.csv,.tsv,.txt,.dbf,.kml,.kmz,.ovkml,.gpx,.geojson,.json,.shp,.prj,.cpg,.shx,.zip';

/** Choosing files and where they go. */
export function FilesStep() {
  const { t } = useTranslation();
  return (
    <div className="files-step">
      <div className="files-left">
        <DropArea />
        <OpenProblems />
        <TargetChoice />
      </div>
      <section className="files-right">
        <h3>{t('import.templates.title')}</h3>
        <p className="hint">{t('import.templates.hint')}</p>
        <Templates />
        <h3>{t('import.accepts.title')}</h3>
        <ul className="accept-list">
          {(['encodings', 'shapes', 'numbers', 'coordinates', 'places', 'maps'] as const).map((key) => (
            <li key={key}>{t(`import.accepts.${key}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function DropArea() {
  const { t } = useTranslation();
  const app = useApp();
  const chosen = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const fileNames = useImports((state) => state.fileNames);
  const read = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    if (files.length > 0) void readTableFiles(app, files);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    read(event.dataTransfer.files);
  };
  return (
    <>
      <button
        type="button"
        className={`drop-area drop-area-large ${isOver ? 'drop-area-over' : ''}`}
        onClick={() => chosen.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <InboxOutlined />
        <strong>{fileNames.length > 0 ? t('import.dropOther') : t('import.drop')}</strong>
        <span>{fileNames.length > 0 ? fileNames.join('、') : t('import.formats')}</span>
      </button>
      <input
        ref={chosen}
        type="file"
        multiple
        hidden
        accept={acceptedEndings}
        aria-label={t('import.drop')}
        onChange={(event) => {
          read(event.target.files);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}

/** Files that could not be opened: why, and what to do. */
function OpenProblems() {
  const { t } = useTranslation();
  const opened = useImports((state) => state.opened);
  const problems = opened?.issues.filter(({ severity }) => severity === 'error') ?? [];
  if (problems.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={
        <ul className="issue-list">
          {problems.map(({ code, params }) => (
            <li key={`${code} ${params.file}`}>
              <p>{t(`issues.${code}.cause`, params)}</p>
              <p className="hint">{t(`issues.${code}.action`, params)}</p>
            </li>
          ))}
        </ul>
      }
    />
  );
}
