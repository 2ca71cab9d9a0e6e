import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { openProjectFile, saveProject } from '../../state/commands/projectFiles.ts';
import { useApp, useDrafts, useLanguage } from '../AppContext.tsx';
import { FolderOpenOutlined, SaveOutlined } from '../icons.tsx';
import { FileButton } from './FileButton.tsx';
import { RefusedFile } from './RefusedFile.tsx';

/** Saving and opening the whole project, and what the browser keeps meanwhile. */
export function ProjectFiles() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { keeping, refused, isBusy } = useDrafts();
  return (
    <section className="data-section">
      <h3>{t('data.project.title')}</h3>
      <Button block icon={<SaveOutlined />} loading={isBusy} onClick={() => void saveProject(app)} data-save>
        {t('data.project.save')}
      </Button>
      <FileButton
        label={t('data.project.open')}
        icon={<FolderOpenOutlined />}
        accept=".json"
        className="project-input"
        onFile={(file) => void openProjectFile(app, file)}
      />
      {refused ? (
        <RefusedFile {...refused} title={t('data.project.refused', { file: refused.file })} />
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
