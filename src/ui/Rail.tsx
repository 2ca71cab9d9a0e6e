import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApp, useView } from './AppContext.tsx';
import { SafetyCertificateOutlined } from './icons.tsx';
import { rooms } from './rooms.tsx';

/** The left edge: one button for each room. */
export function Rail() {
  const { t } = useTranslation();
  const app = useApp();
  const open = useView((view) => view.room);
  const isOfflineReady = useView((view) => view.isOfflineReady);
  return (
    <nav className="rail" aria-label={t('rooms.rail')}>
      {rooms.map(({ key, icon }) => (
        <button
          key={key}
          type="button"
          className={`rail-button ${open === key ? 'rail-button-open' : ''}`}
          aria-expanded={open === key}
          data-room={key}
          onClick={() => app.view.toggleRoom(key)}
        >
          {icon}
          <span>{t(`rooms.${key}`)}</span>
        </button>
      ))}
      {isOfflineReady ? (
        <Tooltip title={t('rooms.offlineHint')} placement="right">
          <span className="rail-offline" role="status">
            <SafetyCertificateOutlined />
            {t('rooms.offline')}
          </span>
        </Tooltip>
      ) : null}
    </nav>
  );
}
