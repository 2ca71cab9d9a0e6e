import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../state/view.ts';
import { useApp, useView } from './AppContext.tsx';

/** News for the person at the screen, in plain words; technical text only on request. */
export function Notices() {
  const { t } = useTranslation();
  const app = useApp();
  const notices = useView((view) => view.notices);
  const words = (notice: Notice): string => {
    if (notice.kind === 'simpleMap') return t('map.simple');
    if (notice.kind === 'workerRestarted') return t('states.workerRestarted');
    if (notice.kind === 'countyFailed')
      return `${t('states.countyFailed')} ${t('states.countyFailedAction')}`;
    if (notice.kind === 'filesFailed') return `${t('states.filesFailed')} ${t('states.filesFailedAction')}`;
    return `${t('states.failed')} ${t('states.failedAction')}`;
  };
  if (notices.length === 0) return null;
  return (
    <div className="notices" aria-live="polite">
      {notices.map((notice) => (
        <Alert
          key={notice.id}
          showIcon
          type={notice.kind.toLowerCase().endsWith('failed') ? 'error' : 'info'}
          title={words(notice)}
          closable={{ onClose: () => app.view.dismiss(notice.id), 'aria-label': t('states.close') }}
          action={
            notice.details ? (
              <button
                type="button"
                className="link-button"
                onClick={() => void navigator.clipboard.writeText(notice.details)}
              >
                {t('states.copyDetails')}
              </button>
            ) : null
          }
        />
      ))}
    </div>
  );
}
