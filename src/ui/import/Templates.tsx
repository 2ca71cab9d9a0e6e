import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { tableKinds } from '../../core/io/tables/kinds.ts';
import { templateText } from '../../core/io/tables/templates.ts';
import { useApp } from '../AppContext.tsx';
import { DownloadOutlined } from '../icons.tsx';

/** Empty tables with Chinese headers, one of each kind. */
export function Templates() {
  const { t } = useTranslation();
  const app = useApp();
  return (
    <div className="template-list">
      {tableKinds.map((kind) => (
        <Button
          key={kind}
          size="small"
          icon={<DownloadOutlined />}
          onClick={() =>
            app.ports.files.save(
              t('import.templates.file', { kind: t(`import.kinds.${kind}`) }),
              templateText(kind),
              'text/csv;charset=utf-8',
            )
          }
        >
          {t(`import.kinds.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
