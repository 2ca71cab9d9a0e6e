import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { openWizard } from '../../state/commands/importTables.ts';
import { useApp } from '../AppContext.tsx';
import { EvidenceFiles } from '../evidence/EvidenceFiles.tsx';
import { ImportOutlined } from '../icons.tsx';
import { Templates } from '../import/Templates.tsx';
import { PrintButtons } from '../prints/PrintButtons.tsx';
import { RoomPane } from '../RoomPane.tsx';
import { DataIssues } from './DataIssues.tsx';
import { Exports } from './Exports.tsx';
import { FixLog } from './FixLog.tsx';
import { ProjectFiles } from './ProjectFiles.tsx';

/** Everything that goes in and out: the project file, imports, templates, exports, prints, and what was found and repaired. */
export function DataPane() {
  const { t } = useTranslation();
  const app = useApp();
  return (
    <RoomPane title={t('data.title')}>
      <div className="room-body data-body">
        <ProjectFiles />
        <section className="data-section">
          <h3>{t('data.importing.title')}</h3>
          <Button
            type="primary"
            block
            icon={<ImportOutlined />}
            onClick={() => openWizard(app)}
            data-open-wizard
          >
            {t('import.open')}
          </Button>
          <p className="hint">{t('data.importing.hint')}</p>
          <h4>{t('import.templates.title')}</h4>
          <Templates />
        </section>
        <Exports />
        <PrintButtons />
        <EvidenceFiles />
        <FixLog />
        <DataIssues />
      </div>
    </RoomPane>
  );
}
