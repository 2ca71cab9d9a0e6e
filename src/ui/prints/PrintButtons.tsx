import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { printKeys } from '../../state/rooms.ts';
import { useApp, useShownResult } from '../AppContext.tsx';
import { PrinterOutlined } from '../icons.tsx';

/** What can be put on paper, each a button that shows its sheets first. */
export function PrintButtons() {
  const { t } = useTranslation();
  const app = useApp();
  const { report, isStale } = useShownResult();
  const hasPlan = report !== null && !isStale;
  return (
    <section className="data-section">
      <h3>{t('prints.title')}</h3>
      {printKeys.map((key) => (
        <Button
          key={key}
          block
          icon={<PrinterOutlined />}
          disabled={!hasPlan}
          onClick={() => app.view.showPrint(key)}
          data-print={key}
        >
          {t(`prints.kinds.${key}`)}
        </Button>
      ))}
      <p className="hint">{t(hasPlan ? 'prints.hint' : 'prints.needsPlan')}</p>
    </section>
  );
}
