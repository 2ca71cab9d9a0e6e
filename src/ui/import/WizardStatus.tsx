import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { cancelTableWork } from '../../state/commands/importTables.ts';
import { useApp, useImports } from '../AppContext.tsx';

/** What the wizard is doing, with a way to stop it; and what went wrong, in words. */
export function WizardStatus() {
  const { t } = useTranslation();
  const app = useApp();
  const work = useImports((state) => state.work);
  const fileNames = useImports((state) => state.fileNames);
  if (work.kind === 'failed')
    return (
      <Alert
        type="error"
        showIcon
        className="wizard-status"
        title={t('import.failed')}
        description={t('import.failedAction')}
      />
    );
  if (work.kind === 'idle') return null;
  const { phase, doneShare } = work.progress;
  return (
    <div className="wizard-status wizard-working" role="status">
      <span>{t(`import.phases.${phase}`, { files: fileNames.join('、') })}</span>
      <Progress
        percent={Math.round(doneShare * 100)}
        size="small"
        status="active"
        aria-label={t(`import.phases.${phase}`, { files: '' })}
      />
      <Button size="small" danger onClick={() => cancelTableWork(app)}>
        {t('import.cancel')}
      </Button>
    </div>
  );
}
