import { Alert, Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { openProjectFile, saveProject } from '../../state/commands/projectFiles.ts';
import { useApp, useDrafts, useLanguage } from '../AppContext.tsx';
import { FolderOpenOutlined, SaveOutlined } from '../icons.tsx';

/** Saving and opening the whole project, and what the browser keeps meanwhile. */
export function ProjectFiles() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { keeping, refused, isBusy } = useDrafts();
  const chosen = useRef<HTMLInputElement>(null);
  return (
    <section className="data-section">
      <h3>{t('data.project.title')}</h3>
      <Button block icon={<SaveOutlined />} loading={isBusy} onClick={() => void saveProject(app)} data-save>
        {t('data.project.save')}
      </Button>
      <Button block icon={<FolderOpenOutlined />} onClick={() => chosen.current?.click()}>
        {t('data.project.open')}
      </Button>
      <input
        ref={chosen}
        type="file"
        hidden
        accept=".json"
        className="project-input"
        aria-label={t('data.project.open')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void openProjectFile(app, file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {refused ? (
        <Alert
          type="error"
          showIcon
          title={t('data.project.refused', { file: refused.file })}
          description={refused.issues.slice(0, 3).map(({ code, params }) => (
            <p key={`${code} ${String(params.path ?? '')}`}>
              {t(`issues.${code}.cause`, { ...params, file: refused.file })}{' '}
              {t(`issues.${code}.action`, params)}
            </p>
          ))}
        />
      ) : null}
      <p className="hint">{t('data.project.hint')}</p>
      <p className="hint" role="status">
        {keeping.kind === 'kept'
          ? t('data.project.saved', { time: new Date(keeping.atMs).toLocaleTimeString(language) })
          : ''}
      </p>
      {keeping.kind === 'noRoom' ? (
        <Alert type="warning" showIcon title={t('data.project.notSaved')} />
      ) : null}
    </section>
  );
}
